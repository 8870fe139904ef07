//! Where a session is, for the public: building, floor, how one gets in, and the plan.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::super::model::Accessibility;
use super::super::queries;
use super::super::rules::Tree;
use super::room::{eyebrow, picture};
use super::room_form::access_label;
use crate::conferences::AtConference;
use crate::db::{Connection, Db};
use crate::ids::MeetingRoomId;
use crate::web::{Answer, Problem};

/// What the public is told of a room.
pub struct Place {
    /// Building and floor.
    pub stands: String,
    pub marks: Vec<String>,
    pub note: String,
    /// The address of its plan, or of the plan of the hall it is a part of; empty where there is none.
    pub plan: String,
}

/// The place of a session. A release names the room; where the room stands is as it is now.
pub async fn place_of(by: &AtConference, connection: &mut Connection, id: MeetingRoomId) -> Answer<Place> {
    let language = by.language();
    let rooms = queries::rooms(connection, by.conference().id).await?;
    let buildings = queries::buildings(connection, by.conference().id).await?;
    let tree = Tree::of(&rooms);
    let room = rooms.iter().find(|room| room.id == id).ok_or(Problem::NotFound)?;
    let building = tree.building(id).and_then(|id| buildings.iter().find(|one| one.id == id));
    let halls = tree.up(id);
    let has_plan = rooms.iter().any(|room| halls.contains(&room.id) && room.plan_id.is_some());
    let marks = Accessibility::ALL.iter().filter(|mark| room.has(**mark));
    Ok(Place {
        stands: eyebrow(building, room, language),
        marks: marks.map(|mark| access_label(*mark, language)).collect(),
        note: room.access_note.in_language(language).to_owned(),
        plan: if has_plan { by.path(&format!("/programme/rooms/{id}/plan")) } else { String::new() },
    })
}

/// `GET /{conference}/programme/rooms/{room}/plan`: of a room that the public programme names.
pub async fn plan(by: AtConference, path: Path<(String, MeetingRoomId)>, db: Db) -> Answer<HttpResponse> {
    let (id, conference) = (path.1, by.conference().id);
    let file = {
        let mut connection = db.connection().await?;
        let release = queries::latest_release(&mut connection, conference).await?.ok_or(Problem::NotFound)?;
        let sessions = queries::released(&mut connection, conference, release.id).await?;
        if sessions.iter().all(|session| session.room_id != id) {
            return Err(Problem::NotFound);
        }
        let rooms = queries::rooms(&mut connection, conference).await?;
        let halls = Tree::of(&rooms).up(id);
        halls.iter().find_map(|hall| rooms.iter().find(|room| room.id == *hall)?.plan_id)
    };
    picture(db, by.visit(), conference, file).await
}
