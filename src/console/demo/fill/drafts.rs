//! What the organisers are still working on: sessions that are not public, some of them without a room or a time, and one that is in
//! another's way.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::{Stage, both};
use super::venue::Rooms;
use crate::db::Connection;
use crate::ids::SessionId;
use crate::programme::SessionKind;
use crate::schema::session;
use crate::web::Answer;

/// A draft: key, kind, title in English and French, the people expected, and its room and hours on the second day.
type Draft =
    (&'static str, SessionKind, &'static str, &'static str, i32, Option<(&'static str, (i64, i64), (i64, i64))>);

const DRAFTS: &[Draft] = &[
    ("workshop-39", SessionKind::Workshop, "Forensics with free tools", "L'expertise avec des outils libres", 60, None),
    ("workshop-40", SessionKind::Workshop, "Interpreters meet prosecutors", "Interprètes et procureurs", 40, None),
    (
        "side-7",
        SessionKind::SideEvent,
        "Open standards for electronic evidence",
        "Normes ouvertes pour la preuve électronique",
        80,
        None,
    ),
    (
        "discussion-9",
        SessionKind::Discussion,
        "After the signature: who does what by when",
        "Après la signature : qui fait quoi, et quand",
        250,
        Some(("red-river", (17, 0), (18, 0))),
    ),
    (
        "press-9",
        SessionKind::PressConference,
        "Questions to the secretariat",
        "Questions au secrétariat",
        120,
        Some(("press-briefing", (13, 40), (14, 10))),
    ),
];

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage, rooms: &Rooms) -> Answer<()> {
    let second_day = |(hour, minute): (i64, i64)| setting.after((24 + hour) * 3600 + minute * 60);
    for (key, kind, en, fr, expected, place) in DRAFTS {
        let room = place.and_then(|(code, ..)| rooms.iter().find(|(known, _)| *known == code)).map(|(_, id)| *id);
        diesel::insert_into(session::table)
            .values((
                session::id.eq(SessionId::new()),
                session::conference_id.eq(stage.conference),
                session::key.eq(*key),
                session::kind.eq(*kind),
                session::title.eq(both(en, fr)),
                session::room_id.eq(room),
                session::starts_at.eq(place.map(|(_, from, _)| second_day(from))),
                session::ends_at.eq(place.map(|(_, _, until)| second_day(until))),
                session::capacity.eq(*expected),
                session::status.eq("draft"),
                session::changed_at.eq(setting.at(-1, 20, 0)),
            ))
            .execute(c)
            .await?;
    }
    Ok(())
}
