//! At the gates: scans through the real routes, judged by their answers and by what the boards say.

mod at_the_gate;
mod devices;
mod board;
mod late;
mod overtaking;
mod same_scan;
mod setting_up;
mod staff;
mod venue;
