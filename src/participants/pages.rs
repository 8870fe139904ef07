//! What is seen of people: the focal point's home, the staff's search and file card, portraits, and the form's fields.

pub mod card;
pub mod earlier;
pub mod export;
pub mod facts;
pub mod fields;
pub mod files;
pub mod home;
pub mod list;
pub mod mrz;
pub mod own;
pub mod pictures;
pub mod order;
pub mod portrait;
pub mod sheet;
pub mod words;
