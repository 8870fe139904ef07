//! Every scan of a conference as a table for other programs. It names people by their reference number alone.

use super::queries::{ScanLine, scan_lines};
use crate::db::Connection;
use crate::files::{Cell, Sheet};
use crate::ids::ConferenceId;
use crate::web::Answer;

const HEADINGS: &[&str] = &[
    "scan_id",
    "device",
    "gate",
    "direction",
    "scanned_at",
    "received_at",
    "badge",
    "reference",
    "verdict",
    "reason",
    "flags",
    "moved",
    "override_reason",
];

/// Every scan in the order of arrival, refusals too.
pub async fn scans_sheet(connection: &mut Connection, conference: ConferenceId) -> Answer<Sheet> {
    Ok(Sheet {
        name: "scans".to_owned(),
        headings: HEADINGS.iter().map(|heading| (*heading).to_owned()).collect(),
        rows: scan_lines(connection, conference).await?.iter().map(row).collect(),
    })
}

fn row(line: &ScanLine) -> Vec<Cell> {
    let flags: Vec<&str> = line.flags.iter().map(|flag| flag.as_str()).collect();
    vec![
        line.scan.to_string().into(),
        line.device.as_str().into(),
        line.gate.as_str().into(),
        line.direction.as_str().into(),
        line.scanned_at.to_string().into(),
        line.received_at.to_string().into(),
        line.badge.into(),
        line.reference.into(),
        line.verdict.as_str().into(),
        line.reason.as_str().into(),
        flags.join(" ").into(),
        (if line.moved { "yes" } else { "no" }).into(),
        line.override_reason.clone().into(),
    ]
}
