//! Organisations that take part beside States: bodies of the United Nations, who are real and only named, and invented
//! intergovernmental organisations, associations, universities, companies and media.

use std::sync::LazyLock;

use crate::delegations::{DelegationKind, DelegationStatus};
use crate::language::Localized;

/// An organisation of the demonstration.
#[derive(Debug)]
pub struct Organisation {
    pub kind: DelegationKind,
    /// ISO code of the country of its seat; `*` where chance gives it one that sends no official delegation.
    pub seat: String,
    /// An abbreviation, in Latin letters: part of keys and addresses.
    pub short: String,
    pub name: Localized,
}

/// The 150 organisations.
pub fn organisations() -> &'static [Organisation] {
    &ORGANISATIONS
}

/// The 30 media.
pub fn media() -> &'static [Organisation] {
    &MEDIA
}

/// Organisations that were thought of and send nobody so far, with what they answered.
pub fn awaited() -> &'static [(Organisation, DelegationStatus)] {
    &AWAITED
}

static AWAITED: LazyLock<Vec<(Organisation, DelegationStatus)>> = LazyLock::new(|| {
    let table = include_str!("data/awaited.csv");
    let answers = table.lines().skip(1).filter_map(|line| DelegationStatus::parse(line.split(',').next()?));
    read(table, 2).into_iter().zip(answers).collect()
});

static ORGANISATIONS: LazyLock<Vec<Organisation>> = LazyLock::new(|| read(include_str!("data/organisations.csv"), 1));
static MEDIA: LazyLock<Vec<Organisation>> = LazyLock::new(|| read(include_str!("data/media.csv"), 0));

/// Rows of seat, abbreviation and names from column `from`; the column before it, if any, is the kind.
fn read(table: &str, from: usize) -> Vec<Organisation> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows = reader.records().flatten();
    let organisation = |row: csv::StringRecord| Organisation {
        kind: if from == 0 {
            DelegationKind::Media
        } else {
            DelegationKind::parse(&row[from - 1]).unwrap_or(DelegationKind::Ngo)
        },
        seat: row[from].to_owned(),
        short: row[from + 1].to_owned(),
        name: Localized::new("en", &row[from + 2]).and("fr", &row[from + 3]),
    };
    rows.map(organisation).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::console::demo::countries::country;

    #[test]
    fn there_are_150_organisations_and_30_media_with_names_of_their_own() {
        assert_eq!((organisations().len(), media().len()), (150, 30));
        assert_eq!(organisations().iter().filter(|one| one.seat == "*").count(), 10);
        let mut seen = HashSet::new();
        for one in organisations().iter().chain(media()) {
            assert!(one.seat == "*" || country(&one.seat).is_some(), "{}", one.short);
            assert!(seen.insert((one.kind, one.short.clone())), "{}", one.short);
            for language in ["en", "fr"] {
                let name = one.name.get(language).unwrap_or_default();
                assert!(!name.is_empty() && seen.insert((one.kind, format!("{language} {name}"))), "{}", one.short);
            }
        }
        assert_eq!(awaited().len(), 26);
        for (one, _) in awaited() {
            assert!(country(&one.seat).is_some() && seen.insert((one.kind, one.short.clone())), "{}", one.short);
            assert!(
                one.name.get("fr").is_some_and(|name| seen.insert((one.kind, format!("fr {name}")))),
                "{}",
                one.short
            );
        }
        for kind in ["un_body", "intergovernmental", "ngo", "academia", "company"] {
            assert!(organisations().iter().any(|one| one.kind.as_str() == kind), "{kind}");
        }
    }
}
