//! The letters that come with a roster: the note verbale of a State, the nomination letter of an organisation, the letter of
//! assignment of a medium. Text only; typesetting is done elsewhere.

use jiff::civil::Date;

use super::delegations::DemoDelegation;
use super::people::DemoPerson;
use crate::delegations::DelegationKind;

/// A letter as paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// As the `delegation_letter` table has them: `note_verbale`, `nomination_letter`, `letter_of_assignment`.
    pub kind: &'static str,
    /// `en` or `fr`.
    pub language: &'static str,
    /// Who writes, line by line.
    pub sender: Vec<String>,
    pub reference: String,
    pub place_and_date: String,
    pub addressee: String,
    pub paragraphs: Vec<String>,
    /// Number, name as in the document, function, composition title.
    pub roster: Vec<[String; 4]>,
    pub closing: String,
}

/// The letter of a delegation about these people. `conference` is the conference's name as it stands inside a sentence, with its
/// article, in the delegation's language; `written` the day of the letter.
pub fn letter(delegation: &DemoDelegation, roster: &[DemoPerson], conference: &str, written: Date) -> Letter {
    let french = delegation.language == "fr";
    let kind = match delegation.kind {
        DelegationKind::Media => "letter_of_assignment",
        _ if delegation.is_official() => "note_verbale",
        _ => "nomination_letter",
    };
    let name = delegation.name.get(delegation.language).unwrap_or_default();
    let mission = mission(delegation, french);
    let place = if kind == "note_verbale" { if french { "Vienne" } else { "Vienna" } } else { "" };
    Letter {
        kind,
        language: delegation.language,
        sender: if kind == "note_verbale" { vec![capitalised(&mission)] } else { vec![name.to_owned()] },
        reference: reference(delegation, written),
        place_and_date: place_and_date(place, written, french),
        addressee: if french { "Au Secrétariat de la Conférence" } else { "The Secretariat of the Conference" }
            .to_owned(),
        paragraphs: paragraphs(kind, french, &mission, delegation, conference),
        roster: roster.iter().enumerate().map(|(place, person)| line(place, person, french)).collect(),
        closing: closing(kind, french, &mission),
    }
}

/// `the Permanent Mission of Viet Nam to the United Nations (Vienna)`, in the letter's language.
fn mission(delegation: &DemoDelegation, french: bool) -> String {
    let language = if french { "fr" } else { "en" };
    let of = delegation.entity.map(|entity| entity.of(language)).unwrap_or_default();
    match (delegation.kind, french) {
        (DelegationKind::EuropeanUnion, _) => {
            "the Delegation of the European Union to the international organizations in Vienna".to_owned()
        }
        (DelegationKind::Observer, true) => {
            format!("la Mission permanente d'observation {of} auprès de l'Organisation des Nations Unies (Vienne)")
        }
        (DelegationKind::Observer, false) => {
            format!("the Permanent Observer Mission {of} to the United Nations (Vienna)")
        }
        (_, true) => format!("la Mission permanente {of} auprès de l'Organisation des Nations Unies (Vienne)"),
        (_, false) => format!("the Permanent Mission {of} to the United Nations (Vienna)"),
    }
}

fn paragraphs(kind: &str, french: bool, mission: &str, delegation: &DemoDelegation, conference: &str) -> Vec<String> {
    let of = |language| delegation.entity.map(|entity| entity.of(language)).unwrap_or_default();
    let text = match (kind, french) {
        ("note_verbale", false) => format!(
            "{} presents its compliments to the Secretariat of the Conference and has the honour to communicate the composition of the delegation {} to {conference}, as follows.",
            capitalised(mission),
            of("en"),
        ),
        ("note_verbale", true) => format!(
            "{} présente ses compliments au Secrétariat de la Conférence et a l'honneur de lui communiquer, comme suit, la composition de la délégation {} à {conference}.",
            capitalised(mission),
            of("fr"),
        ),
        ("letter_of_assignment", false) => format!(
            "We confirm that the staff members named below are assigned to cover {conference} and ask that they be accredited as media."
        ),
        ("letter_of_assignment", true) => format!(
            "Nous confirmons que les collaborateurs nommés ci-après sont chargés de couvrir {conference} et demandons leur accréditation au titre des médias."
        ),
        (_, false) => {
            format!("We have the honour to nominate the persons named below as our representatives at {conference}.")
        }
        (_, true) => format!(
            "Nous avons l'honneur de désigner les personnes nommées ci-après comme nos représentants à {conference}."
        ),
    };
    let second = match (kind, french) {
        ("note_verbale", false) => {
            "The credentials of the delegation will be submitted to the Secretary-General in accordance with the rules of procedure."
        }
        ("note_verbale", true) => {
            "Les pouvoirs de la délégation seront présentés au Secrétaire général conformément au règlement intérieur."
        }
        ("letter_of_assignment", false) => "A copy of the press card of each person is attached.",
        ("letter_of_assignment", true) => "Une copie de la carte de presse de chaque personne est jointe.",
        (_, false) => "They have been informed of the rules for observers and of the notice on personal data.",
        (_, true) => {
            "Elles ont été informées des règles applicables aux observateurs et de la notice relative aux données personnelles."
        }
    };
    vec![text, second.to_owned()]
}

fn closing(kind: &str, french: bool, mission: &str) -> String {
    match (kind, french) {
        ("note_verbale", false) => format!(
            "{} avails itself of this opportunity to renew to the Secretariat of the Conference the assurances of its highest consideration.",
            capitalised(mission)
        ),
        ("note_verbale", true) => format!(
            "{} saisit cette occasion pour renouveler au Secrétariat de la Conférence les assurances de sa très haute considération.",
            capitalised(mission)
        ),
        (_, false) => "Please accept the assurances of our high consideration.".to_owned(),
        (_, true) => "Veuillez agréer l'assurance de notre haute considération.".to_owned(),
    }
}

fn line(place: usize, person: &DemoPerson, french: bool) -> [String; 4] {
    let composition = match (person.composition_title, french) {
        ("head", false) => "Head of delegation",
        ("head", true) => "Chef de délégation",
        ("alternate_head", false) => "Alternate head",
        ("alternate_head", true) => "Chef adjoint",
        ("deputy", false) => "Deputy head",
        ("deputy", true) => "Adjoint",
        ("alternate", false) => "Alternate",
        ("alternate", true) => "Suppléant",
        ("adviser", false) => "Adviser",
        ("adviser", true) => "Conseiller",
        ("expert", _) => "Expert",
        ("observer", false) => "Observer",
        ("observer", true) => "Observateur",
        (_, false) => "Representative",
        (_, true) => "Représentant",
    };
    let name = format!("{} {}", person.honorific, person.name.document);
    [(place + 1).to_string(), name, person.functional_title.clone(), composition.to_owned()]
}

fn reference(delegation: &DemoDelegation, written: Date) -> String {
    let short: String = delegation.key.rsplit('-').next().unwrap_or_default().to_uppercase();
    let number = 100 + delegation.key.bytes().map(usize::from).sum::<usize>() % 800;
    format!("{short}/{number}/{}", written.year())
}

fn place_and_date(place: &str, written: Date, french: bool) -> String {
    let months = if french {
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ]
    } else {
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
    };
    let month = months[usize::try_from(written.month() - 1).unwrap_or(0)];
    let day = match (written.day(), french) {
        (1, true) => "1er".to_owned(),
        (day, _) => day.to_string(),
    };
    let date = format!("{day} {month} {}", written.year());
    match (place, french) {
        ("", true) => format!("Le {date}"),
        ("", false) => date,
        (place, true) => format!("{place}, le {date}"),
        (place, false) => format!("{place}, {date}"),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::console::demo::cast::example;

    #[test]
    fn a_state_writes_a_note_verbale_in_its_language() {
        let cast = example();
        for (delegation, people) in cast.rosters().filter(|(_, people)| !people.is_empty()) {
            let letter = letter(delegation, people, "the Signing Conference", date(2026, 11, 1));
            assert_eq!(letter.kind == "note_verbale", delegation.is_official(), "{}", delegation.key);
            assert_eq!(letter.roster.len(), people.len());
            assert!(
                letter.paragraphs.iter().all(|text| !text.contains("  ") && text.ends_with('.')),
                "{:?}",
                letter.paragraphs
            );
        }
        let of = |key: &str| cast.rosters().find(|(one, _)| one.key == key).unwrap();
        let (delegation, people) = of("state-vn");
        let note = letter(delegation, people, "the Signing Conference", date(2026, 11, 1));
        assert!(
            note.paragraphs[0].starts_with(
                "The Permanent Mission of Viet Nam to the United Nations (Vienna) presents its compliments"
            )
        );
        assert_eq!(note.place_and_date, "Vienna, 1 November 2026");
        let (delegation, people) = of("state-fr");
        let note = letter(delegation, people, "la Conférence de signature", date(2026, 11, 1));
        assert!(note.paragraphs[0].starts_with(
            "La Mission permanente de la France auprès de l'Organisation des Nations Unies (Vienne) présente"
        ));
        assert!(note.place_and_date.starts_with("Vienne, le 1er novembre"));
        assert!(note.closing.contains("très haute considération"));
    }
}
