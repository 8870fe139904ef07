//! Pages over everything.

mod components;
mod statements;
mod demonstration;
mod description;
mod overview;
