//! Stored files as rows, tables (CSV, XLSX) read and written, and the mechanics of typesetting.

pub mod sealing;
pub mod secrets;
