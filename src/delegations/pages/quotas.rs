//! How many people of each category a delegation may have.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::done;
use crate::clock::Clock;
use crate::conferences::{Category, OnDuty, Organiser, categories};
use crate::db::Db;
use crate::delegations::actions::{self, SetQuotas};
use crate::delegations::model::{Delegation, Quota};
use crate::delegations::queries;
use crate::delegations::rules::{default_letters, standing_letters};
use crate::ids::{CategoryId, DelegationId};
use crate::language::Message;
use crate::web::{Answer, Difference, Errors, Form, Page, Reader, Typed, page_with, redirect_with};

struct Field {
    name: String,
    letter: String,
    pattern: &'static str,
    word: String,
    value: String,
    used: String,
}

#[derive(Template)]
#[template(path = "delegations/quotas.html")]
struct QuotasPage {
    page: Page,
    errors: Errors,
    differences: Vec<Difference>,
    version: i32,
    own: String,
    name: String,
    /// The categories that fit the kind, or have places already.
    fields: Vec<Field>,
    others: Vec<Field>,
}

/// What belongs to the page whatever was typed.
struct Ground {
    delegation: Delegation,
    categories: Vec<Category>,
    quotas: Vec<Quota>,
}

fn field_name(category: CategoryId) -> String {
    format!("cap_{category}")
}

fn typed(quotas: &[Quota]) -> Typed {
    quotas.iter().fold(Typed::default(), |typed, one| typed.with(field_name(one.category_id), one.cap))
}

fn draw(
    by: &OnDuty<Organiser>,
    ground: &Ground,
    typed: &Typed,
    (errors, differences): (Errors, Vec<Difference>),
    status: StatusCode,
) -> Answer<HttpResponse> {
    let language = by.language();
    let kind = ground.delegation.kind;
    let field = |category: &Category| {
        let used = ground.quotas.iter().find(|one| one.category_id == category.id).map_or(0, |one| one.used);
        let name = field_name(category.id);
        Field {
            value: typed.text(&name).to_owned(),
            letter: category.letter.clone(),
            pattern: category.pattern.as_str(),
            word: category.name.in_language(language).to_owned(),
            used: language.with("quotas-used", &[("used", used.into())]),
            name,
        }
    };
    let fits = |category: &&Category| {
        let letter = category.letter.as_str();
        default_letters(kind).contains(&letter)
            || standing_letters(kind).contains(&letter)
            || ground.quotas.iter().any(|one| one.category_id == category.id)
            || typed.has(&field_name(category.id))
    };
    let (fitting, others): (Vec<_>, Vec<_>) = ground.categories.iter().partition(fits);
    let version = if status == StatusCode::UNPROCESSABLE_ENTITY { typed.version() } else { ground.delegation.version };
    let name = ground.delegation.name.in_language(language);
    page_with(
        status,
        QuotasPage {
            page: by.page(language.with("quotas-edit-title", &[("name", name.into())])),
            errors,
            differences,
            version,
            own: by.path(&format!("/delegations/{}", ground.delegation.id)),
            name: name.to_owned(),
            fields: fitting.into_iter().map(field).collect(),
            others: others.into_iter().map(field).collect(),
        },
    )
}

/// `GET /{conference}/delegations/{delegation}/quotas`
pub async fn show(by: OnDuty<Organiser>, path: Path<(String, DelegationId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let conference = by.conference_id();
    let ground = Ground {
        delegation: queries::delegation_by_id(&mut connection, conference, path.1).await?,
        categories: categories(&mut connection, conference).await?,
        quotas: queries::quotas(&mut connection, conference, path.1).await?,
    };
    let typed = typed(&ground.quotas);
    draw(&by, &ground, &typed, (Errors::default(), Vec::new()), StatusCode::OK)
}

/// `POST /{conference}/delegations/{delegation}/quotas`
pub async fn change(
    by: OnDuty<Organiser>,
    path: Path<(String, DelegationId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let conference = by.conference_id();
    let ground = Ground {
        delegation: queries::delegation_by_id(&mut tx, conference, path.1).await?,
        categories: categories(&mut tx, conference).await?,
        quotas: queries::quotas(&mut tx, conference, path.1).await?,
    };
    let typed = form.fields;
    if form.resumed {
        return draw(&by, &ground, &typed, (Errors::default(), Vec::new()), StatusCode::OK);
    }
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let caps = match read(&typed, &ground) {
        Ok(caps) => caps,
        Err(errors) => return draw(&by, &ground, &typed, (errors, Vec::new()), wrong),
    };
    match actions::set_quotas(&mut tx, &by, path.1, typed.version(), &caps, clock.now()).await? {
        SetQuotas::Done => {
            tx.commit().await?;
            let flash = done(by.language().t("quotas-saved"));
            Ok(redirect_with(by.visit(), &by.path(&format!("/delegations/{}", path.1)), &flash))
        }
        SetQuotas::ChangedMeanwhile => {
            let names: Vec<String> = ground.categories.iter().map(|one| field_name(one.id)).collect();
            let words = ground.categories.iter().map(|one| one.name.in_language(by.language()).to_owned());
            let labels: Vec<(&str, String)> = names.iter().map(String::as_str).zip(words).collect();
            let differences = typed.differences(&self::typed(&ground.quotas), &labels);
            draw(&by, &ground, &typed, (Errors::default(), differences), StatusCode::CONFLICT)
        }
        SetQuotas::BelowUsed(below) => {
            let mut errors = Errors::default();
            for (category, used) in below {
                errors.add(field_name(category), Message::new("quota-below-used").with("used", used));
            }
            draw(&by, &ground, &typed, (errors, Vec::new()), wrong)
        }
    }
}

/// Every cap that was typed; an emptied field takes the places away.
fn read(typed: &Typed, ground: &Ground) -> Result<Vec<(CategoryId, i32)>, Errors> {
    let mut reader = Reader::of(typed);
    let mut caps = Vec::new();
    for category in &ground.categories {
        let name = field_name(category.id);
        let standing = ground.quotas.iter().any(|one| one.category_id == category.id);
        match reader.number(&name, 0, 9999) {
            Some(cap) => caps.push((category.id, cap)),
            None if standing => caps.push((category.id, 0)),
            None => {}
        }
    }
    reader.finish(Some(caps))
}
