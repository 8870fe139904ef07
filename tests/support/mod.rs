//! The world of the tests: a database of its own for each, the application as `main` builds it, people with browsers.

#![allow(dead_code, reason = "a world offers more than today's tests use")]

pub mod app;
pub mod browser;
pub mod db;
pub mod film;
pub mod forms;
pub mod line;
pub mod mails;
pub mod nominees;
pub mod objects;
pub mod people;
pub mod post;
pub mod process;
pub mod statements;

#[allow(unused_imports, reason = "not every kind of test names them all")]
pub use app::{Browser, Reply, World};
