//! Badges: what is printed and what it says when read back.

mod paper;
mod start;
