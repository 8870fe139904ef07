//! Adding a delegation and changing its particulars. States, territories and the Union are chosen, never typed.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::done;
use crate::clock::Clock;
use crate::conferences::{Duty, OnDuty, Organiser};
use crate::db::Db;
use crate::delegations::model::{Delegation, DelegationKind, DelegationWish};
use crate::delegations::rules::{REGIONS, entity_fits, key_for, named_here, region_of};
use crate::delegations::{actions, entities, queries};
use crate::ids::DelegationId;
use crate::language::{Language, shipped};
use crate::web::{Answer, Choice, Difference, Errors, Form, Page, Reader, Typed, page_with, redirect_with};

/// An entity to choose, with other words to find it by.
struct EntityChoice {
    code: String,
    label: String,
    also: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "delegations/form.html")]
struct FormPage {
    page: Page,
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    version: i32,
    action: String,
    back: String,
    back_name: String,
    is_new: bool,
    kinds: Vec<Choice>,
    entities: Vec<EntityChoice>,
    regions: Vec<Choice>,
    languages: Vec<Choice>,
    /// The conference calls it otherwise than the table of the United Nations.
    has_own_name: bool,
}

/// What a form page shows beside what was typed.
struct Shown<'a> {
    typed: Typed,
    errors: Errors,
    differences: Vec<Difference>,
    delegation: Option<&'a Delegation>,
    version: i32,
    status: StatusCode,
}

impl<'a> Shown<'a> {
    fn plain(typed: Typed, delegation: Option<&'a Delegation>) -> Self {
        let version = delegation.map_or(0, |one| one.version);
        Self { typed, errors: Errors::default(), differences: Vec::new(), delegation, version, status: StatusCode::OK }
    }

    fn with_errors(self, errors: Errors) -> Self {
        Self { errors, version: self.typed.version(), status: StatusCode::UNPROCESSABLE_ENTITY, ..self }
    }
}

fn draw<D: Duty>(by: &OnDuty<D>, shown: Shown<'_>) -> Answer<HttpResponse> {
    let language = by.language();
    let Shown { typed, errors, differences, delegation, version, status } = shown;
    let own = delegation.map(|one| by.path(&format!("/delegations/{}", one.id)));
    let title = delegation.map_or_else(
        || language.t("delegation-new-title"),
        |one| language.with("delegation-edit-title", &[("name", one.name.in_language(language).into())]),
    );
    let kinds = DelegationKind::ALL.iter().map(|kind| (kind.as_str(), language.t(&kind.key())));
    let none = std::iter::once(("", language.t("delegation-no-region")));
    let regions = none.chain(REGIONS.iter().map(|region| (*region, language.t(&format!("region-{region}")))));
    page_with(
        status,
        FormPage {
            page: by.page(title),
            kinds: Choice::one_of(kinds, typed.text("kind")),
            entities: entity_choices(&typed, language),
            regions: Choice::one_of(regions, typed.text("region")),
            languages: language_choices_beside(typed.text("language"), delegation.map(|one| one.language.as_str())),
            version,
            action: own.as_ref().map_or_else(|| by.path("/delegations"), |own| format!("{own}/particulars")),
            back_name: delegation
                .map_or_else(|| language.t("delegations-title"), |one| one.name.in_language(language).to_owned()),
            back: own.unwrap_or_else(|| by.path("/delegations")),
            is_new: delegation.is_none(),
            has_own_name: ["own_name", "own_formal_name"]
                .iter()
                .any(|field| typed.in_languages(field).iter().any(|one| !one.value.is_empty())),
            typed,
            errors,
            differences,
        },
    )
}

fn entity_choices(typed: &Typed, language: Language) -> Vec<EntityChoice> {
    let code = language.content_code();
    let mut all: Vec<&entities::Entity> = entities::all().iter().collect();
    entities::order_of(&mut all, code, None, |one| one.short(code));
    let choice = |one: &entities::Entity| EntityChoice {
        code: one.alpha2.clone(),
        label: one.short(code).to_owned(),
        also: format!("{} {} {} {}", one.alpha3, one.short("en"), one.short("fr"), one.formal(code)),
        chosen: typed.text("entity") == one.alpha2,
    };
    all.into_iter().map(choice).collect()
}

/// The languages of mails and pages: those that are shipped.
pub(super) fn language_choices(chosen: &str) -> Vec<Choice> {
    Choice::one_of(shipped().map(|one| (one.code(), one.own_name())), chosen)
}

/// The same with the language that a delegation has from a table, where it is not shipped yet: it stays until another is chosen.
fn language_choices_beside(chosen: &str, stored: Option<&str>) -> Vec<Choice> {
    let mut choices = language_choices(chosen);
    if let Some(code) = stored.filter(|code| !is_shipped(code)) {
        let label = language_name(code);
        choices.push(Choice { value: code.to_owned(), label, chosen: chosen == code });
    }
    choices
}

fn is_shipped(code: &str) -> bool {
    shipped().any(|one| one.code() == code)
}

/// What a language calls itself, on every page the same.
pub(super) fn language_name(code: &str) -> String {
    if let Some(one) = Language::parse(code) {
        return one.own_name().to_owned();
    }
    match code {
        "ar" => "العربية",
        "es" => "Español",
        "ru" => "Русский",
        "zh" => "中文",
        other => other,
    }
    .to_owned()
}

fn typed(one: &Delegation) -> Typed {
    Typed::default()
        .with("key", &one.key)
        .with("kind", one.kind)
        .with("entity", one.entity.as_deref().unwrap_or_default())
        .with_localized("name", &one.name)
        .with_localized("formal_name", &one.formal_name)
        .with_localized("own_name", &one.own_name)
        .with_localized("own_formal_name", &one.own_formal_name)
        .with("region", one.region.as_deref().unwrap_or_default())
        .with("language", &one.language)
}

/// What was typed; `stored` is the language of a delegation that is there already.
fn read(typed: &Typed, stored: Option<&str>, taken: impl Fn(&str) -> bool) -> Result<DelegationWish, Errors> {
    let mut reader = Reader::of(typed);
    let kind = reader.one_of("kind", DelegationKind::parse);
    let known = |code: &str| is_shipped(code) || stored == Some(code);
    let language = reader.one_of("language", |code| known(code).then(|| code.to_owned()));
    let stated = Some(typed.text("region").to_owned()).filter(|region| REGIONS.contains(&region.as_str()));
    let key = reader.text("key", 80);
    let entity = entities::by_code(typed.text("entity")).filter(|_| kind.is_some_and(DelegationKind::is_entity));
    let (mut own_name, mut own_formal_name) = Default::default();
    let (name, formal_name) = match entity {
        Some(entity) => {
            if kind.is_some_and(|kind| !entity_fits(kind, entity)) {
                reader.errors.say("entity", "delegation-entity-wrong");
            }
            own_name = reader.localized("own_name", 200, |_| false);
            own_formal_name = reader.localized("own_formal_name", 200, |_| false);
            named_here(entity, &own_name, &own_formal_name)
        }
        None => (reader.localized("name", 200, |_| false), reader.localized("formal_name", 200, |_| false)),
    };
    if kind.is_some_and(DelegationKind::is_entity) && entity.is_none() {
        reader.errors.say("entity", "field-choose");
    } else if name.is_empty() {
        let first = shipped().next().map_or("en", Language::code);
        reader.errors.say(&format!("name_{first}"), "delegation-name-missing");
    }
    let code = entity.map(|entity| entity.alpha2.clone());
    let key = if key.is_empty() { key_for(code.as_deref(), &name, taken) } else { key };
    let region = stated.or_else(|| entity.and_then(region_of).map(ToOwned::to_owned));
    let wish = kind.zip(language).map(|(kind, language)| DelegationWish {
        key,
        kind,
        entity: code,
        name,
        formal_name,
        region,
        language,
        own_name,
        own_formal_name,
    });
    reader.finish(wish)
}

const RULES: &[(&str, &str)] = &[("rule-one-delegation-per-key", "key"), ("rule-one-delegation-per-entity", "entity")];

/// `GET /{conference}/delegations/new`
pub async fn new(by: OnDuty<Organiser>) -> Answer<HttpResponse> {
    let language = by.conference().languages.first().map_or("en", String::as_str).to_owned();
    let typed = Typed::default().with("kind", DelegationKind::State).with("language", language);
    draw(&by, Shown::plain(typed, None))
}

/// `POST /{conference}/delegations`
pub async fn add(by: OnDuty<Organiser>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let typed = form.fields;
    if form.resumed {
        return draw(&by, Shown::plain(typed, None));
    }
    let mut tx = db.begin().await?;
    let all = queries::delegations(&mut tx, by.conference_id()).await?;
    let wish = match read(&typed, None, |key| all.iter().any(|one| one.key == key)) {
        Ok(wish) => wish,
        Err(errors) => return draw(&by, Shown::plain(typed, None).with_errors(errors)),
    };
    match actions::add_delegation(&mut tx, &by, &wish, clock.now()).await {
        Ok(id) => {
            tx.commit().await?;
            let name = wish.name.in_language(by.language()).to_owned();
            let flash = done(by.language().with("delegation-added", &[("name", name.into())]));
            Ok(redirect_with(by.visit(), &by.path(&format!("/delegations/{id}")), &flash))
        }
        Err(problem) => draw(&by, Shown::plain(typed, None).with_errors(Errors::at_field(problem, RULES)?)),
    }
}

/// `GET /{conference}/delegations/{delegation}/particulars`
pub async fn show(by: OnDuty<Organiser>, path: Path<(String, DelegationId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let one = queries::delegation_by_id(&mut connection, by.conference_id(), path.1).await?;
    draw(&by, Shown::plain(typed(&one), Some(&one)))
}

/// `POST /{conference}/delegations/{delegation}/particulars`
pub async fn change(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let one = queries::delegation_by_id(&mut tx, by.conference_id(), path.1).await?;
    let typed = form.fields;
    if form.resumed {
        return draw(&by, Shown::plain(typed, Some(&one)));
    }
    let wish = match read(&typed, Some(&one.language), |_| false) {
        Ok(wish) => wish,
        Err(errors) => return draw(&by, Shown::plain(typed, Some(&one)).with_errors(errors)),
    };
    match actions::change_delegation(&mut tx, &by, &one, typed.version(), &wish, clock.now()).await {
        Ok(true) => {
            tx.commit().await?;
            let flash = done(by.language().t("delegation-saved"));
            Ok(redirect_with(by.visit(), &by.path(&format!("/delegations/{}", one.id)), &flash))
        }
        Ok(false) => {
            let differences = typed.differences(&self::typed(&one), &labels(by.language()));
            let shown = Shown::plain(typed, Some(&one));
            draw(&by, Shown { differences, status: StatusCode::CONFLICT, ..shown })
        }
        Err(problem) => draw(&by, Shown::plain(typed, Some(&one)).with_errors(Errors::at_field(problem, RULES)?)),
    }
}

fn labels(language: Language) -> Vec<(&'static str, String)> {
    let named = |key: &str, own_name: &str| format!("{} ({own_name})", language.t(key));
    vec![
        ("kind", language.t("delegation-kind")),
        ("entity", language.t("delegation-entity")),
        ("name_en", named("delegation-name", "English")),
        ("name_fr", named("delegation-name", "Français")),
        ("formal_name_en", named("delegation-formal-name", "English")),
        ("formal_name_fr", named("delegation-formal-name", "Français")),
        ("own_name_en", named("delegation-own-name", "English")),
        ("own_name_fr", named("delegation-own-name", "Français")),
        ("own_formal_name_en", named("delegation-own-formal-name", "English")),
        ("own_formal_name_fr", named("delegation-own-formal-name", "Français")),
        ("region", language.t("delegations-region")),
        ("language", language.t("delegation-language")),
        ("key", language.t("delegation-key")),
    ]
}
