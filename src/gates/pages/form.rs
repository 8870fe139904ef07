//! The form of a gate: code, name, where it leads, what it minds.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::clock::Clock;
use crate::conferences::{Area, OnDuty, Organiser, areas};
use crate::db::{Connection, Db};
use crate::gates::actions;
use crate::gates::model::{GateRow, Unlisted};
use crate::gates::queries::{self, GateFields};
use crate::ids::AreaId;
use crate::language::Language;
use crate::web::{
    Answer, Choice, Difference, Errors, Flash, FlashKind, Form, Page, Problem, Reader, Typed, page_with, redirect_with,
};

/// The street, as the select sends it.
const STREET: &str = "street";
/// Words that stand in addresses where a gate's code could.
const TAKEN: [&str; 5] = ["new", "devices", "board", "attention", "passes"];

#[derive(Template)]
#[template(path = "gates/form.html")]
struct FormPage {
    page: Page,
    up: String,
    action: String,
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    languages: Vec<(String, String)>,
    from: Vec<Choice>,
    into: Vec<Choice>,
    unlisted: Vec<Choice>,
    is_new: bool,
}

/// `GET /{conference}/gates/new`
pub async fn new(by: OnDuty<Organiser>, db: Db) -> Answer<HttpResponse> {
    let typed = Typed::default().with("unlisted", Unlisted::Refuse).with("version", 0);
    draw(&by, &mut *db.connection().await?, StatusCode::OK, Drawn { typed, ..Drawn::default() }).await
}

/// `POST /{conference}/gates`
pub async fn add(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let areas = areas(&mut tx, by.conference_id()).await?;
    let fields = match read(&form.fields, &areas) {
        Ok(fields) if !form.resumed => fields,
        read => return again(&by, &mut tx, None, form.fields, read.err().unwrap_or_default()).await,
    };
    if queries::gates(&mut tx, by.conference_id()).await?.iter().any(|gate| gate.code == fields.code) {
        let mut errors = Errors::default();
        errors.say("code", "rule-one-gate-per-code");
        return again(&by, &mut tx, None, form.fields, errors).await;
    }
    actions::add_gate(&mut tx, &by, &fields, clock.now()).await?;
    tx.commit().await?;
    Ok(saved(&by, "gates-added"))
}

/// `GET /{conference}/gates/{gate}`
pub async fn show(by: OnDuty<Organiser>, path: Path<(String, String)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let gate = queries::gate_by_code(&mut connection, by.conference_id(), &path.1).await?;
    let drawn = Drawn { typed: typed(&gate), gate: Some(gate), ..Drawn::default() };
    draw(&by, &mut connection, StatusCode::OK, drawn).await
}

/// `POST /{conference}/gates/{gate}`
pub async fn change(
    by: OnDuty<Organiser>,
    path: Path<(String, String)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let gate = queries::gate_by_code(&mut tx, by.conference_id(), &path.1).await?;
    let areas = areas(&mut tx, by.conference_id()).await?;
    let fields = match read(&form.fields.clone().with("code", &gate.code), &areas) {
        Ok(fields) if !form.resumed => fields,
        read => return again(&by, &mut tx, Some(gate), form.fields, read.err().unwrap_or_default()).await,
    };
    match actions::change_gate(&mut tx, &by, &gate, form.fields.version(), &fields, clock.now()).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(saved(&by, "gates-saved"))
        }
        Err(Problem::Refused(_)) => again(&by, &mut tx, Some(gate), form.fields, Errors::default()).await,
        Err(problem) => Err(problem),
    }
}

fn saved(by: &OnDuty<Organiser>, key: &str) -> HttpResponse {
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t(key), undo: None };
    redirect_with(by.visit(), &by.path("/gates"), &flash)
}

fn read(typed: &Typed, areas: &[Area]) -> Result<GateFields, Errors> {
    let mut reader = Reader::of(typed);
    let code = reader.required("code", 40);
    let legal =
        code.chars().enumerate().all(|(at, c)| c.is_ascii_lowercase() || (at > 0 && (c.is_ascii_digit() || c == '-')));
    if !code.is_empty() && (!legal || TAKEN.contains(&code.as_str())) {
        reader.errors.say("code", "gates-code-error");
    }
    let name = reader.localized("name", 80, |language| language == "en");
    let area = |value: &str| areas.iter().map(|area| area.id).find(|id| id.to_string() == value);
    let from = reader.one_of("from", |value| if value == STREET { Some(None) } else { area(value).map(Some) });
    let into = reader.one_of("into", area);
    if from.flatten().is_some() && from.flatten() == into {
        reader.errors.say("into", "gates-leads-nowhere");
    }
    let unlisted = reader.one_of("unlisted", Unlisted::parse);
    let fields = match (from, into, unlisted) {
        (Some(from), Some(into), Some(unlisted)) => Some(GateFields {
            code,
            name,
            from_area_id: from,
            into_area_id: into,
            exit_before_reentry: typed.has("exit_before_reentry"),
            once_per_day: typed.has("once_per_day"),
            unlisted,
        }),
        _ => None,
    };
    reader.finish(fields)
}

fn typed(gate: &GateRow) -> Typed {
    let yes = |is: bool| if is { "yes" } else { "" };
    Typed::default()
        .with("code", &gate.code)
        .with_localized("name", &gate.name)
        .with("from", gate.from_area_id.map_or_else(|| STREET.to_owned(), |area| area.to_string()))
        .with("into", gate.into_area_id)
        .with("exit_before_reentry", yes(gate.exit_before_reentry))
        .with("once_per_day", yes(gate.once_per_day))
        .with("unlisted", gate.unlisted)
        .with("version", gate.version)
}

#[derive(Default)]
struct Drawn {
    gate: Option<GateRow>,
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
}

/// The form again, with what was typed: because a field is wrong, or because somebody else saved first.
async fn again(
    by: &OnDuty<Organiser>,
    connection: &mut Connection,
    gate: Option<GateRow>,
    mut sent: Typed,
    errors: Errors,
) -> Answer<HttpResponse> {
    let mut differences = Vec::new();
    if let Some(gate) = &gate
        && sent.version() != gate.version
    {
        let label = |key: &str| by.language().t(key);
        let mut fields = vec![
            ("from", label("gates-from")),
            ("into", label("gates-into")),
            ("exit_before_reentry", label("gates-exit-before-reentry")),
            ("once_per_day", label("gates-once-per-day")),
            ("unlisted", label("gates-unlisted")),
        ];
        fields.extend([("name_en", label("gates-name")), ("name_fr", label("gates-name"))]);
        differences = sent.differences(&typed(gate), &fields);
        // Saving once more now means what it says.
        sent = sent.with("version", gate.version);
    }
    draw(by, connection, StatusCode::UNPROCESSABLE_ENTITY, Drawn { gate, typed: sent, errors, differences }).await
}

async fn draw(
    by: &OnDuty<Organiser>,
    connection: &mut Connection,
    status: StatusCode,
    drawn: Drawn,
) -> Answer<HttpResponse> {
    let language = by.language();
    let areas = areas(connection, by.conference_id()).await?;
    let named: Vec<(AreaId, String)> =
        areas.iter().map(|area| (area.id, area.name.in_language(language).to_owned())).collect();
    let offered = || named.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let street = [(STREET.to_owned(), language.t("gates-street"))];
    let title = match &drawn.gate {
        Some(gate) => gate.name.in_language(language).to_owned(),
        None => language.t("gates-add"),
    };
    let action =
        drawn.gate.as_ref().map_or_else(|| by.path("/gates"), |gate| by.path(&format!("/gates/{}", gate.code)));
    page_with(
        status,
        FormPage {
            page: by.page(title),
            up: by.path("/gates"),
            action,
            from: Choice::one_of(street.into_iter().chain(offered()), drawn.typed.text("from")),
            into: Choice::one_of(offered(), drawn.typed.text("into")),
            unlisted: Choice::one_of(unlisted_words(language), drawn.typed.text("unlisted")),
            languages: crate::language::shipped()
                .map(|one| {
                    (
                        format!("name_{}", one.code()),
                        language.with("gates-name-in", &[("language", one.own_name().into())]),
                    )
                })
                .collect(),
            is_new: drawn.gate.is_none(),
            typed: drawn.typed,
            errors: drawn.errors,
            differences: drawn.differences,
        },
    )
}

fn unlisted_words(language: Language) -> [(&'static str, String); 2] {
    [
        (Unlisted::Refuse.as_str(), language.t("gates-unlisted-refuse")),
        (Unlisted::Admit.as_str(), language.t("gates-unlisted-admit")),
    ]
}
