//! Pages over everything.

mod components;
