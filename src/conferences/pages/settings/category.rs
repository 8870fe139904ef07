//! One category: adding, changing, removing it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::{Frame, done};
use crate::clock::Clock;
use crate::conferences::model::{Category, CategoryWish, ClearanceKind, Delivery, Pattern};
use crate::conferences::proofs::{Duty, OnDuty, Organiser, Reading};
use crate::conferences::rules::is_colour;
use crate::conferences::{actions, queries};
use crate::db::Db;
use crate::ids::CategoryId;
use crate::language::Language;
use crate::web::{Answer, Choice, Difference, Errors, Form, Page, Reader, Typed, page, page_with, redirect_with};

#[derive(Template)]
#[template(path = "conferences/settings/category.html")]
struct CategoryPage {
    page: Page,
    frame: Frame,
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    version: i32,
    /// Where the form goes.
    action: String,
    /// Where removing it begins; absent while it is new.
    removal: Option<String>,
    patterns: Vec<Choice>,
    deliveries: Vec<Choice>,
    steps: Vec<ClearanceField>,
    /// The mark as it stands now; absent while it is new.
    mark: Option<Mark>,
}

struct Mark {
    letter: String,
    pattern: &'static str,
    name: String,
}

/// At which step an authority is asked: not at all, first, second, third.
struct ClearanceField {
    name: String,
    label: String,
    choices: Vec<Choice>,
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
struct Shown {
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    category: Option<Category>,
    status: StatusCode,
}

fn draw<D: Duty>(by: &OnDuty<D>, shown: Shown) -> Answer<HttpResponse> {
    let language = by.language();
    let Shown { typed, errors, differences, category, status } = shown;
    let patterns = Pattern::ALL.iter().map(|one| (one.as_str(), language.t(&format!("pattern-{}", one.as_str()))));
    let deliveries = Delivery::ALL.iter().map(|one| (one.as_str(), language.t(&one.key())));
    let title = category.as_ref().map_or_else(
        || language.t("category-new-title"),
        |one| language.with("category-title", &[("letter", one.letter.as_str().into())]),
    );
    let own = category.as_ref().map(|one| by.path(&format!("/settings/categories/{}", one.id)));
    page_with(
        status,
        CategoryPage {
            page: by.page(title),
            frame: Frame::of(by),
            patterns: Choice::one_of(patterns, typed.text("pattern")),
            deliveries: Choice::one_of(deliveries, typed.text("delivery")),
            steps: ClearanceKind::ALL.iter().map(|kind| step_field(*kind, &typed, language)).collect(),
            version: category.as_ref().map_or(0, |one| one.version),
            action: own.clone().unwrap_or_else(|| by.path("/settings/categories")),
            removal: own.map(|own| format!("{own}/removal")),
            mark: category.map(|one| Mark {
                name: one.name.in_language(language).to_owned(),
                pattern: one.pattern.as_str(),
                letter: one.letter,
            }),
            typed,
            errors,
            differences,
        },
    )
}

fn step_field(kind: ClearanceKind, typed: &Typed, language: Language) -> ClearanceField {
    let name = format!("step_{}", kind.as_str());
    let steps = ["", "1", "2", "3"].map(|step| {
        let key = if step.is_empty() { "clearance-not-asked".to_owned() } else { format!("clearance-step-{step}") };
        (step, language.t(&key))
    });
    ClearanceField { choices: Choice::one_of(steps, typed.text(&name)), label: language.t(&kind.key()), name }
}

fn typed(category: &Category, clearances: &[(ClearanceKind, i16)]) -> Typed {
    let ticked = |yes: bool| if yes { "yes" } else { "" };
    let typed = Typed::default()
        .with("letter", &category.letter)
        .with_localized("name", &category.name)
        .with("colour", &category.colour)
        .with("pattern", category.pattern)
        .with("delivery", category.delivery)
        .with("default_quota", category.default_quota.map(|quota| quota.to_string()).unwrap_or_default())
        .with("outside_quota", ticked(!category.counts_toward_quota))
        .with("portrait_required", ticked(category.portrait_required))
        .with("document_required", ticked(category.document_required))
        .with("ordinal", category.ordinal);
    clearances.iter().fold(typed, |typed, (kind, step)| typed.with(format!("step_{}", kind.as_str()), step))
}

fn read(typed: &Typed, needed: &[String]) -> Result<CategoryWish, Errors> {
    let mut reader = Reader::of(typed);
    let letter = reader.required("letter", 2).to_uppercase();
    if !letter.is_empty() && !letter.chars().all(|one| one.is_ascii_uppercase() || one.is_ascii_digit()) {
        reader.errors.say("letter", "category-letter-wrong");
    }
    let name = reader.localized("name", 80, |code| needed.iter().any(|language| language == code));
    let colour = reader.required("colour", 7).to_lowercase();
    if !colour.is_empty() && !is_colour(&colour) {
        reader.errors.say("colour", "category-colour-wrong");
    }
    let pattern = reader.one_of("pattern", Pattern::parse);
    let delivery = reader.one_of("delivery", Delivery::parse);
    let default_quota = reader.number("default_quota", 0, 9999);
    let ordinal = reader.number("ordinal", 0, 9999).unwrap_or(0);
    let mut clearances = Vec::new();
    for kind in ClearanceKind::ALL {
        let step = reader.number(&format!("step_{}", kind.as_str()), 1, 3);
        clearances.extend(step.and_then(|step| i16::try_from(step).ok()).map(|step| (*kind, step)));
    }
    clearances.sort_by_key(|(kind, step)| (*step, kind.as_str()));
    if clearances.is_empty() && reader.errors.is_empty() {
        reader.errors.say("step_documents", "category-needs-a-clearance");
    }
    let both = pattern.zip(delivery);
    let wish = both.map(|(pattern, delivery)| CategoryWish {
        letter,
        name,
        colour,
        pattern,
        delivery,
        default_quota,
        counts_toward_quota: !typed.has("outside_quota"),
        portrait_required: typed.has("portrait_required"),
        document_required: typed.has("document_required"),
        ordinal,
        clearances,
    });
    reader.finish(wish)
}

/// `GET /{conference}/settings/categories/new`
pub async fn new(by: OnDuty<Organiser>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let last = queries::categories(&mut connection, by.conference_id()).await?.last().map_or(0, |one| one.ordinal + 1);
    let typed = Typed::default()
        .with("colour", "#37474f")
        .with("pattern", Pattern::Plain)
        .with("delivery", Delivery::Collect)
        .with("portrait_required", "yes")
        .with("document_required", "yes")
        .with("step_documents", "1")
        .with("ordinal", last);
    draw(
        &by,
        Shown { typed, errors: Errors::default(), differences: Vec::new(), category: None, status: StatusCode::OK },
    )
}

/// `POST /{conference}/settings/categories`
pub async fn add(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let typed = form.fields;
    let again =
        |typed, errors, status| draw(&by, Shown { typed, errors, differences: Vec::new(), category: None, status });
    if form.resumed {
        return again(typed, Errors::default(), StatusCode::OK);
    }
    let wish = match read(&typed, &by.conference().languages) {
        Ok(wish) => wish,
        Err(errors) => return again(typed, errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let mut tx = db.begin().await?;
    match actions::add_category(&mut tx, &by, &wish, clock.now()).await {
        Ok(id) => {
            tx.commit().await?;
            let flash = done(by.language().with("category-added", &[("letter", wish.letter.into())]));
            Ok(redirect_with(by.visit(), &by.path(&format!("/settings/hours/{id}")), &flash))
        }
        Err(problem) => {
            let errors = Errors::at_field(problem, &[("rule-one-category-per-letter", "letter")])?;
            again(typed, errors, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// `GET /{conference}/settings/categories/{category}`
pub async fn show(by: OnDuty<Reading<Organiser>>, path: Path<(String, CategoryId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let category = queries::category_by_id(&mut connection, by.conference_id(), path.1).await?;
    let clearances = queries::clearances_of(&mut connection, by.conference_id(), category.id).await?;
    draw(
        &by,
        Shown {
            typed: typed(&category, &clearances),
            errors: Errors::default(),
            differences: Vec::new(),
            category: Some(category),
            status: StatusCode::OK,
        },
    )
}

/// `POST /{conference}/settings/categories/{category}`
pub async fn change(
    by: OnDuty<Organiser>,
    path: Path<(String, CategoryId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let (conference, id) = (by.conference_id(), path.1);
    let mut category = queries::category_by_id(&mut tx, conference, id).await?;
    let clearances = queries::clearances_of(&mut tx, conference, id).await?;
    let typed = form.fields;
    let shown = |typed: Typed, category, errors, differences, status| {
        draw(&by, Shown { typed, errors, differences, category: Some(category), status })
    };
    if form.resumed {
        return shown(typed, category, Errors::default(), Vec::new(), StatusCode::OK);
    }
    let wish = match read(&typed, &by.conference().languages) {
        Ok(wish) => wish,
        Err(errors) => {
            category.version = typed.version();
            return shown(typed, category, errors, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    match actions::change_category(&mut tx, &by, id, typed.version(), &wish, clock.now()).await {
        Ok(true) => {
            tx.commit().await?;
            let flash = done(by.language().t("settings-saved"));
            Ok(redirect_with(by.visit(), &by.path("/settings/categories"), &flash))
        }
        Ok(false) => {
            let differences = typed.differences(&self::typed(&category, &clearances), &labels(by.language()));
            shown(typed, category, Errors::default(), differences, StatusCode::CONFLICT)
        }
        Err(problem) => {
            let errors = Errors::at_field(problem, &[("rule-one-category-per-letter", "letter")])?;
            shown(typed, category, errors, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

fn labels(language: Language) -> Vec<(&'static str, String)> {
    let named = |key: &str, own_name: &str| format!("{} ({own_name})", language.t(key));
    vec![
        ("letter", language.t("category-letter")),
        ("name_en", named("category-name", "English")),
        ("name_fr", named("category-name", "Français")),
        ("colour", language.t("category-colour")),
        ("pattern", language.t("category-pattern")),
        ("delivery", language.t("category-delivery")),
        ("default_quota", language.t("category-default-quota")),
        ("ordinal", language.t("category-ordinal")),
        ("step_documents", language.t("clearance-documents")),
        ("step_security", language.t("clearance-security")),
        ("step_protocol", language.t("clearance-protocol")),
        ("portrait_required", language.t("category-portrait-required")),
        ("document_required", language.t("category-document-required")),
        ("outside_quota", language.t("category-outside-quota")),
    ]
}

/// `GET /{conference}/settings/categories/{category}/removal`
pub async fn ask_removal(by: OnDuty<Organiser>, path: Path<(String, CategoryId)>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let category = queries::category_by_id(&mut connection, by.conference_id(), path.1).await?;
    let hours = queries::openings_of(&mut connection, by.conference_id(), category.id).await?.len();
    let name = format!("{} {}", category.letter, category.name.in_language(language));
    let own = by.path(&format!("/settings/categories/{}", category.id));
    page(RemovalPage {
        page: by.page(language.with("category-removal-title", &[("name", name.as_str().into())])),
        frame: Frame::of(&by),
        text: language.with("category-removal-text", &[("hours", hours.into())]),
        action: format!("{own}/removal"),
        cancel: own,
    })
}

/// `POST /{conference}/settings/categories/{category}/removal`
pub async fn remove(
    by: OnDuty<Organiser>,
    path: Path<(String, CategoryId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    actions::remove_category(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    let flash = done(by.language().t("category-removed"));
    Ok(redirect_with(by.visit(), &by.path("/settings/categories"), &flash))
}
