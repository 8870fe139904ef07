//! The console's pages.

pub mod components;
pub mod demonstration;
pub mod description;
pub mod desk;
mod letters;
pub mod machine;
pub mod mailbox;
pub mod mails;
pub mod sample;
pub mod start;
pub mod statements;
