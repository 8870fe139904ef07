//! The programme: imported, edited, released, read.

mod agendas;
mod differing;
mod interpreting;
mod keeping;
pub mod public;
mod releasing;
mod rooms;
mod schedules;
mod stage;
mod telling;
mod timetable;
mod venue;
mod urgent;
