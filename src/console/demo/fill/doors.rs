//! Who has a pass for the signing room, and at whom gates look twice.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::people::Made;
use super::stage::Stage;
use crate::console::demo::cast::Cast;
use crate::db::Connection;
use crate::ids::{NoteId, PassId};
use crate::schema::{area_pass, attention_note};
use crate::web::Answer;

/// How many heads of delegation hold a pass for the signing room.
const SIGNATORIES: usize = 40;

/// What gates are told, each about another head of delegation.
const NOTES: &[&str] = &[
    "Protocol meets the car: tell channel 2 on arrival",
    "Comes with two close-protection officers, both badged",
    "Arrive avec son interprète : laisser passer ensemble",
    "Portrait is older: compare with the passport once",
];

pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Cast,
    people: &[Made],
) -> Answer<()> {
    let heads: Vec<&Made> = people
        .iter()
        .zip(&cast.people)
        .filter(|(made, person)| made.badge.is_some() && person.category == 'E')
        .map(|(made, _)| made)
        .collect();
    let passes: Vec<_> = heads
        .iter()
        .take(SIGNATORIES)
        .map(|head| {
            (
                area_pass::id.eq(PassId::new()),
                area_pass::conference_id.eq(stage.conference),
                area_pass::area_id.eq(stage.areas[6]),
                area_pass::participant_id.eq(head.id),
                area_pass::opens_at.eq(setting.at(0, 8, 0)),
                area_pass::closes_at.eq(setting.at(2, 0, 0)),
                area_pass::granted_at.eq(setting.at(-1, 15, 0)),
                area_pass::granted_by.eq(stage.organiser),
            )
        })
        .collect();
    diesel::insert_into(area_pass::table).values(passes).execute(c).await?;
    let noted = heads.iter().step_by(7).zip(NOTES).map(|(head, note)| {
        (
            attention_note::id.eq(NoteId::new()),
            attention_note::conference_id.eq(stage.conference),
            attention_note::participant_id.eq(head.id),
            attention_note::note.eq(note),
            attention_note::set_at.eq(setting.at(-1, 17, 0)),
            attention_note::set_by.eq(stage.security),
        )
    });
    diesel::insert_into(attention_note::table).values(noted.collect::<Vec<_>>()).execute(c).await?;
    Ok(())
}
