//! The tree of areas.

use actix_web::HttpResponse;
use askama::Template;

use super::Frame;
use crate::conferences::model::Area;
use crate::conferences::proofs::{OnDuty, Organiser, Reading};
use crate::conferences::queries;
use crate::db::Db;
use crate::ids::AreaId;
use crate::web::{Answer, Page, page};

struct Line {
    href: String,
    name: String,
    code: String,
    label: String,
    capacity: String,
    /// How deep it lies: a class of the sheet, 0 to 5.
    depth: usize,
}

#[derive(Template)]
#[template(path = "conferences/settings/areas.html")]
struct AreasPage {
    page: Page,
    frame: Frame,
    lines: Vec<Line>,
}

/// `GET /{conference}/settings/areas`
pub async fn show(by: OnDuty<Reading<Organiser>>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let areas = queries::areas(&mut connection, by.conference_id()).await?;
    let lines = in_tree_order(&areas)
        .into_iter()
        .map(|(area, depth)| Line {
            href: by.path(&format!("/settings/areas/{}", area.id)),
            name: area.name.in_language(language).to_owned(),
            code: area.code.clone(),
            label: area.badge_label.clone(),
            capacity: area.capacity.map(|capacity| language.number(capacity.into())).unwrap_or_default(),
            depth: depth.min(5),
        })
        .collect();
    page(AreasPage { page: by.page(language.t("settings-areas")), frame: Frame::of(&by), lines })
}

/// Each area after the one it lies in, with how many enclose it.
pub(super) fn in_tree_order(areas: &[Area]) -> Vec<(&Area, usize)> {
    fn below<'a>(parent: Option<AreaId>, depth: usize, areas: &'a [Area], lines: &mut Vec<(&'a Area, usize)>) {
        // Areas never enclose themselves; the bound keeps a broken table from turning a page into a loop.
        for area in areas.iter().filter(|area| area.parent_id == parent && depth <= areas.len()) {
            lines.push((area, depth));
            below(Some(area.id), depth + 1, areas, lines);
        }
    }
    let mut lines = Vec::new();
    below(None, 0, areas, &mut lines);
    lines
}
