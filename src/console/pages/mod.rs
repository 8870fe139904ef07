//! The console's pages.

pub mod components;
pub mod desk;
pub mod machine;
pub mod start;
