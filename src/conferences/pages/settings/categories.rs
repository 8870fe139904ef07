//! The list of categories.

use actix_web::HttpResponse;
use askama::Template;

use super::Frame;
use crate::conferences::model::{Category, CategoryClearance};
use crate::conferences::proofs::{OnDuty, Organiser, Reading};
use crate::conferences::queries;
use crate::db::Db;
use crate::language::Language;
use crate::web::{Answer, Page, page};

struct Line {
    href: String,
    letter: String,
    pattern: &'static str,
    name: String,
    delivery: String,
    quota: String,
    /// `Documents, then security`
    clearances: String,
    notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "conferences/settings/categories.html")]
struct CategoriesPage {
    page: Page,
    frame: Frame,
    lines: Vec<Line>,
}

/// `GET /{conference}/settings/categories`
pub async fn show(by: OnDuty<Reading<Organiser>>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let categories = queries::categories(&mut connection, by.conference_id()).await?;
    let clearances = queries::clearances(&mut connection, by.conference_id()).await?;
    let lines = categories
        .iter()
        .map(|one| Line {
            href: by.path(&format!("/settings/categories/{}", one.id)),
            letter: one.letter.clone(),
            pattern: one.pattern.as_str(),
            name: one.name.in_language(language).to_owned(),
            delivery: language.t(&one.delivery.key()),
            quota: one.default_quota.map(|quota| language.number(quota.into())).unwrap_or_default(),
            clearances: order_of(one, &clearances, language),
            notes: notes(one, language),
        })
        .collect();
    page(CategoriesPage { page: by.page(language.t("settings-categories")), frame: Frame::of(&by), lines })
}

/// Who is asked, side by side or one after another.
fn order_of(category: &Category, all: &[CategoryClearance], language: Language) -> String {
    let own: Vec<_> = all.iter().filter(|one| one.category_id == category.id).collect();
    let steps: Vec<String> = own
        .chunk_by(|one, next| one.step == next.step)
        .map(|step| {
            let names: Vec<String> = step.iter().map(|one| language.t(&one.kind.key())).collect();
            names.join(" + ")
        })
        .collect();
    steps.join(" → ")
}

/// What is unusual about it.
fn notes(category: &Category, language: Language) -> Vec<String> {
    let notes = [
        (!category.counts_toward_quota, "category-note-outside-quota"),
        (!category.portrait_required, "category-note-no-portrait"),
        (!category.document_required, "category-note-no-document"),
    ];
    notes.into_iter().filter(|(unusual, _)| *unusual).map(|(_, key)| language.t(key)).collect()
}
