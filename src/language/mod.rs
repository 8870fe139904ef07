//! Languages: Fluent bundles, negotiation, and the formatting of dates, numbers and names.

pub mod collation;
