//! Changing what a conference says about itself, and its windows.

use serde_json::json;

use super::changed;
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::model::Particulars;
use crate::conferences::proofs::{OnDuty, Organiser};
use crate::conferences::queries;
use crate::conferences::rules::Windows;
use crate::db::Connection;
use crate::web::Answer;

/// Changes the conference if it is still at this version; says whether it was.
pub async fn change_conference(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    version: i32,
    said: &Particulars,
    windows: &Windows,
    now: Moment,
) -> Answer<bool> {
    let id = by.conference_id();
    if !queries::update_conference(tx, id, version, said, windows).await? {
        return Ok(false);
    }
    let (before, window) = (by.conference().particulars(), by.conference().windows());
    let fields = changed(&[
        ("name", before.name != said.name),
        ("place", before.place != said.place),
        ("venue", before.venue != said.venue),
        ("information", before.information != said.information),
        ("dates", (before.starts_on, before.ends_on) != (said.starts_on, said.ends_on)),
        ("time_zone", before.time_zone != said.time_zone),
        ("languages", before.languages != said.languages),
        ("accent", before.accent != said.accent),
        ("contact_email", before.contact_email != said.contact_email),
        ("windows", window != *windows),
    ]);
    let facts = json!({ "changed": fields });
    let who = Who::Account(by.account());
    audit::record_with(tx, Some(id), who, "conference_changed", ("conference", id.0), facts, now).await?;
    super::announce_access(tx, id).await?;
    Ok(true)
}
