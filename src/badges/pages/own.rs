//! A delegate's own page: where the accreditation stands, the collection code or badge, and what happens next.

use std::sync::RwLock;

use actix_web::HttpResponse;
use actix_web::web::{Data, block};
use askama::Template;

use super::super::actions::code_text;
use super::super::keys::Keyring;
use super::super::model::{Badge, BadgeKind};
use super::super::picture::code_png;
use super::super::typeset::{HomeTexts, home_pdf};
use super::super::{queries, queries::Holder};
use super::sheet::pdf_answer;
use super::{font_folders, sheet_of};
use crate::conferences::{Category, Delivery};
use crate::db::{Connection, Db};
use crate::files::Sealer;
use crate::files::typeset::Typesetter;
use crate::participants::{Myself, Status, Worded};
use crate::web::{Answer, Page, Problem, page};

struct Step {
    label: String,
    time: String,
    done: bool,
}

#[derive(Template)]
#[template(path = "badges/own.html")]
struct OwnPage {
    page: Page,
    name: String,
    delegation: String,
    category: Category,
    category_name: String,
    status: Status,
    status_word: String,
    reference: i32,
    steps: Vec<Step>,
    /// Address of the code's picture while there is one.
    code: Option<String>,
    collects: bool,
    print_at_home: Option<String>,
    dates: String,
    venue: String,
    contact: String,
}

/// What of somebody's is good now: the badge, else the collection code.
async fn shown(connection: &mut Connection, holder: &Holder) -> Answer<Option<Badge>> {
    if holder.person.status != Status::Approved {
        return Ok(None);
    }
    // A collected badge is paper; its code is not shown on a screen for others to copy.
    let kind = if holder.category.delivery == Delivery::Collect { BadgeKind::CollectionCode } else { BadgeKind::Badge };
    queries::live(connection, holder.person.id, kind).await
}

pub async fn show(by: Myself, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let holder = queries::holder(&mut connection, conference.id, by.participant().id).await?;
    let code = shown(&mut connection, &holder).await?;
    let collected =
        queries::live(&mut connection, holder.person.id, BadgeKind::Badge).await?.and_then(|badge| badge.handed_at);
    let zone = conference.zone();
    let time = |at: Option<crate::clock::Moment>| at.map(|at| language.date_time(at, &zone)).unwrap_or_default();
    let approved = holder.person.status == Status::Approved;
    let step =
        |key: &str, at: Option<crate::clock::Moment>, done: bool| Step { label: language.t(key), time: time(at), done };
    let steps = vec![
        step("badges-own-submitted", holder.person.submitted_at, holder.person.submitted_at.is_some()),
        step("badges-own-approved", None, approved),
        step("badges-own-collected", collected, collected.is_some()),
    ];
    let print = holder.category.delivery == Delivery::PrintAtHome && code.is_some();
    page(OwnPage {
        page: by.page(language.t("badges-own-title")),
        name: holder.person.name(),
        delegation: holder.delegation.name.in_language(language).to_owned(),
        category_name: holder.category.name.in_language(language).to_owned(),
        status: holder.person.status,
        status_word: language.t(&holder.person.status.word()),
        reference: holder.person.reference,
        steps,
        collects: holder.category.delivery == Delivery::Collect,
        code: code.is_some().then(|| by.path("/code.png")),
        print_at_home: print.then(|| by.path("/badge.pdf")),
        category: holder.category,
        dates: language.date_range(conference.starts_on, conference.ends_on),
        venue: conference.venue.in_language(language).to_owned(),
        contact: conference.contact_email.clone(),
    })
}

pub async fn picture(by: Myself, keyring: Data<RwLock<Keyring>>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let holder = queries::holder(&mut connection, by.conference().id, by.participant().id).await?;
    let badge = shown(&mut connection, &holder).await?.ok_or(Problem::NotFound)?;
    let code = code_text(&keyring, by.conference(), holder.category.number, &badge)?;
    let png = code_png(&code).map_err(|_| Problem::broken("the code does not fit a picture"))?;
    Ok(HttpResponse::Ok().content_type("image/png").body(png))
}

pub async fn print_at_home(
    by: Myself,
    keyring: Data<RwLock<Keyring>>,
    sealer: Data<Sealer>,
    db: Db,
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let holder = queries::holder(&mut connection, conference.id, by.participant().id).await?;
    if holder.category.delivery != Delivery::PrintAtHome {
        return Err(Problem::NotFound);
    }
    let badge = shown(&mut connection, &holder).await?.ok_or(Problem::NotFound)?;
    let sheet = sheet_of(&mut connection, &sealer, &keyring, conference, &holder, &badge, language).await?;
    drop(connection);
    let texts = HomeTexts {
        title: language.t("badges-home-title"),
        steps: ["badges-home-size", "badges-home-cut", "badges-home-bring"].map(|key| language.t(key)).to_vec(),
        language: language.code().to_owned(),
    };
    let pdf = block(move || home_pdf(&mut Typesetter::new(font_folders()), &sheet, &texts)).await?;
    Ok(pdf_answer(pdf.map_err(Problem::broken)?, "badge.pdf"))
}
