//! The programme: imported, edited, released, read.

mod differing;
mod keeping;
mod releasing;
mod rooms;
mod schedules;
mod telling;
mod venue;
mod urgent;
