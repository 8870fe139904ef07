//! What the timetable can be narrowed to, and what then stands out.

use std::collections::BTreeSet;

use super::super::super::model::{MeetingRoom, Session};
use super::super::super::rules::Tree;
use super::super::kinds;
use super::{Desk, Wanted};
use crate::ids::{DelegationId, MeetingRoomId};
use crate::language::collation::fold;
use crate::web::Choice;

pub struct Filters {
    pub kinds: Vec<Choice>,
    pub areas: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub delegations: Vec<Choice>,
    pub rooms: Vec<Choice>,
    /// How many sessions stand out, of all; nothing where none is looked for.
    pub found: Option<(usize, usize)>,
}

impl Filters {
    pub fn of(desk: &Desk, wanted: &Wanted) -> Self {
        let language = desk.language;
        let any = |key: &str| (String::new(), language.t(key));
        let mut all_kinds =
            vec![Choice { value: String::new(), label: language.t("programme-any-kind"), chosen: false }];
        all_kinds.extend(kinds(&wanted.kind, language));
        let used: BTreeSet<_> = desk.survey.rooms.iter().filter_map(|room| room.area_id).collect();
        let areas = desk.areas.iter().filter(|area| used.contains(&area.id));
        let areas = areas.map(|area| (area.code.clone(), area.name.in_language(language).to_owned()));
        let tongues: BTreeSet<&String> =
            desk.survey.sessions.iter().flat_map(|session| &session.interpretation).collect();
        let tongues = tongues.into_iter().map(|code| (code.clone(), code.to_uppercase()));
        let busy: BTreeSet<DelegationId> = desk.bodies.values().flatten().copied().collect();
        let mut bodies: Vec<(String, String)> = desk
            .delegations
            .iter()
            .filter(|(id, _)| busy.contains(id))
            .map(|(id, name)| (id.to_string(), name.in_language(language).to_owned()))
            .collect();
        bodies.sort_by_key(|(_, name)| crate::language::collation::key(name, language.code()));
        let found = is_narrowed(wanted).then(|| {
            let sessions = &desk.survey.sessions;
            (sessions.iter().filter(|session| stands_out(desk, wanted, session)).count(), sessions.len())
        });
        let one_of = |first: &str, rest: Vec<(String, String)>, chosen: &str| {
            Choice::one_of(std::iter::once(any(first)).chain(rest), chosen)
        };
        Self {
            kinds: all_kinds,
            areas: one_of("timetable-any-area", areas.collect(), &wanted.area),
            languages: one_of("timetable-any-language", tongues.collect(), &wanted.spoken),
            delegations: one_of("timetable-any-delegation", bodies, &wanted.delegation),
            rooms: one_of("timetable-all-rooms", rooms(desk), &wanted.rooms),
            found,
        }
    }
}

fn rooms(desk: &Desk) -> Vec<(String, String)> {
    let language = desk.language;
    let mut rooms = vec![("used".to_owned(), language.t("timetable-used-rooms"))];
    let building = |one: &crate::programme::model::Building| {
        let name = [("name", one.name.in_language(language).into())];
        (format!("b-{}", one.code), language.with("programme-whole-building", &name))
    };
    rooms.extend(desk.buildings.iter().map(building));
    let room = |room: &&MeetingRoom| (format!("r-{}", room.id), room.name.in_language(language).to_owned());
    rooms.extend(desk.columns().iter().map(room));
    rooms
}

/// Whether sessions are looked for at all.
fn is_narrowed(wanted: &Wanted) -> bool {
    [&wanted.q, &wanted.kind, &wanted.spoken, &wanted.delegation].iter().any(|text| !text.trim().is_empty())
}

/// Whether a session is one of those that are looked for; all are where nothing is.
pub fn stands_out(desk: &Desk, wanted: &Wanted, session: &Session) -> bool {
    let needle = fold(wanted.q.trim());
    let people = desk.survey.people.get(&session.id).into_iter().flatten();
    let named = || {
        let texts = session.title.iter().map(|(_, title)| title).chain(session.official_number.as_deref());
        texts.chain(people.flat_map(|person| [person.name.as_str(), person.affiliation.as_str()]))
    };
    let bodies = desk.bodies.get(&session.id);
    let delegation = DelegationId::parse(&wanted.delegation);
    (wanted.kind.is_empty() || session.kind.as_str() == wanted.kind)
        && (wanted.spoken.is_empty() || session.interpretation.contains(&wanted.spoken))
        && (wanted.delegation.is_empty() || delegation.zip(bodies).is_some_and(|(id, all)| all.contains(&id)))
        && (needle.is_empty() || named().any(|text| fold(text).contains(&needle)))
}

/// The rooms that are shown as columns; `busy` are those with something in them.
pub fn shown_rooms<'a>(desk: &'a Desk, wanted: &Wanted, busy: &BTreeSet<MeetingRoomId>) -> Vec<&'a MeetingRoom> {
    let tree = Tree::of(&desk.survey.rooms);
    let area = desk.areas.iter().find(|area| area.code == wanted.area).map(|area| area.id);
    let of_choice = |room: &MeetingRoom| match wanted.rooms.split_at_checked(2) {
        Some(("b-", code)) => {
            let building = tree.building(room.id);
            desk.buildings.iter().any(|one| Some(one.id) == building && one.code == code)
        }
        Some(("r-", id)) => MeetingRoomId::parse(id).is_none_or(|id| desk.survey.share(id, room.id)),
        _ if wanted.rooms == "used" => busy.contains(&room.id),
        _ => true,
    };
    let shown = desk.columns().into_iter();
    shown.filter(|room| (area.is_none() || room.area_id == area) && of_choice(room)).collect()
}
