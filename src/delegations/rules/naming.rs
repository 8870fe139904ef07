//! Names, regions and keys of delegations, and the categories that each kind begins with.

use crate::delegations::entities::{Entity, Group, Kind};
use crate::delegations::model::DelegationKind;
use crate::language::{Localized, collation, shipped};

/// The regional groups of the United Nations by the text that stands for them.
pub const REGIONS: &[&str] = &["africa", "asia-pacific", "eastern-europe", "grulac", "weog"];

/// Languages that a delegation may be written to in: the shipped ones, and the official ones of the United Nations, in which a
/// mail comes as soon as the language is shipped, and until then in English.
pub const LANGUAGES: &[&str] = &["ar", "en", "es", "fr", "ru", "zh"];

/// Whether an entity may come as this kind.
pub fn entity_fits(kind: DelegationKind, entity: &Entity) -> bool {
    match kind {
        DelegationKind::State => entity.is_state(),
        DelegationKind::Territory => entity.kind == Kind::Territory,
        DelegationKind::EuropeanUnion => entity.kind == Kind::RegionalOrganization,
        _ => false,
    }
}

/// The short and the formal name of an entity in every shipped language.
pub fn named_after(entity: &Entity) -> (Localized, Localized) {
    shipped().fold((Localized::default(), Localized::default()), |(short, formal), language| {
        let code = language.code();
        (short.and(code, entity.short(code)), formal.and(code, entity.formal(code)))
    })
}

/// The names under which an entity stands at a conference: its own where it has some, else those of the table.
pub fn named_here(entity: &Entity, own_name: &Localized, own_formal_name: &Localized) -> (Localized, Localized) {
    let over = |usual: Localized, own: &Localized| own.iter().fold(usual, |names, (code, text)| names.and(code, text));
    let (short, formal) = named_after(entity);
    (over(short, own_name), over(formal, own_formal_name))
}

/// The group in which an entity votes.
pub fn region_of(entity: &Entity) -> Option<&'static str> {
    entity.groups.first().map(|(group, _)| match group {
        Group::Africa => "africa",
        Group::AsiaPacific => "asia-pacific",
        Group::EasternEurope => "eastern-europe",
        Group::Grulac => "grulac",
        Group::Weog => "weog",
    })
}

/// A key for a delegation that was given none: the entity's code, else its name in plain letters, and a number where
/// that is taken.
pub fn key_for(entity: Option<&str>, name: &Localized, taken: impl Fn(&str) -> bool) -> String {
    let base = entity.map_or_else(
        || {
            let name = name.get("en").or_else(|| name.iter().next().map(|(_, text)| text)).unwrap_or_default();
            let plain: String =
                collation::fold(name).chars().map(|one| if one.is_ascii_alphanumeric() { one } else { '-' }).collect();
            let short: String = plain.trim_matches('-').chars().take(40).collect();
            if short.trim_matches('-').is_empty() {
                "delegation".to_owned()
            } else {
                short.trim_matches('-').to_owned()
            }
        },
        ToOwned::to_owned,
    );
    if !taken(&base) {
        return base;
    }
    (2..).map(|number| format!("{base}-{number}")).find(|key| !taken(key)).unwrap_or(base)
}

/// The letters of the usual categories in which a delegation of this kind begins with places.
pub fn default_letters(kind: DelegationKind) -> &'static [&'static str] {
    use DelegationKind as K;
    match kind {
        K::State | K::Territory | K::EuropeanUnion => &["E", "D", "K"],
        K::Observer => &["O"],
        K::Intergovernmental => &["I"],
        K::UnBody => &["U"],
        K::Ngo => &["N"],
        K::Academia => &["A"],
        K::Company => &["B"],
        K::Media => &["P"],
        K::Host => &["H", "K"],
        K::Secretariat => &["S"],
    }
}

/// The letters in which a kind may have places besides, for ordering a form: the host and the secretariat bring everybody who
/// works there.
pub fn standing_letters(kind: DelegationKind) -> &'static [&'static str] {
    match kind {
        DelegationKind::Host => &["M", "L", "C", "V", "G"],
        DelegationKind::Secretariat => &["L", "V", "G"],
        DelegationKind::Company => &["X", "C"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delegations::entities;

    #[test]
    fn turkiye_and_cote_d_ivoire_are_named_as_they_name_themselves() {
        let (short, _) = named_after(entities::by_code("TR").unwrap());
        assert_eq!(short.get("en"), Some("Türkiye"));
        let (short, formal) = named_after(entities::find("cote d'ivoire").unwrap());
        assert_eq!(short.get("fr"), Some("Côte d'Ivoire"));
        assert!(formal.get("en").unwrap().contains("Republic of Côte d'Ivoire"));
    }

    #[test]
    fn a_conference_may_call_an_entity_otherwise_in_one_language() {
        let own = Localized::new("fr", "Türkiye (République de)");
        let (short, formal) = named_here(entities::by_code("TR").unwrap(), &own, &Localized::default());
        assert_eq!((short.get("en"), short.get("fr")), (Some("Türkiye"), Some("Türkiye (République de)")));
        assert_eq!(formal, named_after(entities::by_code("TR").unwrap()).1);
    }

    #[test]
    fn an_entity_comes_as_what_it_is() {
        let fits = |kind, code| entity_fits(kind, entities::by_code(code).unwrap());
        assert!(fits(DelegationKind::State, "NA") && fits(DelegationKind::State, "VA"));
        assert!(fits(DelegationKind::EuropeanUnion, "EU") && !fits(DelegationKind::State, "EU"));
        assert!(!fits(DelegationKind::Ngo, "FR"));
    }

    #[test]
    fn every_entity_has_a_known_region_or_none() {
        assert!(entities::all().iter().filter_map(region_of).all(|region| REGIONS.contains(&region)));
        assert_eq!(region_of(entities::by_code("NO").unwrap()), Some("weog"));
        assert_eq!(region_of(entities::by_code("EU").unwrap()), None);
    }

    #[test]
    fn a_key_is_made_where_none_was_given() {
        let name = Localized::new("en", "International Committee of the Red Cross");
        assert_eq!(key_for(None, &name, |_| false), "international-committee-of-the-red-cross");
        assert_eq!(key_for(Some("NO"), &name, |_| false), "NO");
        assert_eq!(key_for(None, &Localized::new("en", "ООН"), |_| false), "delegation");
        assert_eq!(key_for(Some("NO"), &name, |key| key == "NO" || key == "NO-2"), "NO-3");
    }
}
