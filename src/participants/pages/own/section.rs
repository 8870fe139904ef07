//! One page of somebody's own form. Every *Continue* keeps what could be read; what could not is said at its field.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::tasks::Around;
use crate::clock::{Clock, Moment};
use crate::db::Db;
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::participants::actions::Kept;
use crate::participants::form::typed;
use crate::participants::model::{Participant, ProtocolRank, Worded};
use crate::participants::own::{FilledIn, Filling, Section, keep_lines, keep_section, labels_of, mark_seen, seen_of};
use crate::participants::pages::fields::{Fields, Offered};
use crate::participants::pages::files::{Files, use_up_upload};
use crate::participants::pages::mrz;
use crate::participants::pages::words::Mark;
use crate::participants::rules::{Needs, missing};
use crate::web::{
    Answer, Difference, Errors, Form, Page, Problem, Query, Typed, page, page_with, redirect, redirect_with,
};

/// Where one came from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Came {
    /// `check`: back to the answers.
    pub back: String,
}

#[derive(Template)]
#[template(path = "participants/own/section.html")]
struct SectionPage {
    page: Page,
    section: Section,
    /// The page before this one, and what it is called.
    up: (String, String),
    action: String,
    /// Where the lines of a passport are sent.
    mrz: String,
    /// `3 of 7`, and the two numbers for its bar.
    progress: (String, usize, usize),
    why: String,
    fields: Fields,
    differences: Vec<Difference>,
    /// What stood here when the page was shown.
    seen: String,
    /// `check` where *Continue* leads back to the answers.
    back: String,
    /// Whether it may be left as it is, for later.
    can_wait: bool,
    is_required: bool,
    is_registration: bool,
    delegation: String,
    mark: Mark,
    composition: String,
    email: String,
}

impl SectionPage {
    fn is(&self, section: &str) -> bool {
        self.section.as_str() == section
    }
}

type Address = Path<(ParticipantId, String)>;

/// What a page is drawn with beside what was typed.
#[derive(Default)]
struct Beside<'a> {
    back: &'a str,
    /// What stood there when a page that comes back was first shown.
    seen: Option<String>,
    differences: Vec<Difference>,
    can_wait: bool,
}

fn draw(
    by: &Filling,
    (section, person): (Section, &Participant),
    around: &Around,
    (typed, errors): (Typed, Errors),
    beside: Beside<'_>,
) -> SectionPage {
    let (language, conference) = (by.language(), by.conference());
    let offered = Offered {
        language,
        conference,
        categories: &around.categories,
        quotas: None,
        people: &[],
        person: Some(person),
        ranks: ProtocolRank::ALL,
        late: false,
    };
    let up = match section.previous() {
        _ if beside.back == "check" => (by.path("/form/check"), language.t("own-check")),
        Some(previous) => (by.path(&format!("/form/{previous}")), language.t(&previous.word())),
        None => (by.path("/form"), language.t("own-title")),
    };
    let needs = Needs::of(person.protocol_rank, &around.category);
    let (number, all) = (section.number(), Section::ALL.len());
    let progress = language.with("own-progress", &[("number", number.into()), ("all", all.into())]);
    SectionPage {
        page: by.page(language.t(&section.word())),
        section,
        up,
        // Another address than the page's own: a browser then leaves the page behind it, and Back finds it as it was typed.
        action: by.path(&format!("/form/{section}?sent")),
        mrz: by.path("/form/mrz"),
        progress: (progress, number, all),
        why: language.t(&section.why()),
        fields: offered.fields(typed, errors),
        differences: beside.differences,
        seen: beside.seen.unwrap_or_else(|| seen_of(section, person)),
        back: beside.back.to_owned(),
        can_wait: beside.can_wait || (section == Section::Portrait && person.portrait_file_id.is_none()),
        is_required: match section {
            Section::Portrait => needs.portrait,
            Section::Document => needs.document,
            _ => true,
        },
        is_registration: by.is_registration(),
        delegation: around.delegation.name.in_language(language).to_owned(),
        mark: Mark::of(language, &around.category),
        composition: language.t(&person.composition_title.word()),
        email: person.email.clone().unwrap_or_default(),
    }
}

/// `GET /people/{participant}/form/{section}`; with what is missing, for whoever comes from the answers.
pub async fn show(by: Filling, path: Address, came: Query<Came>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let section = Section::parse(&path.1).ok_or(Problem::NotFound)?;
    if !by.is_open() {
        return Ok(redirect(&by.path("")));
    }
    let around = Around::of(&mut *db.connection().await?, &by, clock.now()).await?;
    let back = came.0.back.as_str();
    let errors = if back == "check" { section.among(&around.lacking) } else { Errors::default() };
    let person = by.participant();
    page(draw(&by, (section, person), &around, (typed(person), errors), Beside { back, ..Beside::default() }))
}

/// `POST /people/{participant}/form/{section}`
pub async fn keep(by: Filling, path: Address, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let section = Section::parse(&path.1).ok_or(Problem::NotFound)?;
    let now = clock.now();
    let around = Around::of(&mut *db.connection().await?, &by, now).await?;
    let back = form.fields.text("back");
    if form.resumed {
        let again = over(section, by.participant(), &form.fields);
        let seen = Some(form.fields.text("seen").to_owned());
        let beside = Beside { back, seen, ..Beside::default() };
        return page(draw(&by, (section, by.participant()), &around, (again, Errors::default()), beside));
    }
    let sealer = Sealer::of(by.visit().site())?;
    let mut errors = Errors::default();
    let files = Files::of(&form, by.conference(), &sealer, &mut errors).await?;
    let mut connection = db.connection().await?;
    let files = files
        .with_upload(&mut connection, (by.account(), by.participant().portrait_file_id), &form, &mut errors)
        .await?;
    drop(connection);
    let upload = files.upload;
    let mut tx = db.begin().await?;
    let (kept, wrong) = keep_section(&mut tx, &by, section, (&form.fields, files), &sealer, now).await?;
    let person = match kept {
        Kept::Saved(person) => person,
        Kept::ChangedMeanwhile(person) => return collided(&by, section, &person, &around, &form.fields),
    };
    use_up_upload(&mut tx, by.account(), upload).await?;
    let mut errors = section.among(&errors);
    said(&mut errors, &wrong);
    let readable = errors.is_empty();
    let then = form.fields.text("then");
    if then != "later" {
        said(&mut errors, &missing_on(&by, section, &person, &around, now));
    }
    if errors.is_empty() {
        mark_seen(&mut tx, &by, section).await?;
        tx.commit().await?;
        return Ok(redirect(&onward(&by, section, back, then)));
    }
    tx.commit().await?;
    let again = over(section, &person, &form.fields);
    let again = if upload.is_some() { again.with("portrait_upload", "") } else { again };
    // A number that is on file now is not shown again.
    let again = if errors.get("document_number").is_none() { again.with("document_number", "") } else { again };
    let beside = Beside { back, can_wait: readable, ..Beside::default() };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, draw(&by, (section, &person), &around, (again, errors), beside))
}

/// `POST /people/{participant}/form/mrz`: fills in names, birth and paper from the lines at the foot of the passport's page.
/// Enter in a field presses the first button of a form, which this one is: without lines it means *Continue*.
pub async fn fill_in(
    by: Filling,
    path: Path<ParticipantId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if !form.fields.has("mrz") && !form.resumed {
        let names = Path::from((path.into_inner(), Section::Name.to_string()));
        return keep(by, names, form, clock, db).await;
    }
    let (section, now, back) = (Section::Name, clock.now(), form.fields.text("back"));
    let around = Around::of(&mut *db.connection().await?, &by, now).await?;
    let again = |person: &Participant, errors: Errors| {
        let mine = over(section, person, &form.fields).with("mrz", form.fields.text("mrz"));
        draw(&by, (section, person), &around, (mine, errors), Beside { back, ..Beside::default() })
    };
    if form.resumed {
        return page(again(by.participant(), Errors::default()));
    }
    let sealer = Sealer::of(by.visit().site())?;
    let mut tx = db.begin().await?;
    match keep_lines(&mut tx, &by, &form.fields, &sealer, now).await? {
        FilledIn::NoLines(message) => {
            let mut errors = Errors::default();
            errors.add("mrz", message);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, again(by.participant(), errors))
        }
        FilledIn::Kept { person, errors, .. } if !errors.is_empty() => {
            tx.commit().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, again(&person, errors))
        }
        FilledIn::Kept { from, .. } => {
            tx.commit().await?;
            let to = if back == "check" { "/form/name?back=check" } else { "/form/name" };
            Ok(redirect_with(by.visit(), &by.path(to), &mrz::told(by.language(), &from)))
        }
    }
}

fn said(errors: &mut Errors, more: &Errors) {
    for (field, message) in more.iter() {
        errors.add(field, message.clone());
    }
}

/// Somebody else changed this very page: both versions stand side by side, and sending again is meant.
fn collided(
    by: &Filling,
    section: Section,
    stored: &Participant,
    around: &Around,
    sent: &Typed,
) -> Answer<HttpResponse> {
    let mine = over(section, stored, sent);
    let differences = mine.differences(&typed(stored), &labels_of(section, by.language()));
    let beside = Beside { back: sent.text("back"), differences, ..Beside::default() };
    page_with(StatusCode::CONFLICT, draw(by, (section, stored), around, (mine, Errors::default()), beside))
}

/// What is stored, with what was typed on this page over it.
fn over(section: Section, stored: &Participant, sent: &Typed) -> Typed {
    let over = section.inputs().iter().fold(typed(stored), |all, field| all.with(*field, sent.text(field)));
    over.with("portrait_upload", sent.text("portrait_upload"))
}

/// What this page still lacks once its answers are kept; a portrait, too, though the delegation may add it.
fn missing_on(by: &Filling, section: Section, person: &Participant, around: &Around, now: Moment) -> Errors {
    section.among(&missing(person, &around.category, by.conference(), now))
}

/// Where *Continue* leads: the next page, or back to the answers or the list.
fn onward(by: &Filling, section: Section, back: &str, then: &str) -> String {
    match (back, then, section.next()) {
        (_, "list", _) => by.path("/form"),
        ("check", ..) | (_, _, None) => by.path("/form/check"),
        (_, _, Some(next)) => by.path(&format!("/form/{next}")),
    }
}
