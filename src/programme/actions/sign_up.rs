//! Signing up for a session: taking a place, waiting for one, leaving it to the next. A place that becomes free goes to whoever has waited
//! longest, in the same transaction, and they are told.

use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{Conference, OnDuty, ProgrammeManager, conference_by_id};
use crate::db::Connection;
use crate::ids::{ParticipantId, SessionId};
use crate::participants::{Myself, Participant, participant_by_id};
use crate::programme::mails::sign_up::{News, Teller};
use crate::programme::model::{Circle, Released, SignUp, SignUpMode, SignUpState};
use crate::programme::queries::{self, Act};
use crate::programme::rules::{Becomes, OwnAct, StaffAct, admits, objection, own_step, staff_step};
use crate::web::{Answer, Problem, Site, announce};

/// Does what somebody asks about their own place; gives where they stand then.
///
/// # Errors
/// Not found when the session is not public; refused when it is not theirs to do, and when joining is too late or not for them.
pub async fn act_for_oneself(
    tx: &mut Connection,
    by: &Myself,
    session: SessionId,
    act: OwnAct,
    now: Moment,
) -> Answer<SignUp> {
    let (conference, person) = (by.conference(), by.participant());
    let row = queries::released_one(tx, conference.id, session).await?;
    let desk = queries::desk(tx, conference.id, session).await?;
    let former = queries::sign_up_of(tx, conference.id, session, person.id).await?;
    if act == OwnAct::Join {
        let circle = circle_of(tx, conference, session).await?;
        let off = (row.starts_at, row.cancelled);
        if let Some(key) = objection(&desk, &circle, off, (person.status, person.category_id), now) {
            return Err(Problem::refused(key));
        }
    }
    let becomes = own_step(former.as_ref().map(|one| one.status), act, desk.mode);
    let Some(becomes) = becomes else {
        // Pressed twice, it is done once.
        return former.ok_or_else(|| Problem::refused("sign-up-not-open"));
    };
    let doing = Act { conference: conference.id, session, by: Some(by.account()), reason: "", now };
    let after = put(tx, &doing, person.id, becomes).await?;
    let teller = Teller { site: by.visit().site(), conference, session: &row, now };
    fill(tx, &teller, Some(person.id)).await?;
    let verb = match act {
        OwnAct::Join => "sign_up",
        OwnAct::Leave => "withdraw_sign_up",
        OwnAct::Decline => "decline_invitation",
    };
    record(tx, Some(conference.id), Who::Account(by.account()), verb, ("session", session.0), now).await?;
    announce(tx, &topic(session)).await?;
    let seen = queries::sign_up_of(tx, conference.id, session, person.id).await?;
    Ok(seen.unwrap_or(after))
}

/// The topic under which it is told that somebody has signed up or left.
pub fn topic(session: SessionId) -> String {
    format!("sign-up:{session}")
}

async fn circle_of(tx: &mut Connection, conference: &Conference, session: SessionId) -> Answer<Circle> {
    Ok(queries::circles(tx, conference.id).await?.remove(&session).unwrap_or_default())
}

/// Brings somebody where an act leads.
async fn put(tx: &mut Connection, act: &Act<'_>, who: ParticipantId, becomes: Becomes) -> Answer<SignUp> {
    let state = match becomes {
        Becomes::State(state) => return queries::set_sign_up(tx, act, who, state).await,
        Becomes::InQueue | Becomes::First => SignUpState::Waiting,
    };
    let mut sign_up = queries::set_sign_up(tx, act, who, state).await?;
    let first = queries::first_waiting(tx, act.session).await?;
    let is_next = becomes == Becomes::First || first.is_none_or(|first| first.id == sign_up.id);
    if is_next && queries::take_place(tx, sign_up.id, act.now).await? {
        sign_up.status = SignUpState::Placed;
    }
    Ok(sign_up)
}

/// Gives free places to those who have waited longest, and tells them; `but` knows already. Whoever else gives out places of the
/// session is waited for, so each place is given once.
async fn fill(tx: &mut Connection, teller: &Teller<'_>, but: Option<ParticipantId>) -> Answer<usize> {
    let mut given = 0;
    let (conference, session) = (teller.conference.id, teller.session.session_id);
    let mut desk = queries::lock_desk(tx, conference, session).await?;
    while !desk.is_full() {
        let Some(next) = queries::first_waiting(tx, session).await? else { break };
        if !queries::take_place(tx, next.id, teller.now).await? {
            break;
        }
        desk.taken += 1;
        given += 1;
        if Some(next.participant_id) != but {
            let person = participant_by_id(tx, conference, next.participant_id).await?;
            teller.tell(tx, &person, News::Promoted, "").await?;
        }
    }
    Ok(given)
}

/// What an organiser wants of several people at once.
pub struct PlacesWanted<'a> {
    pub session: SessionId,
    pub people: &'a [ParticipantId],
    pub act: StaffAct,
    pub reason: &'a str,
}

/// What became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlacesDone {
    pub changed: usize,
    /// Approved, but without a place yet.
    pub waiting: usize,
    /// Of whom there was nothing to do.
    pub left: usize,
}

/// Approves, refuses, puts first, takes places back or invites; each person is told.
///
/// # Errors
/// Refused when somebody is to be put first without a free place, refused or put first without a reason; not found when the session is not
/// public, for nobody can be told of it.
pub async fn act_for_others(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    wanted: &PlacesWanted<'_>,
    now: Moment,
) -> Answer<PlacesDone> {
    let (conference, session) = (by.conference(), wanted.session);
    let reason = wanted.reason.trim();
    if reason.is_empty() && matches!(wanted.act, StaffAct::Promote | StaffAct::TakeBack) {
        return Err(Problem::refused("sign-up-reason-wanted"));
    }
    let row = public(tx, conference, session).await?;
    let circle = circle_of(tx, conference, session).await?;
    let teller = Teller { site: by.visit().site(), conference, session: &row, now };
    let doing = Act { conference: conference.id, session, by: Some(by.account()), reason, now };
    let mut done = PlacesDone::default();
    for id in wanted.people {
        let person = participant_by_id(tx, conference.id, *id).await?;
        let former = queries::sign_up_of(tx, conference.id, session, *id).await?;
        let step = staff_step(former.map(|one| one.status), wanted.act);
        let fits = wanted.act != StaffAct::Invite || may_be_invited(&person, &circle);
        let Some(becomes) = step.filter(|_| fits) else {
            done.left += 1;
            continue;
        };
        let after = put(tx, &doing, *id, becomes).await?;
        if becomes == Becomes::First && after.status != SignUpState::Placed {
            return Err(Problem::refused("sign-up-no-place-free"));
        }
        done.changed += 1;
        done.waiting += usize::from(after.status == SignUpState::Waiting);
        teller.tell(tx, &person, news(wanted.act, after.status), reason).await?;
    }
    fill(tx, &teller, None).await?;
    let who = Who::Account(by.account());
    record(tx, Some(conference.id), who, &format!("sign_up_{}", wanted.act), ("session", session.0), now).await?;
    announce(tx, &topic(session)).await?;
    Ok(done)
}

/// Whether somebody can be invited: they come to the conference, and the session is for their category.
pub fn may_be_invited(person: &Participant, circle: &Circle) -> bool {
    person.status.holds_a_place() && admits(circle, person.category_id)
}

fn news(act: StaffAct, state: SignUpState) -> News {
    match (act, state) {
        (StaffAct::Invite, _) => News::Invited,
        (StaffAct::TakeBack, _) => News::TakenBack,
        (StaffAct::Promote, _) => News::Promoted,
        (_, SignUpState::Placed) => News::Placed,
        (_, SignUpState::Waiting) => News::Waiting,
        _ => News::Refused,
    }
}

async fn public(tx: &mut Connection, conference: &Conference, session: SessionId) -> Answer<Released> {
    match queries::released_one(tx, conference.id, session).await {
        Err(Problem::NotFound) => Err(Problem::refused("sign-up-not-public")),
        other => other,
    }
}

/// Says how one signs up; where there are more places than before, those who wait get them.
///
/// # Errors
/// Refused where more people have a place than there would be.
pub async fn set_desk(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    session: SessionId,
    wanted: (SignUpMode, Option<Moment>, Option<i32>),
    now: Moment,
) -> Answer<usize> {
    let conference = by.conference();
    queries::lock_desk(tx, conference.id, session).await?;
    queries::set_desk(tx, conference.id, session, wanted).await?;
    record(tx, Some(conference.id), Who::Account(by.account()), "set_sign_up", ("session", session.0), now).await?;
    announce(tx, &topic(session)).await?;
    match queries::released_one(tx, conference.id, session).await {
        Ok(row) => fill(tx, &Teller { site: by.visit().site(), conference, session: &row, now }, None).await,
        Err(Problem::NotFound) => Ok(0),
        Err(problem) => Err(problem),
    }
}

/// Gives out what became free without anybody acting here: somebody withdrew from the conference, say.
pub async fn fill_free_places(tx: &mut Connection, site: &Site, now: Moment) -> Answer<usize> {
    let mut given = 0;
    for (conference, session) in queries::unfilled(tx).await? {
        let conference = conference_by_id(tx, conference).await?;
        let row = match queries::released_one(tx, conference.id, session).await {
            Ok(row) if !row.cancelled && now < row.starts_at => row,
            Ok(_) | Err(Problem::NotFound) => continue,
            Err(problem) => return Err(problem),
        };
        given += fill(tx, &Teller { site, conference: &conference, session: &row, now }, None).await?;
        announce(tx, &topic(session)).await?;
    }
    Ok(given)
}
