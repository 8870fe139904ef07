//! The verbs of the gates: scan, set up gates, hand out devices.

mod admitting;
mod devices;
mod gates;
mod knowing;

pub use admitting::{Asking, Outcome, PersonShown, ScanAnswer, scan};
pub use devices::{Token, add_device_with_token, browser_device, digest, enrol_device, offer_device, revoke};
pub use gates::{add_gate, change_gate};
