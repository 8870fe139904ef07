//! Invented people: who they are, what they do, how they are reached and how they look.

use jiff::Span;
use jiff::civil::Date;

use super::chance::Chance;
use super::countries::{Country, country};
use super::delegations::{DemoDelegation, Unit};
use super::names::{Name, Sex, name};
use super::portraits::{Appearance, appearance};
use super::titles;
use crate::delegations::DelegationKind;
use crate::language::collation::fold;

/// A travel document. The number is invented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// `passport`, `diplomatic_passport`, `service_passport`, `laissez_passer` or `press_card`.
    pub kind: &'static str,
    pub number: String,
    /// ISO alpha-2 of the issuing country.
    pub country: &'static str,
    pub expires_on: Date,
}

/// One invented person on a roster.
#[derive(Clone, Debug)]
pub struct DemoPerson {
    /// The place on the delegation's roster, from 0.
    pub place: usize,
    /// The letter of the category that prints on the badge.
    pub category: char,
    pub name: Name,
    pub sex: Sex,
    pub birth_date: Date,
    pub nationality: &'static str,
    pub residence: &'static str,
    pub honorific: &'static str,
    pub functional_title: String,
    /// As the `participant` table has them: `minister`, `director`, `other`...
    pub protocol_rank: &'static str,
    /// `head`, `deputy`, `adviser`...
    pub composition_title: &'static str,
    /// A mission's shared mailbox for some, none for a few.
    pub email: Option<String>,
    pub language: &'static str,
    pub document: Document,
    pub consents_to_list: bool,
    /// The place on the roster of the person whom this one accompanies.
    pub accompanies: Option<usize>,
    culture: &'static str,
    age: u8,
    face: u64,
}

impl DemoPerson {
    /// How the person looks.
    pub fn appearance(&self) -> Appearance {
        let mut chance = Chance::of(self.face, "face", 0);
        let clergy = self.nationality == "VA" && self.sex == Sex::Male;
        let look = if clergy { "clerical" } else { self.culture };
        appearance(&mut chance, look, self.sex, self.age)
    }
}

/// The roster of a delegation on the day the conference begins: `delegation.size` people, the head first. `present` are the
/// countries from which people come; people of organisations have the nationality of one of them.
pub fn people(seed: u64, delegation: &DemoDelegation, present: &[&'static Country], begins: Date) -> Vec<DemoPerson> {
    (0..delegation.size).map(|place| person(seed, delegation, present, place, begins)).collect()
}

fn person(seed: u64, of: &DemoDelegation, present: &[&'static Country], place: usize, begins: Date) -> DemoPerson {
    let mut chance = Chance::of(seed, &of.key, place as u64);
    let chance = &mut chance;
    let job = job(chance, of, place);
    let sex = if chance.likely(if matches!(job.who, "security" | "crew") { 0.2 } else { 0.47 }) {
        Sex::Female
    } else {
        Sex::Male
    };
    let nationality = nationality(chance, of, present, place);
    let culture = chance.choice(&nationality.cultures).copied().unwrap_or("english");
    let age = age(chance, &job);
    let name = name(chance, culture, sex);
    let scholar = job.who == "academia" && chance.likely(0.6);
    DemoPerson {
        place,
        category: job.category,
        birth_date: birth_date(chance, begins, age),
        nationality: nationality.code(),
        residence: if chance.likely(0.9) { of.country_of_residence(nationality) } else { nationality.code() },
        honorific: titles::honorific(job.rank, scholar, of.language, sex),
        functional_title: titles::function(chance, job.who, job.rank, of.language, sex),
        protocol_rank: job.rank,
        composition_title: job.composition,
        email: email(chance, of, &name, place),
        language: of.language,
        document: document(chance, of, &job, nationality, begins),
        consents_to_list: chance.likely(if of.is_official() { 0.9 } else { 0.7 }),
        accompanies: (job.who == "guest").then_some(0),
        culture,
        age,
        face: chance.between(0, i64::MAX) as u64,
        name,
        sex,
    }
}

/// What somebody is on the roster: the group of titles, the rank, the composition title and the category.
struct Job {
    who: &'static str,
    rank: &'static str,
    composition: &'static str,
    category: char,
}

fn job(chance: &mut Chance, of: &DemoDelegation, place: usize) -> Job {
    if of.is_official() {
        return delegate(chance, of, place);
    }
    let composition = match (of.kind, place) {
        (DelegationKind::Host | DelegationKind::Secretariat | DelegationKind::Media, _) => "representative",
        (_, 0) => "head",
        _ => "observer",
    };
    let (who, category) = match (of.kind, of.unit) {
        (DelegationKind::UnBody, _) => ("un_body", 'U'),
        (DelegationKind::Intergovernmental, _) => ("intergovernmental", 'I'),
        (DelegationKind::Academia, _) => ("academia", 'A'),
        (DelegationKind::Company, _) => ("company", 'B'),
        (DelegationKind::Media, _) => ("media", 'P'),
        (DelegationKind::Secretariat, _) => ("secretariat", 'S'),
        (_, Some(Unit::Security)) => ("security", 'K'),
        (_, Some(Unit::Interpretation)) => ("interpretation", 'L'),
        (_, Some(Unit::Medical)) => ("medical", 'M'),
        (_, Some(Unit::Crew)) => ("crew", 'C'),
        (_, Some(Unit::Volunteers)) => ("volunteer", 'V'),
        (_, Some(Unit::Committee)) => ("host", 'H'),
        _ => ("ngo", 'N'),
    };
    let leads = place == 0 && matches!(who, "un_body" | "intergovernmental" | "host" | "secretariat");
    let (who, category) = match (who, place) {
        ("company" | "academia" | "ngo" | "un_body", 1..) if of.exhibits && place % 2 == 1 => ("exhibitor", 'X'),
        ("ngo" | "academia", 4..) => (who, 'F'),
        _ => (who, category),
    };
    Job { who, rank: if leads { "director" } else { "other" }, composition, category }
}

/// Somebody in a State's delegation. A minister or a deputy leads the larger ones.
fn delegate(chance: &mut Chance, of: &DemoDelegation, place: usize) -> Job {
    let observer = of.kind == DelegationKind::Observer;
    let (rank, composition) = match place {
        0 if of.size >= 9 => (
            chance.weighted([("minister", 11), ("vice_minister", 5), ("foreign_minister", 2), ("vice_head", 1)]),
            "head",
        ),
        0 => (chance.weighted([("minister", 5), ("vice_minister", 6), ("ambassador", 6), ("director", 2)]), "head"),
        1 => (chance.weighted([("ambassador", 5), ("vice_minister", 2), ("director", 4)]), "alternate_head"),
        2 => (chance.weighted([("ambassador", 1), ("director", 5)]), "deputy"),
        3..=7 => (chance.weighted([("director", 1), ("other", 6)]), "representative"),
        8..=10 => ("other", "alternate"),
        _ => ("other", chance.weighted([("adviser", 5), ("expert", 4)])),
    };
    let guest = of.size >= 12 && place + 1 == of.size;
    let category = match place {
        _ if guest => 'G',
        _ if observer => 'O',
        0 => 'E',
        _ => 'D',
    };
    if guest {
        return Job { who: "guest", rank: "other", composition: "observer", category };
    }
    Job { who: "state", rank, composition, category }
}

/// Of the seat for whoever leads an organisation, of anywhere for some of the others.
fn nationality(
    chance: &mut Chance,
    of: &DemoDelegation,
    present: &[&'static Country],
    place: usize,
) -> &'static Country {
    let union = ["FR", "DE", "IT", "PL", "ES", "BE", "NL", "PT", "SE", "RO", "AT"];
    let from = |codes: &[&str]| present.iter().copied().filter(|one| codes.contains(&one.code())).collect::<Vec<_>>();
    let choices = match of.kind {
        DelegationKind::EuropeanUnion => from(&union),
        DelegationKind::UnBody | DelegationKind::Secretariat => present.to_vec(),
        DelegationKind::Intergovernmental
        | DelegationKind::Ngo
        | DelegationKind::Academia
        | DelegationKind::Company
            if place > 0 && chance.likely(0.3) =>
        {
            present.to_vec()
        }
        _ => Vec::new(),
    };
    let people_of_countries: Vec<_> = choices.into_iter().filter(|one| one.code() != "EU").collect();
    chance.choice(&people_of_countries).copied().unwrap_or(of.country)
}

impl DemoDelegation {
    /// Staff live where the organisation has its seat; those of the Union in Belgium.
    fn country_of_residence(&self, nationality: &Country) -> &'static str {
        match self.country.code() {
            "EU" => "BE",
            _ if self.is_official() => nationality.code(),
            seat => country(seat).map_or("VN", Country::code),
        }
    }
}

fn age(chance: &mut Chance, job: &Job) -> u8 {
    let (low, high) = match (job.who, job.rank) {
        (_, "minister" | "foreign_minister" | "vice_head" | "vice_minister") => (46, 67),
        (_, "ambassador" | "director") => (42, 63),
        ("volunteer", _) => (19, 25),
        ("academia", _) => (27, 66),
        ("guest", _) => (40, 64),
        _ => (25, 60),
    };
    chance
        .around(f64::from(low + high) / 2.0, f64::from(high - low) / 3.2)
        .round()
        .clamp(f64::from(low), f64::from(high)) as u8
}

/// A day that makes somebody `age` years old when the conference begins.
fn birth_date(chance: &mut Chance, begins: Date, age: u8) -> Date {
    let back = Span::new().years(i64::from(age)).days(chance.between(1, 364));
    begins.checked_sub(back).unwrap_or(begins)
}

fn email(chance: &mut Chance, of: &DemoDelegation, name: &Name, place: usize) -> Option<String> {
    let shared = of.is_official() && chance.likely(0.22);
    if shared {
        return Some(format!("protocol@{}", of.domain));
    }
    if place > 0 && chance.likely(0.05) {
        return None;
    }
    let plain: String = fold(&name.badge)
        .chars()
        .map(|c| if c == ' ' { '.' } else { c })
        .filter(|c| c.is_ascii_alphanumeric() || *c == '.')
        .collect();
    let local = if plain.is_empty() { format!("delegate{place}") } else { plain };
    Some(format!("{local}@{}", of.domain))
}

fn document(chance: &mut Chance, of: &DemoDelegation, job: &Job, nationality: &Country, begins: Date) -> Document {
    let kind = match job.who {
        "state" => chance.weighted([("diplomatic_passport", 6), ("service_passport", 3), ("passport", 1)]),
        "un_body" => chance.weighted([("laissez_passer", 3), ("passport", 1)]),
        _ => "passport",
    };
    let letters = "ABCDEFGHJKLMNPRSTUVWXYZ".as_bytes();
    let letter = |chance: &mut Chance| char::from(letters[chance.place(letters.len())]);
    let number = format!("{}{}{:07}", letter(chance), letter(chance), chance.between(100_000, 9_999_999));
    let expires_on = begins.checked_add(Span::new().days(chance.between(200, 3300))).unwrap_or(begins);
    let country = country(nationality.code()).map_or(of.country.code(), Country::code);
    Document { kind, number, country, expires_on }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::console::demo::cast::{cast, example};
    use crate::console::demo::names::is_well_known;

    const BEGINS: Date = jiff::civil::date(2026, 11, 21);

    #[test]
    fn every_delegation_of_a_state_has_one_head_who_comes_first() {
        let cast = example();
        for (delegation, people) in cast.rosters().filter(|(one, _)| one.is_official() && one.size > 0) {
            let heads: Vec<_> = people.iter().filter(|person| person.composition_title == "head").collect();
            assert!(heads.len() == 1 && heads[0].place == 0, "{}", delegation.key);
            assert!(
                people
                    .iter()
                    .all(|person| delegation.country.code() == "EU" || person.nationality == delegation.country.code())
            );
            assert!(people.iter().filter(|person| person.composition_title == "representative").count() <= 5);
        }
    }

    #[test]
    fn people_come_from_119_countries_and_territories() {
        for seed in [1, 2] {
            let cast = cast(seed, 2500, BEGINS);
            let nations: HashSet<_> = cast.people.iter().map(|person| person.nationality).collect();
            assert_eq!(nations.len(), crate::console::demo::delegations::COUNTRIES);
        }
    }

    #[test]
    fn everybody_is_whole_and_nobody_is_well_known() {
        let cast = example();
        assert_eq!(cast.people.len(), 2500);
        let mut numbers = HashSet::new();
        for person in &cast.people {
            assert!(!person.functional_title.is_empty() && !person.honorific.is_empty(), "{person:?}");
            assert!(!is_well_known(&person.name.document), "{person:?}");
            assert!(person.birth_date < BEGINS && person.document.expires_on > BEGINS, "{person:?}");
            let years = (BEGINS - person.birth_date).get_days() / 365;
            assert!((18..=69).contains(&years), "{years}");
            assert!(numbers.insert(person.document.number.clone()), "{person:?}");
            assert!(
                person.email.as_ref().is_none_or(|email| email.is_ascii() && email.ends_with(".example")),
                "{person:?}"
            );
        }
    }

    #[test]
    fn all_categories_of_the_usual_set_are_there() {
        let letters: HashSet<char> = example().people.iter().map(|person| person.category).collect();
        for letter in "DEOIUSNABPXHKLMCVGF".chars() {
            assert!(letters.contains(&letter), "{letter}");
        }
    }

    #[test]
    fn the_same_seed_casts_the_same_people() {
        let names =
            |seed| cast(seed, 400, BEGINS).people.into_iter().map(|person| person.name.document).collect::<Vec<_>>();
        assert_eq!(names(5), names(5));
        assert_ne!(names(5), names(6));
    }
}
