//! What people do with their own form and file once the answers are there: sending them.

use actix_web::HttpResponse;

use crate::accreditation::actions::{HandedIn, hand_in_own};
use crate::clock::{Clock, Moment};
use crate::db::{Db, Tx};
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::language::Message;
use crate::participants::own::{Declared, Filling, complete, lacking_of};
use crate::participants::{OwnSaid, Participant, answers_again, participant_by_id};
use crate::web::{Answer, Errors, Form, Problem, Typed, redirect};
use actix_web::web::Path;

/// How sending went.
enum Outcome {
    Sent,
    /// To be shown again, with what is to be mended.
    Again(OwnSaid),
}

/// `POST /people/{participant}/form/check`: declares the answers. A registration is handed in with it; whoever was asked leaves
/// that to the delegation, which alone nominates.
pub async fn send(
    by: Filling,
    _: Path<ParticipantId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (typed, now) = (form.fields, clock.now());
    if !by.is_open() {
        return Ok(redirect(&by.path("")));
    }
    let public_list = Some(typed.has("public_list"));
    if form.resumed {
        let said = OwnSaid { public_list, ..OwnSaid::default() };
        return answers_again(&mut *db.connection().await?, &by, by.participant(), said, now).await;
    }
    let mut tx = db.begin().await?;
    let outcome = declare(&mut tx, &by, &typed, now).await?;
    match outcome {
        Outcome::Sent => {
            tx.commit().await?;
            Ok(redirect(&by.path("/form/sent")))
        }
        Outcome::Again(said) => {
            drop(tx);
            let mut connection = db.connection().await?;
            let person = participant_by_id(&mut connection, by.conference().id, by.participant().id).await?;
            let said = OwnSaid { public_list, ..said };
            answers_again(&mut connection, &by, &person, said, now).await
        }
    }
}

async fn declare(tx: &mut Tx, by: &Filling, typed: &Typed, now: Moment) -> Answer<Outcome> {
    let mut errors = Errors::default();
    if !typed.has("declared") {
        errors.say("declared", "own-declaration-wanted");
    }
    if is_lacking(tx, by, by.participant(), now).await? {
        errors.say("lacking", "own-answers-missing");
    }
    if !errors.is_empty() {
        return Ok(Outcome::Again(OwnSaid { errors, ..OwnSaid::default() }));
    }
    let sealer = Sealer::of(by.visit().site())?;
    let sent = (typed.version(), typed.has("public_list"));
    let again = |message: Message| Outcome::Again(OwnSaid { refusal: Some(message), ..OwnSaid::default() });
    let person = match complete(tx, by, sent, &sealer, now).await {
        Ok(Declared::Done(person)) => person,
        Ok(Declared::ChangedMeanwhile) => return Ok(again(Message::new("own-changed-meanwhile"))),
        Err(Problem::Refused(message)) => return Ok(again(message)),
        Err(other) => return Err(other),
    };
    if !by.is_registration() {
        return Ok(Outcome::Sent);
    }
    match hand_in_own(tx, by, person.version, now).await {
        Ok(HandedIn::Done(_)) => Ok(Outcome::Sent),
        Ok(HandedIn::Lacking(_)) => Ok(again(Message::new("own-answers-missing"))),
        Err(Problem::Refused(message)) => Ok(again(message)),
        Err(other) => Err(other),
    }
}

async fn is_lacking(tx: &mut Tx, by: &Filling, person: &Participant, now: Moment) -> Answer<bool> {
    let offered = crate::conferences::categories(tx, person.conference_id).await?;
    let category = offered.iter().find(|category| category.id == person.category_id).ok_or(Problem::NotFound)?;
    Ok(!lacking_of(person, by.form().origin, category, by.conference(), now).is_empty())
}
