//! The pages of the gates: the list, the form of a gate, devices, the scanner, the live board, notes and passes.

pub mod attention;
pub mod board;
pub mod devices;
pub mod form;
pub mod list;
pub mod passes;
pub mod plain;
mod plot;
pub mod scanner;
pub mod tray;
