//! Which delegations a list shows, and in which order: that of nameplates, which depends on the language and is computed.

use crate::delegations::entities;
use crate::delegations::model::{Delegation, DelegationKind, DelegationStatus, FocalPointLine};
use crate::language::{Language, collation};

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Words that all must occur in the names (whatever the language), the key, the code or a focal point's name or address.
    pub words: String,
    pub kind: Option<DelegationKind>,
    pub region: Option<String>,
    pub status: Option<DelegationStatus>,
}

/// The delegations that fit, in the order of nameplates.
pub fn seek(
    sought: &Sought,
    delegations: Vec<Delegation>,
    focal_points: &[FocalPointLine],
    language: Language,
) -> Vec<Delegation> {
    let words: Vec<String> =
        collation::fold(&sought.words).split(' ').filter(|one| !one.is_empty()).map(Into::into).collect();
    let mut found: Vec<Delegation> = delegations
        .into_iter()
        .filter(|one| sought.kind.is_none_or(|kind| one.kind == kind))
        .filter(|one| sought.status.is_none_or(|status| one.status == status))
        .filter(|one| sought.region.is_none() || one.region == sought.region)
        .filter(|one| words.is_empty() || holds(one, focal_points, &words))
        .collect();
    entities::order_of(&mut found, language.content_code(), None, |one| one.name.in_language(language));
    found
}

fn holds(delegation: &Delegation, focal_points: &[FocalPointLine], words: &[String]) -> bool {
    let own = focal_points.iter().filter(|one| one.delegation_id == delegation.id);
    let texts = delegation.name.iter().chain(delegation.formal_name.iter()).map(|(_, text)| text);
    let all: Vec<&str> = texts
        .chain([delegation.key.as_str(), delegation.entity.as_deref().unwrap_or_default()])
        .chain(own.flat_map(|one| [one.name.as_str(), one.email.as_str()]))
        .collect();
    let text = collation::fold(&all.join(" "));
    words.iter().all(|word| text.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delegations::rules::naming::{named_after, region_of};
    use crate::ids::{ConferenceId, DelegationId};
    use crate::language::Localized;

    fn state(code: &str) -> Delegation {
        let entity = entities::by_code(code).unwrap();
        let (name, formal_name) = named_after(entity);
        Delegation {
            id: DelegationId::new(),
            conference_id: ConferenceId::new(),
            key: code.into(),
            kind: DelegationKind::State,
            entity: Some(code.into()),
            name,
            formal_name,
            region: region_of(entity).map(Into::into),
            language: "en".into(),
            status: DelegationStatus::Expected,
            expected_people: None,
            answered_at: None,
            answer_note: String::new(),
            version: 1,
            own_name: Localized::default(),
            own_formal_name: Localized::default(),
        }
    }

    fn found(words: &str, language: &str) -> Vec<String> {
        let all = ["VN", "DE", "CI", "AE", "NO"].map(state).to_vec();
        let sought = Sought { words: words.into(), ..Sought::default() };
        seek(&sought, all, &[], Language::parse(language).unwrap()).into_iter().map(|one| one.key).collect()
    }

    #[test]
    fn the_order_depends_on_the_language() {
        assert_eq!(found("", "en"), ["CI", "DE", "NO", "AE", "VN"]);
        assert_eq!(found("", "fr"), ["DE", "CI", "AE", "NO", "VN"]);
    }

    #[test]
    fn words_are_found_whatever_the_language_and_the_accents() {
        assert_eq!(found("allemagne", "en"), ["DE"]);
        assert_eq!(found("COTE ivoire", "fr"), ["CI"]);
        assert_eq!(found("no", "en"), ["NO"]);
        assert!(found("nowhere", "en").is_empty());
    }
}
