//! Before people are handed in together: who is ready, what the others lack, whom the places do not reach; and one button.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::accreditation::actions::{Together, hand_in_together};
use crate::accreditation::queries;
use crate::accreditation::rules::{Refusal, Standing, standings};
use crate::clock::{Clock, Moment};
use crate::conferences::{Category, categories};
use crate::db::{Connection, Db};
use crate::delegations::{FocalPoint, Quota, quotas};
use crate::ids::{DelegationId, ParticipantId, ReceiptId};
use crate::language::{Language, Message};
use crate::participants::import::{column_of, heading};
use crate::participants::rules::Window;
use crate::participants::{Mark, Participant, PortraitSize, Status, Worded, people_of_delegation};
use crate::web::{Answer, Errors, Form, Page, Typed, page_with, redirect};

/// Somebody who can be handed in.
struct ReadyLine {
    id: String,
    version: i32,
    href: String,
    name: String,
    native: String,
    function: String,
    title: String,
    mark: Mark,
    portrait: Option<String>,
    /// How the box that takes them along is called for those who do not see the table.
    label: String,
    chosen: bool,
}

/// Somebody who cannot, and why.
struct OpenLine {
    href: String,
    name: String,
    portrait: Option<String>,
    mark: Mark,
    why: String,
}

/// Places of a category beside what is about to be handed in.
struct PlaceLine {
    mark: Mark,
    used: i32,
    cap: i32,
    line: String,
}

#[derive(Template)]
#[template(path = "accreditation/check.html")]
struct Check {
    page: Page,
    home: String,
    base: String,
    portraits: String,
    /// The key of the receipt that this form will be given.
    key: String,
    ready: Vec<ReadyLine>,
    open: Vec<OpenLine>,
    returned: Vec<(String, String)>,
    places: Vec<PlaceLine>,
    receipts: Vec<(String, String)>,
    errors: Errors,
    counts: String,
    /// Why nobody can be handed in now.
    window: String,
    /// What came of the last try.
    refused: Vec<String>,
    lacks_portraits: bool,
    nobody: bool,
}

/// Who is ready and who is not.
pub async fn show(by: FocalPoint, _: Path<DelegationId>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    draw(&mut connection, &by, None, clock.now(), StatusCode::OK).await
}

/// What a form said that has to be shown again: who was chosen, and why nothing came of it.
type Tried<'a> = (&'a [(ParticipantId, i32)], &'a [(ParticipantId, Message)]);

async fn draw(
    connection: &mut Connection,
    by: &FocalPoint,
    tried: Option<Tried<'_>>,
    now: Moment,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let (language, conference, delegation) = (by.language(), by.conference(), by.delegation());
    let people = people_of_delegation(connection, conference.id, delegation.id).await?;
    let offered = categories(connection, conference.id).await?;
    let quotas = quotas(connection, conference.id, delegation.id).await?;
    let standings = standings(&people, (&offered, &quotas), conference, now);
    let is_ready = |standing: &Standing| *standing == Standing::Ready;
    let chosen = |id: ParticipantId| tried.is_none_or(|(chosen, _)| chosen.iter().any(|(one, _)| *one == id));
    let ready: Vec<ReadyLine> = standings
        .iter()
        .filter(|(_, standing)| is_ready(standing))
        .map(|(person, _)| ready_line(by, &offered, person, chosen(person.id)))
        .collect();
    let open: Vec<OpenLine> = standings
        .iter()
        .filter(|(_, standing)| !is_ready(standing))
        .map(|(person, standing)| open_line(by, &offered, person, standing))
        .collect();
    let returned = people.iter().filter(|person| person.status == Status::Returned);
    let numbers = [("ready", ready.len().into()), ("open", open.len().into())];
    let name_of = |id: ParticipantId| people.iter().find(|one| one.id == id).map(|one| one.name());
    let told = |(id, message): &(ParticipantId, Message)| {
        let said = [("name", name_of(*id).unwrap_or_default().into()), ("why", language.message(message).into())];
        language.with("check-refused-one", &said)
    };
    let receipts = queries::receipts(connection, conference.id, delegation.id).await?;
    let shown = Check {
        page: by.page(language.t("check-title")),
        home: by.path(""),
        base: by.path("/people/check"),
        portraits: by.path("/people/portraits"),
        key: ReceiptId::new().to_string(),
        counts: language.with("check-counts", &numbers),
        errors: tried.map(|(_, refused)| nobody_ticked(refused)).unwrap_or_default(),
        places: places(language, (&offered, &quotas), &standings),
        returned: returned.map(|one| (one.name(), by.path(&format!("/people/{}", one.id)))).collect(),
        window: window(by, now),
        refused: tried.map(|(_, refused)| refused.iter().map(told).collect()).unwrap_or_default(),
        lacks_portraits: standings
            .iter()
            .any(|(_, one)| matches!(one, Standing::Lacking(errors) if errors.get("portrait").is_some())),
        receipts: receipts.iter().map(|one| super::receipt::line(by, one)).collect(),
        nobody: ready.is_empty() && open.is_empty(),
        ready,
        open,
    };
    page_with(status, shown)
}

/// Where nothing was refused and nobody was handed in, nobody was chosen.
fn nobody_ticked(refused: &[(ParticipantId, Message)]) -> Errors {
    let mut errors = Errors::default();
    if refused.is_empty() {
        errors.say("person", "check-nobody-ticked");
    }
    errors
}

fn ready_line(by: &FocalPoint, offered: &[Category], person: &Participant, chosen: bool) -> ReadyLine {
    let language = by.language();
    ReadyLine {
        id: person.id.to_string(),
        version: person.version,
        href: by.path(&format!("/people/{}", person.id)),
        name: person.name(),
        native: person.native_name.clone(),
        function: person.function_line(),
        title: language.t(&person.composition_title.word()),
        mark: Mark::among(language, offered, person.category_id),
        portrait: person.portrait_url(PortraitSize::Gate),
        label: language.with("check-take-along", &[("name", person.name().into())]),
        chosen,
    }
}

fn open_line(by: &FocalPoint, offered: &[Category], person: &Participant, standing: &Standing) -> OpenLine {
    let language = by.language();
    let name = person.name();
    // The way leads to the first thing that is missing.
    let field = match standing {
        Standing::Lacking(errors) => errors.iter().next().map(|(field, _)| format!("#{field}")).unwrap_or_default(),
        Standing::SecondHead => "#composition_title".to_owned(),
        _ => String::new(),
    };
    OpenLine {
        href: by.path(&format!("/people/{}{field}", person.id)),
        name: if name.is_empty() { language.t("participants-no-name-yet") } else { name },
        portrait: person.portrait_url(PortraitSize::Gate),
        mark: Mark::among(language, offered, person.category_id),
        why: why(by, standing),
    }
}

fn why(by: &FocalPoint, standing: &Standing) -> String {
    let language = by.language();
    match standing {
        Standing::Ready => String::new(),
        Standing::Lacking(errors) => {
            let word = |field: &str| match field {
                "portrait" => language.t("participants-portrait"),
                field => heading(column_of(field), language),
            };
            let mut fields: Vec<String> = errors.iter().map(|(field, _)| word(field)).collect();
            fields.dedup();
            language.with("check-lacks", &[("fields", fields.join(", ").into())])
        }
        Standing::NoPlace { cap } => language.with("check-no-place", &[("cap", (*cap).into())]),
        Standing::Declined => language.t("participants-says-no"),
        Standing::SecondHead => language.t("rule-at-most-one-head-of-delegation"),
        Standing::Window(Refusal::NotYet) => window_not_yet(by),
        Standing::Window(_) => language.t("accreditation-late-without-reason"),
    }
}

fn window_not_yet(by: &FocalPoint) -> String {
    let (language, conference) = (by.language(), by.conference());
    let opens = language.date_time(conference.nomination_opens_at, &conference.zone());
    language.with("accreditation-window-not-open", &[("opens", opens.into())])
}

fn window(by: &FocalPoint, now: Moment) -> String {
    if Window::at(by.conference(), now) == Window::NotYet { window_not_yet(by) } else { String::new() }
}

fn places(
    language: Language,
    (offered, quotas): (&[Category], &[Quota]),
    standings: &[(&Participant, Standing)],
) -> Vec<PlaceLine> {
    let line = |category: &Category| {
        let quota = quotas.iter().find(|quota| quota.category_id == category.id).filter(|quota| quota.cap > 0)?;
        let ready =
            standings.iter().filter(|(one, standing)| one.category_id == category.id && *standing == Standing::Ready);
        let after = (quota.cap - quota.used - i32::try_from(ready.count()).unwrap_or(i32::MAX)).max(0);
        let numbers = [("left", after.into()), ("cap", quota.cap.into())];
        Some(PlaceLine {
            mark: Mark::of(language, category),
            used: quota.cap - after,
            cap: quota.cap,
            line: language.with("check-left-after", &numbers),
        })
    };
    offered.iter().filter_map(line).collect()
}

/// Hands in everybody who was chosen and is ready, and leads to the receipt.
pub async fn submit(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let now = clock.now();
    let key = ReceiptId::parse(form.fields.text("receipt"));
    let Some(key) = key.filter(|_| !form.resumed) else { return Ok(redirect(&by.path("/people/check"))) };
    let version = |id: &ParticipantId| version_of(form.fields.text(&format!("version.{id}")));
    let ids = form.fields.all("person").iter().filter_map(|text| ParticipantId::parse(text));
    let wanted: Vec<(ParticipantId, i32)> = ids.map(|id| (id, version(&id))).collect();
    let mut tx = db.begin().await?;
    let (receipt, left) = match hand_in_together(&mut tx, &by, key, &wanted, now).await? {
        Together::Done(receipt, left) => (receipt, left),
        Together::Before(receipt) => (receipt, Vec::new()),
        Together::Nobody(left) => {
            drop(tx);
            let mut connection = db.connection().await?;
            let status = if left.is_empty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
            return draw(&mut connection, &by, Some((&wanted, &left)), now, status).await;
        }
    };
    tx.commit().await?;
    let to = by.path(&format!("/receipts/{}", receipt.id));
    Ok(super::receipt::led_to(&by, &to, left.len()))
}

fn version_of(text: &str) -> i32 {
    text.parse().unwrap_or_default()
}
