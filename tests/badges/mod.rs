//! Badges: what is printed and what it says when read back.

mod at_the_desk;
mod paper;
mod rotation;
mod start;
