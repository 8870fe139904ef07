//! Languages: Fluent bundles, negotiation (a person's choice, then Accept-Language), and the formatting of dates and
//! numbers. Two pseudo-languages are derived from English to prove every layout: one long, one long and right-to-left.

mod bundles;
pub mod collation;
mod dates;
mod digits;
mod letters;
mod localized;
mod message;
mod pseudo;

pub use bundles::{FALLBACK, Language, shipped};
pub use digits::western_digits;
pub use letters::is_out_of_place;
pub use localized::Localized;
pub use message::{Argument, Message};
