//! Where a focal point nominates: the form of a person, kept as a draft or handed in from the same page, and the file as it
//! stands once it is frozen.

mod frozen;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::sheet::{Sheet, read};
use crate::accreditation::actions::{HandedIn, begin_substitution, hand_in, withdraw};
use crate::accreditation::model::Step;
use crate::accreditation::queries;
use crate::accreditation::rules::words_of_reason;
use crate::clock::{Clock, Moment};
use crate::db::{Connection, Db};
use crate::delegations::FocalPoint;
use crate::files::Sealer;
use crate::ids::{DelegationId, ParticipantId};
use crate::language::Message;
use crate::participants::rules::missing;
use crate::participants::{
    AskedLine, Brought, Details, Fields, Files, FromMrz, Kept, Participant, Status, asked_lines, discard,
    fill_from_mrz, labels, participant_by_id, save, today, told_of_mrz, typed, typed_anew, use_up_upload,
};
use crate::web::{
    Answer, Difference, Errors, Flash, FlashKind, Form, Page, Problem, Typed, page, page_with, redirect, redirect_with,
};

#[derive(Template)]
#[template(path = "accreditation/nomination.html")]
struct Nomination {
    page: Page,
    back: String,
    delegation: String,
    name: String,
    /// `File 417`; empty for somebody new.
    eyebrow: String,
    /// Where the draft is kept; other acts are posted below it.
    action: String,
    fields: Fields,
    differences: Vec<Difference>,
    /// A rule's refusal that belongs to no field.
    refusal: Option<String>,
    /// Why the file was returned.
    reasons: Vec<String>,
    note: String,
    /// What the person has answered to it; empty where they did not.
    answer: String,
    is_draft: bool,
    is_returned: bool,
    is_new: bool,
    /// One of several in a row: typing goes on in the first field.
    is_another: bool,
    /// It is as it was when it was returned, and to be handed in all the same.
    is_unchanged: bool,
    can_nominate: bool,
    /// How far the person of a draft has come who was asked to fill it in.
    asked: Option<AskedLine>,
    /// Where the person of a draft can be asked; empty without an address.
    email: String,
    /// Whose place they take: number and name of the file.
    replaces: Option<(i32, String)>,
}

type Address = Path<(DelegationId, ParticipantId)>;

/// What a form is drawn with beside its fields.
#[derive(Default)]
struct Beside {
    differences: Vec<Difference>,
    refusal: Option<String>,
    returned: Option<Returned>,
    is_unchanged: bool,
    asked: Option<AskedLine>,
}

/// Why a file was returned, and when.
struct Returned {
    reasons: Vec<String>,
    note: String,
    answer: String,
    at: Moment,
}

fn draw(
    by: &FocalPoint,
    sheet: &Sheet,
    (id, person): (ParticipantId, Option<&Participant>),
    (typed, errors): (Typed, Errors),
    beside: Beside,
) -> Nomination {
    let language = by.language();
    let offered = sheet.offered(language, (by.conference(), by.delegation().kind), person);
    let title = match person {
        None => language.t("accreditation-nominate"),
        Some(person) if person.name().is_empty() => language.t("participants-no-name-yet"),
        Some(person) => person.name(),
    };
    let (reasons, note, answer) = beside.returned.map(|why| (why.reasons, why.note, why.answer)).unwrap_or_default();
    Nomination {
        page: by.page(&title),
        back: by.path(""),
        delegation: by.delegation().name.in_language(language).to_owned(),
        name: title,
        eyebrow: person
            .map(|person| language.with("participants-file-number", &[("reference", person.reference.into())]))
            .unwrap_or_default(),
        action: by.path(&format!("/people/{id}")),
        replaces: person.and_then(|person| sheet.replaced(person)).map(|other| (other.reference, other.name())),
        can_nominate: !offered.offered_categories().is_empty(),
        fields: offered.fields(typed, errors),
        differences: beside.differences,
        refusal: beside.refusal,
        reasons,
        note,
        answer,
        is_draft: person.is_some_and(|person| person.status == Status::Draft),
        is_returned: person.is_some_and(|person| person.status == Status::Returned),
        is_new: person.is_none(),
        is_another: by.visit().path().contains("another=yes"),
        is_unchanged: beside.is_unchanged,
        asked: beside.asked,
        email: person.and_then(|person| person.email.clone()).unwrap_or_default(),
    }
}

/// An empty form. It has its key already, so that sending it twice makes one person.
pub async fn begin(by: FocalPoint, _: Path<DelegationId>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let sheet = Sheet::of(&mut connection, by.conference(), by.delegation().id, clock.now()).await?;
    let delegation = by.delegation();
    let anew = typed_anew(sheet.roomiest(), delegation.entity.as_deref(), &delegation.language);
    page(draw(&by, &sheet, (ParticipantId::new(), None), (anew, Errors::default()), Beside::default()))
}

/// A file of the delegation: the form while it is open to it, else the facts.
pub async fn show(by: FocalPoint, path: Address, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let person = own(&mut connection, &by, path.1).await?;
    if !person.status.is_open_to_the_delegation() {
        return frozen::show(&mut connection, &by, &person, clock.now()).await;
    }
    let sheet = Sheet::of(&mut connection, by.conference(), by.delegation().id, clock.now()).await?;
    let returned = why_returned(&mut connection, &by, &person).await?;
    let lines = asked_lines(&mut connection, &by, clock.now()).await?;
    let asked = lines.into_iter().find(|line| line.id == person.id);
    let beside = Beside { returned, asked, ..Beside::default() };
    page(draw(&by, &sheet, (person.id, Some(&person)), (typed(&person), Errors::default()), beside))
}

async fn own(connection: &mut Connection, by: &FocalPoint, id: ParticipantId) -> Answer<Participant> {
    let person = participant_by_id(connection, by.conference_id(), id).await?;
    if person.delegation_id == by.delegation().id { Ok(person) } else { Err(Problem::NotFound) }
}

/// The reasons and words with which a returned file was returned.
async fn why_returned(connection: &mut Connection, by: &FocalPoint, person: &Participant) -> Answer<Option<Returned>> {
    if person.status != Status::Returned {
        return Ok(None);
    }
    let made = queries::decisions(connection, person.conference_id, person.id).await?;
    let mut answer = String::new();
    let last = made.into_iter().rev().map(|(made, _)| made).find(|made| {
        if made.step == Step::Answer && answer.is_empty() {
            answer.clone_from(&made.note);
        }
        made.step == Step::Return
    });
    Ok(last.map(|made| {
        let reasons = made.reasons().into_iter().map(|reason| by.language().t(&words_of_reason(reason))).collect();
        Returned { reasons, note: made.note, at: made.at, answer }
    }))
}

/// How keeping a form went.
enum Outcome {
    /// Everything could be read and is kept.
    Whole(Box<Participant>),
    /// The page to be mended; what could be read is kept.
    Mend(HttpResponse),
}

/// What the form is sent for: keeping a draft, or handing the file in, which asks for everything.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    ToKeep,
    ToHandIn,
}

/// Keeps what can be kept of a form, files included, and draws it again where something is wrong.
async fn keep(
    by: &FocalPoint,
    (id, sent): (ParticipantId, Sent),
    form: Form<Typed>,
    now: Moment,
    db: &Db,
) -> Answer<Outcome> {
    let sheet = Sheet::of(&mut *db.connection().await?, by.conference(), by.delegation().id, now).await?;
    let before = sheet.person(id);
    if before.is_some_and(|person| !person.status.is_open_to_the_delegation()) {
        return Err(Problem::refused("participants-file-is-frozen"));
    }
    let offered = sheet.offered(by.language(), (by.conference(), by.delegation().kind), before);
    if offered.offered_categories().is_empty() {
        return Err(Problem::refused("participants-no-places"));
    }
    if form.resumed {
        let again = draw(by, &sheet, (id, before), (form.fields, Errors::default()), Beside::default());
        return Ok(Outcome::Mend(page(again)?));
    }
    let sealer = Sealer::of(by.visit().site())?;
    let mut reading = read(&offered, &form.fields, now);
    let files = Files::of(&form, by.conference(), &sealer, &mut reading.errors).await?;
    let mut connection = db.connection().await?;
    let on_file = before.and_then(|person| person.portrait_file_id);
    let files = files.with_upload(&mut connection, (by.account(), on_file), &form, &mut reading.errors).await?;
    drop(connection);
    if before.is_none()
        && says_nothing(&reading.details)
        && reading.number.is_none()
        && files.scan.is_none()
        && files.portrait.is_none()
    {
        // Nobody is meant yet: a draft without anything to know it by would only stand in the way.
        reading.errors.say("document_name", "accreditation-name-first");
        let drawn = draw(by, &sheet, (id, None), (form.fields, reading.errors), Beside::default());
        return Ok(Outcome::Mend(page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn)?));
    }
    let version = form.fields.version();
    let (portrait, scan, upload) = (files.portrait, files.scan, files.upload);
    let brought = Brought { details: reading.details, number: reading.number, portrait, scan, version };
    let mut tx = db.begin().await?;
    let kept = save(&mut tx, by, id, brought, &sealer, now).await?;
    let person = match kept {
        Kept::ChangedMeanwhile(stored) => return Ok(Outcome::Mend(collided(by, &sheet, &stored, form.fields)?)),
        Kept::Saved(person) => person,
    };
    use_up_upload(&mut tx, by.account(), upload).await?;
    tx.commit().await?;
    if reading.errors.is_empty() {
        return Ok(Outcome::Whole(person));
    }
    if sent == Sent::ToHandIn {
        add_missing(&mut reading.errors, &sheet, &person, now, by);
    }
    // A number that is on file now is not shown again.
    let again = form.fields.with("version", person.version);
    let again = if upload.is_some() { again.with("portrait_upload", "") } else { again };
    let again = if reading.errors.get("document_number").is_none() { again.with("document_number", "") } else { again };
    let returned = why_returned(&mut *db.connection().await?, by, &person).await?;
    let beside = Beside { returned, ..Beside::default() };
    let drawn = draw(by, &sheet, (id, Some(&person)), (again, reading.errors), beside);
    Ok(Outcome::Mend(page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn)?))
}

/// No name of any kind, and no address either.
fn says_nothing(details: &Details) -> bool {
    details.name().is_empty() && details.native_name.is_empty() && details.email.is_none()
}

/// What is wrong and what is missing are said at once, not one after the other.
fn add_missing(errors: &mut Errors, sheet: &Sheet, person: &Participant, now: Moment, by: &FocalPoint) {
    if let Some(category) = sheet.categories.iter().find(|category| category.id == person.category_id) {
        for (field, message) in missing(person, category, by.conference(), now).iter() {
            errors.add(field, message.clone());
        }
    }
}

/// Two people changed one file: both versions stand side by side, and sending again is meant.
fn collided(by: &FocalPoint, sheet: &Sheet, stored: &Participant, mine: Typed) -> Answer<HttpResponse> {
    let differences = mine.differences(&typed(stored), &labels(by.language()));
    let again = mine.with("version", stored.version);
    let beside = Beside { differences, ..Beside::default() };
    let drawn = draw(by, sheet, (stored.id, Some(stored)), (again, Errors::default()), beside);
    page_with(StatusCode::CONFLICT, drawn)
}

/// Keeps a draft, or what was mended in a returned file.
pub async fn keep_draft(
    by: FocalPoint,
    path: Address,
    mut form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    // Enter in any field presses the first button of a form, which is this one: without lines it means to keep.
    if form.fields.text("then") == "mrz" && form.fields.has("mrz") && !form.resumed {
        let lines = form.fields.text("mrz").to_owned();
        let read = fill_from_mrz(form.fields.clone(), today(by.conference(), clock.now()));
        if let Ok(filled) = &read {
            form.fields = filled.typed.clone();
        }
        return match keep(&by, (path.1, Sent::ToKeep), form, clock.now(), &db).await? {
            Outcome::Mend(response) => Ok(response),
            Outcome::Whole(person) => after_mrz(&by, &person, read, (lines, clock.now()), &db).await,
        };
    }
    let another = form.fields.text("then") == "another";
    match keep(&by, (path.1, Sent::ToKeep), form, clock.now(), &db).await? {
        Outcome::Mend(response) => Ok(response),
        Outcome::Whole(person) => {
            let to = by.path(if another { "/people/new?another=yes" } else { "" });
            Ok(redirect_with(by.visit(), &to, &said(&by, "accreditation-draft-is-kept", &person)))
        }
    }
}

/// The form with what the machine-readable lines said, to be looked at; or the lines again where they are none.
async fn after_mrz(
    by: &FocalPoint,
    person: &Participant,
    read: Result<FromMrz, Message>,
    (lines, now): (String, Moment),
    db: &Db,
) -> Answer<HttpResponse> {
    let message = match read {
        Ok(from) => {
            let to = by.path(&format!("/people/{}", person.id));
            return Ok(redirect_with(by.visit(), &to, &told_of_mrz(by.language(), &from)));
        }
        Err(message) => message,
    };
    let sheet = Sheet::of(&mut *db.connection().await?, by.conference(), by.delegation().id, now).await?;
    let mut errors = Errors::default();
    errors.add("mrz", message);
    let again = (typed(person).with("mrz", lines), errors);
    let drawn = draw(by, &sheet, (person.id, Some(person)), again, Beside::default());
    page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn)
}

fn said(by: &FocalPoint, key: &str, person: &Participant) -> Flash {
    let name = person.name();
    let name = if name.is_empty() { by.language().t("participants-no-name-yet") } else { name };
    Flash { kind: FlashKind::Ok, text: by.language().with(key, &[("name", name.into())]), undo: None }
}

/// Keeps what was typed, and hands the file in. What is missing is said at its fields; nothing typed is lost either way.
pub async fn submit(by: FocalPoint, path: Address, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let is_right_as_it_is = form.fields.has("unchanged");
    let person = match keep(&by, (path.1, Sent::ToHandIn), form, now, &db).await? {
        Outcome::Mend(response) => return Ok(response),
        Outcome::Whole(person) => person,
    };
    if !is_right_as_it_is && let Some(asked) = ask_whether_right(&by, &person, now, &db).await? {
        return Ok(asked);
    }
    let mut tx = db.begin().await?;
    let (errors, refusal) = match hand_in(&mut tx, &by, person.id, person.version, now).await {
        Ok(HandedIn::Done(person)) => {
            tx.commit().await?;
            return Ok(redirect_with(by.visit(), &by.path(""), &said(&by, "accreditation-handed-in", &person)));
        }
        Ok(HandedIn::Lacking(errors)) => (errors, None),
        Err(Problem::Refused(message)) => at_its_field(&by, message),
        Err(other) => return Err(other),
    };
    drop(tx);
    let mut connection = db.connection().await?;
    let sheet = Sheet::of(&mut connection, by.conference(), by.delegation().id, now).await?;
    let beside = Beside { refusal, returned: why_returned(&mut connection, &by, &person).await?, ..Beside::default() };
    let status = if beside.refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, draw(&by, &sheet, (person.id, Some(&person)), (typed(&person), errors), beside))
}

/// The form again, where a returned file would be handed in just as it was: nobody mends by pressing a button. It may be right all
/// the same, or what was asked for is a letter.
async fn ask_whether_right(
    by: &FocalPoint,
    person: &Participant,
    now: Moment,
    db: &Db,
) -> Answer<Option<HttpResponse>> {
    let mut connection = db.connection().await?;
    let Some(returned) = why_returned(&mut connection, by, person).await? else { return Ok(None) };
    if person.changed_at > returned.at {
        return Ok(None);
    }
    let sheet = Sheet::of(&mut connection, by.conference(), by.delegation().id, now).await?;
    let beside = Beside { returned: Some(returned), is_unchanged: true, ..Beside::default() };
    let drawn = draw(by, &sheet, (person.id, Some(person)), (typed(person), Errors::default()), beside);
    Ok(Some(page_with(StatusCode::CONFLICT, drawn)?))
}

/// A rule's refusal at the field that would mend it, or above the form.
fn at_its_field(by: &FocalPoint, message: Message) -> (Errors, Option<String>) {
    let mut errors = Errors::default();
    let field = match message.key() {
        "rule-quota-is-not-exceeded" => "category",
        "rule-at-most-one-head-of-delegation" => "composition_title",
        "accreditation-late-without-reason" => "late_reason",
        _ => return (errors, Some(by.language().message(&message))),
    };
    errors.add(field, message);
    (errors, None)
}

/// Begins the form of somebody who is to take another's place.
pub async fn substitute(
    by: FocalPoint,
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if form.resumed {
        return Ok(redirect(&by.path(&format!("/people/{}", path.1))));
    }
    let mut tx = db.begin().await?;
    let id = begin_substitution(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    Ok(redirect(&by.path(&format!("/people/{id}"))))
}

/// Withdraws somebody who was handed in.
pub async fn withdraw_person(
    by: FocalPoint,
    path: Address,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let person = withdraw(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    Ok(redirect_with(by.visit(), &by.path(""), &said(&by, "accreditation-withdrawn", &person)))
}

/// Lets a draft go.
pub async fn remove_draft(by: FocalPoint, path: Address, _: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let draft = discard(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    if draft.name().is_empty() {
        return Ok(redirect(&by.path("")));
    }
    Ok(redirect_with(by.visit(), &by.path(""), &said(&by, "accreditation-draft-is-discarded", &draft)))
}
