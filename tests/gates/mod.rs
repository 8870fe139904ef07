//! At the gates: scans through the real routes, judged by their answers and by what the boards say.

#![allow(clippy::disallowed_methods, reason = "devices make the keys of their scans themselves")]

mod at_the_gate;
mod devices;
mod in_the_browser;
mod board;
mod late;
mod noted;
mod overtaking;
mod passes;
mod same_scan;
mod setting_up;
mod staff;
mod tray;
mod venue;
mod without_scripts;
