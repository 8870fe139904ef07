//! The exhibition's pages.

pub mod edit;
pub mod import;
pub mod list;
pub mod public;
