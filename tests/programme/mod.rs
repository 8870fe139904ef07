//! The programme: imported, edited, released, read.

mod differing;
mod interpreting;
mod keeping;
mod releasing;
mod rooms;
mod schedules;
mod stage;
mod telling;
mod timetable;
mod venue;
mod urgent;
