//! The programme: imported, edited, released, read.

mod differing;
mod keeping;
mod releasing;
mod rooms;
mod schedules;
mod stage;
mod telling;
mod venue;
mod urgent;
