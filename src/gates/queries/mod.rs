//! Every statement of the gates. Those of the hot path (`known`, `record`) are written by hand and cached by name: a statement
//! given as text would be parsed and planned anew at each scan.

mod board;
mod devices;
mod export;
mod gates;
mod history;
mod known;
mod photos;
mod record;
mod statement;

pub use board::{Arrivals, LastScan, arrivals_per_minute, last_scans, people_by_area, people_since, refusals};
pub use devices::{
    NewDevice, device_of_token, devices, enrol, find_or_make_session_device, gates_of, hand_gate, handed_gates,
    hear_device, insert_device, revoke_device,
};
pub use export::{ScanLine, scan_lines};
pub use gates::{GateFields, gate_by_code, gate_codes, gates, insert_gate, update_gate};
pub use history::{
    entered_between, first_step_after, inside, last_step_until, lock_areas, lock_presence, serial_of_number,
    serial_of_person,
};
pub use known::{DeviceFound, GateFound, Holder, KNOWN, Lookup, Paper, Row, known};
pub use photos::{Photo, gate_photo};
pub use record::{MOVEMENT, NewScan, PLAIN, Recorded, record_movement, record_plain};
