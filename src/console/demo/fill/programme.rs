//! Sessions with those on stage, three releases, and the stands.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::people::Made;
use super::stage::{Stage, both};
use super::venue::Rooms;
use crate::console::demo::cast::Cast;
use crate::console::demo::programme::{DemoSession, programme};
use crate::console::demo::stands::stands;
use crate::db::Connection;
use crate::ids::*;
use crate::language::FALLBACK;
use crate::schema::*;
use crate::web::{Answer, Problem};

pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Cast,
    delegations: &[DelegationId],
    people: &[Made],
) -> Answer<()> {
    let rooms = super::venue::build(c, setting, stage).await?;
    let sessions = programme(setting.seed, cast);
    // What was released the week before, then what the eve added.
    for (number, name, days, hour) in [(1, "Release 1", -6, 17), (2, "Release 2", -1, 18)] {
        let (mut stage_people, mut made) = (Vec::new(), Vec::new());
        for session in sessions.iter().filter(|session| session.release == number) {
            let id = insert_session(c, setting, stage, &rooms, session).await?;
            made.push((session.key, id));
            stage_people.extend(session.people.iter().enumerate().map(|(ordinal, (role, person))| {
                let of = cast.delegation_of(*person);
                let person_of = &cast.people[*person];
                (
                    session_person::id.eq(SessionPersonId::new()),
                    session_person::conference_id.eq(stage.conference),
                    session_person::session_id.eq(id),
                    session_person::role.eq(*role),
                    session_person::participant_id.eq(people[*person].id),
                    session_person::name.eq(&person_of.name.badge),
                    session_person::title.eq(&person_of.functional_title),
                    session_person::affiliation.eq(of.name.in_language(*FALLBACK).to_owned()),
                    session_person::ordinal.eq(i32::try_from(ordinal).unwrap_or(0)),
                )
            }));
        }
        diesel::insert_into(session_person::table).values(stage_people).execute(c).await?;
        super::sign_up::dress(c, stage, &made, delegations).await?;
        crate::programme::release_as(c, stage.conference, stage.organiser, name, setting.at(days, hour, 0)).await?;
    }
    super::drafts::build(c, setting, stage, &rooms).await?;
    move_this_morning(c, setting, stage, &rooms).await?;
    super::sign_up::open(c, setting, stage, people).await?;
    super::interpreters::build(c, setting, stage).await?;
    insert_stands(c, setting, stage, cast, delegations).await
}

/// The second day's early release: two side events were given other rooms at the same hour.
async fn move_this_morning(c: &mut Connection, setting: &Setting, stage: &Stage, rooms: &Rooms) -> Answer<()> {
    for (key, to) in [("side-6", "jade"), ("side-4", "west-lake")] {
        let room = rooms.iter().find(|(code, _)| *code == to).map(|(_, id)| *id);
        let of = session::table.filter(session::conference_id.eq(stage.conference)).filter(session::key.eq(key));
        let moved = (session::room_id.eq(room), session::changed_at.eq(setting.at(1, 8, 5)));
        diesel::update(of).set(moved).execute(c).await?;
    }
    crate::programme::release_as(c, stage.conference, stage.organiser, "Release 3", setting.at(1, 8, 10)).await?;
    Ok(())
}

async fn insert_session(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    rooms: &Rooms,
    session: &DemoSession,
) -> Answer<SessionId> {
    let id = SessionId::new();
    let room = rooms.iter().find(|(code, _)| *code == session.room).map(|(_, id)| *id);
    diesel::insert_into(session::table)
        .values((
            session::id.eq(id),
            session::conference_id.eq(stage.conference),
            session::key.eq(session.key),
            session::kind.eq(session.kind),
            session::official_number.eq(&session.official_number),
            session::title.eq(&session.title),
            session::description.eq(&session.description),
            session::room_id.eq(room.ok_or_else(|| Problem::broken("a room is missing"))?),
            session::starts_at.eq(setting.after(session.from)),
            session::ends_at.eq(setting.after(session.until)),
            session::is_open.eq(session.is_open),
            session::interpretation.eq(&session.interpretation),
            session::webcast.eq(session.webcast),
            session::status.eq(session.status),
            session::changed_at.eq(setting.at(-6, 16, 0)),
        ))
        .execute(c)
        .await?;
    Ok(id)
}

async fn insert_stands(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Cast,
    delegations: &[DelegationId],
) -> Answer<()> {
    let hall_id = HallId::new();
    diesel::insert_into(hall::table)
        .values((
            hall::id.eq(hall_id),
            hall::conference_id.eq(stage.conference),
            hall::code.eq("exhibition-hall"),
            hall::name.eq(both("Exhibition hall", "Hall d'exposition")),
            hall::area_id.eq(stage.areas[5]),
        ))
        .execute(c)
        .await?;
    let stands = stands(cast);
    let rows: Vec<_> = (0_i32..)
        .zip(&stands)
        .map(|(place, one)| {
            (
                stand::id.eq(StandId::new()),
                stand::conference_id.eq(stage.conference),
                stand::hall_id.eq(hall_id),
                stand::number.eq(&one.number),
                stand::square_metres.eq(one.square_metres),
                stand::power_watts.eq(one.power_watts),
                stand::holder_id.eq(one.holder.map(|place| delegations[place])),
                stand::headline.eq(&one.headline),
                stand::description.eq(&one.description),
                stand::set_up_from.eq(setting.after(one.set_up.0)),
                stand::set_up_until.eq(setting.after(one.set_up.1)),
                stand::dismantle_from.eq(setting.after(one.dismantling.0)),
                stand::dismantle_until.eq(setting.after(one.dismantling.1)),
                stand::ordinal.eq(place),
            )
        })
        .collect();
    diesel::insert_into(stand::table).values(rows).execute(c).await?;
    Ok(())
}
