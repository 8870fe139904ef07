//! Dashboards and operations over everything; owns no tables.

pub mod demo;
