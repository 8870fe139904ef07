//! Pages over everything.

mod components;
mod statements;
