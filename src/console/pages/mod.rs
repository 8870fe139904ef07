//! The console's pages.

pub mod desk;
pub mod machine;
pub mod start;
