//! What sessions of the demonstration say beside place and time, and who signed up: one is full with a waiting list, one waits for an
//! organiser's yes, one is by invitation.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::people::Made;
use super::stage::{Stage, both};
use crate::db::Connection;
use crate::ids::*;
use crate::programme::{SignUpMode, SignUpState};
use crate::schema::*;
use crate::web::Answer;

/// How many places the full one has, and how many wait for one.
const PLACES: usize = 40;
const WAITING: usize = 7;

/// Agenda items, marks of recording, audience and organisers together, before the first release.
pub(super) async fn dress(
    c: &mut Connection,
    stage: &Stage,
    sessions: &[(&'static str, SessionId)],
    delegations: &[DelegationId],
) -> Answer<()> {
    let workshops: Vec<SessionId> =
        sessions.iter().filter(|(key, _)| key.starts_with('w')).map(|(_, id)| *id).collect();
    let debates: Vec<SessionId> =
        sessions.iter().filter(|(key, _)| key.starts_with("debate") || *key == "opening").map(|(_, id)| *id).collect();
    let item = both("Item 3: General debate", "Point 3 : débat général");
    diesel::update(session::table.filter(session::id.eq_any(&debates)))
        .set((session::agenda_item.eq(item), session::recorded.eq(true)))
        .execute(c)
        .await?;
    for (place, id) in workshops.iter().enumerate().step_by(3) {
        let pair = [place, place + 1].map(|place| delegations.get(place * 2 % delegations.len().max(1)).copied());
        diesel::update(session::table.find(*id)).set(session::organiser_id.eq(pair[0])).execute(c).await?;
        if let [Some(first), Some(second)] = pair
            && first != second
        {
            diesel::insert_into(session_organiser::table)
                .values((
                    session_organiser::conference_id.eq(stage.conference),
                    session_organiser::session_id.eq(*id),
                    session_organiser::delegation_id.eq(second),
                ))
                .execute(c)
                .await?;
        }
        for letter in ["E", "D", "O", "N"] {
            let Some((category, _)) = letter.chars().next().and_then(|letter| stage.category(letter)) else { continue };
            diesel::insert_into(session_audience::table)
                .values((
                    session_audience::conference_id.eq(stage.conference),
                    session_audience::session_id.eq(*id),
                    session_audience::category_id.eq(category),
                ))
                .execute(c)
                .await?;
        }
    }
    Ok(())
}

/// Opens the sign-up of three of the last workshops, and signs people up.
pub(super) async fn open(c: &mut Connection, setting: &Setting, stage: &Stage, people: &[Made]) -> Answer<()> {
    let latest: Vec<SessionId> = session::table
        .filter(session::conference_id.eq(stage.conference))
        .filter(session::kind.eq("workshop"))
        .filter(session::status.eq("confirmed"))
        .order((session::starts_at.desc(), session::number.desc()))
        .limit(3)
        .select(session::id)
        .load(c)
        .await?;
    let coming: Vec<ParticipantId> =
        people.iter().filter(|one| one.badge.is_some()).step_by(5).map(|one| one.id).collect();
    let places = i32::try_from(PLACES).unwrap_or(i32::MAX);
    let modes = [
        (SignUpMode::Open, Some(places), PLACES + WAITING),
        (SignUpMode::Approval, Some(30), 12),
        (SignUpMode::Invitation, None, 9),
    ];
    for (nth, (id, (mode, places, many))) in latest.iter().zip(modes).enumerate() {
        let wanted = (session::sign_up.eq(mode), session::sign_up_places.eq(places));
        diesel::update(session::table.find(*id)).set(wanted).execute(c).await?;
        let rows: Vec<_> = coming
            .iter()
            .skip(nth * 60)
            .take(many)
            .enumerate()
            .map(|(place, who)| {
                let state = match mode {
                    SignUpMode::Open if place < PLACES => SignUpState::Placed,
                    SignUpMode::Open => SignUpState::Waiting,
                    SignUpMode::Approval if place % 3 == 0 => SignUpState::Placed,
                    SignUpMode::Approval => SignUpState::Asked,
                    _ if place % 2 == 0 => SignUpState::Placed,
                    _ => SignUpState::Invited,
                };
                let at = setting.at(-3, 9, 0).plus_seconds(i64::try_from(place).unwrap_or(0) * 780);
                (
                    sign_up::id.eq(SignUpId::new()),
                    sign_up::conference_id.eq(stage.conference),
                    sign_up::session_id.eq(*id),
                    sign_up::participant_id.eq(*who),
                    sign_up::status.eq(state),
                    sign_up::queued_at.eq(at),
                    sign_up::changed_at.eq(at),
                )
            })
            .collect();
        if !rows.is_empty() {
            diesel::insert_into(sign_up::table).values(rows).execute(c).await?;
        }
    }
    Ok(())
}
