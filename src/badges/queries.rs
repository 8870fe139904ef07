//! Badges and their holders in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Badge, BadgeKind, BadgeState};
use crate::clock::{Day, Moment};
use crate::conferences::{Area, Category};
use crate::db::Connection;
use crate::delegations::Delegation;
use crate::ids::{AccountId, BadgeId, CategoryId, ConferenceId, ParticipantId};
use crate::language::Localized;
use crate::participants::{Participant, Status};
use crate::schema::{area, badge, category, conference, delegation, opening, participant};
use crate::web::{Answer, Problem};

/// Somebody who has or will have a badge, with all that a badge says.
#[derive(Clone, Debug, Queryable)]
pub struct Holder {
    pub person: Participant,
    pub category: Category,
    pub delegation: Delegation,
}

/// A participant with category and delegation.
///
/// # Errors
/// Not found when there is none at this conference.
pub async fn holder(connection: &mut Connection, conference: ConferenceId, id: ParticipantId) -> Answer<Holder> {
    let found = participant::table
        .inner_join(category::table)
        .inner_join(delegation::table)
        .filter(participant::id.eq(id))
        .filter(participant::conference_id.eq(conference))
        .select((Participant::as_select(), Category::as_select(), Delegation::as_select()))
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// The current badge or collection code of somebody.
pub async fn live(connection: &mut Connection, of: ParticipantId, kind: BadgeKind) -> Answer<Option<Badge>> {
    Ok(badge::table
        .filter(badge::participant_id.eq(of))
        .filter(badge::kind.eq(kind))
        .filter(badge::state.eq_any([BadgeState::Prepared, BadgeState::Live]))
        .select(Badge::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// Everything that was ever issued to somebody, newest first.
pub async fn badges_of(connection: &mut Connection, of: ParticipantId) -> Answer<Vec<Badge>> {
    Ok(badge::table
        .filter(badge::participant_id.eq(of))
        .order(badge::issued_at.desc())
        .select(Badge::as_select())
        .load(connection)
        .await?)
}

pub(super) async fn badge_by_id(connection: &mut Connection, conference: ConferenceId, id: BadgeId) -> Answer<Badge> {
    let found = badge::table
        .find(id)
        .filter(badge::conference_id.eq(conference))
        .select(Badge::as_select())
        .first(connection)
        .await;
    found.optional()?.ok_or(Problem::NotFound)
}

pub(super) async fn badge_by_serial(
    connection: &mut Connection,
    conference: ConferenceId,
    serial: i64,
) -> Answer<Option<Badge>> {
    Ok(badge::table
        .filter(badge::serial.eq(serial))
        .filter(badge::conference_id.eq(conference))
        .select(Badge::as_select())
        .first(connection)
        .await
        .optional()?)
}

/// The areas that a category opens at any hour and that a badge names.
pub(super) async fn areas_of(
    connection: &mut Connection,
    conference: ConferenceId,
    of: CategoryId,
) -> Answer<Vec<Area>> {
    Ok(area::table
        .filter(area::conference_id.eq(conference))
        .filter(area::zone_bit.is_not_null())
        .filter(diesel::dsl::exists(
            opening::table.filter(opening::area_id.eq(area::id)).filter(opening::category_id.eq(of)),
        ))
        .order(area::zone_bit)
        .select(Area::as_select())
        .load(connection)
        .await?)
}

pub(super) struct NewBadge {
    pub conference: ConferenceId,
    pub of: ParticipantId,
    pub kind: BadgeKind,
    pub state: BadgeState,
    pub key: u8,
    pub valid: (Day, Day),
    pub zones: u16,
    pub by: Option<AccountId>,
    pub now: Moment,
}

/// Issues the next number of the conference; `one_live_badge_per_participant` refuses a second current one.
pub(super) async fn insert(tx: &mut Connection, new: &NewBadge) -> Answer<Badge> {
    let number: i32 = diesel::update(conference::table.find(new.conference))
        .set(conference::badges_seen.eq(conference::badges_seen + 1))
        .returning(conference::badges_seen)
        .get_result(tx)
        .await?;
    Ok(diesel::insert_into(badge::table)
        .values((
            badge::id.eq(BadgeId::new()),
            badge::conference_id.eq(new.conference),
            badge::participant_id.eq(new.of),
            badge::kind.eq(new.kind),
            badge::number.eq(number),
            badge::state.eq(new.state),
            badge::key_id.eq(i16::from(new.key)),
            badge::valid_from.eq(new.valid.0),
            badge::valid_until.eq(new.valid.1),
            badge::zones.eq(i32::from(new.zones)),
            badge::issued_at.eq(new.now),
            badge::issued_by.eq(new.by),
        ))
        .returning(Badge::as_returning())
        .get_result(tx)
        .await?)
}

/// Ends a current badge; says whether it was one.
pub(super) async fn end(
    tx: &mut Connection,
    id: BadgeId,
    state: BadgeState,
    reason: &str,
    by: AccountId,
    now: Moment,
) -> Answer<bool> {
    let current = badge::state.eq_any([BadgeState::Prepared, BadgeState::Live]);
    let ended = diesel::update(badge::table.find(id).filter(current))
        .set((badge::state.eq(state), badge::ended_at.eq(now), badge::ended_by.eq(by), badge::ended_reason.eq(reason)))
        .execute(tx)
        .await?;
    Ok(ended == 1)
}

/// Notes that a badge was put on paper.
pub(super) async fn note_print(tx: &mut Connection, id: BadgeId, now: Moment) -> Answer<()> {
    diesel::update(badge::table.find(id))
        .set((badge::printed_at.eq(now), badge::prints.eq(badge::prints + 1)))
        .execute(tx)
        .await?;
    Ok(())
}

/// Makes a prepared badge live in somebody's hands; says whether it was prepared or live and not yet handed over.
pub(super) async fn hand(tx: &mut Connection, id: BadgeId, to: &str, by: AccountId, now: Moment) -> Answer<bool> {
    let target = badge::table
        .find(id)
        .filter(badge::state.eq_any([BadgeState::Prepared, BadgeState::Live]))
        .filter(badge::handed_at.is_null());
    let handed = diesel::update(target)
        .set((
            badge::state.eq(BadgeState::Live),
            badge::handed_at.eq(now),
            badge::handed_by.eq(by),
            badge::handed_to.eq(to),
        ))
        .execute(tx)
        .await?;
    Ok(handed == 1)
}

/// One of the people that the pass desk found.
#[derive(Queryable)]
pub(super) struct Hit {
    pub person: Participant,
    pub category: Category,
    pub delegation: Delegation,
}

/// Approved people whose search words, reference or badge number fit, at most `limit`.
pub(super) async fn find(
    connection: &mut Connection,
    conference: ConferenceId,
    words: &str,
    limit: i64,
) -> Answer<Vec<Hit>> {
    let number: Option<i32> = words.split_whitespace().collect::<String>().parse().ok();
    let mut query = participant::table
        .inner_join(category::table)
        .inner_join(delegation::table)
        .filter(participant::conference_id.eq(conference))
        .filter(participant::status.eq(Status::Approved))
        .into_boxed();
    match number {
        Some(number) => {
            let with_badge = badge::table
                .filter(badge::conference_id.eq(conference))
                .filter(badge::number.eq(number))
                .select(badge::participant_id);
            query = query.filter(participant::reference.eq(number).or(participant::id.eq_any(with_badge)));
        }
        None => {
            for word in crate::language::collation::fold(words).split_whitespace().take(6) {
                let pattern = format!("%{}%", word.replace(['%', '_', '\\'], ""));
                query = query.filter(participant::search.like(pattern));
            }
        }
    }
    Ok(query
        .order(participant::document_name)
        .limit(limit)
        .select((Participant::as_select(), Category::as_select(), Delegation::as_select()))
        .load(connection)
        .await?)
}

/// The badges that were handed over last, with the name of the person and of the delegation, newest first.
pub(super) async fn last_handed(
    connection: &mut Connection,
    conference: ConferenceId,
    most: i64,
) -> Answer<Vec<(Badge, String, Localized)>> {
    Ok(badge::table
        .inner_join(participant::table.inner_join(delegation::table))
        .filter(badge::conference_id.eq(conference))
        .filter(badge::kind.eq(BadgeKind::Badge))
        .filter(badge::handed_at.is_not_null())
        .order(badge::handed_at.desc())
        .limit(most)
        .select((Badge::as_select(), participant::document_name, delegation::name))
        .load(connection)
        .await?)
}

/// Locks a participant's row, so that two desks do not print for one person at once.
pub(super) async fn lock_holder(tx: &mut Connection, conference: ConferenceId, id: ParticipantId) -> Answer<()> {
    let found = participant::table
        .filter(participant::id.eq(id))
        .filter(participant::conference_id.eq(conference))
        .for_no_key_update()
        .select(participant::id)
        .first::<ParticipantId>(tx)
        .await;
    found.optional()?.ok_or(Problem::NotFound)?;
    Ok(())
}

/// A badge with whose it is.
#[derive(Clone, Debug, Queryable)]
pub(super) struct Line {
    pub badge: Badge,
    pub reference: i32,
    pub badge_name: String,
    pub document_name: String,
    /// The delegation's key.
    pub delegation: String,
    pub letter: String,
}

/// How many badges and collection codes that are still good bear a code of each key, over all conferences.
pub async fn current_by_key(connection: &mut Connection) -> Answer<Vec<(i16, i64)>> {
    Ok(badge::table
        .filter(badge::state.eq_any([BadgeState::Prepared, BadgeState::Live]))
        .group_by(badge::key_id)
        .order(badge::key_id)
        .select((badge::key_id, diesel::dsl::count_star()))
        .load(connection)
        .await?)
}

/// Every badge of a conference with its holder, by number.
pub(super) async fn lines(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Line>> {
    Ok(badge::table
        .inner_join(participant::table.inner_join(category::table).inner_join(delegation::table))
        .filter(badge::conference_id.eq(conference))
        .order((badge::number, badge::serial))
        .select((
            Badge::as_select(),
            participant::reference,
            participant::badge_name,
            participant::document_name,
            delegation::key,
            category::letter,
        ))
        .load(connection)
        .await?)
}
