//! Rows of people, written.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, ConferenceId, DelegationId, FileId, ParticipantId, PersonId};
use crate::participants::model::{Details, Participant, Status};
use crate::schema::{conference, participant, person};
use crate::web::{Answer, Problem};

/// The next number that people quote: counted in the conference's own row, so that no two files share one.
pub async fn next_reference(tx: &mut Connection, id: ConferenceId) -> Answer<i32> {
    Ok(diesel::update(conference::table.find(id))
        .set(conference::participants_seen.eq(conference::participants_seen + 1))
        .returning(conference::participants_seen)
        .get_result(tx)
        .await?)
}

/// A person nobody knew before, in one conference.
pub struct NewPerson<'a> {
    pub id: ParticipantId,
    pub conference: ConferenceId,
    pub delegation: DelegationId,
    pub details: &'a Details,
    pub reference: i32,
    pub search: &'a str,
    pub by: AccountId,
    pub now: Moment,
}

/// Writes a new draft; says whether the key was free.
pub async fn insert(tx: &mut Connection, new: &NewPerson<'_>) -> Answer<bool> {
    let above = PersonId::new();
    diesel::insert_into(person::table)
        .values((person::id.eq(above), person::created_at.eq(new.now)))
        .execute(tx)
        .await?;
    let written = diesel::insert_into(participant::table)
        .values((
            new.details,
            participant::id.eq(new.id),
            participant::conference_id.eq(new.conference),
            participant::person_id.eq(above),
            participant::delegation_id.eq(new.delegation),
            participant::reference.eq(new.reference),
            participant::status.eq(Status::Draft),
            participant::search.eq(new.search),
            participant::created_by.eq(new.by),
            participant::created_at.eq(new.now),
            participant::changed_at.eq(new.now),
        ))
        .on_conflict(participant::id)
        .do_nothing()
        .execute(tx)
        .await?;
    Ok(written == 1)
}

/// Notes that somebody says they do not come, or forgets it.
pub async fn set_declined(tx: &mut Connection, id: ParticipantId, at: Option<Moment>) -> Answer<()> {
    diesel::update(participant::table.find(id)).set(participant::declined_at.eq(at)).execute(tx).await?;
    Ok(())
}

/// Notes whose place somebody takes.
///
/// # Errors
/// Refused (`rule-one-substitute-at-a-time`) when somebody else takes it already.
pub async fn set_replaced(tx: &mut Connection, id: ParticipantId, replaced: ParticipantId) -> Answer<()> {
    let row = participant::table.find(id);
    diesel::update(row).set(participant::replaces_id.eq(replaced)).execute(tx).await?;
    Ok(())
}

/// Gives people of a delegation their places in its list; who is not of the delegation is passed over.
pub async fn set_order(
    tx: &mut Connection,
    conference: ConferenceId,
    delegation: DelegationId,
    order: &[(ParticipantId, i32)],
) -> Answer<()> {
    let (ids, places): (Vec<uuid::Uuid>, Vec<i32>) = order.iter().map(|(id, place)| (id.0, *place)).unzip();
    diesel::sql_query(
        "UPDATE participant SET ordinal = wanted.place FROM unnest($3, $4) AS wanted (id, place)
          WHERE participant.conference_id = $1 AND participant.delegation_id = $2 AND participant.id = wanted.id",
    )
    .bind::<diesel::sql_types::Uuid, _>(conference)
    .bind::<diesel::sql_types::Uuid, _>(delegation)
    .bind::<diesel::sql_types::Array<diesel::sql_types::Uuid>, _>(ids)
    .bind::<diesel::sql_types::Array<diesel::sql_types::Integer>, _>(places)
    .execute(tx)
    .await?;
    Ok(())
}

/// The first of so many numbers that people quote, all of them taken.
pub async fn next_references(tx: &mut Connection, id: ConferenceId, count: usize) -> Answer<i32> {
    let count = i32::try_from(count).map_err(Problem::broken)?;
    let last: i32 = diesel::update(conference::table.find(id))
        .set(conference::participants_seen.eq(conference::participants_seen + count))
        .returning(conference::participants_seen)
        .get_result(tx)
        .await?;
    Ok(last - count + 1)
}

/// Somebody of a table that is imported.
pub struct ImportedPerson<'a> {
    pub id: ParticipantId,
    pub delegation: DelegationId,
    pub details: &'a Details,
    pub reference: i32,
    pub search: String,
    pub papers: Papers,
}

/// Writes new drafts with two statements.
pub async fn insert_imported(
    tx: &mut Connection,
    of: ConferenceId,
    people: &[ImportedPerson<'_>],
    by: Option<AccountId>,
    now: Moment,
) -> Answer<()> {
    let above: Vec<PersonId> = people.iter().map(|_| PersonId::new()).collect();
    let rows: Vec<_> = above.iter().map(|id| (person::id.eq(*id), person::created_at.eq(now))).collect();
    diesel::insert_into(person::table).values(rows).execute(tx).await?;
    let rows: Vec<_> = people
        .iter()
        .zip(&above)
        .map(|(new, above)| {
            (
                new.details,
                participant::id.eq(new.id),
                participant::conference_id.eq(of),
                participant::person_id.eq(*above),
                participant::delegation_id.eq(new.delegation),
                participant::reference.eq(new.reference),
                participant::status.eq(Status::Draft),
                participant::search.eq(&new.search),
                participant::document_number_sealed.eq(&new.papers.document_number_sealed),
                participant::document_number_digest.eq(&new.papers.document_number_digest),
                participant::document_number_hint.eq(&new.papers.document_number_hint),
                participant::created_by.eq(by),
                participant::created_at.eq(now),
                participant::changed_at.eq(now),
            )
        })
        .collect();
    diesel::insert_into(participant::table).values(rows).execute(tx).await?;
    Ok(())
}

/// What a change writes beside the details.
#[derive(AsChangeset)]
#[diesel(table_name = participant)]
pub struct Papers {
    pub portrait_file_id: Option<FileId>,
    pub portrait_print_file_id: Option<FileId>,
    pub portrait_gate_file_id: Option<FileId>,
    pub document_file_id: Option<FileId>,
    pub document_number_sealed: Option<Vec<u8>>,
    pub document_number_digest: Option<Vec<u8>>,
    pub document_number_hint: Option<String>,
}

impl Papers {
    pub fn is_empty(&self) -> bool {
        self.portrait_file_id.is_none() && self.document_file_id.is_none() && self.document_number_sealed.is_none()
    }
}

/// Writes a person's details over the version that was read.
pub async fn update(
    tx: &mut Connection,
    before: &Participant,
    details: &Details,
    search: &str,
    now: Moment,
) -> Answer<()> {
    diesel::update(participant::table.find(before.id).filter(participant::version.eq(before.version)))
        .set((
            details,
            participant::search.eq(search),
            participant::changed_at.eq(now),
            participant::version.eq(before.version + 1),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Writes papers that came new; what is not among them stays.
pub async fn update_papers(tx: &mut Connection, id: ParticipantId, papers: &Papers) -> Answer<()> {
    if !papers.is_empty() {
        diesel::update(participant::table.find(id)).set(papers).execute(tx).await?;
    }
    Ok(())
}

/// Removes a draft and the person it was about.
pub async fn delete(tx: &mut Connection, draft: &Participant) -> Answer<()> {
    diesel::delete(participant::table.find(draft.id)).execute(tx).await?;
    diesel::delete(person::table.find(draft.person_id)).execute(tx).await?;
    Ok(())
}

/// Lets go of those who were to accompany somebody who is no longer there.
pub async fn leave_unaccompanied(tx: &mut Connection, gone: &Participant) -> Answer<()> {
    diesel::update(
        participant::table
            .filter(participant::conference_id.eq(gone.conference_id))
            .filter(participant::accompanies_id.eq(gone.id)),
    )
    .set(participant::accompanies_id.eq(None::<ParticipantId>))
    .execute(tx)
    .await?;
    Ok(())
}
