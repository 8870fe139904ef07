//! Importing delegations: all or nothing. `rules` says what a table would do; here it is done.

use serde_json::json;

use super::focal_points::{Appointment, appoint};
use super::record;
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::{Conference, categories};
use crate::db::Connection;
use crate::delegations::queries;
use crate::delegations::rules::{Import, Known, Outcome, Planned, plan};
use crate::files::Table;
use crate::ids::{ConferenceId, DelegationId};
use crate::web::{Answer, Problem, Site};

/// How an import is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportOptions {
    /// Say only what would be done.
    pub dry_run: bool,
    /// Write to the focal points that are appointed.
    pub invite: bool,
}

/// What is known of a conference's delegations.
pub async fn known(connection: &mut Connection, conference: &Conference) -> Answer<Known> {
    let id = conference.id;
    let focal_points = queries::focal_points(connection, id).await?;
    Ok(Known {
        delegations: queries::delegations(connection, id).await?,
        quotas: queries::all_quotas(connection, id).await?,
        focal_points: focal_points.into_iter().map(|one| (one.delegation_id, one.email)).collect(),
        categories: categories(connection, id).await?,
        language: conference.languages.first().cloned().unwrap_or_else(|| "en".to_owned()),
    })
}

/// Imports delegations from a table and says what was done with each row. With a mistake anywhere, nothing is done and the
/// report tells all of them; so it is with `dry_run`, and without mistakes too. How many rows of how many are done is `told`.
///
/// # Errors
/// Refused when somebody changed a delegation in the middle of it.
pub async fn import_delegations(
    tx: &mut Connection,
    site: &Site,
    (conference, who): (&Conference, Who),
    table: &Table,
    options: ImportOptions,
    (now, told): (Moment, &dyn Fn(usize, usize)),
) -> Answer<Import> {
    let known = known(tx, conference).await?;
    let import = plan(table, &known);
    if options.dry_run || !import.is_good() || !import.does_something() {
        return Ok(import);
    }
    for (done, row) in import.rows.iter().enumerate() {
        told(done, import.rows.len());
        carry_out(tx, site, (conference, who), row, &known, (options.invite, now)).await?;
    }
    let facts = json!({
        "new": import.count(Outcome::New),
        "changed": import.count(Outcome::Changed),
        "unchanged": import.count(Outcome::Unchanged),
    });
    let subject = ("conference", conference.id.0);
    audit::record_with(tx, Some(conference.id), who, "delegations_imported", subject, facts, now).await?;
    Ok(import)
}

async fn carry_out(
    tx: &mut Connection,
    site: &Site,
    (conference, who): (&Conference, Who),
    row: &Planned,
    known: &Known,
    (invite, now): (bool, Moment),
) -> Answer<()> {
    let Some(wish) = row.wish.as_ref().filter(|_| row.outcome() != Outcome::Unchanged) else { return Ok(()) };
    let id = match row.existing {
        None => {
            let id = DelegationId::new();
            queries::insert_delegation(tx, conference.id, id, wish, now).await?;
            let facts = json!({ "kind": wish.kind.as_str(), "import": true });
            record(tx, who, "delegation_created", (conference.id, id), facts, now).await?;
            id
        }
        Some(id) => {
            let before = known.delegations.iter().find(|one| one.id == id).ok_or(Problem::NotFound)?;
            if !queries::update_delegation(tx, conference.id, id, before.version, wish).await? {
                return Err(Problem::refused("import-changed-meanwhile"));
            }
            let facts = json!({ "changed": row.changes, "import": true });
            record(tx, who, "delegation_changed", (conference.id, id), facts, now).await?;
            id
        }
    };
    set_places(tx, conference.id, id, row).await?;
    if let Some(focal_point) = &row.focal_point {
        let delegation = queries::delegation_by_id(tx, conference.id, id).await?;
        let wanted =
            Appointment { name: &focal_point.name, email: &focal_point.email, language: &delegation.language, invite };
        appoint(tx, site, (conference, &delegation), who, &wanted, now).await?;
    }
    Ok(())
}

async fn set_places(tx: &mut Connection, conference: ConferenceId, id: DelegationId, row: &Planned) -> Answer<()> {
    for (category, cap) in &row.quotas {
        queries::set_quota(tx, conference, id, *category, *cap).await?;
    }
    Ok(())
}
