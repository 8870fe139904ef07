//! One area: adding, changing, removing it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::areas::in_tree_order;
use super::{Frame, done};
use crate::clock::Clock;
use crate::conferences::model::{Area, AreaWish};
use crate::conferences::proofs::{Duty, OnDuty, Organiser, Reading};
use crate::conferences::rules::{encloses_itself, free_zone_bit};
use crate::conferences::{actions, queries};
use crate::db::Db;
use crate::ids::AreaId;
use crate::language::Language;
use crate::web::{
    Answer, Choice, Difference, Errors, Form, Page, Problem, Reader, Typed, page, page_with, redirect_with,
};

#[derive(Template)]
#[template(path = "conferences/settings/area.html")]
struct AreaPage {
    page: Page,
    frame: Frame,
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    version: i32,
    action: String,
    removal: Option<String>,
    parents: Vec<Choice>,
    bits: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "conferences/settings/removal.html")]
struct RemovalPage {
    page: Page,
    frame: Frame,
    text: String,
    action: String,
    cancel: String,
}

/// What a form page shows beside what was typed.
struct Shown<'a> {
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    area: Option<&'a Area>,
    areas: &'a [Area],
    version: i32,
    status: StatusCode,
}

fn draw<D: Duty>(by: &OnDuty<D>, shown: Shown<'_>) -> Answer<HttpResponse> {
    let language = by.language();
    let Shown { typed, errors, differences, area, areas, version, status } = shown;
    let title = area.map_or_else(
        || language.t("area-new-title"),
        |one| language.with("area-title", &[("name", one.name.in_language(language).into())]),
    );
    let own = area.map(|one| by.path(&format!("/settings/areas/{}", one.id)));
    page_with(
        status,
        AreaPage {
            page: by.page(title),
            frame: Frame::of(by),
            parents: parent_choices(area, areas, &typed, language),
            bits: bit_choices(area, areas, &typed, language),
            version,
            action: own.clone().unwrap_or_else(|| by.path("/settings/areas")),
            removal: own.map(|own| format!("{own}/removal")),
            typed,
            errors,
            differences,
        },
    )
}

/// Every area that this one could lie in: not itself, nor what lies in it.
fn parent_choices(area: Option<&Area>, areas: &[Area], typed: &Typed, language: Language) -> Vec<Choice> {
    let parents: Vec<_> = areas.iter().map(|one| (one.id, one.parent_id)).collect();
    let possible = in_tree_order(areas)
        .into_iter()
        .filter(|(one, _)| area.is_none_or(|area| !encloses_itself(area.id, Some(one.id), &parents)));
    let labelled = possible.map(|(one, depth)| {
        (one.id.to_string(), format!("{}{}", "\u{2003}".repeat(depth), one.name.in_language(language)))
    });
    let nowhere = std::iter::once((String::new(), language.t("area-outermost")));
    Choice::one_of(nowhere.chain(labelled), typed.text("parent_id"))
}

/// The places in badge codes that no other area has.
fn bit_choices(area: Option<&Area>, areas: &[Area], typed: &Typed, language: Language) -> Vec<Choice> {
    let others = areas.iter().filter(|one| area.is_none_or(|area| area.id != one.id));
    let taken: Vec<i16> = others.filter_map(|one| one.zone_bit).collect();
    let free = (0..16_i16).filter(|bit| !taken.contains(bit)).map(|bit| (bit.to_string(), (bit + 1).to_string()));
    let none = std::iter::once((String::new(), language.t("area-no-zone-bit")));
    Choice::one_of(none.chain(free), typed.text("zone_bit"))
}

fn typed(area: &Area) -> Typed {
    Typed::default()
        .with("code", &area.code)
        .with_localized("name", &area.name)
        .with("parent_id", area.parent_id.map(|id| id.to_string()).unwrap_or_default())
        .with("zone_bit", area.zone_bit.map(|bit| bit.to_string()).unwrap_or_default())
        .with("badge_label", &area.badge_label)
        .with("capacity", area.capacity.map(|capacity| capacity.to_string()).unwrap_or_default())
        .with("ordinal", area.ordinal)
        .with("by_pass", if area.by_pass { "yes" } else { "" })
        .with("delegation_capacity", area.delegation_capacity.map(|capacity| capacity.to_string()).unwrap_or_default())
}

fn read(typed: &Typed, areas: &[Area], needed: &[String]) -> Result<AreaWish, Errors> {
    let mut reader = Reader::of(typed);
    let code = reader.required("code", 40).to_lowercase();
    let plain = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-';
    if !code.is_empty() && (!code.starts_with(|one: char| one.is_ascii_lowercase()) || !code.chars().all(plain)) {
        reader.errors.say("code", "area-code-wrong");
    }
    let name = reader.localized("name", 80, |code| needed.iter().any(|language| language == code));
    let parent_id = AreaId::parse(typed.text("parent_id"));
    if typed.has("parent_id") && !areas.iter().any(|one| Some(one.id) == parent_id) {
        reader.errors.say("parent_id", "field-choose");
    }
    let zone_bit = reader.number("zone_bit", 0, 15).and_then(|bit| i16::try_from(bit).ok());
    let badge_label = reader.text("badge_label", 4);
    if zone_bit.is_some() && badge_label.is_empty() {
        reader.errors.say("badge_label", "area-needs-a-label");
    }
    let capacity = reader.number("capacity", 1, 1_000_000);
    let ordinal = reader.number("ordinal", 0, 9999).unwrap_or(0);
    let delegation_capacity = reader.number("delegation_capacity", 1, 10_000);
    let by_pass = typed.has("by_pass");
    let wish =
        AreaWish { code, name, parent_id, zone_bit, badge_label, capacity, ordinal, by_pass, delegation_capacity };
    reader.finish(Some(wish))
}

/// The rules of the database that one field can break.
const RULES: &[(&str, &str)] = &[
    ("rule-one-area-per-code", "code"),
    ("rule-one-area-per-zone-bit", "zone_bit"),
    ("rule-area-is-not-its-own-parent", "parent_id"),
];

/// `GET /{conference}/settings/areas/new`
pub async fn new(by: OnDuty<Organiser>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let areas = queries::areas(&mut connection, by.conference_id()).await?;
    let bit = free_zone_bit(areas.iter().filter_map(|one| one.zone_bit));
    let typed = Typed::default()
        .with("zone_bit", bit.map(|bit| bit.to_string()).unwrap_or_default())
        .with("badge_label", bit.map(|bit| (bit + 1).to_string()).unwrap_or_default())
        .with("ordinal", areas.last().map_or(0, |one| one.ordinal + 1));
    draw(&by, Shown::plain(typed, None, &areas))
}

impl<'a> Shown<'a> {
    fn plain(typed: Typed, area: Option<&'a Area>, areas: &'a [Area]) -> Self {
        let version = area.map_or(0, |one| one.version);
        Self { typed, errors: Errors::default(), differences: Vec::new(), area, areas, version, status: StatusCode::OK }
    }

    fn with_errors(self, errors: Errors) -> Self {
        Self { errors, version: self.typed.version(), status: StatusCode::UNPROCESSABLE_ENTITY, ..self }
    }
}

/// `POST /{conference}/settings/areas`
pub async fn add(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let areas = queries::areas(&mut tx, by.conference_id()).await?;
    let typed = form.fields;
    if form.resumed {
        return draw(&by, Shown::plain(typed, None, &areas));
    }
    let wish = match read(&typed, &areas, &by.conference().languages) {
        Ok(wish) => wish,
        Err(errors) => return draw(&by, Shown::plain(typed, None, &areas).with_errors(errors)),
    };
    if let Err(problem) = actions::add_area(&mut tx, &by, &wish, clock.now()).await {
        return draw(&by, Shown::plain(typed, None, &areas).with_errors(Errors::at_field(problem, RULES)?));
    }
    tx.commit().await?;
    let name = wish.name.in_language(by.language()).to_owned();
    let flash = done(by.language().with("area-added", &[("name", name.into())]));
    Ok(redirect_with(by.visit(), &by.path("/settings/areas"), &flash))
}

/// `GET /{conference}/settings/areas/{area}`
pub async fn show(by: OnDuty<Reading<Organiser>>, path: Path<(String, AreaId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let areas = queries::areas(&mut connection, by.conference_id()).await?;
    let area = areas.iter().find(|one| one.id == path.1).ok_or(Problem::NotFound)?;
    draw(&by, Shown::plain(typed(area), Some(area), &areas))
}

/// `POST /{conference}/settings/areas/{area}`
pub async fn change(
    by: OnDuty<Organiser>,
    path: Path<(String, AreaId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let areas = queries::areas(&mut tx, by.conference_id()).await?;
    let area = areas.iter().find(|one| one.id == path.1).ok_or(Problem::NotFound)?;
    let typed = form.fields;
    if form.resumed {
        return draw(&by, Shown::plain(typed, Some(area), &areas));
    }
    let wish = match read(&typed, &areas, &by.conference().languages) {
        Ok(wish) => wish,
        Err(errors) => return draw(&by, Shown::plain(typed, Some(area), &areas).with_errors(errors)),
    };
    match actions::change_area(&mut tx, &by, area.id, typed.version(), &wish, clock.now()).await {
        Ok(true) => {
            tx.commit().await?;
            let flash = done(by.language().t("settings-saved"));
            Ok(redirect_with(by.visit(), &by.path("/settings/areas"), &flash))
        }
        Ok(false) => {
            let differences = typed.differences(&self::typed(area), &labels(by.language()));
            let shown = Shown::plain(typed, Some(area), &areas);
            draw(&by, Shown { differences, status: StatusCode::CONFLICT, ..shown })
        }
        Err(problem) => {
            let errors = Errors::at_field(problem, RULES)?;
            draw(&by, Shown::plain(typed, Some(area), &areas).with_errors(errors))
        }
    }
}

fn labels(language: Language) -> Vec<(&'static str, String)> {
    vec![
        ("code", language.t("area-code")),
        ("name_en", format!("{} (English)", language.t("area-name"))),
        ("name_fr", format!("{} (Français)", language.t("area-name"))),
        ("parent_id", language.t("area-parent")),
        ("zone_bit", language.t("area-zone-bit")),
        ("badge_label", language.t("area-badge-label")),
        ("capacity", language.t("area-capacity")),
        ("ordinal", language.t("area-ordinal")),
        ("by_pass", language.t("area-by-pass")),
        ("delegation_capacity", language.t("area-delegation-capacity")),
    ]
}

/// `GET /{conference}/settings/areas/{area}/removal`
pub async fn ask_removal(by: OnDuty<Organiser>, path: Path<(String, AreaId)>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let areas = queries::areas(&mut connection, by.conference_id()).await?;
    let area = areas.iter().find(|one| one.id == path.1).ok_or(Problem::NotFound)?;
    let openings = queries::openings(&mut connection, by.conference_id()).await?;
    let hours = openings.iter().filter(|one| one.area_id == area.id).count();
    let own = by.path(&format!("/settings/areas/{}", area.id));
    page(RemovalPage {
        page: by.page(language.with("area-removal-title", &[("name", area.name.in_language(language).into())])),
        frame: Frame::of(&by),
        text: language.with("area-removal-text", &[("hours", hours.into())]),
        action: format!("{own}/removal"),
        cancel: own,
    })
}

/// `POST /{conference}/settings/areas/{area}/removal`
pub async fn remove(
    by: OnDuty<Organiser>,
    path: Path<(String, AreaId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    actions::remove_area(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    let flash = done(by.language().t("area-removed"));
    Ok(redirect_with(by.visit(), &by.path("/settings/areas"), &flash))
}
