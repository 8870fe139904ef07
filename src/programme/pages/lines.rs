//! A session as the public's pages show it, in words: used by the programme, rooms, people, agendas, screens and the Journal.

use std::collections::{BTreeSet, HashMap};

use jiff::tz::TimeZone;

use super::super::model::{Released, SessionKind, StageRole};
use super::super::queries::Edition;
use super::super::rules::{Change, ChangeKind};
use super::kind_label;
use crate::clock::{Day, Moment};
use crate::ids::SessionId;
use crate::language::Language;

/// Seconds for which pages mark what a release changed: two days.
const MARKED: i64 = 48 * 3600;

/// A session as a page shows it.
pub struct Line {
    pub id: SessionId,
    pub href: String,
    pub kind: String,
    pub title: String,
    /// The item of the agenda under which it meets; often empty.
    pub item: String,
    pub room: String,
    pub note: String,
    pub tongues: String,
    pub day: String,
    pub from: String,
    pub until: String,
    pub now: bool,
    pub over: bool,
    pub cancelled: bool,
    /// No longer in the programme at all.
    pub gone: bool,
    /// What was changed at short notice today, and why; empty where nothing was.
    pub urgent: String,
    /// `moved`, `new`, in words; empty where nothing changed lately.
    pub change: String,
    /// Where and when it was.
    pub before: String,
    /// It is in the visitor's agenda.
    pub chosen: bool,
}

/// For whom and when sessions are put into words.
pub struct Shown<'a> {
    pub language: Language,
    pub zone: TimeZone,
    pub now: Moment,
    /// The path of the programme.
    pub base: &'a str,
    pub edition: &'a Edition,
    pub chosen: BTreeSet<SessionId>,
    kinds: HashMap<SessionKind, String>,
}

impl<'a> Shown<'a> {
    pub fn new(language: Language, zone: TimeZone, now: Moment, base: &'a str, edition: &'a Edition) -> Self {
        let kinds = SessionKind::ALL.iter().map(|kind| (*kind, kind_label(*kind, language))).collect();
        Self { language, zone, now, base, edition, chosen: BTreeSet::new(), kinds }
    }

    pub fn with_chosen(mut self, chosen: BTreeSet<SessionId>) -> Self {
        self.chosen = chosen;
        self
    }

    pub fn day_of(&self, row: &Released) -> Day {
        row.starts_at.conference_day(&self.zone)
    }

    pub fn time(&self, at: Moment) -> String {
        self.language.time(at, &self.zone)
    }

    /// `Plenary, meeting 3`
    pub fn plain_kind(&self, session: &Released) -> String {
        let kind = self.kinds.get(&session.facts.kind).cloned().unwrap_or_default();
        match &session.facts.official_number {
            Some(number) => {
                self.language.with("programme-numbered", &[("kind", kind.into()), ("number", number.into())])
            }
            None => kind,
        }
    }

    /// `Plenary, meeting 3, closed`
    pub fn kind(&self, session: &Released) -> String {
        let (facts, language) = (&session.facts, self.language);
        let kind = self.plain_kind(session);
        if facts.is_open { kind } else { language.with("programme-closed-kind", &[("kind", kind.into())]) }
    }

    /// Who chairs, else who organises.
    pub fn note(&self, session: &Released) -> String {
        let language = self.language;
        let chairs = names(session, language, |role| matches!(role, StageRole::Chair | StageRole::CoChair));
        let organisers = session.facts.organisers(language);
        match (chairs.is_empty(), organisers.is_empty()) {
            (false, _) => language.with("programme-chaired", &[("names", chairs.into())]),
            (true, false) => language.with("programme-organised", &[("name", organisers.into())]),
            (true, true) => String::new(),
        }
    }

    pub fn line(&self, session: &Released) -> Line {
        let (facts, language) = (&session.facts, self.language);
        let urgent = self.urgent(session).unwrap_or_default();
        let (change, before) = if urgent.is_empty() { self.change(session) } else { Default::default() };
        Line {
            id: session.session_id,
            href: format!("{}/sessions/{}", self.base, session.session_id),
            kind: self.kind(session),
            title: facts.title.in_language(language).to_owned(),
            item: facts.agenda_item.in_language(language).to_owned(),
            room: facts.room.in_language(language).to_owned(),
            note: self.note(session),
            tongues: facts.interpretation.join(" ").to_uppercase(),
            day: language.short_date(self.day_of(session)),
            from: self.time(session.starts_at),
            until: self.time(session.ends_at),
            now: !session.cancelled && session.starts_at <= self.now && self.now < session.ends_at,
            over: session.ends_at <= self.now,
            cancelled: session.cancelled,
            gone: session.gone,
            urgent,
            change,
            before,
            chosen: self.chosen.contains(&session.session_id),
        }
    }

    /// Until the conference's day ends: when it was changed, from what, and why.
    fn urgent(&self, session: &Released) -> Option<String> {
        let urgent = session.urgent.as_ref()?;
        if urgent.at.conference_day(&self.zone) != self.now.conference_day(&self.zone) {
            return None;
        }
        let language = self.language;
        let (from, until) = (self.time(urgent.starts_at), self.time(urgent.ends_at));
        let day = language.short_date(urgent.starts_at.conference_day(&self.zone));
        let key = if session.cancelled { "programme-urgent-off" } else { "programme-urgent-moved" };
        let before = format!("{day}, {from}–{until}, {}", urgent.room.in_language(language));
        let arguments = [("time", self.time(urgent.at).into()), ("before", before.into())];
        Some(format!("{} {}", language.with(key, &arguments), urgent.reason.in_language(language)))
    }

    /// What became of it lately, and where it was before.
    fn change(&self, session: &Released) -> (String, String) {
        let fresh = self.now.seconds_since(self.edition.release.released_at) < MARKED;
        let Some(change) = self.edition.change(session.session_id).filter(|_| fresh) else { return Default::default() };
        match change.kind {
            ChangeKind::Moved | ChangeKind::Restored => (self.change_word(change.kind), self.before(change)),
            ChangeKind::New => (self.change_word(change.kind), String::new()),
            ChangeKind::Cancelled | ChangeKind::Changed | ChangeKind::Gone => Default::default(),
        }
    }

    pub fn change_word(&self, kind: ChangeKind) -> String {
        self.language.t(&format!("public-mark-{kind}"))
    }

    /// `10:30, Room 5`, with the day where it was another one; empty where it was where and when it is.
    pub fn before(&self, change: &Change) -> String {
        let (Some(was), Some(is)) = (&change.before, &change.after) else { return String::new() };
        let mut parts = Vec::new();
        if self.day_of(was) != self.day_of(is) {
            parts.push(self.language.short_date(self.day_of(was)));
        }
        if (was.starts_at, was.ends_at) != (is.starts_at, is.ends_at) {
            parts.push(format!("{}–{}", self.time(was.starts_at), self.time(was.ends_at)));
        }
        if was.room_id != is.room_id {
            parts.push(was.facts.room.in_language(self.language).to_owned());
        }
        parts.join(", ")
    }
}

fn names(session: &Released, language: Language, wanted: impl Fn(StageRole) -> bool) -> String {
    let name = |person| match session.facts.affiliation(person, language) {
        "" => person.name.as_str(),
        affiliation => affiliation,
    };
    let names: Vec<&str> = session.facts.people.iter().filter(|person| wanted(person.role)).map(name).collect();
    names.join(", ")
}

/// The name of a language of interpretation, where we know one in the reader's language; else its code.
pub fn tongue_name(code: &str, language: Language) -> String {
    let key = format!("tongue-{}", code.to_lowercase());
    if language.has(&key) { language.t(&key) } else { code.to_uppercase() }
}
