//! Rows of rooms, sessions and releases.

mod documents;
mod moves;
mod sign_up;
mod stage;
mod teams;
mod venue;

pub use documents::{DOCUMENT_BYTES, DOCUMENT_TYPES, Document};
pub use moves::{Slot, Step};
pub use sign_up::{Desk, SignUp, SignUpMode, SignUpState};
pub use stage::{Link, OnStage};
pub use teams::InterpreterTeam;
pub use venue::{Accessibility, Blocker, Building, Layout, RoomLayout, RoomWindow, Walk};

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::prelude::*;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Jsonb;
use serde::{Deserialize, Serialize};

use super::schedule::Origin;
use crate::clock::Moment;
use crate::ids::{
    AreaId, BuildingId, CategoryId, DelegationId, FileId, MeetingRoomId, ParticipantId, ReleaseId, SessionId,
};
use crate::language::{Language, Localized};
use crate::schema::{meeting_room, release, released_session, session, session_person};

crate::text_enum! {
    /// What a session is.
    pub enum SessionKind {
        Opening = "opening",
        Plenary = "plenary",
        HighLevelDebate = "high_level_debate",
        Discussion = "discussion",
        Workshop = "workshop",
        SideEvent = "side_event",
        Signing = "signing",
        PressConference = "press_conference",
        Ceremony = "ceremony",
        Reception = "reception",
        Break = "break",
    }
}

crate::text_enum! {
    /// Where a session stands; only confirmed and cancelled ones are released.
    pub enum SessionStatus {
        Draft = "draft",
        Confirmed = "confirmed",
        Cancelled = "cancelled",
    }
}

crate::text_enum! {
    /// What somebody does on stage.
    pub enum StageRole {
        Chair = "chair",
        CoChair = "co_chair",
        Moderator = "moderator",
        Speaker = "speaker",
        Panelist = "panelist",
        Rapporteur = "rapporteur",
    }
}

impl SessionStatus {
    /// Which mark of state a page shows beside its word.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Confirmed => "ok",
            Self::Cancelled => "gone",
        }
    }
}

/// A room that sessions are held in.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = meeting_room)]
pub struct MeetingRoom {
    pub id: MeetingRoomId,
    pub code: String,
    pub name: Localized,
    pub area_id: Option<AreaId>,
    pub capacity: Option<i32>,
    pub ordinal: i32,
    pub version: i32,
    pub building_id: Option<BuildingId>,
    /// As it is written in the lift: `2`, `G`, `mezzanine`.
    pub floor: String,
    /// The hall that this room is a part of.
    pub part_of: Option<MeetingRoomId>,
    pub equipment: Localized,
    /// Booths for interpretation.
    pub booths: i32,
    /// Texts of `Accessibility`.
    pub accessibility: Vec<String>,
    pub access_note: Localized,
    /// Minutes that it needs between two sessions.
    pub turnover_minutes: i32,
    pub photo_id: Option<FileId>,
    pub plan_id: Option<FileId>,
}

impl MeetingRoom {
    /// Whether it has this mark of accessibility.
    pub fn has(&self, mark: Accessibility) -> bool {
        self.accessibility.iter().any(|text| text == mark.as_str())
    }
}

/// A session of the draft.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = session)]
pub struct Session {
    pub id: SessionId,
    /// The integer that schedule files need beside the UUID.
    pub number: i64,
    pub key: String,
    pub kind: SessionKind,
    pub official_number: Option<String>,
    pub title: Localized,
    pub description: Localized,
    pub room_id: Option<MeetingRoomId>,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub is_open: bool,
    pub interpretation: Vec<String>,
    pub webcast: bool,
    pub status: SessionStatus,
    pub organiser_id: Option<DelegationId>,
    pub capacity: Option<i32>,
    pub version: i32,
    pub changed_at: Moment,
    /// How the room is to be set up, where that matters.
    pub layout: Option<Layout>,
    pub recorded: bool,
    /// The item of the agenda under which it meets.
    pub agenda_item: Localized,
    /// How long it is meant to last while it has no time, in minutes.
    pub duration_minutes: Option<i32>,
    /// How many people may sign up, where that is limited.
    pub sign_up_places: Option<i32>,
}

/// Who stands behind a session, and whom it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circle {
    /// Who organises it together with the first, in their order.
    pub co_organisers: Vec<DelegationId>,
    /// The categories that may attend, in the conference's order; none where everybody may.
    pub audience: Vec<CategoryId>,
}

/// Somebody on stage.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = session_person)]
pub struct Person {
    pub role: StageRole,
    pub name: String,
    pub title: String,
    pub affiliation: String,
    /// Who it is, where that is known. A release does not say.
    #[serde(skip)]
    pub participant_id: Option<ParticipantId>,
    /// Where a named guest is invited, and in which language. A release does not say.
    #[serde(skip)]
    pub email: Option<String>,
    #[serde(skip)]
    pub language: Option<String>,
}

impl Person {
    /// Who it is, for another session.
    pub fn link(&self) -> Link {
        match self.participant_id {
            Some(id) => Link::Participant(id),
            None => Link::Guest { email: self.email.clone(), language: self.language.clone() },
        }
    }
}

/// A category that may attend, as a release says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attending {
    pub letter: String,
    pub name: Localized,
}

/// A frozen publication.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = release)]
pub struct Release {
    pub id: ReleaseId,
    pub number: i32,
    pub name: String,
    pub released_at: Moment,
    /// Unknown of releases from before this was kept.
    pub counts: Option<Counts>,
}

/// What a release says of a session besides room and time.
#[derive(Clone, Debug, PartialEq, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Jsonb)]
pub struct Facts {
    pub number: i64,
    pub kind: SessionKind,
    pub official_number: Option<String>,
    pub title: Localized,
    pub description: Localized,
    pub room: Localized,
    pub is_open: bool,
    pub interpretation: Vec<String>,
    pub webcast: bool,
    pub organiser: Option<Localized>,
    pub people: Vec<Person>,
    /// The delegations that people on stage stand for, where their affiliation is the name of one.
    #[serde(default)]
    pub affiliations: Vec<Localized>,
    #[serde(default)]
    pub recorded: bool,
    #[serde(default)]
    pub agenda_item: Localized,
    #[serde(default)]
    pub co_organisers: Vec<Localized>,
    /// Whom it is for; empty where it is for everybody.
    #[serde(default)]
    pub audience: Vec<Attending>,
    /// Where it came from, if a schedule file brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Box<Origin>>,
}

impl Facts {
    /// Nothing but a number, a kind and a title: what the rest begins from.
    #[cfg(test)]
    pub fn bare(number: i64, kind: SessionKind, title: Localized) -> Self {
        Self {
            number,
            kind,
            official_number: None,
            title,
            description: Localized::default(),
            room: Localized::default(),
            is_open: true,
            interpretation: Vec::new(),
            webcast: false,
            organiser: None,
            people: Vec::new(),
            affiliations: Vec::new(),
            recorded: false,
            agenda_item: Localized::default(),
            co_organisers: Vec::new(),
            audience: Vec::new(),
            origin: None,
        }
    }

    /// Who organises it, the first one first, in the reader's language.
    pub fn organisers(&self, language: Language) -> String {
        let all = self.organiser.iter().chain(&self.co_organisers);
        all.map(|name| name.in_language(language)).collect::<Vec<_>>().join(", ")
    }

    /// For whom somebody is on stage: a delegation by its own name in the reader's language, else as it was typed.
    pub fn affiliation<'a>(&'a self, person: &'a Person, language: Language) -> &'a str {
        let known = self.affiliations.iter().find(|name| is_called(name, &person.affiliation));
        known.map_or(person.affiliation.as_str(), |name| name.in_language(language))
    }
}

/// Whether this is a name of it, in whatever language.
pub(super) fn is_called(name: &Localized, text: &str) -> bool {
    !text.is_empty() && name.iter().any(|(_, known)| known == text)
}

/// How many sessions a release changed in which way, and how many people it was mailed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Jsonb)]
#[serde(default)]
pub struct Counts {
    pub sessions: usize,
    pub new: usize,
    pub moved: usize,
    pub changed: usize,
    pub restored: usize,
    pub cancelled: usize,
    pub gone: usize,
    pub told: usize,
    /// Whether it holds one change that could not wait.
    pub urgent: bool,
}

/// A change that could not wait: when it was made and why, and where and when the session would have been.
#[derive(Clone, Debug, PartialEq, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Jsonb)]
pub struct Urgent {
    pub at: Moment,
    pub reason: Localized,
    pub room: Localized,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

macro_rules! kept_as_json {
    ($($name:ident)*) => {$(
        impl FromSql<Jsonb, Pg> for $name {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                let json: serde_json::Value = FromSql::<Jsonb, Pg>::from_sql(value)?;
                Ok(serde_json::from_value(json)?)
            }
        }

        impl ToSql<Jsonb, Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                let json = serde_json::to_value(self)?;
                ToSql::<Jsonb, Pg>::to_sql(&json, &mut out.reborrow())
            }
        }
    )*};
}
kept_as_json! { Facts Counts Urgent Origin }

/// A session as a release froze it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = released_session)]
pub struct Released {
    pub session_id: SessionId,
    pub room_id: MeetingRoomId,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub cancelled: bool,
    /// How often what a calendar shows of it has changed.
    pub sequence: i32,
    pub facts: Facts,
    pub organiser_id: Option<DelegationId>,
    /// No longer in the programme at all; such a session counts as cancelled, and stays a while for calendars.
    pub gone: bool,
    /// Since when it is cancelled or gone.
    pub off_since: Option<Moment>,
    pub urgent: Option<Urgent>,
    /// Who organises it together with the first.
    pub co_organiser_ids: Vec<DelegationId>,
}

/// A session as the next release would freeze it, with those on stage of whom it is known who they are.
#[derive(Clone, Debug)]
pub struct Frozen {
    pub row: Released,
    pub people: Vec<ParticipantId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_on_stage_has_its_name_in_the_readers_language() {
        let japan = Localized::new("en", "Japan").and("fr", "Japon");
        let facts = Facts { affiliations: vec![japan], ..Facts::bare(1, SessionKind::Plenary, Localized::default()) };
        let person = |affiliation: &str| Person {
            role: StageRole::Chair,
            name: "Haruko Mori".into(),
            title: String::new(),
            affiliation: affiliation.into(),
            participant_id: None,
            email: None,
            language: None,
        };
        let french = Language::or_fallback(Some("fr"));
        assert_eq!(facts.affiliation(&person("Japan"), french), "Japon");
        assert_eq!(facts.affiliation(&person("Japon"), Language::or_fallback(Some("en"))), "Japan");
        assert_eq!(facts.affiliation(&person("Ocean Watch"), french), "Ocean Watch");
        assert_eq!(facts.affiliation(&person(""), french), "");
        // A release from before this was kept is read as it was.
        let mut json = serde_json::to_value(&facts).unwrap();
        for later in ["affiliations", "recorded", "agenda_item", "co_organisers", "audience"] {
            json.as_object_mut().unwrap().remove(later);
        }
        assert!(serde_json::from_value::<Facts>(json).unwrap().affiliations.is_empty());
    }
}
