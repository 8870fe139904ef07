//! What people do with their own file once it was handed in: answering an officer's question, and withdrawing.

use super::handing_in::file;
use super::{Taking, led, take_step};
use crate::accreditation::mails;
use crate::accreditation::model::{Decision, Step};
use crate::accreditation::queries;
use crate::clock::Moment;
use crate::conferences::categories;
use crate::db::Connection;
use crate::participants::own::{Origin, lacking_of, leave, own_form};
use crate::participants::{Myself, Participant, Status, locked};
use crate::web::{Answer, Problem};

/// What an officer wants to know of somebody, or has returned their file for.
pub struct Question {
    pub asked: Decision,
    /// What the person has answered to it already, the last word first.
    pub answered: Option<Decision>,
    /// Whether their answer brings the file back by itself: a question, or a registration that was returned. Else their
    /// delegation submits it again.
    pub comes_back: bool,
}

/// What stands open between the officers and a person: the last return, or the last question. What an officer noted when they
/// set a file aside without asking is theirs alone, whoever's file it is.
pub async fn question_to(connection: &mut Connection, person: &Participant) -> Answer<Option<Question>> {
    if !matches!(person.status, Status::Returned | Status::OnHold) {
        return Ok(None);
    }
    let made = queries::decisions(connection, person.conference_id, person.id).await?;
    let mut made = made.into_iter().map(|(made, _)| made).rev();
    let mut answered = None;
    let asked = made.find(|made| {
        if made.step == Step::Answer && answered.is_none() {
            answered = Some(made.clone());
        }
        made.step != Step::Answer
    });
    let wanted = if person.status == Status::Returned { Step::Return } else { Step::Ask };
    let Some(asked) = asked.filter(|made| made.step == wanted) else { return Ok(None) };
    let form = own_form(connection, person.conference_id, person.id).await?;
    let registered = form.is_some_and(|form| form.origin == Origin::Registered);
    Ok(Some(Question { asked, answered, comes_back: wanted == Step::Ask || registered }))
}

/// How an answer went.
pub enum Answered {
    /// The file is back with the officers.
    Back,
    /// It is kept with the file, and the focal points are told: they submit it again.
    Kept,
    /// Something is missing in the form of a registration; nothing was written.
    Lacking,
}

/// Answers what an officer asked. The answer stands in the file's history, whoever brings the file back.
///
/// # Errors
/// Refused where nothing is asked (any more), or by what handing in refuses.
pub async fn answer(tx: &mut Connection, by: &Myself, text: &str, now: Moment) -> Answer<Answered> {
    let person = locked(tx, by.conference().id, by.participant().id).await?;
    let asked = question_to(tx, &person).await?.ok_or_else(|| Problem::refused("accreditation-nothing-asked"))?;
    let to = led(person.status, Step::Answer)?;
    let said = Taking { note: text, ..Taking::new(Step::Answer, by.account()) };
    let decision = take_step(tx, &person, to, said, now).await?;
    if to == Status::Submitted {
        return Ok(Answered::Back);
    }
    if !asked.comes_back {
        mails::answered(tx, (by.visit().site(), by.conference()), &person, &decision, now).await?;
        return Ok(Answered::Kept);
    }
    let offered = categories(tx, person.conference_id).await?;
    let category = offered.iter().find(|category| category.id == person.category_id).ok_or(Problem::NotFound)?;
    if !lacking_of(&person, Origin::Registered, category, by.conference(), now).is_empty() {
        return Ok(Answered::Lacking);
    }
    let person = locked(tx, person.conference_id, person.id).await?;
    let to = led(person.status, Step::Submit)?;
    file(tx, &person, to, Taking::new(Step::Submit, by.account()), now).await?;
    Ok(Answered::Back)
}

/// Withdraws oneself. A file that holds a place frees it at once; a draft goes back to the delegation that asked, or with a
/// registration for good. The focal points are told.
///
/// # Errors
/// Refused when there is nothing to withdraw.
pub async fn withdraw_own(tx: &mut Connection, by: &Myself, now: Moment) -> Answer<()> {
    let person = locked(tx, by.conference().id, by.participant().id).await?;
    let from = (by.visit().site(), by.conference());
    if person.status == Status::Draft {
        let form = own_form(tx, person.conference_id, person.id).await?;
        let form = form.ok_or_else(|| Problem::refused("accreditation-not-from-here"))?;
        leave(tx, by, &person, now).await?;
        if form.origin == Origin::Asked {
            mails::is_not_coming(tx, from, &person, ("participant", person.id.0), now).await?;
        }
        return Ok(());
    }
    let to = led(person.status, Step::Withdraw)?;
    let decision = take_step(tx, &person, to, Taking::new(Step::Withdraw, by.account()), now).await?;
    mails::is_not_coming(tx, from, &person, ("decision", decision.id.0), now).await
}
