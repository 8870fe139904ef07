//! What people do with their own form and file once the answers are there: sending them, answering an officer, withdrawing.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::accreditation::actions::{Answered, HandedIn, answer, hand_in_own, withdraw_own};
use crate::accreditation::model::Step;
use crate::accreditation::rules::next;
use crate::clock::{Clock, Moment};
use crate::conferences::categories;
use crate::db::{Db, Tx};
use crate::delegations::delegation_by_id;
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::language::Message;
use crate::participants::own::{Declared, Filling, Origin, OwnForm, complete, lacking_of, own_form};
use crate::participants::rules::read_text;
use crate::participants::{Myself, OwnSaid, Participant, Status, answers_again, participant_by_id};
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Problem, Typed, page, redirect, redirect_with};

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
    let offered = categories(tx, person.conference_id).await?;
    let category = offered.iter().find(|category| category.id == person.category_id).ok_or(Problem::NotFound)?;
    Ok(!lacking_of(person, by.form().origin, category, by.conference(), now).is_empty())
}

/// What a person answers in the one box of their status page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Reply {
    pub answer: String,
}

/// `POST /people/{participant}/answer`: the person answers what an officer asked.
pub async fn reply(
    by: Myself,
    _: Path<ParticipantId>,
    form: Form<Reply>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let to = by.path("#question");
    let flash = |kind, text: String| redirect_with(by.visit(), &to, &Flash { kind, text, undo: None });
    let text = match read_text(&form.fields.answer) {
        Ok(text) if text.is_empty() => return Ok(flash(FlashKind::No, by.language().t("own-answer-is-empty"))),
        Ok(text) => text,
        Err(message) => return Ok(flash(FlashKind::No, kept(&by, &message, &form.fields.answer))),
    };
    let mut tx = db.begin().await?;
    match answer(&mut tx, &by, &text, clock.now()).await {
        Ok(Answered::Back) => {
            tx.commit().await?;
            Ok(flash(FlashKind::Ok, by.language().t("own-answered-back")))
        }
        Ok(Answered::Kept) => {
            tx.commit().await?;
            Ok(flash(FlashKind::Ok, by.language().t("own-answered-kept")))
        }
        Ok(Answered::Lacking) => Ok(flash(FlashKind::No, kept(&by, &Message::new("own-answer-lacking"), &text))),
        Err(Problem::Refused(message)) => Ok(flash(FlashKind::No, kept(&by, &message, &text))),
        Err(other) => Err(other),
    }
}

/// What was refused, with the words that were written: nobody types them twice.
fn kept(by: &Myself, message: &Message, words: &str) -> String {
    let text = by.language().message(message);
    by.language().with("accreditation-your-words", &[("text", text.into()), ("note", words.into())])
}

#[derive(Template)]
#[template(path = "accreditation/leaving.html")]
struct LeavingPage {
    page: Page,
    back: String,
    action: String,
    name: String,
    delegation: String,
    /// What withdrawing does, given how the file stands.
    means: String,
}

/// What withdrawing does to a file; nothing where there is nothing to withdraw.
fn meaning(person: &Participant, form: Option<&OwnForm>) -> Option<&'static str> {
    match (person.status, form.map(|form| form.origin)) {
        (Status::Draft, Some(Origin::Registered)) => Some("own-leave-registration"),
        (Status::Draft, Some(Origin::Asked)) => Some("own-leave-draft"),
        (Status::Approved, _) => Some("own-leave-approved"),
        (status, _) if next(status, Step::Withdraw).is_ok() => Some("own-leave-submitted"),
        _ => None,
    }
}

/// `GET /people/{participant}/withdrawal`: asks first.
pub async fn ask_withdrawal(by: Myself, db: Db) -> Answer<HttpResponse> {
    let (person, language) = (by.participant(), by.language());
    let mut connection = db.connection().await?;
    let form = own_form(&mut connection, person.conference_id, person.id).await?;
    let Some(means) = meaning(person, form.as_ref()) else { return Ok(redirect(&by.path(""))) };
    let delegation = delegation_by_id(&mut connection, person.conference_id, person.delegation_id).await?;
    page(LeavingPage {
        page: by.page(language.t("own-leave-title")),
        back: by.path(if person.status == Status::Draft { "/form" } else { "" }),
        action: by.path("/withdrawal"),
        name: person.name(),
        delegation: delegation.name.in_language(language).to_owned(),
        means: language.t(means),
    })
}

/// `POST /people/{participant}/withdrawal`
pub async fn leave(by: Myself, _: Path<ParticipantId>, _: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let was_draft = by.participant().status == Status::Draft;
    let mut tx = db.begin().await?;
    match withdraw_own(&mut tx, &by, clock.now()).await {
        Ok(()) => tx.commit().await?,
        Err(Problem::Refused(message)) => {
            let text = by.language().message(&message);
            return Ok(redirect_with(by.visit(), &by.path(""), &Flash { kind: FlashKind::No, text, undo: None }));
        }
        Err(other) => return Err(other),
    }
    // A draft is no longer theirs to open: the conference's own page is where everybody may be.
    let to = if was_draft { format!("/{}", by.conference().slug) } else { by.path("") };
    let text = by.language().t("own-left");
    Ok(redirect_with(by.visit(), &to, &Flash { kind: FlashKind::Ok, text, undo: None }))
}
