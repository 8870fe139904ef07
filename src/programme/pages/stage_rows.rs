//! People on stage in the form of a session: a row each, found among the participants or named as guests. A row is moved, added, taken
//! out or found by a button that posts the whole form, so that nothing typed is lost and no script is needed.

use std::collections::HashMap;

use super::super::model::{Link, OnStage, Person, StageRole};
use crate::ids::{ParticipantId, SessionPersonId};
use crate::language::{FALLBACK, Localized};
use crate::participants::Participant;
use crate::participants::rules::read_email;
use crate::web::{Errors, Typed};

/// The most people on one stage.
const MOST: usize = 80;
/// Empty rows that a page offers.
const SPARE: usize = 1;

/// One row as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The key of the row in the database, where it has one.
    pub key: String,
    pub role: String,
    pub name: String,
    pub title: String,
    pub affiliation: String,
    /// The participant it is linked to.
    pub who: String,
    pub email: String,
    pub language: String,
}

const FIELDS: [&str; 8] = ["key", "role", "name", "title", "affiliation", "who", "email", "language"];

impl Row {
    pub fn of(key: SessionPersonId, person: &Person) -> Self {
        Self {
            key: key.to_string(),
            role: person.role.to_string(),
            name: person.name.clone(),
            title: person.title.clone(),
            affiliation: person.affiliation.clone(),
            who: person.participant_id.map(|id| id.to_string()).unwrap_or_default(),
            email: person.email.clone().unwrap_or_default(),
            language: person.language.clone().unwrap_or_default(),
        }
    }

    fn blank() -> Self {
        Self { role: StageRole::Speaker.to_string(), ..Self::default() }
    }

    fn parts(&self) -> [&String; 8] {
        [&self.key, &self.role, &self.name, &self.title, &self.affiliation, &self.who, &self.email, &self.language]
    }

    fn is_blank(&self) -> bool {
        [&self.name, &self.title, &self.affiliation, &self.who, &self.email].iter().all(|text| text.is_empty())
    }

    /// Who this is among the participants.
    pub fn participant(&self) -> Option<ParticipantId> {
        ParticipantId::parse(&self.who)
    }

    /// Is this participant from now on: what the form says of them stays where something was said.
    fn is(&mut self, person: &Participant, delegation: &Localized) {
        self.who = person.id.to_string();
        self.name = person.name_on_badge();
        if self.title.is_empty() {
            self.title.clone_from(&person.functional_title);
        }
        if self.affiliation.is_empty() {
            delegation.in_language(*FALLBACK).clone_into(&mut self.affiliation);
        }
    }
}

/// The rows of a form, in order.
pub fn rows_of(typed: &Typed) -> Vec<Row> {
    let sent = |place: &usize| !typed.all(&format!("person_{place}_name")).is_empty();
    let most = typed.text("people").parse().unwrap_or(MOST).min(MOST);
    let row = |place: usize| {
        let text = |field: &str| typed.text(&format!("person_{place}_{field}")).to_owned();
        let [key, role, name, title, affiliation, who, email, language] = FIELDS.map(text);
        Row { key, role, name, title, affiliation, who, email, language }
    };
    (0..most).take_while(sent).map(row).collect()
}

/// The same form with these rows, and an empty one to write into.
pub fn with_rows(typed: Typed, mut rows: Vec<Row>) -> Typed {
    let spare = rows.iter().rev().take_while(|row| row.is_blank()).count();
    rows.extend((spare..SPARE).map(|_| Row::blank()));
    rows.truncate(MOST);
    let typed = typed.with("people", rows.len());
    rows.iter().enumerate().fold(typed, |typed, (place, row)| {
        FIELDS
            .iter()
            .zip(row.parts())
            .fold(typed, |typed, (field, text)| typed.with(format!("person_{place}_{field}"), text))
    })
}

/// What a button does to the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Looks for whom the row names.
    Find(usize),
    Link(usize, ParticipantId),
    Unlink(usize),
    Up(usize),
    Down(usize),
    Remove(usize),
    /// Empty rows, and those of whom a list was pasted.
    More,
}

impl Step {
    /// `link 2 0198c0de-...`; nothing where the form is to be saved.
    pub fn of(typed: &Typed) -> Option<Self> {
        let mut words = typed.text("do").split(' ');
        let (word, place) = (words.next()?, words.next().and_then(|place| place.parse().ok()));
        match (word, place) {
            ("more", _) => Some(Self::More),
            ("find", Some(place)) => Some(Self::Find(place)),
            ("link", Some(place)) => Some(Self::Link(place, ParticipantId::parse(words.next()?)?)),
            ("unlink", Some(place)) => Some(Self::Unlink(place)),
            ("up", Some(place)) => Some(Self::Up(place)),
            ("down", Some(place)) => Some(Self::Down(place)),
            ("remove", Some(place)) => Some(Self::Remove(place)),
            _ => None,
        }
    }
}

/// The form after a step; `found` is the participant that it links, with the name of the delegation.
pub fn after(typed: Typed, step: &Step, found: Option<(&Participant, &Localized)>) -> Typed {
    let mut rows = rows_of(&typed);
    let last = rows.len().saturating_sub(1);
    match *step {
        Step::Find(_) => {}
        Step::Link(place, _) => {
            if let (Some(row), Some((person, delegation))) = (rows.get_mut(place), found) {
                row.is(person, delegation);
            }
        }
        Step::Unlink(place) => {
            if let Some(row) = rows.get_mut(place) {
                row.who.clear();
            }
        }
        Step::Up(place) if place > 0 && place <= last => rows.swap(place, place - 1),
        Step::Down(place) if place < last => rows.swap(place, place + 1),
        Step::Up(_) | Step::Down(_) => {}
        Step::Remove(place) if place < rows.len() => {
            rows.remove(place);
        }
        Step::Remove(_) => {}
        Step::More => {
            let role = typed.text("paste_role").to_owned();
            rows.retain(|row| !row.is_blank());
            rows.extend(typed.text("paste").lines().filter_map(|line| pasted(line, &role)));
            rows.extend(std::iter::repeat_with(Row::blank).take(3));
            return with_rows(typed.with("paste", ""), rows);
        }
    }
    with_rows(typed, rows)
}

/// `Name | Title | Affiliation`
fn pasted(line: &str, role: &str) -> Option<Row> {
    let mut parts = line.split(['|', '\t']).map(|part| part.trim().to_owned());
    let mut row = Row::blank();
    if StageRole::parse(role).is_some() {
        role.clone_into(&mut row.role);
    }
    row.name = parts.next().filter(|name| !name.is_empty())?;
    row.title = parts.next().unwrap_or_default();
    row.affiliation = parts.next().unwrap_or_default();
    Some(row)
}

/// Those on stage as far as they can be read; what is wrong is said at the row's field. `known` are the participants that rows name.
pub fn read_rows(rows: &[Row], known: &HashMap<ParticipantId, Participant>, errors: &mut Errors) -> Vec<OnStage> {
    let mut people = Vec::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
        let field = |field: &str| format!("person_{place}_{field}");
        if row.name.is_empty() {
            errors.say(&field("name"), "programme-error-no-name");
        }
        let role = StageRole::parse(&row.role).unwrap_or_else(|| {
            errors.say(&field("role"), "programme-error-role");
            StageRole::Speaker
        });
        let email = read_email(&row.email).unwrap_or_else(|message| {
            errors.add(field("email"), message);
            None
        });
        let language = Some(row.language.clone()).filter(|code| !code.is_empty());
        let link = match row.participant() {
            None => Link::Guest { email, language },
            Some(id) => {
                if !known.contains_key(&id) {
                    errors.say(&field("name"), "programme-error-person-gone");
                }
                Link::Participant(id)
            }
        };
        people.push(OnStage {
            id: SessionPersonId::parse(&row.key),
            role,
            name: row.name.clone(),
            title: row.title.clone(),
            affiliation: row.affiliation.clone(),
            link,
        });
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(names: &[&str]) -> Typed {
        let row = |name: &&str| Row { name: (*name).to_owned(), ..Row::blank() };
        with_rows(Typed::default(), names.iter().map(row).collect())
    }

    fn names(typed: &Typed) -> Vec<String> {
        rows_of(typed).into_iter().map(|row| row.name).collect()
    }

    #[test]
    fn rows_move_and_leave_and_there_is_always_one_to_write_into() {
        let typed = form(&["Ada", "Grace", "Alan"]);
        assert_eq!(names(&typed), ["Ada", "Grace", "Alan", ""]);
        let typed = after(typed, &Step::Up(1), None);
        assert_eq!(names(&typed), ["Grace", "Ada", "Alan", ""]);
        let typed = after(typed, &Step::Down(1), None);
        assert_eq!(names(&typed), ["Grace", "Alan", "Ada", ""]);
        let typed = after(after(typed, &Step::Up(0), None), &Step::Down(9), None);
        let typed = after(after(typed, &Step::Remove(0), None), &Step::Remove(9), None);
        assert_eq!(names(&typed), ["Alan", "Ada", ""]);
    }

    #[test]
    fn several_are_pasted_at_once_in_one_role() {
        let typed =
            form(&["Ada"]).with("paste", "Grace | Admiral | Navy\n\n | nobody\nAlan").with("paste_role", "chair");
        let typed = after(typed, &Step::More, None);
        assert_eq!(names(&typed), ["Ada", "Grace", "Alan", "", "", ""]);
        let rows = rows_of(&typed);
        assert_eq!((rows[1].role.as_str(), rows[1].affiliation.as_str()), ("chair", "Navy"));
        assert_eq!((rows[0].role.as_str(), typed.text("paste")), ("speaker", ""));
    }

    #[test]
    fn a_button_says_what_it_does_or_the_form_is_saved() {
        let step = |text: &str| Step::of(&Typed::default().with("do", text));
        let id = ParticipantId::new();
        assert_eq!(step(&format!("link 3 {id}")), Some(Step::Link(3, id)));
        assert_eq!(step("down 0"), Some(Step::Down(0)));
        for nothing in ["", "link 3", "link x y", "up", "burn 2"] {
            assert_eq!(step(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn what_is_wrong_in_a_row_is_said_there_and_empty_rows_are_nobody() {
        let rows = [
            Row::blank(),
            Row { title: "Minister".into(), email: "nowhere".into(), ..Row::blank() },
            Row { name: "Ada".into(), role: "juggler".into(), who: ParticipantId::new().to_string(), ..Row::default() },
        ];
        let mut errors = Errors::default();
        let people = read_rows(&rows, &HashMap::new(), &mut errors);
        let fields: Vec<&str> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["person_1_email", "person_1_name", "person_2_name", "person_2_role"]);
        assert_eq!(people.len(), 2);
    }
}
