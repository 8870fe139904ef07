//! Releasing: what it would hold, what stands in its way, and the button.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use super::super::actions::{self, Preview, Telling};
use super::super::mails::{Recipient, Wanted};
use super::super::model::SessionStatus;
use super::super::rules::Doubt;
use super::changes::{Group, groups};
use super::doubts::{DoubtLine, Way, lines};
use crate::clock::{Clock, Moment};
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Db;
use crate::language::Language;
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, page_with, redirect_with};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReleaseForm {
    name: String,
    /// `ticked`, or `nobody`.
    mails: String,
    /// Those ticked, by their keys.
    tell: Vec<String>,
    /// What the page showed; empty where nobody looked at one.
    seen: String,
}

impl ReleaseForm {
    /// Whom to tell; whoever posts without having seen the page leaves it at everybody concerned.
    fn telling(&self) -> Telling {
        let whom = match (self.mails.as_str(), self.seen.is_empty()) {
            ("nobody", _) => Wanted::Nobody,
            (_, true) => Wanted::Everybody,
            (_, false) => Wanted::These(self.tell.iter().cloned().collect()),
        };
        Telling { whom, seen: Some(self.seen.clone()).filter(|seen| !seen.is_empty()) }
    }
}

/// A mail as it would be, in one language.
struct Sample {
    language: String,
    lang: &'static str,
    dir: &'static str,
    to: String,
    subject: String,
    text: String,
}

#[derive(Template)]
#[template(path = "programme/release.html")]
struct ReleasePage {
    page: Page,
    errors: Errors,
    typed: ReleaseForm,
    sessions: usize,
    /// The name of the last release; nothing before the first.
    former: Option<String>,
    /// What it would change.
    groups: Vec<Group>,
    unplaced: Vec<Way>,
    clashes: Vec<(Way, Way)>,
    /// Who is on two stages at once, and on which.
    twice: Vec<(String, Way, Way)>,
    /// What a person should look at first; it keeps nothing from being published.
    doubtful: Vec<(Way, Vec<DoubtLine>)>,
    concerned: Vec<Choice>,
    mails: Vec<Choice>,
    samples: Vec<Sample>,
    seal: String,
    back: String,
}

/// Somebody concerned, as the list names them.
fn reader_line(reader: &Recipient, language: Language) -> String {
    let key = if reader.on_stage { "programme-told-on-stage" } else { "programme-told-focal-point" };
    let arguments = [
        ("name", reader.name.as_str().into()),
        ("address", reader.address.as_str().into()),
        ("language", reader.language.own_name().into()),
        ("count", reader.stakes.len().into()),
    ];
    language.with(key, &arguments)
}

/// Everybody concerned, with a tick for each who is to be told: at first for all of them.
fn ticks(seen: &Preview, typed: &ReleaseForm, language: Language) -> Vec<Choice> {
    let telling = typed.telling();
    let choice = |reader: &Recipient| Choice {
        value: reader.key.clone(),
        label: reader_line(reader, language),
        chosen: !matches!(telling.whom, Wanted::These(_)) || telling.whom.wants(reader),
    };
    seen.concerned.recipients.iter().map(choice).collect()
}

fn mails(typed: &ReleaseForm, seen: &Preview, language: Language) -> Vec<Choice> {
    let count = seen.concerned.recipients.len();
    let ticked = language.with("programme-tell-ticked", &[("count", count.into())]);
    let chosen = if typed.mails == "nobody" { "nobody" } else { "ticked" };
    Choice::one_of([("ticked", ticked), ("nobody", language.t("programme-tell-nobody"))], chosen)
}

/// One mail for each language that somebody concerned reads.
fn samples(by: &OnDuty<ProgrammeManager>, seen: &Preview, name: &str, now: Moment) -> Answer<Vec<Sample>> {
    let mut samples: Vec<Sample> = Vec::new();
    for reader in &seen.concerned.recipients {
        let language = reader.language;
        if samples.iter().any(|sample| sample.lang == language.code()) {
            continue;
        }
        let mail = seen.mail_to(by, reader, name, now)?;
        samples.push(Sample {
            language: language.own_name().to_owned(),
            lang: language.code(),
            dir: language.direction(),
            to: format!("{} <{}>", mail.to_name, mail.to_address),
            subject: mail.subject,
            text: mail.text,
        });
    }
    Ok(samples)
}

fn draw(
    by: &OnDuty<ProgrammeManager>,
    seen: &Preview,
    typed: ReleaseForm,
    errors: Errors,
    (status, now): (StatusCode, Moment),
) -> Answer<HttpResponse> {
    let (language, zone) = (by.language(), by.conference().zone());
    let manage = by.path("/programme/manage");
    let former = seen.past.release.as_ref().map(|release| release.name.clone());
    // In the first release everything is new: the list of sessions says it better.
    let changes = if former.is_some() { seen.changes.as_slice() } else { &[] };
    page_with(
        status,
        ReleasePage {
            page: by.page(language.t("programme-release-title")),
            errors,
            sessions: seen.sessions,
            groups: groups(changes, language, &zone, |session| format!("{manage}/sessions/{session}")),
            former,
            unplaced: seen.unplaced.iter().map(|session| Way::to(by, session)).collect(),
            clashes: seen.clashes.iter().map(|(a, b)| (Way::to(by, a), Way::to(by, b))).collect(),
            twice: seen.twice.iter().map(|(who, a, b)| (who.clone(), Way::to(by, a), Way::to(by, b))).collect(),
            doubtful: doubtful(by, seen),
            concerned: ticks(seen, &typed, language),
            mails: mails(&typed, seen, language),
            samples: samples(by, seen, &typed.name, now)?,
            seal: seen.seal(),
            typed,
            back: manage,
        },
    )
}

/// Confirmed sessions with something doubtful besides what keeps any release from being made.
fn doubtful(by: &OnDuty<ProgrammeManager>, seen: &Preview) -> Vec<(Way, Vec<DoubtLine>)> {
    let survey = &seen.survey;
    let confirmed = survey.sessions.iter().filter(|session| session.status == SessionStatus::Confirmed);
    confirmed
        .filter_map(|session| {
            let all = survey.doubts.get(&session.id)?;
            let judged =
                |doubt: &&Doubt| !matches!(doubt, Doubt::RoomHeld { .. } | Doubt::OnStageTwice { firm: true, .. });
            let doubts: BTreeSet<Doubt> = all.iter().filter(judged).cloned().collect();
            (!doubts.is_empty()).then(|| (Way::to(by, session), lines(by, survey, &doubts)))
        })
        .collect()
}

pub async fn show(by: OnDuty<ProgrammeManager>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let mut connection = db.connection().await?;
    let seen = actions::preview(&mut connection, by.conference(), now).await?;
    let next = seen.past.release.as_ref().map_or(1, |release| release.number + 1);
    let name = by.language().with("programme-release-name", &[("number", next.into())]);
    let typed = ReleaseForm { name, ..ReleaseForm::default() };
    draw(&by, &seen, typed, Errors::default(), (StatusCode::OK, now))
}

pub async fn publish(
    by: OnDuty<ProgrammeManager>,
    form: Form<ReleaseForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (typed, now) = (form.fields, clock.now());
    let mut errors = Errors::default();
    let name = typed.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 60 {
        errors.say("name", "programme-error-release-name");
        let seen = actions::preview(&mut *db.connection().await?, by.conference(), now).await?;
        return draw(&by, &seen, typed, errors, (StatusCode::UNPROCESSABLE_ENTITY, now));
    }
    let mut tx = db.begin().await?;
    match actions::release(&mut tx, &by, &name, &typed.telling(), now).await {
        Ok(release) => {
            tx.commit().await?;
            let text = by.language().with("programme-released", &[("name", release.name.as_str().into())]);
            let flash = Flash { kind: FlashKind::Ok, text, undo: None };
            let page = by.path(&format!("/programme/manage/releases/{}", release.id));
            Ok(redirect_with(by.visit(), &page, &flash))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let seen = actions::preview(&mut *db.connection().await?, by.conference(), now).await?;
            // What stands in the way of any release is listed on the page; the rest is about this one's name.
            if seen.clashes.is_empty() && seen.twice.is_empty() && seen.unplaced.is_empty() {
                errors.add("name", message);
            }
            // Other changes than those that were seen concern other people: all of them are offered again.
            let typed = ReleaseForm { tell: Vec::new(), seen: String::new(), ..typed };
            draw(&by, &seen, typed, errors, (StatusCode::UNPROCESSABLE_ENTITY, now))
        }
        Err(problem) => Err(problem),
    }
}
