//! The mail about a release: to each of those concerned, once, what of it concerns them, with their calendar's update.

pub mod sign_up;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::feeds::{Attendee, Feed};
use super::model::{Facts, Frozen, Release, Released, is_called};
use super::rules::{Change, ChangeKind, Method, Parties, Party, Side, Stake, concerned, method};
use super::{queries, wording};
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::ids::{DelegationId, ParticipantId, SessionId};
use crate::language::{Language, Localized};
use crate::mail::{Draft, Part};
use crate::participants::Participant;
use crate::web::{Answer, Site};

/// One change as the mail tells it.
pub struct NoticeLine {
    /// What happened: `Moved`.
    pub word: String,
    pub title: String,
    /// Where and when it was, if that is not where and when it is.
    pub before: String,
    pub place: String,
    /// What else changed, in words.
    pub facts: String,
    /// Whom of the delegation it is about; empty where the reader is the person.
    pub people: String,
    pub link: String,
}

crate::letter! {
    /// Tells somebody what a release changes for them.
    pub struct ProgrammeNotice {
        pub greeted: String, pub release: String,
        /// Whether the reader is on stage; else a delegation of theirs is concerned.
        pub to_themselves: bool,
        /// Whether the reader signed up for the sessions, and has nothing else to do with them.
        pub to_audience: bool,
        /// Why a change could not wait; empty where it could.
        pub reason: String, pub urgent: bool,
        pub lines: Vec<NoticeLine>, pub zone: String,
        /// Whether a calendar part goes along.
        pub calendar: bool,
        pub link: String,
    }
    "programme_notice": "programme/mail/notice.subject.txt", "programme/mail/notice.txt", "programme/mail/notice.html"
}

/// Somebody whom a release concerns.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// Names them in a form: the same person has the same key as long as they are there.
    pub key: String,
    pub address: String,
    pub name: String,
    pub language: Language,
    /// Whether they are on stage themselves.
    pub on_stage: bool,
    /// Whether they are told because they signed up, and for nothing else.
    pub signed_up: bool,
    pub stakes: Vec<Stake>,
    /// Whose focal point they are.
    delegations: BTreeSet<DelegationId>,
}

/// Everybody concerned, with the people of their delegations.
#[derive(Default)]
pub struct Concerned {
    pub recipients: Vec<Recipient>,
    people: HashMap<ParticipantId, Participant>,
    before: HashMap<SessionId, BTreeSet<ParticipantId>>,
    after: HashMap<SessionId, BTreeSet<ParticipantId>>,
}

/// Whom changes concern, by name: people on stage with an address, and the focal points of the delegations concerned.
pub async fn whom(
    connection: &mut Connection,
    conference: &Conference,
    changes: &[Change],
    before: &HashMap<SessionId, BTreeSet<ParticipantId>>,
    frozen: &[Frozen],
) -> Answer<Concerned> {
    if changes.is_empty() {
        return Ok(Concerned::default());
    }
    let after: HashMap<SessionId, BTreeSet<ParticipantId>> =
        frozen.iter().map(|one| (one.row.session_id, one.people.iter().copied().collect())).collect();
    let touched: BTreeSet<SessionId> = changes.iter().map(|change| change.session).collect();
    let on_stage = before.iter().chain(&after).filter(|(session, _)| touched.contains(session));
    let ids: BTreeSet<ParticipantId> = on_stage.flat_map(|(_, people)| people.iter().copied()).collect();
    let mut people: HashMap<ParticipantId, Participant> =
        queries::participants(connection, conference.id, &ids).await?.into_iter().map(|one| (one.id, one)).collect();
    let names = queries::organisers(connection, conference.id).await?;
    let names: Vec<(DelegationId, Localized)> = names.into_iter().map(|(id, _, name)| (id, name)).collect();
    let side =
        |row: fn(&Change) -> Option<&Released>, stage: &HashMap<SessionId, BTreeSet<ParticipantId>>| -> Parties {
            let rows = changes.iter().filter_map(|change| row(change).map(|row| (change.session, row)));
            rows.map(|(session, row)| (session, parties(row, stage.get(&session), &people, &names))).collect()
        };
    let was = side(|change| change.before.as_ref(), before);
    let is = side(|change| change.after.as_ref(), &after);
    let mut stakes = concerned(changes, &was, &is);
    let attending = queries::attending(connection, conference.id, &touched).await?;
    let in_audience = attending_stakes(changes, &attending, &stakes);
    let missing: BTreeSet<ParticipantId> = in_audience.keys().copied().filter(|id| !people.contains_key(id)).collect();
    people
        .extend(queries::participants(connection, conference.id, &missing).await?.into_iter().map(|one| (one.id, one)));
    for (person, theirs) in &in_audience {
        let all = stakes.entry(Party::Person(*person)).or_default();
        all.extend(theirs.iter().copied());
        all.sort_by_key(|stake| stake.change);
    }
    let recipients = addressed(connection, conference, &stakes, &people).await?;
    let recipients = recipients.into_iter().map(|one| one.attending(&in_audience, &people)).collect();
    Ok(Concerned { recipients, people, before: before.clone(), after })
}

/// What those who signed up are told beside what they are told anyway: another place or time, and whether it is held at all.
fn attending_stakes(
    changes: &[Change],
    attending: &[(SessionId, ParticipantId)],
    known: &BTreeMap<Party, Vec<Stake>>,
) -> BTreeMap<ParticipantId, Vec<Stake>> {
    let mut found: BTreeMap<ParticipantId, Vec<Stake>> = BTreeMap::new();
    for (place, change) in changes.iter().enumerate() {
        let was_on = change.before.as_ref().is_some_and(|row| !row.cancelled);
        let is_told = match change.kind {
            ChangeKind::Moved | ChangeKind::Restored => true,
            ChangeKind::Cancelled | ChangeKind::Gone => was_on,
            ChangeKind::New | ChangeKind::Changed => false,
        };
        for (_, person) in attending.iter().filter(|(session, _)| is_told && *session == change.session) {
            let told = known.get(&Party::Person(*person)).is_some_and(|all| all.iter().any(|one| one.change == place));
            if !told {
                found.entry(*person).or_default().push(Stake { change: place, side: Side::Stays });
            }
        }
    }
    found
}

/// Whom a session is about.
fn parties(
    row: &Released,
    on_stage: Option<&BTreeSet<ParticipantId>>,
    people: &HashMap<ParticipantId, Participant>,
    names: &[(DelegationId, Localized)],
) -> BTreeSet<Party> {
    let organisers = row.organiser_id.iter().chain(&row.co_organiser_ids);
    let mut parties: BTreeSet<Party> = organisers.copied().map(Party::Delegation).collect();
    for id in on_stage.into_iter().flatten() {
        parties.insert(Party::Person(*id));
        parties.extend(people.get(id).map(|person| Party::Delegation(person.delegation_id)));
    }
    // Who stands there for a delegation by name is one of its people, too.
    let named = |name: &Localized| stands_for(&row.facts, name);
    parties.extend(names.iter().filter(|(_, name)| named(name)).map(|(id, _)| Party::Delegation(*id)));
    parties
}

fn stands_for(facts: &Facts, delegation: &Localized) -> bool {
    facts.people.iter().any(|person| is_called(delegation, &person.affiliation) || is_called(delegation, &person.name))
}

async fn addressed(
    connection: &mut Connection,
    conference: &Conference,
    stakes: &BTreeMap<Party, Vec<Stake>>,
    people: &HashMap<ParticipantId, Participant>,
) -> Answer<Vec<Recipient>> {
    let mut found: Vec<Recipient> = Vec::new();
    let mut delegations: BTreeSet<DelegationId> = BTreeSet::new();
    for (party, stakes) in stakes {
        match party {
            Party::Delegation(id) => {
                delegations.insert(*id);
            }
            Party::Person(id) => {
                let Some(person) = people.get(id) else { continue };
                // Without an address they are reached through the focal points of their delegation.
                let Some(address) = &person.email else { continue };
                found.push(Recipient {
                    key: format!("p-{id}"),
                    address: address.clone(),
                    name: person.name(),
                    language: Language::or_fallback(person.language.as_deref()),
                    on_stage: true,
                    signed_up: false,
                    stakes: stakes.clone(),
                    delegations: BTreeSet::new(),
                });
            }
        }
    }
    for point in queries::focal_points(connection, conference.id, &delegations).await? {
        let (delegation, account, name, address, language) = point;
        let stakes = stakes.get(&Party::Delegation(delegation)).cloned().unwrap_or_default();
        let same = |one: &&mut Recipient| one.address.to_lowercase() == address.to_lowercase();
        // Somebody who is on stage, or focal point of several, gets one mail for all of it.
        match found.iter_mut().find(same) {
            Some(known) => known.also(delegation, &stakes),
            None => found.push(Recipient {
                key: format!("f-{account}"),
                address,
                name,
                language: Language::or_fallback(language.as_deref()),
                on_stage: false,
                signed_up: false,
                stakes,
                delegations: BTreeSet::from([delegation]),
            }),
        }
    }
    found.sort_by_key(|one| (crate::language::collation::fold(&one.name), one.key.clone()));
    Ok(found)
}

impl Recipient {
    /// Says whether all that they are told is about sessions for which they signed up.
    fn attending(
        mut self,
        of: &BTreeMap<ParticipantId, Vec<Stake>>,
        people: &HashMap<ParticipantId, Participant>,
    ) -> Self {
        let theirs = of.iter().find(|(id, _)| self.key == format!("p-{id}") && people.contains_key(id));
        let count = theirs.map_or(0, |(_, stakes)| stakes.len());
        self.signed_up = count > 0 && count == self.stakes.len();
        self
    }

    /// Is told these, too, but nothing twice.
    fn also(&mut self, delegation: DelegationId, stakes: &[Stake]) {
        self.delegations.insert(delegation);
        for stake in stakes {
            match self.stakes.iter_mut().find(|known| known.change == stake.change) {
                None => self.stakes.push(*stake),
                // One delegation of theirs leaves and another stays: then they stay.
                Some(known) if !self.on_stage && known.side != stake.side => known.side = Side::Stays,
                Some(_) => {}
            }
        }
        self.stakes.sort_by_key(|stake| stake.change);
    }
}

/// A release as its mails tell it.
pub struct Notice<'a> {
    pub site: &'a Site,
    pub conference: &'a Conference,
    pub release: &'a Release,
    pub changes: &'a [Change],
    pub frozen: &'a [Frozen],
    pub concerned: &'a Concerned,
    /// Why it could not wait, if it could not.
    pub urgent: Option<&'a Localized>,
    pub due: Moment,
}

impl Notice<'_> {
    /// The mail to one of those concerned.
    pub fn to(&self, reader: &Recipient) -> Answer<Draft> {
        let language = reader.language;
        let updates = self.updates(reader);
        let letter = ProgrammeNotice {
            greeted: reader.name.clone(),
            release: self.release.name.clone(),
            to_themselves: reader.on_stage,
            to_audience: reader.signed_up,
            reason: self.urgent.map(|reason| reason.in_language(language).to_owned()).unwrap_or_default(),
            urgent: self.urgent.is_some(),
            lines: reader.stakes.iter().filter_map(|stake| self.line(reader, stake)).collect(),
            zone: self.conference.whose_clocks(language),
            calendar: !updates.is_empty(),
            link: self.link("/programme/changes"),
        };
        let head = self.conference.letterhead(self.site, language);
        let draft = Draft::new(&letter, &head, &reader.address, &reader.name, self.due)?;
        let draft = draft.about("release", self.release.id.0);
        Ok(with_calendars(draft, &updates))
    }

    fn link(&self, path: &str) -> String {
        self.site.link(&format!("/{}{path}", self.conference.slug))
    }

    fn line(&self, reader: &Recipient, stake: &Stake) -> Option<NoticeLine> {
        let (language, zone) = (reader.language, self.conference.zone());
        let change = self.changes.get(stake.change)?;
        let seen = change.seen()?;
        let place = |row: &Released| {
            let day = language.weekday_date(row.starts_at.conference_day(&zone));
            let (from, until) = (language.time(row.starts_at, &zone), language.time(row.ends_at, &zone));
            format!("{day}, {from}–{until}, {}", row.facts.room.in_language(language))
        };
        let word = match (change.kind, stake.side) {
            (ChangeKind::Gone, _) => "programme-mail-gone",
            (_, Side::Leaves) => "programme-mail-left",
            (ChangeKind::New, _) => "programme-mail-new",
            (_, Side::Joins) => "programme-mail-joined",
            (ChangeKind::Moved, _) => "programme-mail-moved",
            (ChangeKind::Changed, _) => "programme-mail-changed",
            (ChangeKind::Restored, _) => "programme-mail-restored",
            (ChangeKind::Cancelled, _) => "programme-mail-cancelled",
        };
        let moved = change.kind == ChangeKind::Moved && stake.side == Side::Stays;
        let shown = if stake.side == Side::Leaves { change.before.as_ref().unwrap_or(seen) } else { seen };
        Some(NoticeLine {
            word: language.t(word),
            title: seen.facts.title.in_language(language).to_owned(),
            before: change.before.as_ref().filter(|_| moved).map(place).unwrap_or_default(),
            place: place(shown),
            facts: wording::facts(change, language),
            people: self.people_of(reader, change.session),
            link: self.link(&format!("/programme/sessions/{}", change.session)),
        })
    }

    /// The people of a focal point's delegations on stage, before or after.
    fn people_of(&self, reader: &Recipient, session: SessionId) -> String {
        let on_stage =
            [&self.concerned.before, &self.concerned.after].into_iter().filter_map(|side| side.get(&session));
        let people: BTreeSet<ParticipantId> = on_stage.flatten().copied().collect();
        let theirs = people.iter().filter_map(|id| self.concerned.people.get(id));
        let theirs = theirs.filter(|person| reader.delegations.contains(&person.delegation_id));
        theirs.map(|person| person.name()).collect::<Vec<_>>().join(", ")
    }

    /// What the reader's calendar is told: a method and a calendar for each session that it shows otherwise.
    fn updates(&self, reader: &Recipient) -> Vec<(Method, String)> {
        let feed = Feed {
            conference: self.conference,
            release: self.release,
            sessions: &[],
            language: reader.language,
            base: self.link(""),
            now: self.release.released_at,
        };
        let organiser = match self.conference.contact_email.trim() {
            "" => bare_address(&self.site.config().mail_from),
            contact => contact.to_owned(),
        };
        let attendee = Attendee { name: &reader.name, address: &reader.address, on_stage: reader.on_stage };
        let update = |stake: &Stake| {
            let change = self.changes.get(stake.change)?;
            let method = method(change, stake.side)?;
            let row = self.frozen.iter().map(|one| &one.row).find(|row| row.session_id == change.session);
            let row = row.or(change.seen())?;
            Some((method, feed.update(row, method, &organiser, &attendee)))
        };
        reader.stakes.iter().filter_map(update).collect()
    }
}

/// `no-reply@example.org` of `Plenipo <no-reply@example.org>`.
fn bare_address(mailbox: &str) -> String {
    let inner = mailbox.rsplit_once('<').map_or(mailbox, |(_, rest)| rest);
    inner.trim().trim_end_matches('>').to_owned()
}

/// One calendar is another form of the whole mail, with a copy as a file for programs that look for one; several are files, for each
/// may hold one UID alone (RFC 5546, section 3.2.2).
fn with_calendars(mut draft: Draft, updates: &[(Method, String)]) -> Draft {
    let part = |file_name: String, media_type: String, text: &str| Part {
        content_id: None,
        file_name,
        media_type,
        content: text.as_bytes().to_vec(),
    };
    let media_type = |method: &Method| format!("text/calendar; charset=utf-8; method={}", method.as_str());
    if let [(method, text)] = updates {
        draft = draft.with(part(String::new(), media_type(method), text));
        return draft.with(part("session.ics".into(), "application/ics".into(), text));
    }
    for (number, (method, text)) in (1..).zip(updates) {
        draft = draft.with(part(format!("session-{number}.ics"), media_type(method), text));
    }
    draft
}

/// Whom the organiser wants to be told.
#[derive(Clone, Debug)]
pub enum Wanted {
    Everybody,
    These(BTreeSet<String>),
    Nobody,
}

impl Wanted {
    pub fn wants(&self, reader: &Recipient) -> bool {
        match self {
            Self::Everybody => true,
            Self::These(keys) => keys.contains(&reader.key),
            Self::Nobody => false,
        }
    }
}

/// A release that is not made yet, for the mails as they would be.
pub fn pretended(name: &str, now: Moment) -> Release {
    Release { id: crate::ids::ReleaseId::new(), number: 0, name: name.to_owned(), released_at: now, counts: None }
}
