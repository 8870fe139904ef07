//! The queue beside the file that is looked at.

use super::listed::{Listed, is_taken};
use crate::accreditation::duties::Viewer;
use crate::accreditation::queries::{Filed, Pile, count_files, files, just_in as arrived};
use crate::clock::Moment;
use crate::conferences::Category;
use crate::db::Connection;
use crate::ids::{DelegationId, ParticipantId};
use crate::participants::{Mark, PortraitSize, ago};
use crate::web::Answer;

/// How many files the queue shows.
const SHOWN: i64 = 60;
/// A file that waits longer than this is late: seconds.
const LATE: i64 = 24 * 3600;

/// What arrived within this time has just come in: seconds.
const JUST_IN: i64 = 3600;

/// One file of the queue.
pub struct Waiting {
    pub id: ParticipantId,
    pub href: String,
    pub name: String,
    pub note: String,
    pub mark: Mark,
    pub age: String,
    pub late: bool,
    /// On whose desk it lies, if on somebody else's.
    pub taken_by: Option<String>,
    pub current: bool,
    /// The portrait that is looked at next.
    pub portrait: Option<String>,
}

/// A delegation whose files arrived in the last hour: new files stand at the end of a queue that begins with the oldest, so
/// they are told at its head.
pub struct JustIn {
    pub href: String,
    pub delegation: String,
    pub count: String,
}

/// What arrived in the last hour, for the pile that waits; nothing where one delegation is looked at already.
pub async fn just_in(
    connection: &mut Connection,
    by: &Viewer,
    listed: &Listed,
    drawn: &Drawn<'_>,
) -> Answer<Vec<JustIn>> {
    let wanted = listed.wanted(by, drawn.delegations);
    if wanted.pile != Pile::Waiting || wanted.delegation.is_some() {
        return Ok(Vec::new());
    }
    let since = drawn.now.plus_seconds(-JUST_IN);
    let found = arrived(connection, by.conference_id(), &wanted.authorities, since).await?;
    let told = |(id, count): (DelegationId, i64)| {
        let only = Listed { delegation: id.to_string(), ..Listed::default() };
        JustIn {
            href: by.path(&format!("/files{}", only.query())),
            delegation: drawn.delegation(by, id),
            count: by.language().number(count),
        }
    };
    Ok(found.into_iter().map(told).collect())
}

/// The queue as the page shows it.
pub struct Queue {
    pub title: String,
    pub size: i64,
    pub oldest: String,
    pub just_in: Vec<JustIn>,
    pub waiting: Vec<Waiting>,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// The portrait of the next file, to be fetched before it is asked for.
    pub next_portrait: Option<String>,
}

/// What the lines of a queue are drawn with.
pub struct Drawn<'a> {
    pub categories: &'a [Category],
    pub delegations: &'a [(DelegationId, crate::language::Localized)],
    pub now: Moment,
}

impl Drawn<'_> {
    pub fn delegation(&self, by: &Viewer, id: DelegationId) -> String {
        let found = self.delegations.iter().find(|(known, _)| *known == id);
        found.map(|(_, name)| name.in_language(by.language()).to_owned()).unwrap_or_default()
    }

    /// One line of a queue or a pile.
    pub fn waiting(&self, by: &Viewer, listed: &Listed, (person, desk): &Filed) -> Waiting {
        let language = by.language();
        let since = person.submitted_at.map(|at| self.now.seconds_since(at));
        let taken = is_taken(desk.as_ref(), by.account(), self.now);
        Waiting {
            id: person.id,
            href: by.path(&format!("/files/{}{}", person.id, listed.query())),
            name: person.name(),
            note: self.delegation(by, person.delegation_id),
            mark: Mark::among(language, self.categories, person.category_id),
            age: person.submitted_at.map(|at| ago(language, at, self.now)).unwrap_or_default(),
            late: since.is_some_and(|seconds| seconds > LATE),
            taken_by: desk.as_ref().filter(|_| taken).map(|(_, name, _)| name.clone()),
            current: false,
            portrait: person.portrait_url(PortraitSize::Full),
        }
    }
}

/// The first files of the pile, with the one that is looked at marked and its neighbours known.
pub async fn queue(
    connection: &mut Connection,
    by: &Viewer,
    listed: &Listed,
    drawn: &Drawn<'_>,
    current: ParticipantId,
) -> Answer<Queue> {
    let wanted = listed.wanted(by, drawn.delegations);
    let size = count_files(connection, by.conference_id(), &wanted).await?;
    let found = files(connection, by.conference_id(), &wanted, (0, SHOWN)).await?;
    let mut waiting: Vec<Waiting> = found.iter().map(|filed| drawn.waiting(by, listed, filed)).collect();
    let place = waiting.iter().position(|one| one.id == current);
    if let Some(place) = place {
        waiting[place].current = true;
    }
    let next = place.map_or(Some(0), |place| Some(place + 1)).and_then(|next| waiting.get(next));
    Ok(Queue {
        title: by.language().t(&format!("accreditation-pile-{}", listed.pile().as_str().replace('_', "-"))),
        size,
        just_in: just_in(connection, by, listed, drawn).await?,
        oldest: waiting.first().map(|first| first.age.clone()).unwrap_or_default(),
        previous: place.and_then(|place| place.checked_sub(1)).map(|before| waiting[before].href.clone()),
        next: next.map(|next| next.href.clone()),
        next_portrait: next.and_then(|next| next.portrait.clone()),
        waiting,
    })
}
