//! Dashboards and operations over everything; owns no tables.
