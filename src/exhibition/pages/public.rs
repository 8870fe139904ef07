//! The public list of stands.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::super::queries;
use crate::conferences::AtConference;
use crate::db::Db;
use crate::language::collation::fold;
use crate::web::{Answer, Page, Query, page};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    q: String,
}

struct Line {
    number: String,
    hall: String,
    holder: String,
    headline: String,
    description: String,
}

#[derive(Template)]
#[template(path = "exhibition/public.html")]
struct StandsPage {
    page: Page,
    lines: Vec<Line>,
    total: usize,
    wanted: Wanted,
    base: String,
}

pub async fn list(by: AtConference, wanted: Query<Wanted>, db: Db) -> Answer<HttpResponse> {
    let Query(wanted) = wanted;
    let language = by.language();
    let stands = queries::stands(&mut *db.connection().await?, by.conference().id).await?;
    let total = stands.len();
    let needle = fold(wanted.q.trim());
    let lines = stands
        .into_iter()
        .map(|(stand, hall, holder)| Line {
            number: stand.number,
            hall: hall.name.in_language(language).to_owned(),
            holder: holder.map(|name| name.in_language(language).to_owned()).unwrap_or_default(),
            headline: stand.headline.in_language(language).to_owned(),
            description: stand.description.in_language(language).to_owned(),
        })
        .filter(|line| {
            needle.is_empty()
                || fold(&format!("{} {} {} {}", line.number, line.holder, line.headline, line.description))
                    .contains(&needle)
        })
        .collect();
    page(StandsPage { page: by.page(language.t("stands-title")), lines, total, wanted, base: by.path("/stands") })
}
