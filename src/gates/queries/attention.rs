//! Notes that ask gates to look twice at somebody.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::badges::Holder;
use crate::clock::Moment;
use crate::conferences::Category;
use crate::db::Connection;
use crate::delegations::Delegation;
use crate::ids::{AccountId, ConferenceId, NoteId, ParticipantId};
use crate::participants::Participant;
use crate::schema::{account, attention_note, category, delegation, participant};
use crate::web::Answer;

/// A note in force, with who set it.
#[derive(Clone, Debug, Queryable)]
pub struct Note {
    pub text: String,
    pub version: i32,
    pub set_at: Moment,
    pub set_by: AccountId,
    name: String,
    email: String,
}

impl Note {
    /// The name of whoever set it, else the address.
    pub fn author(&self) -> &str {
        if self.name.is_empty() { &self.email } else { &self.name }
    }
}

/// Every note in force with whom it is about, newest first.
pub async fn notes(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(Note, Holder)>> {
    Ok(attention_note::table
        .inner_join(account::table)
        .inner_join(participant::table.inner_join(category::table).inner_join(delegation::table))
        .filter(attention_note::conference_id.eq(conference))
        .filter(attention_note::ended_at.is_null())
        .order((attention_note::set_at.desc(), attention_note::id))
        .select((
            (
                attention_note::note,
                attention_note::version,
                attention_note::set_at,
                attention_note::set_by,
                account::name,
                account::email,
            ),
            (Participant::as_select(), Category::as_select(), Delegation::as_select()),
        ))
        .load(connection)
        .await?)
}

/// The note in force about somebody.
pub async fn note_of(connection: &mut Connection, conference: ConferenceId, of: ParticipantId) -> Answer<Option<Note>> {
    Ok(attention_note::table
        .inner_join(account::table)
        .filter(attention_note::conference_id.eq(conference))
        .filter(attention_note::participant_id.eq(of))
        .filter(attention_note::ended_at.is_null())
        .select((
            attention_note::note,
            attention_note::version,
            attention_note::set_at,
            attention_note::set_by,
            account::name,
            account::email,
        ))
        .first(connection)
        .await
        .optional()?)
}

/// Which of these people a note in force is about.
pub async fn noted(connection: &mut Connection, people: &[ParticipantId]) -> Answer<Vec<ParticipantId>> {
    Ok(attention_note::table
        .filter(attention_note::participant_id.eq_any(people))
        .filter(attention_note::ended_at.is_null())
        .select(attention_note::participant_id)
        .load(connection)
        .await?)
}

/// A note as somebody sets it.
pub struct NewNote<'a> {
    pub conference: ConferenceId,
    pub of: ParticipantId,
    pub text: &'a str,
    pub version: i32,
    pub by: AccountId,
    pub now: Moment,
}

/// Sets a note on somebody who has none; says whether they had none.
pub async fn insert_note(tx: &mut Connection, new: &NewNote<'_>) -> Answer<bool> {
    let written = diesel::insert_into(attention_note::table)
        .values((
            attention_note::id.eq(NoteId::new()),
            attention_note::conference_id.eq(new.conference),
            attention_note::participant_id.eq(new.of),
            attention_note::note.eq(new.text),
            attention_note::version.eq(new.version),
            attention_note::set_at.eq(new.now),
            attention_note::set_by.eq(new.by),
        ))
        .on_conflict_do_nothing()
        .execute(tx)
        .await?;
    Ok(written == 1)
}

/// Ends the note that is at this version; says whether it was.
pub async fn end_note(
    tx: &mut Connection,
    conference: ConferenceId,
    of: ParticipantId,
    version: i32,
    by: AccountId,
    now: Moment,
) -> Answer<bool> {
    let note = attention_note::table
        .filter(attention_note::conference_id.eq(conference))
        .filter(attention_note::participant_id.eq(of))
        .filter(attention_note::ended_at.is_null())
        .filter(attention_note::version.eq(version));
    let ended = diesel::update(note)
        .set((attention_note::ended_at.eq(now), attention_note::ended_by.eq(by)))
        .execute(tx)
        .await?;
    Ok(ended == 1)
}
