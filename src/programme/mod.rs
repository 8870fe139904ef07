//! The programme: meeting rooms, sessions and who is on stage, kept as a draft and published in named, frozen releases.
//!
//! Programme managers and organisers keep it; the public sees only releases, as pages and as feeds. No release holds
//! two sessions in one room at once: the form of a session refuses to confirm such a thing, the timetable warns and lets organisers
//! rearrange. Whatever else may be wrong is said and left to people.

mod actions;
mod export;
mod feeds;
mod brought;
mod import;
mod import_schedule;
mod mails;
mod model;
mod pages;
mod queries;
mod rules;
mod schedule;
mod tongues;
mod venue_sheet;
mod wording;

pub use actions::agenda::forget_agendas;
pub use actions::{NewSession, fill_free_places, release, release_as, save_room, save_session};
pub use brought::{Brought, import_brought, read_brought};
pub use export::programme_sheet;
pub use import::{ImportReport, import_programme};
pub use model::{
    Circle, Facts, Link, MeetingRoom, OnStage, Released, Session, SessionKind, SessionStatus, SignUpMode, SignUpState,
    StageRole,
};
pub use queries::{sessions, upcoming};
pub use rules::{code_of, key_for};
pub use schedule::Wrong;

/// The conflict engine: pure, so that it can be measured by itself.
pub mod conflicts {
    pub use super::rules::{Claim, Coming, Doubt, Doubts, Engine, Ground, OnStage, Place, Span, Standing, Team};
}

use crate::ids::ConferenceId;
use crate::web::routes::Entry;

/// The topic under which it is told that there is a new release: what the public follows, and nothing of the draft.
fn news_topic(conference: ConferenceId) -> String {
    format!("released:{conference}")
}

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/{conference}/programme" => pages::public::day;
        GET "/{conference}/programme.ics" => pages::feeds::ics;
        GET "/{conference}/programme.xml" => pages::feeds::xml;
        GET "/{conference}/programme.json" => pages::feeds::json;
        GET "/{conference}/programme/news" => pages::public::news;
        GET "/{conference}/programme/changes" => pages::changes::show;
        GET "/{conference}/programme/now" => pages::now::show;
        GET "/{conference}/programme/sessions/{session}" => pages::session::show;
        GET "/{conference}/programme/sessions/{session}/calendar.ics" => pages::feeds::session;
        GET "/{conference}/programme/people/{key}" => pages::person::show;
        GET "/{conference}/programme/rooms/{room}/calendar.ics" => pages::feeds::room;
        GET "/{conference}/programme/rooms/{room}/plan" => pages::place::plan;
        GET "/{conference}/agenda" => pages::agenda::show;
        POST "/{conference}/agenda/sessions/{session}/add" => pages::agenda::add;
        POST "/{conference}/agenda/sessions/{session}/remove" => pages::agenda::remove;
        POST "/{conference}/agenda/seen" => pages::agenda::seen;
        POST "/{conference}/agenda/renewal" => pages::agenda::renew;
        POST "/{conference}/agenda/removal" => pages::agenda::forget;
        GET "/{conference}/agendas/{secret}" => pages::agenda_links::show;
        POST "/{conference}/agendas/{secret}" => pages::agenda_links::keep;
        GET "/{conference}/agendas/{secret}/calendar.ics" => pages::agenda_links::calendar;
        GET "/{conference}/journal" => pages::journal::latest;
        GET "/{conference}/journal/{day}" => pages::journal::day;
        GET "/{conference}/journal/{day}/{language}" => pages::journal::in_language;
        GET "/{conference}/screens/overview" => pages::screens::overview;
        GET "/{conference}/screens/rooms/{code}" => pages::screens::room;
        GET "/{conference}/screens/worker.js" => pages::screens::worker;
        GET "/{conference}/programme/manage/screens" => pages::screen_list::show;
        GET "/{conference}/programme/manage" => pages::list::show;
        GET "/{conference}/programme/manage/timetable" => pages::timetable::show;
        GET "/{conference}/programme/manage/timetable/news" => pages::timetable::news;
        POST "/{conference}/programme/manage/timetable/undo" => pages::timetable::undo;
        POST "/{conference}/programme/manage/timetable/redo" => pages::timetable::redo;
        GET "/{conference}/programme/manage/timetable/{session}" => pages::timetable::show_place;
        GET "/{conference}/programme/manage/timetable/{session}/outlook" => pages::timetable::outlook;
        POST "/{conference}/programme/manage/timetable/{session}/place" => pages::timetable::put;
        GET "/{conference}/programme/manage/sessions/new" => pages::edit::new;
        POST "/{conference}/programme/manage/sessions/new" => pages::edit::create;
        GET "/{conference}/programme/manage/sessions/{session}" => pages::edit::show;
        POST "/{conference}/programme/manage/sessions/{session}" => pages::edit::save;
        GET "/{conference}/programme/sessions/{session}/documents/{document}" => pages::documents::read_public;
        GET "/{conference}/programme/manage/sessions/{session}/documents" => pages::documents::list;
        POST "/{conference}/programme/manage/sessions/{session}/documents" => pages::documents::add;
        GET "/{conference}/programme/manage/sessions/{session}/documents/{document}" => pages::documents::read;
        POST "/{conference}/programme/manage/sessions/{session}/documents/{document}" => pages::documents::change;
        GET "/{conference}/programme/manage/sessions/{session}/repeat" => pages::repeat::show;
        POST "/{conference}/programme/manage/sessions/{session}/repeat" => pages::repeat::make;
        GET "/{conference}/programme/sessions/{session}/sign-up" => pages::sign_up::way::show;
        GET "/people/{participant}/sessions" => pages::sign_up::own::show;
        GET "/people/{participant}/sessions.ics" => pages::sign_up::own::calendar;
        POST "/people/{participant}/sessions/{session}" => pages::sign_up::own::act;
        GET "/{conference}/programme/manage/sessions/{session}/sign-up" => pages::sign_up::staff::show;
        POST "/{conference}/programme/manage/sessions/{session}/sign-up" => pages::sign_up::staff::settings;
        GET "/{conference}/programme/manage/sessions/{session}/sign-up/export" => pages::sign_up::staff::export;
        POST "/{conference}/programme/manage/sessions/{session}/sign-up/people" => pages::sign_up::staff::act;
        POST "/{conference}/programme/manage/sessions/{session}/sign-up/invitations" => pages::sign_up::staff::invite;
        GET "/{conference}/programme/manage/people" => pages::stage_view::looked_for;
        GET "/{conference}/programme/manage/sessions/{session}/guests/{person}" => pages::guest::show;
        POST "/{conference}/programme/manage/sessions/{session}/guests/{person}" => pages::guest::invite;
        GET "/{conference}/programme/manage/sessions/{session}/urgent" => pages::urgent::show;
        POST "/{conference}/programme/manage/sessions/{session}/urgent" => pages::urgent::publish;
        GET "/{conference}/programme/manage/rooms" => pages::rooms::list;
        GET "/{conference}/programme/manage/rooms/export" => pages::rooms::export;
        GET "/{conference}/programme/manage/rooms/new" => pages::room_form::new;
        POST "/{conference}/programme/manage/rooms/new" => pages::room_form::create;
        GET "/{conference}/programme/manage/rooms/{room}" => pages::room::show;
        GET "/{conference}/programme/manage/rooms/{room}/edit" => pages::room_form::show;
        POST "/{conference}/programme/manage/rooms/{room}/edit" => pages::room_form::save;
        POST "/{conference}/programme/manage/rooms/{room}/blockers" => pages::room::block;
        POST "/{conference}/programme/manage/rooms/{room}/blockers/{blocker}/end" => pages::room::end;
        POST "/{conference}/programme/manage/rooms/{room}/blockers/{blocker}/remove" => pages::room::remove;
        POST "/{conference}/programme/manage/rooms/{room}/blockers/{blocker}/put-back" => pages::room::put_back;
        POST "/{conference}/programme/manage/rooms/{room}/pictures" => pages::room::keep_pictures;
        GET "/{conference}/programme/manage/rooms/{room}/photo" => pages::room::photo;
        GET "/{conference}/programme/manage/rooms/{room}/plan" => pages::room::plan;
        GET "/{conference}/programme/manage/venue" => pages::venue::show;
        POST "/{conference}/programme/manage/venue/buildings" => pages::venue::add_building;
        POST "/{conference}/programme/manage/venue/buildings/{building}" => pages::venue::save_building;
        POST "/{conference}/programme/manage/venue/walks" => pages::venue::save_walks;
        GET "/{conference}/programme/manage/interpreters" => pages::interpreters::list;
        POST "/{conference}/programme/manage/interpreters" => pages::interpreters::add;
        GET "/{conference}/programme/manage/interpreters/{team}" => pages::interpreters::show;
        POST "/{conference}/programme/manage/interpreters/{team}" => pages::interpreters::save;
        POST "/{conference}/programme/manage/interpreters/{team}/removal" => pages::interpreters::remove;
        GET "/{conference}/programme/manage/arrivals" => pages::arrivals::show;
        POST "/{conference}/programme/manage/arrivals" => pages::arrivals::save;
        GET "/{conference}/programme/manage/export" => pages::list::export;
        GET "/{conference}/programme/manage/import" => pages::import::show;
        POST "/{conference}/programme/manage/import" => pages::import::look;
        GET "/{conference}/programme/manage/import/{file}" => pages::import::preview;
        POST "/{conference}/programme/manage/import/{file}" => pages::import::carry_out;
        GET "/{conference}/programme/manage/release" => pages::release::show;
        POST "/{conference}/programme/manage/release" => pages::release::publish;
        GET "/{conference}/programme/manage/releases" => pages::releases::list;
        GET "/{conference}/programme/manage/releases/{release}" => pages::releases::show;
    }
}
