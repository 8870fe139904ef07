//! Answers of an earlier conference taken over: people of the same State or organisation as new drafts.

use super::super::model::{Details, Participant};
use super::super::queries::{self, Earlier};
use super::super::rules::{filled_from, is_perhaps_the_same};
use super::create_draft;
use crate::clock::Moment;
use crate::conferences::{Category, categories};
use crate::db::Connection;
use crate::delegations::{FocalPoint, Quota, quotas};
use crate::ids::{CategoryId, ParticipantId};
use crate::web::Answer;

/// Whom the focal point may take over, each once, with the category that they would have; nobody who stands in the list already.
pub async fn offered_again(connection: &mut Connection, by: &FocalPoint) -> Answer<Vec<(Earlier, CategoryId)>> {
    let (conference, delegation) = (by.conference(), by.delegation());
    let known = queries::earlier_people_of(connection, by.account(), (conference, delegation)).await?;
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let present = queries::people_of_delegation(connection, conference.id, delegation.id).await?;
    let offered = categories(connection, conference.id).await?;
    let places = quotas(connection, conference.id, delegation.id).await?;
    let letters: Vec<(CategoryId, String)> = categories_of(connection, &known).await?;
    let mut again: Vec<(Earlier, CategoryId)> = Vec::new();
    for one in known {
        let stands = |person: &Participant| is_perhaps_the_same(&one.person, person);
        if present.iter().any(stands) || again.iter().any(|(other, _)| stands(&other.person)) {
            continue;
        }
        let letter = letters.iter().find(|(id, _)| *id == one.person.category_id).map(|(_, letter)| letter.as_str());
        if let Some(category) = category_for(letter, &offered, &places) {
            again.push((one, category));
        }
    }
    Ok(again)
}

/// The letters of the categories that people had then.
async fn categories_of(connection: &mut Connection, known: &[Earlier]) -> Answer<Vec<(CategoryId, String)>> {
    let mut conferences: Vec<_> = known.iter().map(|one| one.person.conference_id).collect();
    conferences.dedup();
    let mut letters = Vec::new();
    for conference in conferences {
        letters.extend(categories(connection, conference).await?.into_iter().map(|one| (one.id, one.letter)));
    }
    Ok(letters)
}

/// The category with the same letter where the delegation has places of it, else the one with the most left.
fn category_for(letter: Option<&str>, offered: &[Category], places: &[Quota]) -> Option<CategoryId> {
    let quota_of = |one: &Category| places.iter().find(|quota| quota.category_id == one.id && quota.cap > 0);
    let with_places: Vec<(&Category, &Quota)> = offered.iter().filter_map(|one| Some((one, quota_of(one)?))).collect();
    let same = with_places.iter().find(|(one, _)| Some(one.letter.as_str()) == letter);
    let roomiest = with_places.iter().max_by_key(|(_, quota)| quota.cap - quota.used);
    same.or(roomiest).map(|(one, _)| one.id)
}

/// Makes drafts of those who were chosen, in the order of the list that was shown; says how many. Sent twice, it adds nobody
/// twice: whoever stands in the list is offered no more.
pub async fn take_again(tx: &mut Connection, by: &FocalPoint, chosen: &[ParticipantId], now: Moment) -> Answer<usize> {
    let at = (by.conference_id(), by.delegation().id);
    queries::lock_roster(tx, at.0, at.1).await?;
    let mut taken = 0;
    for (earlier, category) in offered_again(tx, by).await? {
        if chosen.contains(&earlier.person.id) {
            let (details, _) = filled_from(&earlier.person, Details::blank(category));
            create_draft(tx, at, ParticipantId::new(), &details, by.account(), now).await?;
            taken += 1;
        }
    }
    Ok(taken)
}
