//! Handing in many people at once: each by the same rules as alone, in one transaction, with a receipt at the end and one
//! mail to the focal points instead of one for each.

use serde_json::json;

use super::handing_in::{HandedIn, hand_in_quietly};
use crate::accreditation::mails;
use crate::accreditation::model::{Decision, Receipt, ReceiptLine, ReceiptPlace};
use crate::accreditation::queries;
use crate::accreditation::rules::{Standing, standings};
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::conferences::{Category, categories};
use crate::db::{Connection, apart};
use crate::delegations::{FocalPoint, quotas};
use crate::ids::{ParticipantId, ReceiptId};
use crate::language::Message;
use crate::participants::{Participant, lock_roster, people_of_delegation};
use crate::web::{Answer, Problem};

/// How handing in together went.
#[derive(Debug)]
pub enum Together {
    /// Some or all were handed in; of the others it is said why not.
    Done(Box<Receipt>, Vec<(ParticipantId, Message)>),
    /// The same form was sent before: its receipt.
    Before(Box<Receipt>),
    /// Nobody could be handed in.
    Nobody(Vec<(ParticipantId, Message)>),
}

/// Hands in those of the people named that are ready, in the order of the list, each with the version that was looked at. The
/// key is the form's own, so that sending it twice hands in once.
pub async fn hand_in_together(
    tx: &mut Connection,
    by: &FocalPoint,
    key: ReceiptId,
    wanted: &[(ParticipantId, i32)],
    now: Moment,
) -> Answer<Together> {
    let (conference, delegation) = (by.conference(), by.delegation());
    lock_roster(tx, conference.id, delegation.id).await?;
    if let Some(receipt) = queries::receipt_of(tx, conference.id, delegation.id, key).await? {
        return Ok(Together::Before(Box::new(receipt)));
    }
    let people = people_of_delegation(tx, conference.id, delegation.id).await?;
    let offered = categories(tx, conference.id).await?;
    let places = quotas(tx, conference.id, delegation.id).await?;
    let named = |person: &Participant| wanted.iter().find(|(id, _)| *id == person.id).map(|(_, version)| *version);
    // Those who are left out take no place from the others.
    let kept: Vec<Participant> =
        people.into_iter().filter(|one| named(one).is_some() || one.status.holds_a_place()).collect();
    let (mut done, mut left) = (Vec::new(), Vec::new());
    for (person, standing) in standings(&kept, (&offered, &places), conference, now) {
        let Some(version) = named(person) else { continue };
        match one(tx, by, (person, version), standing, now).await? {
            Ok(handed_in) => done.push(handed_in),
            Err(message) => left.push((person.id, message)),
        }
    }
    if done.is_empty() {
        return Ok(Together::Nobody(left));
    }
    let receipt = write_receipt(tx, by, key, (&done, &offered), now).await?;
    mails::received_together(tx, by, &receipt, &done, now).await?;
    Ok(Together::Done(Box::new(receipt), left))
}

type HandedInOne = (Participant, Decision);

/// One of them, in a transaction of its own inside: what the database refuses takes nobody else along.
async fn one(
    tx: &mut Connection,
    by: &FocalPoint,
    (person, version): (&Participant, i32),
    standing: Standing,
    now: Moment,
) -> Answer<Result<HandedInOne, Message>> {
    match standing {
        Standing::Lacking(_) => return Ok(Err(Message::new("check-lacks-something"))),
        Standing::NoPlace { cap } => return Ok(Err(Message::new("check-no-place").with("cap", cap))),
        Standing::Declined => return Ok(Err(Message::new("participants-says-no"))),
        Standing::SecondHead => return Ok(Err(Message::new("rule-at-most-one-head-of-delegation"))),
        Standing::Window(_) | Standing::Ready => {}
    }
    let id = person.id;
    let handed_in = apart(tx, async |inner| hand_in_quietly(inner, by, id, version, now).await).await;
    match handed_in {
        Ok((HandedIn::Done(person), Some(decision))) => Ok(Ok((*person, decision))),
        Ok(_) => Ok(Err(Message::new("check-lacks-something"))),
        Err(Problem::Refused(message)) => Ok(Err(message)),
        Err(other) => Err(other),
    }
}

async fn write_receipt(
    tx: &mut Connection,
    by: &FocalPoint,
    key: ReceiptId,
    (done, offered): (&[HandedInOne], &[Category]),
    now: Moment,
) -> Answer<Receipt> {
    let (conference, delegation) = (by.conference_id(), by.delegation().id);
    let letter = |of| offered.iter().find(|one| one.id == of).map(|one| one.letter.clone()).unwrap_or_default();
    let line = |(person, _): &HandedInOne| ReceiptLine {
        person: person.id,
        reference: person.reference,
        name: person.name(),
        native_name: person.native_name.clone(),
        functional_title: person.functional_title.clone(),
        category: letter(person.category_id),
    };
    let places = quotas(tx, conference, delegation).await?;
    let place = |category: &Category| {
        let quota = places.iter().find(|quota| quota.category_id == category.id && quota.cap > 0)?;
        let left = (quota.cap - quota.used).max(0);
        Some(ReceiptPlace { category: category.letter.clone(), left, cap: quota.cap })
    };
    let receipt = Receipt {
        id: key,
        delegation_id: delegation,
        number: queries::last_receipt_number(tx, delegation).await? + 1,
        made_at: now,
        made_by: by.account(),
        made_by_name: by.someone().shown_name().to_owned(),
        people: serde_json::to_value(done.iter().map(line).collect::<Vec<_>>())?,
        places: serde_json::to_value(offered.iter().filter_map(place).collect::<Vec<_>>())?,
    };
    if !queries::insert_receipt(tx, conference, &receipt).await? {
        // A key that is taken is another delegation's: whoever made it up learns nothing.
        return Err(Problem::NotFound);
    }
    let facts = json!({ "receipt": receipt.id, "people": done.len() });
    let who = Who::Account(by.account());
    record_with(tx, Some(conference), who, "files_submitted_together", ("delegation", delegation.0), facts, now)
        .await?;
    Ok(receipt)
}
