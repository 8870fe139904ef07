//! The secretariat's corrections: any field may change at any time, and a change of identity data asks again whoever looked at
//! it.

use super::handing_in::{ask_authorities, freeze};
use super::{Taking, take_step};
use crate::accreditation::duties::Corrector;
use crate::accreditation::model::{ClearanceKind, Step};
use crate::accreditation::rules::next;
use crate::clock::Moment;
use crate::db::Connection;
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::participants::{Brought, Participant, Status, locked, write};
use crate::web::{Answer, Problem};

/// How a correction went.
#[derive(Debug)]
pub enum Corrected {
    /// Written; these authorities are asked again.
    Done { person: Box<Participant>, asked_again: Vec<ClearanceKind> },
    /// Somebody else was quicker; this is what stands now, and nothing was written.
    ChangedMeanwhile(Box<Participant>),
}

/// Writes a correction. A file that was handed in gets a new version of its identity data when that changed, the clearances
/// that looked at what changed are open again, and an approved file waits until they are given. A change of telephone number
/// asks nobody.
///
/// # Errors
/// Refused when the corrector is the person.
pub async fn correct(
    tx: &mut Connection,
    by: &Corrector,
    id: ParticipantId,
    brought: Brought<'_>,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Corrected> {
    let before = locked(tx, by.conference_id(), id).await?;
    if before.email.as_deref() == Some(by.someone().email.as_str()) {
        return Err(Problem::refused("accreditation-nobody-decides-on-themselves"));
    }
    if before.version != brought.version {
        return Ok(Corrected::ChangedMeanwhile(Box::new(before)));
    }
    let (old_version, handed_in) = (before.identity_version, before.status.holds_a_place());
    let person = write(tx, by.account(), by.conference(), before, brought, sealer, now).await?;
    if !handed_in {
        return Ok(Corrected::Done { person: Box::new(person), asked_again: Vec::new() });
    }
    let number = freeze(tx, &person, now).await?;
    if number == old_version {
        return Ok(Corrected::Done { person: Box::new(person), asked_again: Vec::new() });
    }
    let asked_again = ask_authorities(tx, &person, number).await?;
    if person.status == Status::Approved && !asked_again.is_empty() {
        let to = next(person.status, Step::Reopen).map_err(|_| Problem::refused("accreditation-not-from-here"))?;
        let words: Vec<&str> = asked_again.iter().map(|kind| kind.as_str()).collect();
        let taking = Taking { clearance: Some(words.join(" ")), ..Taking::new(Step::Reopen, by.account()) };
        let frozen = Participant { identity_version: number, ..person };
        take_step(tx, &frozen, to, taking, now).await?;
    }
    Ok(Corrected::Done { person: Box::new(locked(tx, by.conference_id(), id).await?), asked_again })
}
