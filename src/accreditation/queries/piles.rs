//! The officer's piles: which files wait for whom, oldest first.

use diesel::dsl::{count_star, exists, max, not};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::accreditation::model::{ClearanceKind, ClearanceState, Step};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, CategoryId, ConferenceId, DelegationId};
use crate::participants::{Participant, Status};
use crate::schema::{account, clearance, decision, lease, participant};
use crate::web::Answer;

crate::text_enum! {
    /// What lies together on the officer's desk.
    pub enum Pile {
        /// Handed in, and an authority that the officer speaks for has not answered.
        Waiting = "waiting",
        /// Of these, the ones that were returned or asked something once and came back.
        Changed = "changed",
        /// Of these, the ones nominated after the window.
        Late = "late",
        OnHold = "on_hold",
        /// Back with their delegations.
        Returned = "returned",
        /// Handed in, and waiting for other authorities.
        Elsewhere = "elsewhere",
        Approved = "approved",
        /// Refused or withdrawn.
        Closed = "closed",
    }
}

/// Which files are asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub pile: Pile,
    /// The authorities of whoever asks; those who only look on see what waits for anybody.
    pub authorities: Vec<ClearanceKind>,
    pub category: Option<CategoryId>,
    pub delegation: Option<DelegationId>,
    pub words: Vec<(String, Vec<DelegationId>)>,
}

/// How many delegations are named as having just sent files.
const DELEGATIONS_JUST_IN: i64 = 4;

type Boxed<'a> = participant::BoxedQuery<'a, Pg>;

diesel::alias!(clearance as earlier: Earlier);

/// Files for which an authority among these has still to answer and no earlier step is open; and those that wait for nobody
/// any more, which anybody may close.
macro_rules! waits_for {
    ($authorities:expr) => {
        not(exists(
            clearance::table
                .filter(clearance::participant_id.eq(participant::id))
                .filter(clearance::state.ne(ClearanceState::Given)),
        ))
        .or(exists(
            clearance::table
                .filter(clearance::participant_id.eq(participant::id))
                .filter(clearance::state.eq(ClearanceState::Open))
                .filter(clearance::kind.eq_any($authorities))
                .filter(not(exists(
                    earlier
                        .filter(earlier.field(clearance::participant_id).eq(participant::id))
                        .filter(earlier.field(clearance::state).eq(ClearanceState::Open))
                        .filter(earlier.field(clearance::step).lt(clearance::step)),
                ))),
        ))
    };
}

fn wanted_files(conference: ConferenceId, wanted: &Wanted) -> Boxed<'static> {
    let query = participant::table.filter(participant::conference_id.eq(conference)).into_boxed();
    let submitted = || participant::status.eq(Status::Submitted);
    let came_back = exists(
        decision::table
            .filter(decision::participant_id.eq(participant::id))
            .filter(decision::step.eq_any([Step::Return, Step::Ask])),
    );
    let authorities = wanted.authorities.clone();
    let mut query = match wanted.pile {
        Pile::Waiting => query.filter(submitted()).filter(waits_for!(authorities)),
        Pile::Changed => query.filter(submitted()).filter(waits_for!(authorities)).filter(came_back),
        Pile::Late => {
            query.filter(submitted()).filter(waits_for!(authorities)).filter(participant::late_reason.is_not_null())
        }
        Pile::Elsewhere => query.filter(submitted()).filter(not(waits_for!(authorities))),
        Pile::OnHold => query.filter(participant::status.eq(Status::OnHold)),
        Pile::Returned => query.filter(participant::status.eq(Status::Returned)),
        Pile::Approved => query.filter(participant::status.eq(Status::Approved)),
        Pile::Closed => query.filter(participant::status.eq_any([Status::Refused, Status::Withdrawn])),
    };
    if let Some(category) = wanted.category {
        query = query.filter(participant::category_id.eq(category));
    }
    if let Some(delegation) = wanted.delegation {
        query = query.filter(participant::delegation_id.eq(delegation));
    }
    for (word, delegations) in &wanted.words {
        let found = participant::search.like(format!("%{word}%"));
        query = query.filter(found.or(participant::delegation_id.eq_any(delegations.clone())));
    }
    query
}

/// How many files a pile holds.
pub async fn count_files(connection: &mut Connection, conference: ConferenceId, wanted: &Wanted) -> Answer<i64> {
    Ok(wanted_files(conference, wanted).count().get_result(connection).await?)
}

/// The sizes of all piles, for the same category, delegation and words.
pub async fn pile_sizes(
    connection: &mut Connection,
    conference: ConferenceId,
    wanted: &Wanted,
) -> Answer<Vec<(Pile, i64)>> {
    let mut sizes = Vec::new();
    for pile in Pile::ALL {
        let size = count_files(connection, conference, &Wanted { pile: *pile, ..wanted.clone() }).await?;
        sizes.push((*pile, size));
    }
    Ok(sizes)
}

/// The delegations whose files arrived last among those that wait: how many of each since then, the newest first.
pub async fn just_in(
    connection: &mut Connection,
    conference: ConferenceId,
    authorities: &[ClearanceKind],
    since: Moment,
) -> Answer<Vec<(DelegationId, i64)>> {
    Ok(participant::table
        .filter(participant::conference_id.eq(conference))
        .filter(participant::status.eq(Status::Submitted))
        .filter(participant::submitted_at.gt(since))
        .filter(waits_for!(authorities.to_vec()))
        .group_by(participant::delegation_id)
        .order(max(participant::submitted_at).desc())
        .select((participant::delegation_id, count_star()))
        .limit(DELEGATIONS_JUST_IN)
        .load(connection)
        .await?)
}

/// A file of a pile, and on whose desk it lies.
pub type Filed = (Participant, Option<(AccountId, String, Moment)>);

/// Some files of a pile, the longest waiting first.
pub async fn files(
    connection: &mut Connection,
    conference: ConferenceId,
    wanted: &Wanted,
    (offset, limit): (i64, i64),
) -> Answer<Vec<Filed>> {
    let people: Vec<Participant> = wanted_files(conference, wanted)
        .order((participant::submitted_at, participant::reference))
        .offset(offset)
        .limit(limit)
        .select(Participant::as_select())
        .load(connection)
        .await?;
    with_desks(connection, people).await
}

/// The next files of a pile behind one of them, in the same order.
pub async fn files_after(
    connection: &mut Connection,
    conference: ConferenceId,
    wanted: &Wanted,
    behind: &Participant,
    limit: i64,
) -> Answer<Vec<Filed>> {
    let place = (behind.submitted_at, behind.reference);
    let people: Vec<Participant> = wanted_files(conference, wanted)
        .filter(participant::id.ne(behind.id))
        .filter(
            participant::submitted_at
                .gt(place.0)
                .or(participant::submitted_at.eq(place.0).and(participant::reference.gt(place.1)))
                .assume_not_null(),
        )
        .order((participant::submitted_at, participant::reference))
        .limit(limit)
        .select(Participant::as_select())
        .load(connection)
        .await?;
    with_desks(connection, people).await
}

async fn with_desks(connection: &mut Connection, people: Vec<Participant>) -> Answer<Vec<Filed>> {
    let keys: Vec<_> = people.iter().map(|person| person.id).collect();
    let desks: Vec<(crate::ids::ParticipantId, AccountId, String, Moment)> = lease::table
        .inner_join(account::table)
        .filter(lease::participant_id.eq_any(keys))
        .select((lease::participant_id, account::id, account::name, lease::until))
        .load(connection)
        .await?;
    let desk = |person: &Participant| {
        desks.iter().find(|desk| desk.0 == person.id).map(|(_, who, name, until)| (*who, name.clone(), *until))
    };
    Ok(people.into_iter().map(|person| (desk(&person), person)).map(|(desk, person)| (person, desk)).collect())
}
