//! Stored files as rows, tables (CSV, XLSX) read and written, and the mechanics of typesetting.
//!
//! Whoever needs a file kept calls [`store`] in its own transaction and keeps the [`FileId`](crate::ids::FileId); whoever may
//! see it is decided where that key is kept, and the page there answers with [`show`].

mod model;
mod queries;
mod runs;
pub mod sealing;
pub mod secrets;
mod show;
mod store;
mod table;
pub mod typeset;
mod waiting;

pub use model::{FileHead, FileType};
pub use queries::{file_head, keep_for_good};
pub use runs::{Run, RunState, Steps, claim_run, end_run, run, run_of};
pub use sealing::Sealer;
pub use show::{Shown, show};
pub use store::{CHUNK, NewFile, OwnFile, forget, read, store, store_as, store_own};
pub use table::{
    Cell, MOST_BYTES as MOST_TABLE_BYTES, Row, Sheet, Table, TableFormat, read_bytes_from, read_table,
    read_table_apart, read_table_from, write_table,
};
pub use waiting::{Waiting, forget_old_tables, keep_file, keep_table, kept_file, kept_table};
