//! Decisions about conferences that need no database: which short names may be taken, how windows follow from dates, whether
//! hours overlap and areas enclose each other, what a new conference begins with, and the stylesheet of its categories.

mod areas;
mod colours;
mod defaults;
mod hours;
mod slugs;
mod windows;
mod zones;

pub use areas::{encloses_itself, free_zone_bit};
pub use colours::{is_colour, stylesheet};
pub use defaults::{AREAS, CATEGORIES, DefaultCategory, default_openings};
pub use hours::{Span, daily, first_overlap};
pub use slugs::{RESERVED, is_slug};
pub use windows::{Windows, default_windows};
pub use zones::{is_zone, zones, zones_difference};
