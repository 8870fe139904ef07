//! The answers, each with its *Change*, and the declaration. What it is sent for is the next room's: a registration goes from
//! here to the officers.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::tasks::Around;
use crate::clock::{Clock, Day, Moment};
use crate::db::{Connection, Db};
use crate::language::{Language, Message};
use crate::participants::form::NOTICE;
use crate::participants::model::{Participant, PortraitSize, Worded};
use crate::participants::own::{DECLARATION, Filling, Section};
use crate::participants::pages::words::{Mark, country};
use crate::web::{Answer, Errors, Page, page, page_with, redirect};

/// One answer.
struct Row {
    label: String,
    value: String,
    ltr: bool,
    /// Something is missing or wrong here.
    error: Option<String>,
    change: String,
}

/// The answers of one page.
struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "participants/own/check.html")]
struct CheckPage {
    page: Page,
    up: String,
    action: String,
    groups: Vec<Group>,
    portrait: Option<String>,
    portrait_change: String,
    portrait_error: Option<String>,
    delegation: String,
    mark: Mark,
    composition: String,
    version: i32,
    /// What is missing, with the way to it.
    lacking: Vec<(String, String)>,
    errors: Errors,
    refusal: Option<String>,
    is_registration: bool,
    public_list: bool,
    notice: String,
    declaration: String,
    /// Declared once, and changed since.
    is_changed: bool,
}

/// What is said with the answers when they were sent and came back.
#[derive(Default)]
pub struct Said {
    pub errors: Errors,
    pub refusal: Option<Message>,
    /// Whether the consent to the public list was ticked; as stored where nothing was sent.
    pub public_list: Option<bool>,
}

/// `GET /people/{participant}/form/check`
pub async fn show(by: Filling, clock: Clock, db: Db) -> Answer<HttpResponse> {
    if !by.is_open() {
        return Ok(redirect(&by.path("")));
    }
    page(drawn(&mut *db.connection().await?, &by, by.participant(), Said::default(), clock.now()).await?)
}

/// The answers again, with why they were not sent.
pub async fn again(
    connection: &mut Connection,
    by: &Filling,
    person: &Participant,
    said: Said,
    now: Moment,
) -> Answer<HttpResponse> {
    let status = if said.refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, drawn(connection, by, person, said, now).await?)
}

async fn drawn(
    connection: &mut Connection,
    by: &Filling,
    person: &Participant,
    said: Said,
    now: Moment,
) -> Answer<CheckPage> {
    let language = by.language();
    let around = Around::of(connection, by, now).await?;
    let change = |section: Section, field: &str| by.path(&format!("/form/{section}?back=check#{field}"));
    let lacking = LABELS.iter().filter_map(|(field, key)| {
        let message = around.lacking.get(field)?;
        Some((named(language, key, message), change(Section::of_field(field)?, field)))
    });
    Ok(CheckPage {
        page: by.page(language.t("own-check")),
        up: by.path("/form"),
        action: by.path("/form/check?sent"),
        groups: Section::ALL.iter().filter_map(|section| group(by, person, *section, &around.lacking)).collect(),
        portrait: person.portrait_url(PortraitSize::Print),
        portrait_change: change(Section::Portrait, "portrait"),
        portrait_error: around.lacking.get("portrait").map(|message| language.message(message)),
        delegation: around.delegation.name.in_language(language).to_owned(),
        mark: Mark::of(language, &around.category),
        composition: language.t(&person.composition_title.word()),
        version: person.version,
        lacking: lacking.collect(),
        errors: said.errors,
        refusal: said.refusal.map(|message| language.message(&message)),
        is_registration: by.is_registration(),
        public_list: said.public_list.unwrap_or(person.public_list),
        notice: NOTICE.to_owned(),
        declaration: DECLARATION.to_owned(),
        is_changed: by.form().completed_version.is_some_and(|version| version != person.version),
    })
}

/// What is missing by its label; what is wrong with its reason, too.
fn named(language: Language, key: &str, message: &Message) -> String {
    let label = language.t(key);
    if message.key() == "field-required" {
        return label;
    }
    language.with("own-label-and-why", &[("label", label.into()), ("why", language.message(message).into())])
}

/// Each answer's field and label, page by page.
const LABELS: &[(&str, &str)] = &[
    ("functional_title", "participants-functional-title"),
    ("organisation", "participants-organisation"),
    ("document_name", "participants-document-name"),
    ("family_name", "participants-family-name"),
    ("given_name", "participants-given-name"),
    ("native_name", "participants-native-name"),
    ("honorific", "participants-honorific"),
    ("badge_name", "participants-name-on-badge"),
    ("birth", "participants-birth"),
    ("sex", "participants-sex"),
    ("nationality", "participants-nationality"),
    ("residence", "participants-residence"),
    ("document_kind", "participants-document-kind"),
    ("document_country", "participants-document-country"),
    ("document_number", "participants-document-number"),
    ("document_expires", "participants-document-expires"),
    ("document_scan", "participants-document-scan"),
    ("phone", "participants-phone"),
    ("language", "participants-language"),
    ("portrait", "participants-portrait"),
    ("access_needs", "participants-access-needs"),
];

fn group(by: &Filling, person: &Participant, section: Section, lacking: &Errors) -> Option<Group> {
    // The portrait is shown, not told.
    if section == Section::Portrait {
        return None;
    }
    let language = by.language();
    let rows = LABELS.iter().filter(|(field, _)| section.fields().contains(field)).map(|(field, key)| Row {
        label: language.t(key),
        value: answer(language, person, field),
        ltr: matches!(*field, "phone" | "document_number"),
        error: lacking.get(field).map(|message| language.message(message)),
        change: by.path(&format!("/form/{section}?back=check#{field}")),
    });
    Some(Group { title: language.t(&section.word()), rows: rows.collect() })
}

fn answer(language: Language, person: &Participant, field: &str) -> String {
    let day = |day: Option<Day>| day.map(|day| language.date(day)).unwrap_or_default();
    let place = |code: &Option<String>| code.as_deref().map(|code| country(language, code)).unwrap_or_default();
    let word = |word: Option<String>| word.map(|word| language.t(&word)).unwrap_or_default();
    match field {
        "functional_title" => person.functional_title.clone(),
        "organisation" => person.organisation.clone(),
        "document_name" => person.document_name.clone(),
        "family_name" => person.family_name.clone(),
        "given_name" => person.given_name.clone(),
        "native_name" => person.native_name.clone(),
        "honorific" => person.honorific.clone(),
        "badge_name" => person.name_on_badge(),
        "birth" => day(person.birth_date),
        "sex" => word(person.sex.map(Worded::word)),
        "nationality" => place(&person.nationality),
        "residence" => place(&person.residence),
        "document_kind" => word(person.document_kind.map(Worded::word)),
        "document_country" => place(&person.document_country),
        "document_number" => person.document_number_hint.clone().unwrap_or_default(),
        "document_expires" => day(person.document_expires_on),
        "document_scan" => word(person.document_file_id.map(|_| "own-scan-sent".to_owned())),
        "phone" => person.phone.clone().unwrap_or_default(),
        "language" => Language::or_fallback(person.language.as_deref()).own_name().to_owned(),
        "access_needs" => person.access_needs.clone(),
        _ => String::new(),
    }
}
