//! Whom a row is about: the same human is never imported twice, neither beside what stands nor within one table.

use std::collections::HashMap;

use super::{Known, PlannedPerson};
use crate::ids::DelegationId;
use crate::language::Message;
use crate::participants::model::{Details, Participant};
use crate::participants::rules::{name_key, same_name};

/// Who of a delegation a row is about.
pub(super) enum Same<'a> {
    Nobody,
    One(&'a Participant),
    Several,
}

/// By the number of the identity paper; else by name and birth date, as far as both are known.
pub(super) fn find<'a>(
    known: &'a Known<'_>,
    delegation: DelegationId,
    details: &Details,
    number: Option<&str>,
) -> Same<'a> {
    let digest = number.and_then(|number| known.sealer.digest_of_number(number));
    let own = || known.people.iter().filter(|person| person.delegation_id == delegation);
    let same_paper = |person: &&Participant| {
        digest.is_some() && person.document_number_digest.as_deref() == digest.as_ref().map(|d| &d[..])
    };
    let by_paper: Vec<&Participant> = own().filter(same_paper).collect();
    let other_paper = |person: &Participant| digest.is_some() && person.document_number_digest.is_some();
    let found: Vec<&Participant> = if by_paper.is_empty() {
        own().filter(|person| !other_paper(person) && same_human(person, details)).collect()
    } else {
        by_paper
    };
    match found.as_slice() {
        [] => Same::Nobody,
        [person] => Same::One(person),
        several => {
            // Somebody whose file was closed and opened again stands there twice; the open one is meant.
            let live: Vec<&&Participant> = several
                .iter()
                .filter(|person| person.status.holds_a_place() || person.submitted_at.is_none())
                .collect();
            match live.as_slice() {
                [person] => Same::One(person),
                _ => Same::Several,
            }
        }
    }
}

fn same_human(person: &Participant, details: &Details) -> bool {
    let birth = person.birth_date.zip(details.birth_date).is_none_or(|(one, other)| one == other);
    birth && same_name(person, details)
}

/// Two rows about one human are a mistake of the table, not two people.
pub(super) fn check_each_stands_once(rows: &mut [PlannedPerson], known: &Known<'_>) {
    let mut by_person = HashMap::new();
    let mut by_paper = HashMap::new();
    let mut by_name: HashMap<(DelegationId, String), Vec<usize>> = HashMap::new();
    let mut twice = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let Some(wish) = &row.wish else { continue };
        let digest = wish.document_number.as_deref().and_then(|number| known.sealer.digest_of_number(number));
        let name = (wish.delegation, name_key(&wish.details));
        let first = by_person.insert(wish.id, place);
        let first = first.or_else(|| by_paper.insert((wish.delegation, digest?), place));
        let alike = by_name.entry(name).or_default();
        let first = first.or_else(|| {
            alike.iter().copied().find(|other| {
                rows[*other].wish.as_ref().is_some_and(|other| {
                    let papers = other.document_number.as_ref().zip(wish.document_number.as_ref());
                    let births = other.details.birth_date.zip(wish.details.birth_date);
                    papers.is_none() && births.is_none_or(|(one, other)| one == other)
                })
            })
        });
        alike.push(place);
        if let Some(first) = first {
            twice.push((place, rows[first].number));
        }
    }
    for (place, first) in twice {
        rows[place].wrong("", Message::new("people-import-twice").with("row", first));
    }
}

/// Says of each new person who else is called so: somebody of the delegation whose birth date or paper is another, or another
/// row. They may be two people.
pub(super) fn note_namesakes(rows: &mut [PlannedPerson], known: &Known<'_>) {
    let mut by_name: HashMap<(DelegationId, String), usize> = HashMap::new();
    for row in rows.iter_mut() {
        let Some(wish) = &row.wish else { continue };
        let name = name_key(&wish.details);
        if name.is_empty() || wish.before.is_some() {
            continue;
        }
        let namesake = known
            .people
            .iter()
            .find(|person| person.delegation_id == wish.delegation && same_name(person, &wish.details));
        if let Some(person) = namesake {
            row.doubts.push(Message::new("people-import-namesake").with("reference", person.reference));
        }
        let already = by_name.get(&(wish.delegation, name.clone())).copied();
        let told = row.mistakes.iter().any(|mistake| mistake.message.key() == "people-import-twice");
        if let Some(other) = already.filter(|_| !told) {
            row.doubts.push(Message::new("people-import-namesake-in-row").with("row", other));
        }
        by_name.entry((wish.delegation, name)).or_insert(row.number);
    }
}
