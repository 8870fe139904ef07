//! Writing to many focal points at once: whom it concerns, what the mail says in each language, and one button.

use std::collections::{BTreeMap, HashSet};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use super::done;
use crate::clock::{Clock, Moment};
use crate::conferences::{OnDuty, Organiser};
use crate::db::Db;
use crate::delegations::actions::{self, Recipient, preview_reminder};
use crate::delegations::entities;
use crate::delegations::model::Reminding;
use crate::delegations::rules::is_in_time;
use crate::ids::FocalPointId;
use crate::language::Language;
use crate::web::{Answer, Flash, FlashKind, Form, Page, Problem, Query, Typed, page_with, redirect_with};

/// Mails that one press writes; those beyond come with the next press.
const MOST: usize = 500;

#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    about: String,
}

struct Tab {
    href: String,
    label: String,
    count: String,
    current: bool,
}

struct Line {
    id: String,
    delegation: String,
    href: String,
    name: String,
    email: String,
    language: &'static str,
    last: String,
    chosen: bool,
    is_done_today: bool,
}

struct Sample {
    language: String,
    lang: &'static str,
    dir: &'static str,
    subject: String,
    text: String,
}

#[derive(Template)]
#[template(path = "delegations/reminders.html")]
struct RemindersPage {
    page: Page,
    list: String,
    tabs: Vec<Tab>,
    about: &'static str,
    means: String,
    /// How many mails in how many languages.
    counts: String,
    beyond: String,
    done_today: String,
    lines: Vec<Line>,
    samples: Vec<Sample>,
    is_in_time: bool,
    can_send: bool,
    refusal: String,
}

/// `GET /{conference}/delegations/reminders`
pub async fn show(by: OnDuty<Organiser>, query: Query<Asked>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    draw(&by, &db, Reminding::parse(&query.0.about), None, (clock.now(), String::new())).await
}

/// `POST /{conference}/delegations/reminders`
pub async fn send(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (typed, now) = (form.fields, clock.now());
    let about = Reminding::parse(typed.text("about")).ok_or(Problem::NotFound)?;
    let chosen: HashSet<FocalPointId> = typed.all("to").iter().filter_map(|id| FocalPointId::parse(id)).collect();
    if form.resumed {
        return draw(&by, &db, Some(about), Some(&chosen), (now, String::new())).await;
    }
    if chosen.is_empty() {
        let refusal = by.language().t("reminders-nobody-chosen");
        return draw(&by, &db, Some(about), Some(&chosen), (now, refusal)).await;
    }
    let mut tx = db.begin().await?;
    let written = match actions::remind(&mut tx, &by, about, &chosen, now).await {
        Ok(written) => written,
        Err(Problem::Refused(message)) => {
            drop(tx);
            return draw(&by, &db, Some(about), Some(&chosen), (now, by.language().message(&message))).await;
        }
        Err(problem) => return Err(problem),
    };
    tx.commit().await?;
    let text = by.language().with("reminders-sent", &[("count", written.into())]);
    let kind = if written == 0 { FlashKind::Warn } else { FlashKind::Ok };
    let to = by.path(&format!("/delegations/reminders?about={about}"));
    Ok(redirect_with(by.visit(), &to, &Flash { kind, ..done(text) }))
}

/// The page for one reminder, or for the first that concerns anybody.
async fn draw(
    by: &OnDuty<Organiser>,
    db: &Db,
    about: Option<Reminding>,
    chosen: Option<&HashSet<FocalPointId>>,
    (now, refusal): (Moment, String),
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let mut all = actions::recipients(&mut connection, conference, now).await?;
    let concerns = |about: &Reminding| all.get(about).map_or(0, Vec::len);
    let about = about.or_else(|| Reminding::ALL.iter().copied().find(|about| concerns(about) > 0));
    let about = about.unwrap_or(Reminding::Answer);
    let tab = |one: &Reminding| Tab {
        href: by.path(&format!("/delegations/reminders?about={one}")),
        label: language.t(&format!("reminders-{}", one.word())),
        count: language.number(i64::try_from(concerns(one)).unwrap_or(i64::MAX)),
        current: *one == about,
    };
    let tabs = Reminding::ALL.iter().map(tab).collect();
    let mut found = all.remove(&about).unwrap_or_default();
    entities::order_of(&mut found, language.content_code(), None, |one| one.delegation.name.in_language(language));
    let done_today = found.iter().filter(|one| one.is_done_today).count();
    let due: Vec<&Recipient> = found.iter().filter(|one| !one.is_done_today).collect();
    let due_now = due.len().min(MOST);
    let is_in_time = is_in_time(about, now, conference.nomination_closes_at, conference.confirmation_closes_at);
    let shown = due.iter().take(MOST).copied().chain(found.iter().filter(|one| one.is_done_today));
    let status = if refusal.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(
        status,
        RemindersPage {
            page: by.page(language.t("reminders-title")),
            list: by.path("/delegations"),
            tabs,
            about: about.as_str(),
            means: language.t(&format!("reminders-{}-means", about.word())),
            counts: counts(&due[..due_now], language),
            beyond: beyond(due.len(), language),
            done_today: match done_today {
                0 => String::new(),
                count => language.with("reminders-done-today", &[("count", count.into())]),
            },
            lines: shown.map(|one| line(by, one, chosen)).collect(),
            samples: samples(by, about, &due)?,
            is_in_time,
            can_send: is_in_time && due_now > 0,
            refusal,
        },
    )
}

fn beyond(due: usize, language: Language) -> String {
    if due <= MOST {
        return String::new();
    }
    language.with("reminders-beyond", &[("most", MOST.into()), ("count", due.into())])
}

/// `43 mails: 30 in English, 13 in French`.
fn counts(due: &[&Recipient], language: Language) -> String {
    let mut by_language: BTreeMap<&str, usize> = BTreeMap::new();
    for one in due {
        *by_language.entry(one.language.own_name()).or_default() += 1;
    }
    let each = by_language.iter().map(|(name, count)| {
        language.with("reminders-in-language", &[("count", (*count).into()), ("language", (*name).into())])
    });
    let each = each.collect::<Vec<_>>().join(", ");
    language.with("reminders-counts", &[("count", due.len().into()), ("each", each.into())])
}

fn line(by: &OnDuty<Organiser>, one: &Recipient, chosen: Option<&HashSet<FocalPointId>>) -> Line {
    let language = by.language();
    let last = one.last.map(|at| language.date_time(at, &by.conference().zone()));
    Line {
        id: one.point.id.to_string(),
        delegation: one.delegation.name.in_language(language).to_owned(),
        href: by.path(&format!("/delegations/{}", one.delegation.id)),
        name: one.point.name.clone(),
        email: one.point.email.clone(),
        language: one.language.own_name(),
        last: last.unwrap_or_default(),
        chosen: !one.is_done_today && chosen.is_none_or(|chosen| chosen.contains(&one.point.id)),
        is_done_today: one.is_done_today,
    }
}

/// The mail of the first reader in each language. The invitation differs with each delegation's places and is not shown here.
fn samples(by: &OnDuty<Organiser>, about: Reminding, due: &[&Recipient]) -> Answer<Vec<Sample>> {
    if about == Reminding::Invitation {
        return Ok(Vec::new());
    }
    let mut samples: Vec<Sample> = Vec::new();
    for one in due {
        if samples.iter().any(|sample| sample.lang == one.language.code()) {
            continue;
        }
        let mail = preview_reminder(about, one, by.conference(), by.visit().site())?;
        samples.push(Sample {
            language: one.language.own_name().to_owned(),
            lang: one.language.code(),
            dir: one.language.direction(),
            subject: mail.subject,
            text: mail.text,
        });
    }
    Ok(samples)
}
