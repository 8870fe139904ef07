//! Stands as their managers see them.

use actix_web::HttpResponse;
use askama::Template;

use super::super::queries;
use crate::conferences::{ExhibitionManager, OnDuty, Reading};
use crate::db::Db;
use crate::web::{Answer, Page, page};

struct Line {
    href: String,
    number: String,
    hall: String,
    area: String,
    power: String,
    holder: String,
    set_up: String,
}

#[derive(Template)]
#[template(path = "exhibition/list.html")]
struct ListPage {
    page: Page,
    lines: Vec<Line>,
    may_change: bool,
    base: String,
}

pub async fn show(by: OnDuty<Reading<ExhibitionManager>>, db: Db) -> Answer<HttpResponse> {
    let (language, zone) = (by.language(), by.conference().zone());
    let base = by.path("/stands/manage");
    let stands = queries::stands(&mut *db.connection().await?, by.conference_id()).await?;
    let lines = stands
        .into_iter()
        .map(|(stand, hall, holder)| Line {
            href: format!("{base}/{}", stand.id),
            hall: hall.name.in_language(language).to_owned(),
            area: language.with("stands-area", &[("area", stand.square_metres.to_string().into())]),
            power: language.with("stands-power", &[("watts", language.number(stand.power_watts.into()).into())]),
            holder: holder.map(|name| name.in_language(language).to_owned()).unwrap_or_default(),
            set_up: stand.set_up_from.map(|from| language.date_time(from, &zone)).unwrap_or_default(),
            number: stand.number,
        })
        .collect();
    let may_change = by.holds::<ExhibitionManager>();
    page(ListPage { page: by.page(language.t("stands-title")), lines, may_change, base })
}
