//! Every statement of the gates. Those of the hot path (`known`, `record`) are written by hand and cached by name: a statement
//! given as text would be parsed and planned anew at each scan.

mod attention;
mod board;
mod devices;
mod export;
mod gates;
mod history;
mod known;
mod passes;
mod people;
mod photos;
mod record;
mod statement;
mod tray;

pub use attention::{NewNote, Note, end_note, insert_note, note_of, noted, notes};
pub use board::{Arrivals, LastScan, arrivals_per_minute, last_scans, people_by_area, people_since, refusals};
pub use devices::{
    NewDevice, device_of_token, devices, enrol, find_or_make_session_device, gates_of, hand_gate, handed_gates,
    hear_device, insert_device, revoke_device,
};
pub use export::{ScanLine, scan_lines};
pub use gates::{GateFields, gate_by_code, gate_codes, gates, insert_gate, update_gate};
pub use history::{
    entered_between, first_step_after, inside, inside_each, last_step_until, lock_areas, lock_presence,
    of_delegation_inside_each, serial_of_number, serial_of_person,
};
pub use known::{DeviceFound, GateFound, Holder, KNOWN, Lookup, Paper, PassFound, Place, Row, known};
pub use passes::{
    Held, PassLine, PassesSought, count_pass_lines, current_numbers, holders_by_area, pass_lines, people_of_delegation,
    revoke_pass, upsert_passes, windows_of,
};
pub use people::{find_people, people_of_numbers};
pub use photos::{Photo, gate_photo};
pub use record::{MOVEMENT, NewScan, PLAIN, Recorded, record_movement, record_plain};
pub use tray::{Sample, crowd, sample};
