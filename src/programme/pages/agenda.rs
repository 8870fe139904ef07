//! One's own agenda: kept without an account, in the browser or by a secret link; on the account of whoever is signed in.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::super::actions::agenda::{self as actions, Secrets};
use super::super::model::Released;
use super::super::queries::{self, AgendaRow, Edition};
use super::super::rules::{Change, agenda_clashes, difference};
use super::changes::{Group, groups, release_line};
use super::keeper::Keeper;
use super::lines::{Line, Shown};
use super::person::unindexed;
use crate::clock::{Clock, Day};
use crate::db::{Connection, Db};
use crate::ids::{AgendaId, SessionId};
use crate::web::{Answer, Flash, FlashKind, Form, Page, Qr, own_path, page, qr, redirect, redirect_with};

/// A chosen session, and what it clashes with.
struct Entry {
    line: Line,
    clashes: Vec<String>,
}

struct AgendaDay {
    title: String,
    entries: Vec<Entry>,
}

/// How an agenda is taken along.
struct Ways {
    feed: String,
    /// The same for programs that subscribe at a click.
    webcal: String,
    link: String,
    code: Qr,
    /// It belongs to an account, and follows whoever signs in.
    on_account: bool,
}

#[derive(Template)]
#[template(path = "programme/agenda.html")]
struct AgendaPage {
    page: Page,
    release: Option<String>,
    days: Vec<AgendaDay>,
    count: usize,
    clashes: usize,
    changes: Vec<Group>,
    ways: Option<Ways>,
    signed_in: bool,
    base: String,
    path: String,
    news: String,
}

/// `GET /{conference}/agenda`
pub async fn show(by: Keeper, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, zone) = (by.language(), by.conference().zone());
    let mut connection = db.connection().await?;
    let edition = queries::edition(&mut connection, by.visit().site(), by.conference()).await?;
    let mine = by.mine(&mut connection).await?;
    let base = by.path("/programme");
    let mut shown_page = AgendaPage {
        page: by.page(language.t("agenda-title")),
        release: edition.as_ref().map(|edition| release_line(&edition.release, language, &zone)),
        days: Vec::new(),
        count: 0,
        clashes: 0,
        changes: Vec::new(),
        ways: mine.shown().map(|own| ways(&by, own)).transpose()?,
        signed_in: by.someone().is_some(),
        path: by.path("/agenda"),
        news: format!("{base}/news"),
        base: base.clone(),
    };
    if let Some(edition) = &edition {
        let ids = mine.ids();
        let rows = chosen_rows(&mut connection, edition, &ids).await?;
        let changes = changed(&mut connection, &by, &ids, &rows).await?;
        shown_page.changes = groups(&changes, language, &zone, |session| format!("{base}/sessions/{session}"));
        shown_page.count = rows.len();
        let chosen = rows.iter().map(|row| row.session_id).collect();
        let shown = Shown::new(language, zone, clock.now(), &base, edition).with_chosen(chosen);
        (shown_page.days, shown_page.clashes) = days(&rows, &shown);
    }
    Ok(unindexed(page(shown_page)?))
}

/// The chosen sessions as the latest release has them, by time; one that is gone among them.
async fn chosen_rows<'a>(
    connection: &mut Connection,
    edition: &'a Edition,
    ids: &[AgendaId],
) -> Answer<Vec<&'a Released>> {
    let chosen = queries::chosen(connection, ids).await?;
    let mut rows: Vec<&Released> = chosen.iter().filter_map(|(session, _)| edition.row(*session)).collect();
    rows.sort_by_key(|row| (row.starts_at, row.session_id));
    rows.dedup_by_key(|row| row.session_id);
    Ok(rows)
}

/// What became of the chosen sessions since they were last looked at.
async fn changed(
    connection: &mut Connection,
    by: &Keeper,
    ids: &[AgendaId],
    rows: &[&Released],
) -> Answer<Vec<Change>> {
    let before = queries::chosen_as_seen(connection, by.conference().id, ids).await?;
    let after: Vec<Released> = rows.iter().map(|row| (*row).clone()).collect();
    // A session that was in no release then was chosen in the latest one.
    Ok(difference(&before, &after).into_iter().filter(|change| change.before.is_some()).collect())
}

fn days(rows: &[&Released], shown: &Shown<'_>) -> (Vec<AgendaDay>, usize) {
    // What is over cannot be helped.
    let to_come: Vec<&Released> = rows.iter().copied().filter(|row| row.ends_at > shown.now).collect();
    let clashes = agenda_clashes(&to_come);
    let title = |id: SessionId| rows.iter().find(|row| row.session_id == id).map(|row| clash_words(row, shown));
    let against = |id: SessionId| {
        let other = |(one, other): &(SessionId, SessionId)| match id {
            id if id == *one => Some(*other),
            id if id == *other => Some(*one),
            _ => None,
        };
        clashes.iter().filter_map(other).filter_map(title).collect()
    };
    let mut days: BTreeMap<Day, Vec<Entry>> = BTreeMap::new();
    for row in rows {
        let entry = Entry { line: shown.line(row), clashes: against(row.session_id) };
        days.entry(shown.day_of(row)).or_default().push(entry);
    }
    let day = |(day, entries)| AgendaDay { title: shown.language.weekday_date(day), entries };
    (days.into_iter().map(day).collect(), clashes.len())
}

fn clash_words(row: &Released, shown: &Shown<'_>) -> String {
    let title = row.facts.title.in_language(shown.language);
    let arguments = [
        ("title", title.into()),
        ("from", shown.time(row.starts_at).into()),
        ("until", shown.time(row.ends_at).into()),
    ];
    shown.language.with("agenda-clash", &arguments)
}

fn ways(by: &Keeper, own: &AgendaRow) -> Answer<Ways> {
    let site = by.visit().site();
    let secrets = Secrets::of(site, own.id, own.generation);
    let feed = site.link(&by.path(&format!("/agendas/{}/calendar.ics", secrets.feed)));
    let link = site.link(&by.path(&format!("/agendas/{}", secrets.key)));
    let webcal = feed.split_once("://").map(|(_, rest)| format!("webcal://{rest}")).unwrap_or_default();
    Ok(Ways { code: qr(&link)?, feed, webcal, link, on_account: own.account_id.is_some() })
}

/// Where to go back to; a script that asks for no page at all says so.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Back {
    back: String,
    quiet: String,
}

impl Back {
    /// The page that it was asked on, at the session itself.
    fn to(&self, by: &Keeper, anchor: &str) -> String {
        let own = own_path(&self.back);
        if self.back.is_empty() || own == "/" { by.path("/agenda") } else { format!("{own}{anchor}") }
    }
}

/// `POST /{conference}/agenda/sessions/{session}/add`
pub async fn add(
    by: Keeper,
    path: Path<(String, SessionId)>,
    form: Form<Back>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let own = actions::add(&mut tx, &by, by.secret(), path.1, clock.now()).await?;
    tx.commit().await?;
    let mut response = if form.fields.quiet.is_empty() {
        let text = by.language().t("agenda-added");
        let flash = Flash { kind: FlashKind::Ok, text, undo: None };
        redirect_with(by.visit(), &form.fields.to(&by, &format!("#s{}", path.1)), &flash)
    } else {
        HttpResponse::NoContent().finish()
    };
    let _ = response.add_cookie(&by.keep(&own));
    Ok(response)
}

/// `POST /{conference}/agenda/sessions/{session}/remove`
pub async fn remove(by: Keeper, path: Path<(String, SessionId)>, form: Form<Back>, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    actions::remove(&mut tx, &by, by.secret(), path.1).await?;
    tx.commit().await?;
    if !form.fields.quiet.is_empty() {
        return Ok(HttpResponse::NoContent().finish());
    }
    let undo = Some(by.path(&format!("/agenda/sessions/{}/add", path.1)));
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("agenda-removed"), undo };
    Ok(redirect_with(by.visit(), &form.fields.to(&by, &format!("#s{}", path.1)), &flash))
}

/// `POST /{conference}/agenda/seen`
pub async fn seen(by: Keeper, _form: Form<Back>, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    actions::seen(&mut tx, &by, by.secret()).await?;
    tx.commit().await?;
    Ok(redirect(&by.path("/agenda")))
}

/// `POST /{conference}/agenda/renewal`: links and feeds that were given away open nothing any more.
pub async fn renew(by: Keeper, _form: Form<Back>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let own = actions::renew(&mut tx, &by, by.secret(), clock.now()).await?;
    tx.commit().await?;
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("agenda-renewed"), undo: None };
    let mut response = redirect_with(by.visit(), &by.path("/agenda"), &flash);
    let _ = response.add_cookie(&by.keep(&own));
    Ok(response)
}

/// `POST /{conference}/agenda/removal`: nothing of it stays.
pub async fn forget(by: Keeper, _form: Form<Back>, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    actions::forget(&mut tx, &by, by.secret()).await?;
    tx.commit().await?;
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("agenda-forgotten"), undo: None };
    let mut response = redirect_with(by.visit(), &by.path("/agenda"), &flash);
    let _ = response.add_cookie(&by.let_go());
    Ok(response)
}
