//! The record of who did what: append-only entries, sealed in order into a hash chain.
