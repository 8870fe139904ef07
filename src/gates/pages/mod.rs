//! The pages of the gates: the list, the form of a gate, devices, the scanner, the live board.

pub mod board;
pub mod devices;
pub mod form;
pub mod list;
mod plot;
pub mod scanner;
