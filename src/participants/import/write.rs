//! An import of people, read out of the database and written into it. New people go in by the hundred.

use serde_json::json;

use super::{Becomes, Known, PlannedPerson, Scope, Wish};
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::{Conference, categories};
use crate::db::Connection;
use crate::delegations::{delegations, quotas_of_all};
use crate::files::Sealer;
use crate::language::FALLBACK;
use crate::participants::actions::{SealedNumber, changed_fields, today};
use crate::participants::queries::{self, ImportedPerson, Order, Papers, Sought, people};
use crate::participants::rules::search_text;
use crate::web::{Answer, Problem};

/// Rows that go in with one statement.
const BATCH: usize = 200;

/// What stands at the conference.
pub async fn known<'a>(
    connection: &mut Connection,
    conference: &Conference,
    sealer: &'a Sealer,
    now: Moment,
) -> Answer<Known<'a>> {
    Ok(Known {
        delegations: delegations(connection, conference.id).await?,
        quotas: quotas_of_all(connection, conference.id).await?,
        categories: categories(connection, conference.id).await?,
        people: people(connection, conference.id, &Sought::default(), Order::Reference, (0, i64::MAX)).await?,
        scope: Scope::Conference,
        language: *FALLBACK,
        sealer,
        now,
        today: today(conference, now),
    })
}

/// Writes what the rows want as drafts and changes of open files. Handing in is the next room's. `told` hears how many rows
/// of how many are written.
///
/// # Errors
/// Refused when somebody changed one of the files in the middle of it.
pub async fn write(
    tx: &mut Connection,
    (conference, who): (&Conference, Who),
    rows: &[PlannedPerson],
    sealer: &Sealer,
    now: Moment,
    told: &dyn Fn(usize, usize),
) -> Answer<()> {
    let wishes = |becomes: Becomes| {
        rows.iter().filter(move |row| row.becomes() == becomes).filter_map(|row| row.wish.as_ref()).collect::<Vec<_>>()
    };
    let (new, changed) = (wishes(Becomes::New), wishes(Becomes::Changed));
    let total = new.len() + changed.len();
    let mut done = 0;
    for batch in new.chunks(BATCH) {
        insert(tx, (conference, who), batch, sealer, now).await?;
        done += batch.len();
        told(done, total);
    }
    for wish in changed {
        if wish.changed {
            change(tx, (conference, who), wish, sealer, now).await?;
        }
        done += 1;
        told(done, total);
    }
    Ok(())
}

async fn insert(
    tx: &mut Connection,
    (conference, who): (&Conference, Who),
    wishes: &[&Wish],
    sealer: &Sealer,
    now: Moment,
) -> Answer<()> {
    let first = queries::next_references(tx, conference.id, wishes.len()).await?;
    let rows: Vec<ImportedPerson<'_>> = (first..)
        .zip(wishes)
        .map(|(reference, wish)| ImportedPerson {
            id: wish.id,
            delegation: wish.delegation,
            details: &wish.details,
            reference,
            search: search_text(&wish.details, reference),
            papers: papers(wish, sealer),
        })
        .collect();
    let by = if let Who::Account(account) = who { Some(account) } else { None };
    queries::insert_imported(tx, conference.id, &rows, by, now).await?;
    for wish in wishes {
        let subject = ("participant", wish.id.0);
        let facts = json!({ "import": true });
        record_with(tx, Some(conference.id), who, "participant_created", subject, facts, now).await?;
    }
    Ok(())
}

async fn change(
    tx: &mut Connection,
    (conference, who): (&Conference, Who),
    wish: &Wish,
    sealer: &Sealer,
    now: Moment,
) -> Answer<()> {
    let Some(planned_over) = &wish.before else { return Ok(()) };
    let before = queries::locked(tx, conference.id, planned_over.id).await?;
    if before.version != planned_over.version {
        return Err(Problem::refused("people-import-changed-meanwhile"));
    }
    let papers = papers(wish, sealer);
    let fields = changed_fields(&before, &wish.details, &papers);
    queries::update(tx, &before, &wish.details, &search_text(&wish.details, before.reference), now).await?;
    queries::update_papers(tx, before.id, &papers).await?;
    let facts = json!({ "fields": fields, "import": true });
    let subject = ("participant", before.id.0);
    record_with(tx, Some(conference.id), who, "participant_changed", subject, facts, now).await?;
    Ok(())
}

fn papers(wish: &Wish, sealer: &Sealer) -> Papers {
    let sealed = wish.document_number.as_deref().and_then(|number| SealedNumber::new(sealer, wish.id, number));
    let (sealed, digest, hint) =
        sealed.map_or((None, None, None), |one| (Some(one.sealed), Some(one.digest), Some(one.hint)));
    Papers {
        portrait_file_id: None,
        portrait_print_file_id: None,
        portrait_gate_file_id: None,
        document_file_id: None,
        document_number_sealed: sealed,
        document_number_digest: digest,
        document_number_hint: hint,
    }
}
