//! The programme: imported, edited, released, read.

mod keeping;
mod releasing;
