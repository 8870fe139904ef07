//! What is said once a sheet was carried out.

use std::collections::BTreeMap;

use crate::clock::Moment;
use crate::conferences::Category;
use crate::delegations::FocalPoint;
use crate::ids::CategoryId;
use crate::participants::import::{Becomes, PeopleImport, column_of, heading};
use crate::participants::model::Participant;
use crate::participants::rules::missing;
use crate::web::{Flash, FlashKind};

/// What was added, what was left out, and what the drafts lack before they can be submitted.
pub fn report(
    by: &FocalPoint,
    import: &PeopleImport,
    (people, categories): (&[Participant], &[Category]),
    now: Moment,
) -> Flash {
    let language = by.language();
    let (new, changed) = (import.count(Becomes::New), import.count(Becomes::Changed));
    let mut text = vec![language.with("people-sheet-done", &[("new", new.into()), ("changed", changed.into())])];
    let wrong = import.count(Becomes::Wrong);
    if wrong > 0 {
        text.push(language.with("people-sheet-done-left-out", &[("count", wrong.into())]));
    }
    let written = |person: &&Participant| {
        let wishes =
            import.rows.iter().filter(|row| row.becomes() != Becomes::Wrong).filter_map(|row| row.wish.as_ref());
        person.status.is_open_to_the_delegation() && wishes.into_iter().any(|wish| wish.id == person.id)
    };
    let lacking = lacking(by, people.iter().filter(written), categories, now);
    if !lacking.is_empty() {
        text.push(language.with("people-sheet-done-lacking", &[("what", lacking.join(", ").into())]));
    }
    let kind = if new + changed == 0 || wrong > 0 { FlashKind::Warn } else { FlashKind::Ok };
    Flash { kind, text: text.join(" "), undo: None }
}

/// Fields and how many lack them, most first, at most eight.
fn lacking<'a>(
    by: &FocalPoint,
    people: impl Iterator<Item = &'a Participant>,
    categories: &[Category],
    now: Moment,
) -> Vec<String> {
    let by_id: BTreeMap<CategoryId, &Category> = categories.iter().map(|category| (category.id, category)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for person in people {
        let Some(category) = by_id.get(&person.category_id) else { continue };
        for (field, _) in missing(person, category, by.conference(), now).iter() {
            *counts.entry(field.to_owned()).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let language = by.language();
    let word = |field: &str| match field {
        "portrait" => language.t("participants-portrait"),
        field => heading(column_of(field), language),
    };
    counts
        .iter()
        .take(8)
        .map(|(field, count)| format!("{} ({})", word(field), language.number(*count as i64)))
        .collect()
}
