//! Who takes part: 110 official delegations, 150 organisations, the media, the host and the secretariat, from 119 countries and
//! territories. Which of the smaller States come is drawn by lot, so that nothing is meant by an absence.

use super::chance::Chance;
use super::countries::{self, Country, country};
use super::organisations::{Organisation, awaited as awaited_organisations, media, organisations};
use crate::delegations::entities::{Entity, Kind, order_of};
use crate::delegations::{DelegationKind, DelegationStatus};
use crate::language::Localized;
use crate::language::collation::fold;

/// How many official delegations there are: States, observers and the European Union.
pub const OFFICIAL: usize = 110;
/// From how many countries and territories people come, official or not.
pub const COUNTRIES: usize = 119;
/// How many more States were invited and have not answered yet.
const SILENT: usize = 7;

/// A unit of the host or the secretariat, told apart by its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Committee,
    Security,
    Interpretation,
    Medical,
    Crew,
    Volunteers,
}

/// One entry in the list of participants.
#[derive(Clone, Debug)]
pub struct DemoDelegation {
    /// Its stable key: `state-vn`, `ngo-dri`.
    pub key: String,
    pub kind: DelegationKind,
    /// The State, territory or Union it represents.
    pub entity: Option<&'static Entity>,
    /// Of the host: which unit.
    pub unit: Option<Unit>,
    pub country: &'static Country,
    pub name: Localized,
    pub formal_name: Localized,
    /// The language it is written to.
    pub language: &'static str,
    /// The domain of its addresses, under a name that can never exist.
    pub domain: String,
    /// How many people it has on its roster, in whatever state.
    pub size: usize,
    /// What it has answered. Whoever has people on the list has confirmed.
    pub answer: DelegationStatus,
    /// Companies that hold a stand bring staff for it.
    pub exhibits: bool,
}

impl DemoDelegation {
    /// Whether it represents a State, an observer State or the European Union: such are only ever shown in good order.
    pub fn is_official(&self) -> bool {
        self.entity.is_some()
    }
}

/// Everybody who takes part, `people` in all: official delegations in English order of names first.
pub fn delegations(seed: u64, people: usize) -> Vec<DemoDelegation> {
    let mut chance = Chance::of(seed, "delegations", 0);
    let Lots { present, absent, .. } = lots(&mut chance);
    let mut all: Vec<DemoDelegation> = present.into_iter().map(official).collect();
    order_of(&mut all, "en", None, |one| one.name.get("en").unwrap_or_default());
    let mut unused = absent.into_iter();
    for organisation in organisations().iter().chain(media()) {
        let seat = country(&organisation.seat).or_else(|| unused.next());
        all.extend(seat.map(|seat| of_organisation(organisation, seat)));
    }
    all.extend(hosts());
    share_out(&mut chance, &mut all, people);
    all
}

/// Who was invited beside them and sends nobody so far: States that have not answered yet, drawn by lot like those that come;
/// invented organisations that have not answered either, have declined, or were not written to.
pub fn awaited(seed: u64) -> Vec<DemoDelegation> {
    let Lots { silent, .. } = lots(&mut Chance::of(seed, "delegations", 0));
    let states = silent.into_iter().map(official);
    let open = states.map(|state| DemoDelegation { answer: DelegationStatus::Invited, ..state });
    let organisations = awaited_organisations().iter().filter_map(|(organisation, answer)| {
        let known = of_organisation(organisation, country(&organisation.seat)?);
        Some(DemoDelegation { answer: *answer, ..known })
    });
    open.chain(organisations).map(|one| DemoDelegation { size: 0, ..one }).collect()
}

/// Smaller States that always come: the demonstration offers a seat in Samoa's delegation, and shows with the others how names
/// and codes are told apart.
const SURE: [&str; 7] = ["WS", "CI", "NA", "NO", "TR", "SO", "EC"];

/// How the lots fell.
struct Lots {
    /// With an official delegation.
    present: Vec<&'static Country>,
    /// Ten more from which people come to other delegations.
    absent: Vec<&'static Country>,
    /// Some of those that are left.
    silent: Vec<&'static Country>,
}

fn lots(chance: &mut Chance) -> Lots {
    let seats: Vec<&str> = organisations().iter().chain(media()).map(|one| one.seat.as_str()).collect();
    let is_sure = |one: &&Country| match one.entity.kind {
        Kind::Member => one.size >= 3 || seats.contains(&one.code()) || SURE.contains(&one.code()),
        Kind::Observer | Kind::RegionalOrganization => true,
        Kind::OtherState => one.code() == "CK",
        Kind::Territory => false,
    };
    let (mut present, mut others): (Vec<&Country>, Vec<&Country>) = countries::all().iter().partition(is_sure);
    chance.shuffle(&mut others);
    let (states, territories): (Vec<&Country>, Vec<&Country>) =
        others.into_iter().partition(|one| one.entity.kind == Kind::Member);
    let missing = OFFICIAL - present.len();
    present.extend(&states[..missing]);
    // The Union is no country: 109 come with an official delegation, ten without.
    let more = COUNTRIES - (OFFICIAL - 1);
    let mut left = territories.into_iter().take(4).chain(states.into_iter().skip(missing));
    let absent = left.by_ref().take(more).collect();
    Lots { present, absent, silent: left.take(SILENT).collect() }
}

fn official(country: &'static Country) -> DemoDelegation {
    let entity = country.entity;
    let kind = match entity.kind {
        Kind::Observer => DelegationKind::Observer,
        Kind::RegionalOrganization => DelegationKind::EuropeanUnion,
        Kind::Territory => DelegationKind::Territory,
        Kind::Member | Kind::OtherState => DelegationKind::State,
    };
    let code = country.code().to_ascii_lowercase();
    DemoDelegation {
        key: format!("state-{code}"),
        kind,
        entity: Some(entity),
        unit: None,
        country,
        name: Localized::new("en", entity.short("en")).and("fr", entity.short("fr")),
        formal_name: Localized::new("en", entity.formal("en")).and("fr", entity.formal("fr")),
        language: country.language,
        domain: format!("mission.{code}.example"),
        size: if code == "vn" { 46 } else { [3, 4, 6, 10, 15, 23][country.size as usize] },
        answer: DelegationStatus::Confirmed,
        exhibits: false,
    }
}

fn of_organisation(one: &Organisation, seat: &'static Country) -> DemoDelegation {
    let plain = fold(&one.short).replace(' ', "-");
    let size = match one.kind {
        DelegationKind::UnBody => 7,
        DelegationKind::Intergovernmental => 5,
        DelegationKind::Company => 6,
        DelegationKind::Media => 9,
        _ => 4,
    };
    DemoDelegation {
        key: format!("{}-{plain}", one.kind.as_str().replace('_', "-")),
        kind: one.kind,
        entity: None,
        unit: None,
        country: seat,
        name: one.name.clone(),
        formal_name: one.name.clone(),
        language: seat.language,
        domain: format!("{plain}.example"),
        size,
        answer: DelegationStatus::Confirmed,
        exhibits: false,
    }
}

fn hosts() -> Vec<DemoDelegation> {
    let units = [
        (
            Some(Unit::Committee),
            "host-committee",
            "National Organising Committee",
            "Comité national d'organisation",
            170,
        ),
        (
            Some(Unit::Security),
            "host-security",
            "Conference Security Command",
            "Commandement de la sûreté de la Conférence",
            150,
        ),
        (
            Some(Unit::Interpretation),
            "host-interpretation",
            "Interpretation and Conference Services",
            "Services d'interprétation et de conférence",
            56,
        ),
        (
            Some(Unit::Medical),
            "host-medical",
            "Medical Service of the Conference",
            "Service médical de la Conférence",
            24,
        ),
        (Some(Unit::Crew), "host-crew", "Technical and Catering Crews", "Équipes techniques et de restauration", 110),
        (Some(Unit::Volunteers), "host-volunteers", "Volunteer Corps", "Corps des bénévoles", 120),
        (None, "secretariat", "Secretariat of the Conference", "Secrétariat de la Conférence", 84),
    ];
    let Some(host) = country("VN") else { return Vec::new() };
    let delegation = |(unit, key, english, french, size): (Option<Unit>, &str, &str, &str, usize)| DemoDelegation {
        key: key.to_owned(),
        kind: if unit.is_some() { DelegationKind::Host } else { DelegationKind::Secretariat },
        entity: None,
        unit,
        country: host,
        name: Localized::new("en", english).and("fr", french),
        formal_name: Localized::new("en", english).and("fr", french),
        language: "en",
        domain: format!("{}.example", key.replace("host-", "host.")),
        size,
        answer: DelegationStatus::Confirmed,
        exhibits: false,
    };
    units.into_iter().map(delegation).collect()
}

/// Varies the sizes a little and brings their sum to exactly `people`, every delegation keeping somebody if there are enough.
fn share_out(chance: &mut Chance, all: &mut [DemoDelegation], people: usize) {
    let wished: Vec<f64> = all.iter().map(|one| one.size as f64 * f64::from(chance.within(0.75, 1.25))).collect();
    let least = usize::from(people >= all.len());
    let free = people.saturating_sub(least * all.len()) as f64;
    let sum: f64 = wished.iter().map(|wish| wish - 1.0).sum();
    let mut carried = 0.0;
    for (one, wish) in all.iter_mut().zip(wished) {
        // What rounding takes from one, the next gets, so the sum comes out.
        let exact = (wish - 1.0) / sum * free + carried;
        let whole = exact.round().max(0.0);
        carried = exact - whole;
        one.size = least + whole as usize;
    }
    mark_exhibitors(all);
}

/// The companies of the largest delegations hold stands, and so do some universities and bodies.
fn mark_exhibitors(all: &mut [DemoDelegation]) {
    let stands = super::stands::COUNT;
    let mut left = stands - stands / 4;
    for one in all.iter_mut().filter(|one| one.kind == DelegationKind::Company && one.size >= 3).take(left) {
        one.exhibits = true;
        left -= 1;
    }
    let others = [DelegationKind::Academia, DelegationKind::Ngo, DelegationKind::UnBody];
    let mut rest = stands / 4 + left;
    for kind in others.iter().cycle().take(rest * others.len()) {
        if rest > 0
            && let Some(one) = all.iter_mut().find(|one| one.kind == *kind && !one.exhibits && one.size > 0)
        {
            one.exhibits = true;
            rest -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_110_official_delegations_150_organisations_and_119_countries() {
        for seed in [1, 2, 3] {
            let all = delegations(seed, 2500);
            assert_eq!(all.iter().filter(|one| one.is_official()).count(), OFFICIAL);
            let kinds = ["un_body", "intergovernmental", "ngo", "academia", "company"];
            assert_eq!(all.iter().filter(|one| kinds.contains(&one.kind.as_str())).count(), 150);
            assert_eq!(all.iter().filter(|one| one.kind == DelegationKind::Media).count(), 30);
            let countries: HashSet<_> = all.iter().map(|one| one.country.code()).filter(|code| *code != "EU").collect();
            assert_eq!(countries.len(), COUNTRIES);
            let keys: HashSet<_> = all.iter().map(|one| &one.key).collect();
            assert_eq!(keys.len(), all.len());
        }
    }

    #[test]
    fn their_people_add_up_whatever_the_number() {
        for people in [0, 40, 300, 2500, 10_000] {
            let sum: usize = delegations(1, people).iter().map(|one| one.size).sum();
            assert_eq!(sum, people);
        }
        assert!(delegations(1, 2500).iter().all(|one| one.size >= 1));
    }

    #[test]
    fn the_host_and_the_union_are_there_and_lots_fall_differently() {
        let keys = |seed| delegations(seed, 2500).into_iter().map(|one| one.key).collect::<HashSet<_>>();
        assert!(keys(1).contains("state-vn") && keys(1).contains("state-eu"));
        assert_eq!(keys(1), keys(1));
        assert_ne!(keys(1), keys(2));
    }

    #[test]
    fn some_have_not_answered_and_no_state_has_declined() {
        for seed in [1, 2] {
            let (come, awaited) = (delegations(seed, 2500), awaited(seed));
            assert!(come.iter().all(|one| one.answer == DelegationStatus::Confirmed));
            let keys: HashSet<_> = come.iter().map(|one| &one.key).collect();
            assert!(awaited.iter().all(|one| one.size == 0 && !keys.contains(&one.key)));
            let states: Vec<_> = awaited.iter().filter(|one| one.is_official()).collect();
            assert_eq!(states.len(), SILENT);
            assert!(states.iter().all(|one| one.answer == DelegationStatus::Invited));
            for answer in [DelegationStatus::Expected, DelegationStatus::Invited, DelegationStatus::Declined] {
                assert!(awaited.iter().filter(|one| one.answer == answer).count() >= 5, "{answer}");
            }
        }
    }

    #[test]
    fn as_many_exhibit_as_there_are_stands() {
        assert_eq!(delegations(1, 2500).iter().filter(|one| one.exhibits).count(), crate::console::demo::stands::COUNT);
    }
}
