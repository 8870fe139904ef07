//! The latest release as the public reads it. A release is frozen, so a process reads each one once and keeps it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::{latest_release, released};
use crate::conferences::Conference;
use crate::db::Connection;
use crate::ids::{ConferenceId, MeetingRoomId, ReleaseId, SessionId};
use crate::programme::model::{Release, Released};
use crate::programme::rules::{Change, baseline, difference, search_text};
use crate::schema::{meeting_room, release};
use crate::web::{Answer, Site};

/// The most releases that a process keeps.
const KEPT: usize = 12;

/// A release, and what it changed of what the public knew before.
#[derive(Debug)]
pub struct Edition {
    pub release: Release,
    /// What it is compared with: see `baseline`.
    pub former: Option<Release>,
    /// By time; what is gone among them, for calendars.
    pub all: Vec<Released>,
    /// By time.
    pub changes: Vec<Change>,
    places: HashMap<SessionId, usize>,
    changed: HashMap<SessionId, usize>,
    texts: HashMap<SessionId, String>,
}

impl Edition {
    fn new(release: Release, former: Option<(Release, Vec<Released>)>, all: Vec<Released>) -> Self {
        let (former, before) = former.unzip();
        let changes = before.map(|before| difference(&before, &all)).unwrap_or_default();
        Self {
            places: all.iter().enumerate().map(|(place, row)| (row.session_id, place)).collect(),
            changed: changes.iter().enumerate().map(|(place, change)| (change.session, place)).collect(),
            texts: all.iter().map(|row| (row.session_id, search_text(&row.facts))).collect(),
            release,
            former,
            all,
            changes,
        }
    }

    /// What is in the programme, cancelled sessions among it, by time.
    pub fn rows(&self) -> impl Iterator<Item = &Released> {
        self.all.iter().filter(|row| !row.gone)
    }

    /// A session of it, also one that is gone.
    pub fn row(&self, session: SessionId) -> Option<&Released> {
        self.places.get(&session).and_then(|place| self.all.get(*place))
    }

    /// What became of a session since the release that this one is compared with.
    pub fn change(&self, session: SessionId) -> Option<&Change> {
        self.changed.get(&session).and_then(|place| self.changes.get(*place))
    }

    /// What a search of a session looks through.
    pub fn text(&self, session: SessionId) -> &str {
        self.texts.get(&session).map_or("", String::as_str)
    }
}

/// The releases that this process has read, the last read at the end.
#[derive(Clone, Default)]
struct Shelf(Arc<Mutex<Vec<Arc<Edition>>>>);

impl Shelf {
    fn find(&self, id: ReleaseId) -> Option<Arc<Edition>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|edition| edition.release.id == id).cloned()
    }

    fn keep(&self, edition: &Arc<Edition>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|other| other.release.id != edition.release.id);
        kept.push(edition.clone());
        if kept.len() > KEPT {
            kept.remove(0);
        }
    }
}

/// The latest release with all that pages need of it; one query where this process has read it before.
pub async fn edition(
    connection: &mut Connection,
    site: &Site,
    conference: &Conference,
) -> Answer<Option<Arc<Edition>>> {
    let shelf: Shelf = site.once(|_| Ok::<_, std::convert::Infallible>(Shelf::default())).unwrap_or_default();
    let Some(latest) = latest_release(connection, conference.id).await? else { return Ok(None) };
    if let Some(found) = shelf.find(latest.id) {
        return Ok(Some(found));
    }
    let all = released(connection, conference.id, latest.id).await?;
    let earlier = every_release(connection, conference.id).await?;
    let former = match baseline(&earlier, &latest, &conference.zone()) {
        Some(former) => Some((former.clone(), released(connection, conference.id, former.id).await?)),
        None => None,
    };
    let edition = Arc::new(Edition::new(latest, former, all));
    shelf.keep(&edition);
    Ok(Some(edition))
}

async fn every_release(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<Release>> {
    let of = release::table.filter(release::conference_id.eq(conference)).order(release::number);
    Ok(of.select(Release::as_select()).load(connection).await?)
}

/// The rooms in the order that the organisers gave them, with their codes.
pub async fn room_order(connection: &mut Connection, conference: ConferenceId) -> Answer<Vec<(MeetingRoomId, String)>> {
    Ok(meeting_room::table
        .filter(meeting_room::conference_id.eq(conference))
        .order((meeting_room::ordinal, meeting_room::code))
        .select((meeting_room::id, meeting_room::code))
        .load(connection)
        .await?)
}
