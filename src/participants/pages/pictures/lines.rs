//! One line for each picture that waits: whom its name fits, and what is asked about it.

use std::collections::BTreeMap;

use super::Saying;
use crate::delegations::FocalPoint;
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::language::Message;
use crate::participants::actions::{Given, TOO_LARGE};
use crate::participants::model::{Participant, PortraitSize, Status, WaitingPortrait, Worded};
use crate::participants::portrait::{Refusal, Unopened};
use crate::participants::rules::{Fit, Named, fits};

/// A picture as the page shows it.
pub struct PictureLine {
    pub id: String,
    /// The name of the file.
    pub file: String,
    /// Why it cannot be a portrait; empty where it can.
    pub problem: String,
    pub is_matched: bool,
    /// The key of whoever it is for, or `nobody`; empty where that is to be said.
    pub of: String,
    /// Their name.
    pub name: String,
    /// The people whom it may show, first in the list.
    pub candidates: Vec<(String, String)>,
    /// Why nobody was chosen.
    pub why: String,
    /// The portrait that they have already.
    pub present: Option<String>,
    pub replaces: bool,
    pub error: String,
}

/// Whom pictures can be for, and how they are known.
pub struct Wanting<'a> {
    pub by: &'a FocalPoint,
    pub people: &'a [Participant],
    pub rows: &'a BTreeMap<ParticipantId, usize>,
    pub sealer: &'a Sealer,
}

impl Wanting<'_> {
    /// Everybody who may be given a portrait.
    pub fn choices(&self) -> Vec<(String, String)> {
        self.people.iter().filter(|one| one.status.is_open_to_the_delegation()).map(|one| self.choice(one)).collect()
    }

    fn choice(&self, person: &Participant) -> (String, String) {
        let language = self.by.language();
        let name = if person.name().is_empty() { language.t("participants-no-name-yet") } else { person.name() };
        let said = [("name", name.into()), ("reference", person.reference.into())];
        (person.id.to_string(), language.with("portraits-choice", &said))
    }

    fn person(&self, id: ParticipantId) -> Option<&Participant> {
        self.people.iter().find(|person| person.id == id)
    }

    fn fits(&self, names: &[&str]) -> Vec<Fit> {
        // Somebody who withdrew, or was refused, may stand in the list again.
        let is_there = |person: &&Participant| !matches!(person.status, Status::Withdrawn | Status::Refused);
        let named = |person| Self::named(person, self.rows);
        let people: Vec<Named<'_>> = self.people.iter().filter(is_there).map(named).collect();
        let by_number = |text: &str| {
            let digest = self.sealer.digest_of_number(text)?;
            let has = |person: &&Participant| person.document_number_digest.as_deref() == Some(digest.as_slice());
            self.people.iter().filter(is_there).find(has).map(|person| person.id)
        };
        fits(names, &people, &by_number)
    }

    fn named<'p>(person: &'p Participant, rows: &BTreeMap<ParticipantId, usize>) -> Named<'p> {
        Named {
            id: person.id,
            reference: person.reference,
            row: rows.get(&person.id).copied(),
            details: &person.details,
        }
    }
}

/// A line for each picture.
pub fn lines(wanting: &Wanting<'_>, waiting: &[WaitingPortrait], saying: &Saying) -> Vec<PictureLine> {
    let names: Vec<&str> = waiting.iter().map(good_name).collect();
    waiting.iter().zip(wanting.fits(&names)).map(|(picture, fit)| line(wanting, picture, fit, saying)).collect()
}

/// The name by which a picture is matched: what cannot be a portrait fits nobody, and takes nobody from another picture.
fn good_name(picture: &WaitingPortrait) -> &str {
    if picture.problem.is_some() { "" } else { &picture.name }
}

fn line(wanting: &Wanting<'_>, picture: &WaitingPortrait, fit: Fit, saying: &Saying) -> PictureLine {
    let language = wanting.by.language();
    let mut line = PictureLine {
        id: picture.id.to_string(),
        file: picture.name.clone(),
        problem: picture.problem.as_deref().map(|code| language.message(&problem(code))).unwrap_or_default(),
        is_matched: false,
        of: String::new(),
        name: String::new(),
        candidates: Vec::new(),
        why: String::new(),
        present: None,
        replaces: false,
        error: saying.wrong.get(&picture.id).map(|message| language.message(message)).unwrap_or_default(),
    };
    match fit {
        Fit::Nobody => line.why = language.t("portraits-fits-nobody"),
        Fit::Several(ids) => {
            let people: Vec<&Participant> = ids.iter().filter_map(|id| wanting.person(*id)).collect();
            line.why = match people.as_slice() {
                [one] => language.with("portraits-fits-twice", &[("name", one.name().into())]),
                several => language.with("portraits-fits-several", &[("count", several.len().into())]),
            };
            let open = people.into_iter().filter(|person| person.status.is_open_to_the_delegation());
            line.candidates = open.map(|person| wanting.choice(person)).collect();
        }
        Fit::One(id) => line.matched_to(wanting, id),
    }
    match saying.chosen.get(&picture.id) {
        Some(Given::Nobody) => line.of = "nobody".to_owned(),
        Some(Given::To { person, replaces }) => {
            line.matched_to(wanting, *person);
            line.replaces = *replaces;
        }
        None => {}
    }
    line
}

impl PictureLine {
    fn matched_to(&mut self, wanting: &Wanting<'_>, id: ParticipantId) {
        let language = wanting.by.language();
        let Some(person) = wanting.person(id) else { return };
        self.name = person.name();
        if !person.status.is_open_to_the_delegation() {
            let status = language.t(&person.status.word());
            let said = [("name", person.name().into()), ("status", status.into())];
            self.why = language.with("portraits-fits-frozen", &said);
            return;
        }
        self.is_matched = true;
        self.of = id.to_string();
        self.why.clear();
        self.present = person.portrait_url(PortraitSize::Print);
    }
}

fn problem(code: &str) -> Message {
    match Unopened::of_code(code) {
        Some(why) => why.into(),
        None if code == TOO_LARGE => Message::new("form-files-too-large"),
        None => Refusal::of_code(code).into(),
    }
}
