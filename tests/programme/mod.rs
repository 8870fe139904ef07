//! The programme: imported, edited, released, read.

mod differing;
mod keeping;
mod releasing;
mod rooms;
mod telling;
mod venue;
mod urgent;
