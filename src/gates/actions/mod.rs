//! The verbs of the gates: scan, set up gates, hand out devices.

mod admitting;
mod attention;
mod devices;
mod gates;
mod knowing;
mod passes;

pub use admitting::{Asking, Outcome, PersonShown, ScanAnswer, scan};
pub use attention::{set_note, take_note_off};
pub use devices::{Token, add_device_with_token, browser_device, digest, enrol_device, offer_device, revoke};
pub use gates::{add_gate, change_gate};
pub use passes::{Granted, grant_passes, revoke_pass};
