//! What the public sees of a release: what it is compared with, what a search finds, and the handles by which people and delegations
//! stand in addresses.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use super::code_of;
use crate::clock::Day;
use crate::ids::MeetingRoomId;
use crate::language::Localized;
use crate::language::collation::fold;
use crate::programme::model::{Facts, Person, Release, Released, SessionKind};

/// The release that what is public is compared with: the last one of an earlier conference day than the latest's own, else the first
/// of that day. So everything that changed during a day stays marked until the next day's first release.
pub fn baseline<'a>(earlier: &'a [Release], latest: &Release, zone: &TimeZone) -> Option<&'a Release> {
    let day = latest.released_at.conference_day(zone);
    let before = |release: &&Release| release.released_at.conference_day(zone) < day;
    let older = || earlier.iter().filter(|release| release.number < latest.number);
    older().filter(before).max_by_key(|release| release.number).or_else(|| older().min_by_key(|release| release.number))
}

/// What somebody looks for; nothing asked for finds everything.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub day: Option<Day>,
    pub kind: Option<SessionKind>,
    pub room: Option<MeetingRoomId>,
    /// A language of interpretation, as its code.
    pub tongue: String,
    /// The handle of a delegation that organises or is on stage.
    pub delegation: String,
    /// Folded words, each of which must be found.
    pub words: Vec<String>,
}

impl Filter {
    /// The words of a search as they are compared.
    pub fn words(text: &str) -> Vec<String> {
        fold(text).split_whitespace().map(ToOwned::to_owned).collect()
    }

    /// Whether it fits but for its day.
    pub fn fits(&self, row: &Released, text: &str) -> bool {
        let facts = &row.facts;
        self.kind.is_none_or(|kind| kind == facts.kind)
            && self.room.is_none_or(|room| room == row.room_id)
            && (self.tongue.is_empty() || facts.interpretation.contains(&self.tongue))
            && (self.delegation.is_empty() || delegations(facts).any(|name| handle(name) == self.delegation))
            && self.words.iter().all(|word| text.contains(word.as_str()))
    }

    pub fn is_on(&self, row: &Released, zone: &TimeZone) -> bool {
        self.day.is_none_or(|day| row.starts_at.conference_day(zone) == day)
    }
}

/// The delegations of a session: who organises it, and for whom people are on stage.
pub fn delegations(facts: &Facts) -> impl Iterator<Item = &Localized> {
    facts.organiser.iter().chain(&facts.co_organisers).chain(&facts.affiliations)
}

/// All that a search looks through, folded: every language's title and description, the room, the number, people and delegations.
pub fn search_text(facts: &Facts) -> String {
    let said =
        [&facts.title, &facts.description, &facts.room, &facts.agenda_item].into_iter().chain(delegations(facts));
    let mut texts: Vec<&str> = said.flat_map(Localized::iter).map(|(_, text)| text).collect();
    texts.extend(facts.official_number.as_deref());
    for person in &facts.people {
        texts.extend([person.name.as_str(), &person.title, &person.affiliation]);
    }
    fold(&texts.join(" · "))
}

/// How a delegation stands in an address: `viet-nam`.
pub fn handle(name: &Localized) -> String {
    let first = name.get("en").or_else(|| name.iter().map(|(_, text)| text).next()).unwrap_or_default();
    let code = code_of(first);
    if code.is_empty() { digest(first, "") } else { code }
}

/// How somebody on stage stands in an address: the name, and a mark that tells two of one name apart by whom they stand for. A release
/// does not say who somebody is, so this is all there is; it stays the same from release to release.
pub fn person_handle(person: &Person) -> String {
    let (code, mark) = (code_of(&person.name), digest(&person.name, &person.affiliation));
    if code.is_empty() { mark } else { format!("{code}-{mark}") }
}

fn digest(name: &str, of: &str) -> String {
    let digest = Sha256::digest(format!("{}\n{}", fold(name), fold(of)).as_bytes());
    data_encoding::HEXLOWER.encode(&digest[..4])
}

/// Languages of interpretation, rooms and delegations that occur, for the filters.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    pub tongues: Vec<String>,
    pub rooms: Vec<(MeetingRoomId, Localized)>,
    /// By handle.
    pub delegations: BTreeMap<String, Localized>,
}

impl Offer {
    pub fn of<'a>(rows: impl Iterator<Item = &'a Released>) -> Self {
        let mut offer = Self::default();
        for row in rows {
            offer.tongues.extend(row.facts.interpretation.iter().cloned());
            if !offer.rooms.iter().any(|(room, _)| *room == row.room_id) {
                offer.rooms.push((row.room_id, row.facts.room.clone()));
            }
            for name in delegations(&row.facts) {
                offer.delegations.entry(handle(name)).or_insert_with(|| name.clone());
            }
        }
        offer.tongues.sort();
        offer.tongues.dedup();
        offer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::ids::{ReleaseId, SessionId};
    use crate::programme::model::StageRole;

    fn release(number: i32, at: &str) -> Release {
        let released_at = Moment::parse(at).unwrap();
        Release { id: ReleaseId::new(), number, name: format!("Release {number}"), released_at, counts: None }
    }

    fn person(name: &str, affiliation: &str) -> Person {
        Person {
            role: StageRole::Speaker,
            name: name.into(),
            title: "Minister".into(),
            affiliation: affiliation.into(),
            participant_id: None,
            email: None,
            language: None,
        }
    }

    #[test]
    fn what_changed_during_a_day_is_compared_with_the_day_before() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let one = release(1, "2025-10-24T10:00:00Z");
        let two = release(2, "2025-10-25T03:00:00Z");
        // 03:30 at night in Hà Nội belongs to the 25th still.
        let three = release(3, "2025-10-25T20:30:00Z");
        let four = release(4, "2025-10-25T21:30:00Z");
        let all = [one.clone(), two.clone(), three.clone(), four.clone()];
        let number = |latest: &Release| baseline(&all, latest, &zone).map(|release| release.number);
        assert_eq!(number(&one), None, "the first has nothing before it");
        assert_eq!((number(&two), number(&three)), (Some(1), Some(1)));
        assert_eq!(number(&four), Some(3), "from four in the morning it is another day");
        let first_day = [two.clone(), three.clone()];
        assert_eq!(baseline(&first_day, &three, &zone).map(|release| release.number), Some(2));
    }

    #[test]
    fn a_search_reads_every_language_and_folds_letters() {
        let mut facts = Facts::bare(1, SessionKind::Plenary, Localized::new("en", "Evidence").and("fr", "Preuves"));
        facts.people = vec![person("Nguyễn Thị Hương", "Việt Nam")];
        facts.official_number = Some("3rd".into());
        facts.description = Localized::new("en", "Across borders");
        let text = search_text(&facts);
        let row = Released {
            session_id: SessionId::new(),
            room_id: MeetingRoomId::new(),
            starts_at: Moment::parse("2025-10-25T18:00:00Z").unwrap(),
            ends_at: Moment::parse("2025-10-25T19:00:00Z").unwrap(),
            cancelled: false,
            sequence: 0,
            facts,
            organiser_id: None,
            gone: false,
            off_since: None,
            urgent: None,
            co_organiser_ids: Vec::new(),
        };
        let finds = |words: &str| Filter { words: Filter::words(words), ..Filter::default() }.fits(&row, &text);
        assert!(finds("") && finds("huong nguyen") && finds("PREUVES borders") && finds("3rd") && finds("viet"));
        assert!(!finds("evidence nowhere"));
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let on = |day: &str| Filter { day: Day::parse(day), ..Filter::default() }.is_on(&row, &zone);
        assert!(on("2025-10-25") && !on("2025-10-26"), "one in the night belongs to the day before");
    }

    #[test]
    fn two_of_one_name_have_two_addresses() {
        let (one, other) = (person("Ana Silva", "Brazil"), person("Ana Silva", "Portugal"));
        assert!(person_handle(&one).starts_with("ana-silva-") && person_handle(&one) != person_handle(&other));
        assert_eq!(person_handle(&one), person_handle(&person("ana  SILVA", "brazil")));
        assert_eq!(person_handle(&person("田中", "")).len(), 8);
        assert_eq!(handle(&Localized::new("en", "Viet Nam").and("fr", "Viêt Nam")), "viet-nam");
    }
}
