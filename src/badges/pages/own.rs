//! A delegate's own page: where the accreditation stands, the collection code or badge, and what happens next.

use std::sync::RwLock;

use actix_web::HttpResponse;
use actix_web::web::{Data, block};
use askama::Template;
use jiff::tz::TimeZone;

use super::super::actions::code_text;
use super::super::keys::Keyring;
use super::super::mails::calendar;
use super::super::model::{Badge, BadgeKind};
use super::super::picture::code_png;
use super::super::typeset::{HomeTexts, home_pdf};
use super::super::{queries, queries::Holder};
use super::sheet::pdf_answer;
use super::sheet_of;
use crate::accreditation::decisions;
use crate::clock::{Clock, Moment};
use crate::conferences::{Category, Conference, Delivery};
use crate::db::{Connection, Db};
use crate::files::Sealer;
use crate::files::typeset::{Typesetter, font_folders};
use crate::language::Language;
use crate::participants::{Myself, Participant, Status, Worded};
use crate::web::{Answer, Page, Problem, attach, page};

/// A step on the way to the badge.
struct Happening {
    state: &'static str,
    word: String,
    note: String,
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
    /// What the status means for the person.
    meaning: String,
    steps: Vec<Happening>,
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
    let made = decisions(&mut connection, conference.id, holder.person.id).await?;
    let decided = made.iter().rev().map(|(made, _)| made).find(|made| made.to_status == holder.person.status);
    let steps = steps(language, &zone, &holder.person, (decided.map(|made| made.at), collected), code.is_some());
    let print = holder.category.delivery == Delivery::PrintAtHome && code.is_some();
    page(OwnPage {
        page: by.page(language.t("badges-own-title")),
        name: holder.person.name(),
        delegation: holder.delegation.name.in_language(language).to_owned(),
        category_name: holder.category.name.in_language(language).to_owned(),
        meaning: language.t(&meaning(holder.person.status, collected.is_some())),
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

/// The key of the sentence that says what the status means.
fn meaning(status: Status, collected: bool) -> String {
    if status == Status::Approved && collected {
        return "badges-own-collected-text".to_owned();
    }
    format!("badges-own-{}-text", status.as_str().replace('_', "-"))
}

/// Submitted, decided, ready, collected: done, now, or still to come.
fn steps(
    language: Language,
    zone: &TimeZone,
    person: &Participant,
    (decided, collected): (Option<Moment>, Option<Moment>),
    ready: bool,
) -> Vec<Happening> {
    use Status::{Approved, Draft, OnHold, Refused, Returned, Submitted, Withdrawn};
    let time = |at: Option<Moment>| at.map(|at| language.date_time(at, zone)).unwrap_or_default();
    let step = |state, key: &str, note| Happening { state, word: language.t(key), note };
    let (handed_in, decision) = match person.status {
        Draft => ("now", "next"),
        Returned => ("no", "next"),
        Submitted | OnHold => ("done", "now"),
        Approved => ("done", "done"),
        Refused | Withdrawn => ("done", "no"),
    };
    let word = match person.status {
        Approved | Refused | Withdrawn => language.t(&person.status.word()),
        _ => language.t("badges-own-decided"),
    };
    let decided = if matches!(person.status, Approved | Refused | Withdrawn) { decided } else { None };
    let mut steps = vec![
        step(handed_in, "badges-own-submitted", time(person.submitted_at)),
        Happening { state: decision, word, note: time(decided) },
    ];
    if !matches!(person.status, Refused | Withdrawn) {
        let badge = match (collected.is_some(), ready) {
            (true, _) => ("done", "badges-own-collected"),
            (false, true) => ("now", "badges-own-badge-ready"),
            (false, false) => ("next", "badges-own-badge-ready"),
        };
        steps.push(step(badge.0, badge.1, time(collected)));
    }
    steps
}

pub async fn picture(by: Myself, keyring: Data<RwLock<Keyring>>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let holder = queries::holder(&mut connection, by.conference().id, by.participant().id).await?;
    let badge = shown(&mut connection, &holder).await?.ok_or(Problem::NotFound)?;
    let code = code_text(&keyring, by.conference(), &badge)?;
    let png = code_png(&code).map_err(|_| Problem::broken("the code does not fit a picture"))?;
    Ok(HttpResponse::Ok().content_type("image/png").body(png))
}

/// The conference's days for the person's own calendar.
pub async fn days(by: Myself, clock: Clock) -> Answer<HttpResponse> {
    let link = by.visit().site().link(&by.path(""));
    let body = calendar(by.conference(), by.language(), &link, clock.now());
    Ok(attach("conference.ics", "text/calendar; charset=utf-8", body.into_bytes()))
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
    let pdf = home_badge(&mut connection, (&sealer, &keyring), conference, (&holder, &badge), language).await?;
    Ok(pdf_answer(pdf, "badge.pdf"))
}

/// The PDF of a badge that its holder prints.
pub(super) async fn home_badge(
    connection: &mut Connection,
    (sealer, keyring): (&Sealer, &RwLock<Keyring>),
    conference: &Conference,
    (holder, badge): (&Holder, &Badge),
    language: Language,
) -> Answer<Vec<u8>> {
    let sheet = sheet_of(connection, sealer, keyring, conference, holder, badge, language).await?;
    let texts = HomeTexts {
        title: language.t("badges-home-title"),
        steps: ["badges-home-size", "badges-home-cut", "badges-home-bring"].map(|key| language.t(key)).to_vec(),
        language: language.code().to_owned(),
    };
    block(move || home_pdf(&mut Typesetter::new(font_folders()), &sheet, &texts)).await?.map_err(Problem::broken)
}
