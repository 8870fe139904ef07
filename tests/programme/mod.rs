//! The programme: imported, edited, released, read.

mod releasing;
