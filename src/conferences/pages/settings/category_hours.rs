//! The hours of one category as a table to be edited: area, from, until. The last rows are empty; a row whose area is taken
//! away goes. Another form fills in the same hours for several days and areas at once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::civil;
use jiff::tz::TimeZone;

use super::{Frame, done};
use crate::clock::{Clock, Day};
use crate::conferences::model::{Area, Category, Opening};
use crate::conferences::proofs::{Duty, OnDuty, Organiser, Reading};
use crate::conferences::rules::{Span, daily, first_overlap};
use crate::conferences::{actions, queries};
use crate::db::Db;
use crate::ids::{AreaId, CategoryId};
use crate::language::{Language, Message};
use crate::web::{
    Answer, Choice, Errors, Form, Page, Reader, Typed, ascii_digits, page_with, redirect_with, typed_moment,
};

/// Empty rows at the end of the table.
const SPARE: usize = 4;
/// Rows that a form may have: more would be no table that anybody edits.
const MOST: usize = 400;

/// One row of the table.
struct Row {
    number: usize,
    areas: Vec<Choice>,
    opens: String,
    closes: String,
}

#[derive(Template)]
#[template(path = "conferences/settings/category_hours.html")]
struct CategoryHoursPage {
    page: Page,
    frame: Frame,
    typed: Typed,
    errors: Errors,
    letter: String,
    pattern: &'static str,
    #[allow(dead_code, reason = "the page's title says it")]
    name: String,
    rows: Vec<Row>,
    daily_areas: Vec<Choice>,
    version: i32,
    zone: String,
    action: String,
    changed_meanwhile: bool,
}

/// What belongs to the page whatever was typed.
struct Ground {
    category: Category,
    areas: Vec<Area>,
}

/// `GET /{conference}/settings/hours/{category}`
pub async fn show(by: OnDuty<Reading<Organiser>>, path: Path<(String, CategoryId)>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let conference = by.conference();
    let category = queries::category_by_id(&mut connection, conference.id, path.1).await?;
    let areas = queries::areas(&mut connection, conference.id).await?;
    let openings = queries::openings_of(&mut connection, conference.id, path.1).await?;
    let typed = typed(&openings, &areas, &conference.zone())
        .with("daily_from", conference.starts_on)
        .with("daily_until", conference.ends_on)
        .with("daily_opens", "08:00")
        .with("daily_closes", "20:00");
    draw(&by, &Ground { category, areas }, typed, Errors::default(), StatusCode::OK)
}

/// The rows of the table, by area and time, as fields `area_1`, `opens_1`, `closes_1` ...
fn typed(openings: &[Opening], areas: &[Area], zone: &TimeZone) -> Typed {
    let mut openings: Vec<&Opening> = openings.iter().collect();
    openings.sort_by_key(|one| (areas.iter().position(|area| area.id == one.area_id), one.opens_at));
    (1..).zip(openings).fold(Typed::default(), |typed, (number, one)| {
        typed
            .with(format!("area_{number}"), one.area_id)
            .with(format!("opens_{number}"), typed_moment(one.opens_at, zone))
            .with(format!("closes_{number}"), typed_moment(one.closes_at, zone))
    })
}

fn draw<D: Duty>(
    by: &OnDuty<D>,
    ground: &Ground,
    typed: Typed,
    errors: Errors,
    status: StatusCode,
) -> Answer<HttpResponse> {
    let language = by.language();
    let Ground { category, areas } = ground;
    let named = || areas.iter().map(|area| (area.id.to_string(), area.name.in_language(language).to_owned()));
    let row = |number: usize| {
        let none = std::iter::once((String::new(), language.t("hours-no-area")));
        Row {
            number,
            areas: Choice::one_of(none.chain(named()), typed.text(&format!("area_{number}"))),
            opens: typed.text(&format!("opens_{number}")).to_owned(),
            closes: typed.text(&format!("closes_{number}")).to_owned(),
        }
    };
    let name = category.name.in_language(language).to_owned();
    let changed_meanwhile = status == StatusCode::CONFLICT;
    // After a conflict the form carries the version that stands now: sending it again is meant.
    let version = if status == StatusCode::UNPROCESSABLE_ENTITY { typed.version() } else { category.version };
    page_with(
        status,
        CategoryHoursPage {
            page: by.page(language.with("hours-title", &[("name", name.as_str().into())])),
            frame: Frame::of(by),
            letter: category.letter.clone(),
            pattern: category.pattern.as_str(),
            name,
            rows: (1..=filled_rows(&typed) + SPARE).map(row).collect(),
            daily_areas: Choice::any_of(named(), typed.all("daily_areas")),
            version,
            zone: by.conference().whose_clocks(by.language()),
            action: by.path(&format!("/settings/hours/{}", category.id)),
            changed_meanwhile,
            typed,
            errors,
        },
    )
}

/// The number of the last row with anything in it.
fn filled_rows(typed: &Typed) -> usize {
    let filled =
        |number: &usize| ["area", "opens", "closes"].iter().any(|field| typed.has(&format!("{field}_{number}")));
    (1..=MOST).rev().find(filled).unwrap_or(0)
}

/// `POST /{conference}/settings/hours/{category}`
pub async fn change(
    by: OnDuty<Organiser>,
    path: Path<(String, CategoryId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let (conference, id) = (by.conference(), path.1);
    let category = queries::category_by_id(&mut tx, conference.id, id).await?;
    let areas = queries::areas(&mut tx, conference.id).await?;
    let (ground, typed) = (Ground { category, areas }, form.fields);
    if form.resumed {
        return draw(&by, &ground, typed, Errors::default(), StatusCode::OK);
    }
    let zone = conference.zone();
    let mut hours = match read(&typed, &ground.areas, &zone, by.language()) {
        Ok(hours) => hours,
        Err(errors) => return draw(&by, &ground, typed, errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    if typed.has("fill") {
        match read_daily(&typed, &ground.areas, &zone) {
            Ok(more) => hours.extend(more),
            Err(errors) => return draw(&by, &ground, typed, errors, StatusCode::UNPROCESSABLE_ENTITY),
        }
    }
    if let Some(errors) = overlaps(&hours, &ground.areas, typed.has("fill"), by.language()) {
        return draw(&by, &ground, typed, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if !actions::set_hours(&mut tx, &by, id, typed.version(), &hours, clock.now()).await? {
        return draw(&by, &ground, typed, Errors::default(), StatusCode::CONFLICT);
    }
    tx.commit().await?;
    let flash = done(by.language().t("settings-saved"));
    // Filling in daily hours goes on in the same table.
    let next = if typed.has("fill") { format!("/settings/hours/{id}") } else { "/settings/hours".to_owned() };
    Ok(redirect_with(by.visit(), &by.path(&next), &flash))
}

/// The rows that have an area; a row without one is a row taken away.
fn read(typed: &Typed, areas: &[Area], zone: &TimeZone, language: Language) -> Result<Vec<(AreaId, Span)>, Errors> {
    let mut reader = Reader::of(typed);
    let mut hours = Vec::new();
    for number in 1..=filled_rows(typed) {
        let field = |name: &str| format!("{name}_{number}");
        if !typed.has(&field("area")) {
            continue;
        }
        let area = areas.iter().find(|area| area.id.to_string() == typed.text(&field("area")));
        let opens = reader.moment(&field("opens"), zone);
        let closes = reader.moment(&field("closes"), zone);
        match (area, opens.zip(closes)) {
            (None, _) => reader.errors.say(&field("area"), "field-choose"),
            (Some(area), Some((opens_at, closes_at))) if opens_at < closes_at => {
                hours.push((area.id, Span { opens_at, closes_at }));
            }
            (Some(area), Some(_)) => {
                let name = area.name.in_language(language).to_owned();
                reader.errors.add(field("closes"), Message::new("hours-end-before").with("area", name));
            }
            (Some(_), None) => {}
        }
    }
    reader.finish(Some(hours))
}

/// The hours that the second form fills in.
fn read_daily(typed: &Typed, areas: &[Area], zone: &TimeZone) -> Result<Vec<(AreaId, Span)>, Errors> {
    let mut reader = Reader::of(typed);
    let chosen: Vec<AreaId> =
        areas.iter().map(|area| area.id).filter(|id| typed.contains("daily_areas", &id.to_string())).collect();
    if chosen.is_empty() {
        reader.errors.say("daily_areas", "field-choose");
    }
    let (from, until) = (reader.day("daily_from"), reader.day("daily_until"));
    if from.zip(until).is_some_and(|(from, until)| !(0..=60).contains(&(until.number() - from.number()))) {
        reader.errors.say("daily_until", "hours-days-wrong");
    }
    let opens = read_time(&mut reader, "daily_opens");
    let closes = read_time(&mut reader, "daily_closes");
    let span: Option<(Day, Day, (i8, i8), (i8, i8))> =
        from.zip(until).zip(opens).zip(closes).map(|(((from, until), opens), closes)| (from, until, opens, closes));
    let (from, until, opens, closes) = reader.finish(span)?;
    let spans = daily(from, until, opens, closes, zone);
    Ok(chosen.iter().flat_map(|area| spans.iter().map(|span| (*area, *span))).collect())
}

fn read_time(reader: &mut Reader<'_>, field: &str) -> Option<(i8, i8)> {
    let text = ascii_digits(reader.typed().text(field));
    let time = text.parse::<civil::Time>().ok().map(|time| (time.hour(), time.minute()));
    if time.is_none() {
        reader.errors.say(field, "field-not-a-time");
    }
    time
}

/// Hours of one area that overlap, said above the table.
fn overlaps(hours: &[(AreaId, Span)], areas: &[Area], filled: bool, language: Language) -> Option<Errors> {
    if hours.len() > MOST {
        let mut errors = Errors::default();
        errors.add("hours", Message::new("hours-too-many").with("most", MOST));
        return Some(errors);
    }
    let overlapping = areas.iter().find(|area| {
        let own: Vec<Span> = hours.iter().filter(|(id, _)| *id == area.id).map(|(_, span)| *span).collect();
        first_overlap(&own).is_some()
    })?;
    let name = overlapping.name.in_language(language).to_owned();
    let mut errors = Errors::default();
    errors.add(if filled { "daily_areas" } else { "hours" }, Message::new("hours-overlap").with("area", name));
    Some(errors)
}
