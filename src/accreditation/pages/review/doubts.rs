//! What an officer should look at twice: what changed since the last decision, and files that may be about the same human.

use crate::accreditation::duties::Viewer;
use crate::accreditation::model::{Decision, Step};
use crate::accreditation::pages::queue::Drawn;
use crate::accreditation::queries;
use crate::accreditation::rules::{Fact, Identity, changes};
use crate::db::Connection;
use crate::participants::rules::same_name;
use crate::participants::{Participant, Worded, country};
use crate::web::Answer;

/// A part of the identity data that differs from what was decided on.
pub struct Change {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// Another file that may be about the same human.
pub struct Doubt {
    pub href: String,
    pub reference: i32,
    pub name: String,
    pub delegation: String,
    pub status: String,
    pub why: String,
}

/// How many doubts are shown.
const DOUBTS: i64 = 5;

/// What differs from the identity data that was last returned, approved or re-opened; and how that is called.
pub(super) async fn changes_since(
    connection: &mut Connection,
    by: &Viewer,
    person: &Participant,
    made: &[(Decision, Option<String>)],
) -> Answer<(Vec<Change>, String)> {
    let looked_at = made.iter().rev().map(|(made, _)| made).find(|made| {
        matches!(made.step, Step::Return | Step::Approve | Step::Hold | Step::Clear)
            && made.identity_version < person.identity_version
    });
    let Some(looked_at) = looked_at else { return Ok((Vec::new(), String::new())) };
    let version = queries::identity_at(connection, person.conference_id, person.id, looked_at.identity_version).await?;
    let Some(version) = version else { return Ok((Vec::new(), String::new())) };
    let (before, after) = (serde_json::from_value(version.facts)?, Identity::of(person));
    let changed = changes(&before, &after).into_iter().map(|fact| change(by, fact, &before, &after)).collect();
    let step = by.language().t(&format!("accreditation-step-{}", looked_at.step)).to_lowercase();
    Ok((changed, by.language().with("accreditation-changed-since", &[("step", step.into())])))
}

fn change(by: &Viewer, fact: Fact, before: &Identity, after: &Identity) -> Change {
    let language = by.language();
    let words = |identity: &Identity| match fact {
        Fact::Name => format!("{} ({} / {})", identity.document_name, identity.family_name, identity.given_name),
        Fact::ShownName => format!("{} · {}", identity.native_name, identity.badge_name),
        Fact::Sex => identity.sex.map(|sex| language.t(&sex.word())).unwrap_or_default(),
        Fact::BirthDate => identity.birth_date.map(|day| language.date(day)).unwrap_or_default(),
        Fact::Nationality => identity.nationality.as_deref().map(|code| country(language, code)).unwrap_or_default(),
        Fact::Document => document_words(by, identity),
        Fact::Rank => format!("{}, {}", language.t(&identity.title.word()), language.t(&identity.rank.word())),
        // Pictures and keys say nothing in words; that they changed is what is said.
        Fact::Scan | Fact::Portrait | Fact::Delegation | Fact::Category => String::new(),
    };
    let label = language.t(&format!("accreditation-fact-{}", fact.as_str().replace('_', "-")));
    let (before, mut after) = (words(before), words(after));
    if before.is_empty() && after.is_empty() {
        after = language.t("accreditation-is-new");
    }
    Change { label, before, after }
}

fn document_words(by: &Viewer, identity: &Identity) -> String {
    let language = by.language();
    let parts = [
        identity.document_kind.map(|kind| language.t(&kind.word())),
        identity.document_country.as_deref().map(|code| country(language, code)),
        identity.document_hint.clone(),
        identity.document_expires_on.map(|day| language.date(day)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Files with the same number on the identity paper, or the same name and birth date.
pub(super) async fn doubts(
    connection: &mut Connection,
    by: &Viewer,
    person: &Participant,
    lines: &Drawn<'_>,
) -> Answer<Vec<Doubt>> {
    let language = by.language();
    let possible = queries::possible_doubles(connection, person, 200).await?;
    let mut doubts = Vec::new();
    for other in possible {
        let same_number =
            person.document_number_digest.is_some() && person.document_number_digest == other.document_number_digest;
        let why = if same_number {
            "accreditation-same-number"
        } else if same_name(person, &other) {
            "accreditation-same-name-and-birth"
        } else {
            continue;
        };
        doubts.push(Doubt {
            href: by.path(&format!("/files/{}", other.id)),
            reference: other.reference,
            name: other.name(),
            delegation: lines.delegation(by, other.delegation_id),
            status: language.t(&other.status.word()),
            why: language.t(why),
        });
        if doubts.len() as i64 == DOUBTS {
            break;
        }
    }
    Ok(doubts)
}
