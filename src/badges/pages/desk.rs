//! The pass desk: one field that takes a scanned collection code or words, the person found, and the steps to the badge.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::super::code::{self, Purpose};
use super::super::model::{Badge, BadgeKind, BadgeState};
use super::super::{Again, actions, queries};
use super::approval::Means;
use crate::clock::{Clock, Moment};
use crate::conferences::{Category, OnDuty, PassDesk};
use crate::db::{Connection, Db};
use crate::ids::{BadgeId, ParticipantId};
use crate::language::{Language, Localized};
use crate::participants::{PortraitSize, Status, Worded, portrait_url};
use crate::web::{
    Answer, Errors, Flash, FlashKind, Form, Page, Problem, Query, Reader, Typed, page, page_with, redirect,
    redirect_with,
};

/// What was looked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
}

struct Hit {
    href: String,
    name: String,
    line: String,
    portrait: Option<String>,
    category: Category,
    category_name: String,
}

/// A badge that was just handed over.
struct Handed {
    href: String,
    time: String,
    name: String,
    number: String,
    line: String,
}

#[derive(Template)]
#[template(path = "badges/find.html")]
struct FindPage {
    page: Page,
    query: String,
    hits: Vec<Hit>,
    /// The last badges handed over, while nobody is looked for.
    handed: Vec<Handed>,
    /// Why a scanned code led nowhere.
    trouble: Option<String>,
    base: String,
}

/// More than this many are not looked through by eye.
const MOST: i64 = 24;
/// How many of the badges last handed over are shown.
const LATEST: i64 = 10;
/// Fewer digits than this are a number, more are a scanned code.
const CODE_DIGITS: usize = 100;

pub async fn find(by: OnDuty<PassDesk>, wanted: Query<Wanted>, means: Means) -> Answer<HttpResponse> {
    let (language, base) = (by.language(), by.path("/pass-desk"));
    let query = wanted.0.q.trim().to_owned();
    let mut connection = means.db.connection().await?;
    let mut trouble = None;
    let mut hits = Vec::new();
    if query.chars().filter(|letter| letter.is_numeric()).count() > CODE_DIGITS {
        let read = {
            let keyring = means.keyring.read().map_err(|_| Problem::broken("the keyring is not usable"))?;
            code::read(&query, keyring.public_keys())
        };
        match read {
            Ok(claims) if claims.conference == u16::try_from(by.conference().number).unwrap_or_default() => {
                let serial = i64::try_from(claims.serial.get()).unwrap_or_default();
                match queries::badge_by_serial(&mut connection, by.conference_id(), serial).await? {
                    Some(badge) if matches!(claims.purpose, Purpose::Collection | Purpose::Badge) => {
                        return Ok(redirect(&format!("{base}/{}?scanned={}", badge.participant_id, badge.state)));
                    }
                    _ => trouble = Some("badges-code-unknown"),
                }
            }
            Ok(_) => trouble = Some("badges-code-elsewhere"),
            Err(code::Unreadable::Forged) => trouble = Some("badges-code-forged"),
            Err(code::Unreadable::Unknown) => trouble = Some("badges-code-unknown"),
        }
    } else if !query.is_empty() {
        for hit in queries::find(&mut connection, by.conference_id(), &query, MOST).await? {
            hits.push(Hit {
                href: format!("{base}/{}", hit.person.id),
                name: hit.person.name(),
                line: hit.delegation.name.in_language(language).to_owned(),
                portrait: portrait_url(hit.person.id, hit.person.portrait_file_id, PortraitSize::Gate),
                category_name: hit.category.name.in_language(language).to_owned(),
                category: hit.category,
            });
        }
        if let [only] = hits.as_slice() {
            return Ok(redirect(&only.href));
        }
    }
    let handed =
        if query.is_empty() { last_handed(&by, &mut connection, means.clock.now(), &base).await? } else { Vec::new() };
    page(FindPage {
        page: by.page(language.t("badges-desk-title")),
        query,
        hits,
        handed,
        trouble: trouble.map(|key| language.t(key)),
        base,
    })
}

/// What the desks of this conference handed over last: the way back when somebody returns at once.
async fn last_handed(
    by: &OnDuty<PassDesk>,
    connection: &mut Connection,
    now: Moment,
    base: &str,
) -> Answer<Vec<Handed>> {
    let (language, zone) = (by.language(), by.conference().zone());
    let line = |(badge, name, delegation): (Badge, String, Localized)| Handed {
        href: format!("{base}/{}", badge.participant_id),
        time: badge.handed_at.map(|at| language.lately(at, now, &zone)).unwrap_or_default(),
        number: language.with("badges-number", &[("number", badge.shown_number().into())]),
        name,
        line: delegation.in_language(language).to_owned(),
    };
    let latest = queries::last_handed(connection, by.conference_id(), LATEST).await?;
    Ok(latest.into_iter().map(line).collect())
}

/// How the collection code stood when it was scanned; whether the badge was printed just now.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Scanned {
    scanned: String,
    printed: String,
}

#[derive(Template)]
#[template(path = "badges/desk.html")]
struct DeskPage {
    page: Page,
    name: String,
    native: String,
    function: String,
    delegation: String,
    composition: String,
    category: Category,
    category_name: String,
    portrait: Option<String>,
    document: String,
    approved: bool,
    scanned: Option<String>,
    scanned_is_good: bool,
    badge: Option<Badge>,
    badge_line: String,
    /// The PDF, until the badge is in somebody's hands: a second paper of it would be a second badge.
    sheet: Option<String>,
    /// The PDF was asked for just now.
    just_printed: bool,
    may_hand: bool,
    typed: Typed,
    errors: Errors,
    here: String,
    base: String,
}

pub async fn show(
    by: OnDuty<PassDesk>,
    path: Path<(String, ParticipantId)>,
    scanned: Query<Scanned>,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    draw(&by, &mut *db.connection().await?, id, &scanned.0, None).await
}

async fn draw(
    by: &OnDuty<PassDesk>,
    connection: &mut Connection,
    id: ParticipantId,
    scanned: &Scanned,
    wrong: Option<(Typed, Errors)>,
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let holder = queries::holder(connection, conference.id, id).await?;
    let badge = queries::live(connection, id, BadgeKind::Badge).await?;
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (typed, errors) = wrong.unwrap_or_default();
    let zone = conference.zone();
    let former = match &badge {
        None => queries::badges_of(connection, id).await?.into_iter().find(|badge| badge.kind == BadgeKind::Badge),
        Some(_) => None,
    };
    let badge_line = match &badge {
        None => former.map_or_else(|| language.t("badges-not-printed"), |former| ended_line(language, &former, &zone)),
        Some(badge) => match (badge.handed_at, &badge.handed_to) {
            (Some(at), to) => language.with(
                "badges-handed-line",
                &[("time", language.date_time(at, &zone).into()), ("to", to.clone().unwrap_or_default().into())],
            ),
            (None, _) => language.with(
                "badges-printed-line",
                &[("time", badge.printed_at.map(|at| language.date_time(at, &zone)).unwrap_or_default().into())],
            ),
        },
    };
    let state = BadgeState::parse(&scanned.scanned);
    let loose = badge.as_ref().filter(|badge| badge.handed_at.is_none());
    let shown = DeskPage {
        page: by.page(holder.person.name()),
        name: holder.person.name(),
        native: holder.person.native_name.clone(),
        function: holder.person.function_line(),
        delegation: holder.delegation.name.in_language(language).to_owned(),
        composition: language.t(&holder.person.composition_title.word()),
        category_name: holder.category.name.in_language(language).to_owned(),
        portrait: portrait_url(id, holder.person.portrait_file_id, PortraitSize::Full),
        document: holder.person.document_number_hint.clone().unwrap_or_default(),
        approved: holder.person.status == Status::Approved,
        scanned: state.map(|state| language.t(&format!("badges-scanned-{state}"))),
        scanned_is_good: matches!(state, Some(BadgeState::Live)),
        sheet: loose.map(|badge| by.path(&format!("/badges/{}", badge.id))),
        just_printed: !scanned.printed.is_empty(),
        may_hand: loose.is_some(),
        typed,
        errors,
        badge,
        badge_line,
        category: holder.category,
        here: by.path(&format!("/pass-desk/{id}")),
        base: by.path("/pass-desk"),
    };
    page_with(status, shown)
}

/// The last badge that somebody had, and how it ended.
fn ended_line(language: Language, badge: &Badge, zone: &TimeZone) -> String {
    let time = badge.ended_at.map(|at| language.date_time(at, zone)).unwrap_or_default();
    let how = language.t(&format!("badges-ended-{}", badge.state));
    let facts = [("number", badge.shown_number().into()), ("how", how.into()), ("time", time.into())];
    language.with("badges-ended-line", &facts)
}

/// A form with nothing but its token.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Empty {}

/// Characters of a reason at most.
const LONGEST_REASON: usize = 200;

/// `POST /{conference}/pass-desk/{participant}/badge`: the first badge, or another one in the place of `former` for a reason.
pub async fn print_badge(
    by: OnDuty<PassDesk>,
    path: Path<(String, ParticipantId)>,
    form: Form<Typed>,
    means: Means,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut tx = means.db.begin().await?;
    let mut again = None;
    if form.fields.has("former") {
        let former = BadgeId::parse(form.fields.text("former")).ok_or(Problem::NotFound)?;
        let mut reader = Reader::of(&form.fields);
        let reason = reader.required("reason", LONGEST_REASON);
        let errors = reader.errors;
        if form.resumed || !errors.is_empty() {
            return draw(&by, &mut tx, id, &Scanned::default(), Some((form.fields, errors))).await;
        }
        again = Some(Again { former, reason });
    }
    let badge = actions::print(&mut tx, &by, &means.keyring, id, again.as_ref(), means.clock.now()).await?;
    tx.commit().await?;
    let text = by.language().with("badges-printed", &[("number", badge.shown_number().into())]);
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    Ok(redirect_with(by.visit(), &by.path(&format!("/pass-desk/{id}?printed=1")), &flash))
}

/// To whom the badge was handed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct HandForm {
    to: String,
}

pub async fn hand(
    by: OnDuty<PassDesk>,
    path: Path<(String, ParticipantId)>,
    form: Form<HandForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut tx = db.begin().await?;
    let holder = queries::holder(&mut tx, by.conference_id(), id).await?;
    let to = Some(form.fields.to.trim().chars().take(200).collect::<String>()).filter(|to| !to.is_empty());
    let to = to.unwrap_or_else(|| holder.person.name());
    let badge = actions::hand_over(&mut tx, &by, id, &to, clock.now()).await?;
    tx.commit().await?;
    let text = by.language().with("badges-handed", &[("number", badge.shown_number().into()), ("to", to.into())]);
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    Ok(redirect_with(by.visit(), &by.path("/pass-desk"), &flash))
}

pub async fn lose(
    by: OnDuty<PassDesk>,
    path: Path<(String, ParticipantId)>,
    _form: Form<Empty>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut tx = db.begin().await?;
    let badge = actions::end_badge(&mut tx, &by, id, BadgeState::Lost, clock.now()).await?;
    tx.commit().await?;
    let text = by.language().with("badges-lost", &[("number", badge.shown_number().into())]);
    let flash = Flash { kind: FlashKind::Warn, text, undo: None };
    Ok(redirect_with(by.visit(), &by.path(&format!("/pass-desk/{id}")), &flash))
}
