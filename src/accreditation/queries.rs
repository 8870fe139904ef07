//! Clearances, decisions and identity versions in the database. The officer's queue is in the folder beside.

mod piles;
mod receipts;
pub(super) mod registrations;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Clearance, ClearanceKind, ClearanceState, Decision, IdentityVersion, Step};
use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::ids::{AccountId, CategoryId, ConferenceId, DecisionId, MailId, ParticipantId};
use crate::participants::{Participant, Status};
use crate::schema::{account, category_clearance, clearance, decision, identity_version, lease, participant};
use crate::web::Answer;

pub(super) use receipts::{insert_receipt, last_receipt_number, receipt_of, receipts};

pub use piles::{Filed, Pile, Wanted, count_files, files, files_after, just_in, pile_sizes};

/// The clearances that a category asks for, with their steps.
pub(super) async fn clearances_of_category(
    connection: &mut Connection,
    conference: ConferenceId,
    category: CategoryId,
) -> Answer<Vec<(ClearanceKind, i16)>> {
    Ok(category_clearance::table
        .filter(category_clearance::conference_id.eq(conference))
        .filter(category_clearance::category_id.eq(category))
        .select((category_clearance::kind, category_clearance::step))
        .load(connection)
        .await?)
}

/// The answers of a file's authorities, in their order.
pub async fn clearances(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
) -> Answer<Vec<Clearance>> {
    Ok(clearance::table
        .filter(clearance::conference_id.eq(conference))
        .filter(clearance::participant_id.eq(id))
        .order((clearance::step, clearance::kind))
        .select(Clearance::as_select())
        .load(connection)
        .await?)
}

/// Asks an authority: anew for this version of the identity data, whatever it answered before.
pub(super) async fn open_clearance(
    tx: &mut Connection,
    person: &Participant,
    (kind, step): (ClearanceKind, i16),
    version: i32,
) -> Answer<()> {
    let open = (
        clearance::step.eq(step),
        clearance::state.eq(ClearanceState::Open),
        clearance::identity_version.eq(version),
        clearance::answered_at.eq(None::<Moment>),
        clearance::answered_by.eq(None::<AccountId>),
    );
    diesel::insert_into(clearance::table)
        .values((
            clearance::conference_id.eq(person.conference_id),
            clearance::participant_id.eq(person.id),
            clearance::kind.eq(kind),
            open,
        ))
        .on_conflict((clearance::participant_id, clearance::kind))
        .do_update()
        .set(open)
        .execute(tx)
        .await?;
    Ok(())
}

/// Lets a given clearance stand for a new version that changed nothing it looked at.
pub(super) async fn carry_clearance(
    tx: &mut Connection,
    id: ParticipantId,
    (kind, step): (ClearanceKind, i16),
    version: i32,
) -> Answer<()> {
    diesel::update(clearance::table.find((id, kind)))
        .set((clearance::step.eq(step), clearance::identity_version.eq(version)))
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets authorities that the file's category does not ask.
pub(super) async fn drop_other_clearances(
    tx: &mut Connection,
    id: ParticipantId,
    needed: &[ClearanceKind],
) -> Answer<()> {
    diesel::delete(
        clearance::table.filter(clearance::participant_id.eq(id)).filter(clearance::kind.ne_all(needed.to_vec())),
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Writes the answer of some authorities.
pub(super) async fn answer_clearances(
    tx: &mut Connection,
    id: ParticipantId,
    kinds: &[ClearanceKind],
    state: ClearanceState,
    by: AccountId,
    now: Moment,
) -> Answer<()> {
    let rows = clearance::table.filter(clearance::participant_id.eq(id)).filter(clearance::kind.eq_any(kinds.to_vec()));
    diesel::update(rows)
        .set((clearance::state.eq(state), clearance::answered_at.eq(Some(now)), clearance::answered_by.eq(Some(by))))
        .execute(tx)
        .await?;
    Ok(())
}

/// Takes back the answers that somebody gave at one moment.
pub(super) async fn reopen_answers(tx: &mut Connection, id: ParticipantId, by: AccountId, at: Moment) -> Answer<()> {
    let rows = clearance::table
        .filter(clearance::participant_id.eq(id))
        .filter(clearance::answered_by.eq(by))
        .filter(clearance::answered_at.eq(at));
    diesel::update(rows)
        .set((
            clearance::state.eq(ClearanceState::Open),
            clearance::answered_at.eq(None::<Moment>),
            clearance::answered_by.eq(None::<AccountId>),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// The identity data as it was last handed in.
pub async fn latest_identity(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
) -> Answer<Option<IdentityVersion>> {
    Ok(versions_of(conference, id)
        .order(identity_version::number.desc())
        .select(IdentityVersion::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// One version of the identity data.
pub async fn identity_at(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
    number: i32,
) -> Answer<Option<IdentityVersion>> {
    Ok(versions_of(conference, id)
        .filter(identity_version::number.eq(number))
        .select(IdentityVersion::as_select())
        .first(connection)
        .await
        .optional()?)
}

type Versions = diesel::dsl::Filter<
    diesel::dsl::Filter<identity_version::table, diesel::dsl::Eq<identity_version::conference_id, ConferenceId>>,
    diesel::dsl::Eq<identity_version::participant_id, ParticipantId>,
>;

fn versions_of(conference: ConferenceId, id: ParticipantId) -> Versions {
    identity_version::table
        .filter(identity_version::conference_id.eq(conference))
        .filter(identity_version::participant_id.eq(id))
}

pub(super) async fn insert_identity(
    tx: &mut Connection,
    person: &Participant,
    version: &IdentityVersion,
) -> Answer<()> {
    diesel::insert_into(identity_version::table)
        .values((
            identity_version::conference_id.eq(person.conference_id),
            identity_version::participant_id.eq(person.id),
            identity_version::number.eq(version.number),
            identity_version::digest.eq(&version.digest),
            identity_version::facts.eq(&version.facts),
            identity_version::at.eq(version.at),
        ))
        .execute(tx)
        .await?;
    diesel::update(participant::table.find(person.id))
        .set(participant::identity_version.eq(version.number))
        .execute(tx)
        .await?;
    Ok(())
}

/// Moves a file, and says who handed it in when that is what moved it.
pub(super) async fn set_status(
    tx: &mut Connection,
    before: &Participant,
    to: Status,
    handed_in_by: Option<Option<AccountId>>,
    now: Moment,
) -> Answer<()> {
    let row = participant::table.find(before.id);
    diesel::update(row)
        .set((
            participant::status.eq(to),
            participant::changed_at.eq(now),
            participant::version.eq(participant::version + 1),
        ))
        .execute(tx)
        .await?;
    if let Some(by) = handed_in_by {
        diesel::update(row)
            .set((participant::submitted_at.eq(Some(now)), participant::submitted_by.eq(by)))
            .execute(tx)
            .await?;
    }
    Ok(())
}

pub(super) async fn insert_decision(tx: &mut Connection, conference: ConferenceId, made: &Decision) -> Answer<()> {
    diesel::insert_into(decision::table)
        .values((
            decision::id.eq(made.id),
            decision::conference_id.eq(conference),
            decision::participant_id.eq(made.participant_id),
            decision::step.eq(made.step),
            decision::from_status.eq(made.from_status),
            decision::to_status.eq(made.to_status),
            decision::reasons.eq(&made.reasons),
            decision::note.eq(&made.note),
            decision::clearance.eq(&made.clearance),
            decision::identity_version.eq(made.identity_version),
            decision::by_account.eq(made.by_account),
            decision::at.eq(made.at),
            decision::undoes.eq(made.undoes),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Ties a decision to the first of its mails.
pub async fn note_mail(tx: &mut Connection, id: DecisionId, mail: MailId) -> Answer<()> {
    diesel::update(decision::table.find(id).filter(decision::mail_id.is_null()))
        .set(decision::mail_id.eq(mail))
        .execute(tx)
        .await?;
    Ok(())
}

/// What was done with a file, oldest first, with the names of those who did it.
pub async fn decisions(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ParticipantId,
) -> Answer<Vec<(Decision, Option<String>)>> {
    Ok(decision::table
        .left_join(account::table.on(account::id.nullable().eq(decision::by_account)))
        .filter(decision::conference_id.eq(conference))
        .filter(decision::participant_id.eq(id))
        .order((decision::at, decision::id))
        .select((Decision::as_select(), account::name.nullable()))
        .load(connection)
        .await?)
}

/// One decision of a file.
pub(super) async fn decision_of(
    connection: &mut Connection,
    conference: ConferenceId,
    of: ParticipantId,
    id: DecisionId,
) -> Answer<Option<Decision>> {
    Ok(decision::table
        .find(id)
        .filter(decision::conference_id.eq(conference))
        .filter(decision::participant_id.eq(of))
        .select(Decision::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// What somebody last did at a conference, with the person it was done to.
pub async fn last_decision_by(
    connection: &mut Connection,
    conference: ConferenceId,
    who: AccountId,
) -> Answer<Option<(Decision, Participant)>> {
    Ok(decision::table
        .inner_join(participant::table)
        .filter(decision::conference_id.eq(conference))
        .filter(decision::by_account.eq(who))
        .filter(decision::step.ne_all([Step::Submit, Step::Withdraw, Step::Reopen, Step::Answer]))
        .order((decision::at.desc(), decision::id.desc()))
        .select((Decision::as_select(), Participant::as_select()))
        .first(connection)
        .await
        .optional()?)
}

/// Whether a later step, taking back included, has followed a decision on its file.
pub(super) async fn is_superseded(connection: &mut Connection, made: &Decision) -> Answer<bool> {
    let later = decision::table
        .filter(decision::participant_id.eq(made.participant_id))
        .filter(decision::at.gt(made.at).or(decision::at.eq(made.at).and(decision::id.gt(made.id))));
    Ok(diesel::select(diesel::dsl::exists(later)).get_result(connection).await?)
}

/// Lays a file on an officer's desk unless it lies on another's; says whose it is then, and until when. An officer has one
/// file on the desk.
pub(super) async fn take_lease(
    tx: &mut Connection,
    id: ParticipantId,
    who: AccountId,
    until: Moment,
    now: Moment,
) -> Answer<(AccountId, Moment)> {
    diesel::delete(lease::table.filter(lease::account_id.eq(who)).filter(lease::participant_id.ne(id)))
        .execute(tx)
        .await?;
    diesel::insert_into(lease::table)
        .values((lease::participant_id.eq(id), lease::account_id.eq(who), lease::until.eq(until)))
        .on_conflict(lease::participant_id)
        .do_nothing()
        .execute(tx)
        .await?;
    diesel::update(lease::table.find(id).filter(lease::until.lt(now).or(lease::account_id.eq(who))))
        .set((lease::account_id.eq(who), lease::until.eq(until)))
        .execute(tx)
        .await?;
    Ok(lease::table.find(id).select((lease::account_id, lease::until)).first(tx).await?)
}

/// Takes a file over from whoever had it.
pub(super) async fn force_lease(tx: &mut Connection, id: ParticipantId, who: AccountId, until: Moment) -> Answer<()> {
    diesel::update(lease::table.find(id)).set((lease::account_id.eq(who), lease::until.eq(until))).execute(tx).await?;
    Ok(())
}

pub(super) async fn end_lease(tx: &mut Connection, id: ParticipantId) -> Answer<()> {
    diesel::delete(lease::table.find(id)).execute(tx).await?;
    Ok(())
}

/// The name of an account, as colleagues know it.
pub(super) async fn name_of(connection: &mut Connection, who: AccountId) -> Answer<String> {
    let (name, email): (String, String) =
        account::table.find(who).select((account::name, account::email)).first(connection).await?;
    Ok(if name.is_empty() { email } else { name })
}

/// Files of the same conference, drafts aside, that may be about the same human: the same number on the identity paper, or
/// the same birth date (whose names the rules compare).
pub async fn possible_doubles(
    connection: &mut Connection,
    person: &Participant,
    limit: i64,
) -> Answer<Vec<Participant>> {
    let same_number = participant::document_number_digest.eq(person.document_number_digest.clone());
    let same_birth = participant::birth_date.eq(person.birth_date);
    Ok(participant::table
        .filter(participant::conference_id.eq(person.conference_id))
        .filter(participant::id.ne(person.id))
        .filter(participant::status.ne(Status::Draft))
        .filter(same_number.or(same_birth).assume_not_null())
        .order(participant::reference)
        .limit(limit)
        .select(Participant::as_select())
        .load(connection)
        .await?)
}

/// Closed files of the same delegation with the same number on the identity paper, or the same birth date.
pub(super) async fn closed_before(tx: &mut Connection, person: &Participant) -> Answer<Vec<Participant>> {
    let birth: Option<Day> = person.birth_date;
    let same_number = participant::document_number_digest.eq(person.document_number_digest.clone());
    Ok(participant::table
        .filter(participant::conference_id.eq(person.conference_id))
        .filter(participant::delegation_id.eq(person.delegation_id))
        .filter(participant::id.ne(person.id))
        .filter(participant::status.eq_any([Status::Refused, Status::Withdrawn]))
        .filter(same_number.or(participant::birth_date.eq(birth)).assume_not_null())
        .select(Participant::as_select())
        .load(tx)
        .await?)
}

/// What somebody last decided on a file.
pub(super) async fn last_decision_on(
    connection: &mut Connection,
    who: AccountId,
    file: ParticipantId,
) -> Answer<Option<DecisionId>> {
    Ok(decision::table
        .filter(decision::participant_id.eq(file))
        .filter(decision::by_account.eq(who))
        .order((decision::at.desc(), decision::id.desc()))
        .select(decision::id)
        .first(connection)
        .await
        .optional()?)
}
