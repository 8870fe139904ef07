//! Many portraits at once: pictures are sent, wait for a day, and are given to people of the delegation.

use std::collections::BTreeMap;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::super::model::{Participant, WaitingPortrait};
use super::super::portrait::{BYTES, Portrait, Unopened, is_archive, prepare_or_say, unpack};
use super::super::queries::{self, Papers};
use super::super::rules::search_text;
use super::{forget_all, forget_replaced};
use crate::audit::{Who, record_with};
use crate::clock::Moment;
use crate::db::{Connection, Db};
use crate::delegations::FocalPoint;
use crate::files::{FileType, NewFile, keep_for_good, store};
use crate::ids::{AccountId, ConferenceId, ParticipantId, WaitingPortraitId};
use crate::language::Message;
use crate::web::{Answer, Sent};

/// The most pictures that wait for one delegation.
pub const MOST_WAITING: usize = 120;
/// Seconds for which they wait.
const WAITS: i64 = 24 * 3600;
/// What stands as the problem of a picture that did not fit into its form.
pub const TOO_LARGE: &str = "form";

/// Takes a picture in, or all those of an archive: cut to its three sizes, or with the reason why it cannot be a portrait. The
/// work on the pictures is done outside of any transaction.
///
/// # Errors
/// The inner one where too many wait already.
pub async fn bring_picture(db: &Db, by: &FocalPoint, sent: &Sent, now: Moment) -> Answer<Result<(), Message>> {
    if !is_archive(&sent.bytes) {
        return bring_one(db, by, sent, None, now).await;
    }
    let bytes = sent.bytes.clone();
    // A reader that panics has met an archive made to break it.
    let unpacked = actix_web::web::block(move || std::panic::catch_unwind(|| unpack(&bytes))).await?;
    let files = match unpacked.unwrap_or(Err(Unopened::Damaged)) {
        Ok(files) => files,
        Err(why) => return bring_one(db, by, sent, Some(why.code()), now).await,
    };
    for file in &files {
        if let Err(message) = bring_one(db, by, file, None, now).await? {
            return Ok(Err(message));
        }
    }
    Ok(Ok(()))
}

/// The same of one file; `problem` is what is known to be wrong with it.
async fn bring_one(
    db: &Db,
    by: &FocalPoint,
    sent: &Sent,
    problem: Option<String>,
    now: Moment,
) -> Answer<Result<(), Message>> {
    let delegation = by.delegation().id;
    let digest = Sha256::digest(&sent.bytes).to_vec();
    let mut connection = db.connection().await?;
    if queries::waits_already(&mut connection, delegation, &sent.name, &digest).await? {
        return Ok(Ok(()));
    }
    if queries::waiting_portraits(&mut connection, delegation).await?.len() >= MOST_WAITING {
        return Ok(Err(Message::new("portraits-too-many").with("most", MOST_WAITING)));
    }
    drop(connection);
    let prepared = match problem {
        Some(problem) => Err(problem),
        None if sent.too_large => Err(TOO_LARGE.to_owned()),
        None => prepare_or_say(sent.bytes.clone()).await?.map_err(|refusal| refusal.code()),
    };
    let mut tx = db.begin().await?;
    let mut new = WaitingPortrait {
        id: WaitingPortraitId::new(),
        delegation_id: delegation,
        name: sent.name.clone(),
        digest,
        master_file_id: None,
        print_file_id: None,
        gate_file_id: None,
        problem: None,
        sent_by: by.account(),
        sent_at: now,
    };
    match prepared {
        Err(code) => new.problem = Some(code),
        Ok(portrait) => keep_for_a_day(&mut tx, by, &mut new, &portrait, now).await?,
    }
    if queries::insert_waiting_portrait(&mut tx, by.conference_id(), &new).await? {
        tx.commit().await?;
    }
    Ok(Ok(()))
}

async fn keep_for_a_day(
    tx: &mut Connection,
    by: &FocalPoint,
    new: &mut WaitingPortrait,
    portrait: &Portrait,
    now: Moment,
) -> Answer<()> {
    let purge_on = Some(now.day(&by.conference().zone()).plus_days(2));
    for (place, content) in [
        (&mut new.master_file_id, &portrait.master),
        (&mut new.print_file_id, &portrait.print),
        (&mut new.gate_file_id, &portrait.gate),
    ] {
        let file = NewFile {
            conference: by.conference_id(),
            kind: "waiting_portrait",
            name: "portrait.jpg",
            content,
            allowed: &[FileType::Jpeg],
            limit: BYTES,
            purge_on,
            sealed_with: None,
        };
        *place = Some(store(tx, &file, now).await?);
    }
    Ok(())
}

/// What is to become of a picture that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    To {
        person: ParticipantId,
        /// Also where they have a portrait.
        replaces: bool,
    },
    /// It is let go.
    Nobody,
}

/// A picture and what is to become of it.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub picture: WaitingPortraitId,
    pub given: Given,
}

/// How giving pictures to people went.
#[derive(Debug)]
pub enum KeptPictures {
    /// So many were given, and so many let go; of the others nothing was said yet.
    Done { given: usize, gone: usize },
    /// What is wrong, at each picture; nothing was done.
    Wrong(BTreeMap<WaitingPortraitId, Message>),
}

/// Gives pictures to the people of the delegation, all or none. A picture for somebody who has a portrait stays waiting unless
/// it was said that it replaces that one.
pub async fn give_pictures(
    tx: &mut Connection,
    by: &FocalPoint,
    choices: &[Choice],
    now: Moment,
) -> Answer<KeptPictures> {
    let (conference, delegation) = (by.conference_id(), by.delegation().id);
    queries::lock_roster(tx, conference, delegation).await?;
    let waiting = queries::locked_waiting_portraits(tx, delegation).await?;
    let people = queries::people_of_delegation(tx, conference, delegation).await?;
    let mut wrong = BTreeMap::new();
    let mut taken: BTreeMap<ParticipantId, WaitingPortraitId> = BTreeMap::new();
    let (mut given, mut gone) = (Vec::new(), Vec::new());
    for choice in choices {
        let Some(picture) = waiting.iter().find(|one| one.id == choice.picture) else { continue };
        let Given::To { person, replaces } = choice.given else {
            gone.push(picture.clone());
            continue;
        };
        let person = people.iter().find(|one| one.id == person);
        let Some(person) = person.filter(|_| picture.master_file_id.is_some()) else {
            wrong.insert(picture.id, Message::new("portraits-nobody-such"));
            continue;
        };
        if !person.status.is_open_to_the_delegation() {
            wrong.insert(picture.id, Message::new("portraits-frozen").with("name", person.name()));
        } else if person.portrait_file_id.is_some() && !replaces {
            continue;
        } else if let Some(other) = taken.insert(person.id, picture.id) {
            let message = Message::new("portraits-two-for-one").with("name", person.name());
            wrong.insert(other, message.clone());
            wrong.insert(picture.id, message);
        } else {
            given.push((picture.clone(), person));
        }
    }
    if !wrong.is_empty() {
        return Ok(KeptPictures::Wrong(wrong));
    }
    let rows: Vec<WaitingPortrait> = given.iter().map(|(picture, _)| picture).chain(&gone).cloned().collect();
    queries::delete_waiting_portraits(tx, &rows).await?;
    for (picture, person) in &given {
        give(tx, (conference, by.account()), person, picture, now).await?;
    }
    for picture in &gone {
        forget_all(tx, conference, &picture.files()).await?;
    }
    Ok(KeptPictures::Done { given: given.len(), gone: gone.len() })
}

async fn give(
    tx: &mut Connection,
    (conference, who): (ConferenceId, AccountId),
    person: &Participant,
    picture: &WaitingPortrait,
    now: Moment,
) -> Answer<()> {
    let before = queries::locked(tx, conference, person.id).await?;
    let [master, print, gate] = picture.files();
    for (file, kind) in [(master, "portrait"), (print, "portrait_print"), (gate, "portrait_gate")] {
        if let Some(file) = file {
            keep_for_good(tx, conference, file, kind).await?;
        }
    }
    let papers = Papers {
        portrait_file_id: master,
        portrait_print_file_id: print,
        portrait_gate_file_id: gate,
        document_file_id: None,
        document_number_sealed: None,
        document_number_digest: None,
        document_number_hint: None,
    };
    queries::update(tx, &before, &before.details, &search_text(&before.details, before.reference), now).await?;
    queries::update_papers(tx, before.id, &papers).await?;
    forget_replaced(tx, &before, &papers).await?;
    let facts = json!({ "fields": ["portrait"], "many": true });
    let subject = ("participant", before.id.0);
    record_with(tx, Some(conference), Who::Account(who), "participant_changed", subject, facts, now).await?;
    Ok(())
}

/// Forgets pictures that nobody was given within a day; says how many there were.
pub async fn forget_old_pictures(tx: &mut Connection, now: Moment) -> Answer<usize> {
    let gone = queries::delete_old_waiting_portraits(tx, now.plus_seconds(-WAITS)).await?;
    for (conference, files) in &gone {
        forget_all(tx, *conference, files).await?;
    }
    Ok(gone.len())
}
