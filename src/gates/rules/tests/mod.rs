//! Tests of the access decision: the shared cases, and properties that no list of cases can cover.

mod properties;
mod vectors;
