//! The programme: imported, edited, released, read.

mod agendas;
mod agreeing;
mod calendars;
mod differing;
mod interpreting;
mod journal;
mod keeping;
pub mod public;
mod papers;
mod planners;
mod releasing;
mod rooms;
mod schedules;
mod signing_up;
mod stage;
mod screens;
mod telling;
mod timetable;
mod venue;
mod without_scripts;
mod urgent;
