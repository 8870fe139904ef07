//! The record of who did what: append-only entries, written unchained in the transaction of the act and sealed in order into
//! a hash chain by one background sealer. Entries hold keys and digests; personal values stand in a side table that can be
//! purged. Everybody writes here; only administrators and observers read.

mod actions;
mod queries;

pub use actions::{Who, record, record_with, seal};
pub use queries::{EntryLine, history_of};
