//! A new conference, with the usual categories, areas and hours.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use serde_json::json;

use crate::accounts::Administrator;
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::conferences::model::{AreaWish, CategoryWish, DutyKind, Particulars};
use crate::conferences::queries::{self, NewRow};
use crate::conferences::rules::{AREAS, CATEGORIES, DefaultCategory, Windows, default_openings, default_windows};
use crate::db::Connection;
use crate::ids::{AreaId, CategoryId, ConferenceId};
use crate::language::{Localized, shipped};
use crate::web::Answer;

/// A conference that is to be.
#[derive(Clone, Debug)]
pub struct NewConference {
    pub slug: String,
    pub said: Particulars,
    /// Absent: what follows from the dates.
    pub windows: Option<Windows>,
    pub demonstration: bool,
}

/// Creates a conference; whoever does becomes its organiser.
///
/// # Errors
/// Refused (`rule-one-conference-per-slug`) when the short name is taken.
pub async fn create(tx: &mut Connection, by: &Administrator, new: &NewConference, now: Moment) -> Answer<ConferenceId> {
    let id = set_up(tx, Who::Account(by.account()), new, now).await?;
    queries::insert_duty(tx, id, by.account(), DutyKind::Organiser, None, now).await?;
    Ok(id)
}

/// The same for the program itself: a demonstration, a command. Nobody has a duty yet.
///
/// # Errors
/// Refused (`rule-one-conference-per-slug`) when the short name is taken.
pub async fn set_up(tx: &mut Connection, who: Who, new: &NewConference, now: Moment) -> Answer<ConferenceId> {
    let id = ConferenceId::new();
    let zone = TimeZone::get(&new.said.time_zone).unwrap_or(TimeZone::UTC);
    let (starts_on, ends_on) = (new.said.starts_on, new.said.ends_on);
    let windows = new.windows.clone().unwrap_or_else(|| default_windows(starts_on, ends_on, &zone, now));
    let number = queries::next_conference_number(tx).await?;
    let row = NewRow { id, number, slug: &new.slug, demonstration: new.demonstration };
    queries::insert_conference(tx, &row, &new.said, &windows, now).await?;
    let areas = insert_areas(tx, id).await?;
    let categories = insert_categories(tx, id).await?;
    let mut hours = Vec::new();
    for (letter, category) in &categories {
        for (code, area) in &areas {
            let spans = default_openings(letter, code, starts_on, ends_on, &zone);
            hours.extend(spans.into_iter().map(|span| (*category, *area, span)));
        }
    }
    queries::insert_openings(tx, id, &hours).await?;
    let facts = json!({ "slug": new.slug, "number": number });
    audit::record_with(tx, Some(id), who, "conference_created", ("conference", id.0), facts, now).await?;
    Ok(id)
}

async fn insert_areas(tx: &mut Connection, conference: ConferenceId) -> Answer<Vec<(&'static str, AreaId)>> {
    let mut made: Vec<(&'static str, AreaId)> = Vec::new();
    for (place, (code, parent)) in (0_i16..).zip(AREAS) {
        let by_code: HashMap<_, _> = made.iter().copied().collect();
        let wish = AreaWish {
            code: (*code).to_owned(),
            name: in_every_language(&format!("default-area-{code}")),
            parent_id: parent.and_then(|parent| by_code.get(parent).copied()),
            zone_bit: Some(place),
            badge_label: (place + 1).to_string(),
            capacity: None,
            ordinal: i32::from(place),
            by_pass: false,
            delegation_capacity: None,
        };
        let id = AreaId::new();
        queries::insert_area(tx, conference, id, &wish).await?;
        made.push((code, id));
    }
    Ok(made)
}

async fn insert_categories(tx: &mut Connection, conference: ConferenceId) -> Answer<Vec<(&'static str, CategoryId)>> {
    let mut made = Vec::new();
    for (ordinal, usual) in (0..).zip(CATEGORIES) {
        let id = CategoryId::new();
        let wish = wish_for(usual, ordinal);
        queries::insert_category(tx, conference, id, &wish).await?;
        queries::replace_clearances(tx, conference, id, &wish.clearances).await?;
        made.push((usual.letter, id));
    }
    Ok(made)
}

fn wish_for(usual: &DefaultCategory, ordinal: i32) -> CategoryWish {
    let letter = usual.letter.to_lowercase();
    CategoryWish {
        letter: usual.letter.to_owned(),
        name: in_every_language(&format!("default-category-{letter}")),
        colour: usual.colour.to_owned(),
        pattern: usual.pattern,
        delivery: usual.delivery,
        default_quota: usual.quota,
        counts_toward_quota: usual.counts_toward_quota(),
        portrait_required: true,
        document_required: true,
        ordinal,
        clearances: usual.clearances.to_vec(),
    }
}

/// A text of ours in every shipped language.
fn in_every_language(key: &str) -> Localized {
    shipped().fold(Localized::default(), |texts, language| texts.and(language.code(), language.t(key)))
}
