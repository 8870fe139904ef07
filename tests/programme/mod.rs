//! The programme: imported, edited, released, read.

mod differing;
mod keeping;
mod releasing;
mod telling;
mod urgent;
