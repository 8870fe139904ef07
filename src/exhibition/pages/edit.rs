//! A stand's form.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::civil;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::super::actions::{self, NewStand, Window};
use super::super::import::{read_area, read_power};
use super::super::model::{Hall, Stand};
use super::super::queries;
use crate::audit::Who;
use crate::clock::{Clock, Moment};
use crate::conferences::{ExhibitionManager, OnDuty};
use crate::db::{Connection, Db};
use crate::ids::{DelegationId, StandId};
use crate::language::collation::fold;
use crate::language::{Localized, Message};
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, page_with, redirect_with};

/// What was posted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct StandForm {
    version: i32,
    hall: String,
    number: String,
    square_metres: String,
    power_watts: String,
    holder: String,
    headline_en: String,
    headline_fr: String,
    description_en: String,
    description_fr: String,
    set_up_from: String,
    set_up_until: String,
    dismantle_from: String,
    dismantle_until: String,
}

impl StandForm {
    fn of(stand: &Stand, hall: &Hall, zone: &TimeZone) -> Self {
        let wall = |at: Option<Moment>| {
            at.map(|at| at.in_zone(zone).strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
        };
        let text = |of: &Localized, code: &str| of.get(code).unwrap_or_default().to_owned();
        Self {
            version: stand.version,
            hall: hall.name.get("en").unwrap_or_default().to_owned(),
            number: stand.number.clone(),
            square_metres: stand.square_metres.to_string(),
            power_watts: stand.power_watts.to_string(),
            holder: stand.holder_id.map(|id| id.to_string()).unwrap_or_default(),
            headline_en: text(&stand.headline, "en"),
            headline_fr: text(&stand.headline, "fr"),
            description_en: text(&stand.description, "en"),
            description_fr: text(&stand.description, "fr"),
            set_up_from: wall(stand.set_up_from),
            set_up_until: wall(stand.set_up_until),
            dismantle_from: wall(stand.dismantle_from),
            dismantle_until: wall(stand.dismantle_until),
        }
    }

    fn read(&self, zone: &TimeZone) -> Result<NewStand, Errors> {
        let mut errors = Errors::default();
        if fold(&self.hall).is_empty() {
            errors.say("hall", "stands-error-hall");
        }
        if self.number.trim().is_empty() {
            errors.say("number", "stands-error-number");
        }
        let square_metres = read_area(self.square_metres.trim()).unwrap_or_else(|message| {
            errors.add("square_metres", message);
            0.0
        });
        let power_watts = read_power(self.power_watts.trim()).unwrap_or_else(|message| {
            errors.add("power_watts", message);
            0
        });
        let mut window = |name: &str, from: &str, until: &str| {
            read_window(from, until, zone).unwrap_or_else(|message| {
                errors.add(name, message);
                None
            })
        };
        let set_up = window("set_up_from", &self.set_up_from, &self.set_up_until);
        let dismantling = window("dismantle_from", &self.dismantle_from, &self.dismantle_until);
        let localized = |en: &str, fr: &str| Localized::new("en", en.trim()).and("fr", fr.trim());
        let wanted = NewStand {
            hall: self.hall.trim().to_owned(),
            number: self.number.trim().to_owned(),
            square_metres,
            power_watts,
            holder: DelegationId::parse(&self.holder),
            headline: localized(&self.headline_en, &self.headline_fr),
            description: localized(&self.description_en, &self.description_fr),
            set_up,
            dismantling,
        };
        errors.or(wanted)
    }
}

/// Both ends or neither, in the conference's zone, the end after the start.
fn read_window(from: &str, until: &str, zone: &TimeZone) -> Result<Window, Message> {
    if from.trim().is_empty() && until.trim().is_empty() {
        return Ok(None);
    }
    let at = |text: &str| Moment::at(text.trim().parse::<civil::DateTime>().ok()?, zone);
    let read = at(from).zip(at(until)).filter(|(from, until)| from < until);
    read.map(Some).ok_or_else(|| Message::new("stands-error-window"))
}

#[derive(Template)]
#[template(path = "exhibition/edit.html")]
struct EditPage {
    page: Page,
    typed: StandForm,
    errors: Errors,
    halls: Vec<String>,
    holders: Vec<Choice>,
    /// What somebody else saved meanwhile, if they did.
    other: Option<StandForm>,
    back: String,
}

async fn draw(
    by: &OnDuty<ExhibitionManager>,
    connection: &mut Connection,
    typed: StandForm,
    errors: Errors,
    other: Option<StandForm>,
) -> Answer<HttpResponse> {
    let language = by.language();
    let halls = queries::halls(connection, by.conference_id()).await?;
    let holders = queries::holders(connection, by.conference_id()).await?;
    let status = if errors.is_empty() && other.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(
        status,
        EditPage {
            page: by.page(language.t(if typed.version == 0 { "stands-new" } else { "stands-edit" })),
            halls: halls.iter().map(|hall| hall.name.in_language(language).to_owned()).collect(),
            holders: Choice::one_of(
                holders.iter().map(|(id, _, name)| (id.to_string(), name.in_language(language))),
                &typed.holder,
            ),
            typed,
            errors,
            other,
            back: by.path("/stands/manage"),
        },
    )
}

async fn stored(by: &OnDuty<ExhibitionManager>, connection: &mut Connection, id: StandId) -> Answer<StandForm> {
    let stand = queries::stand(connection, by.conference_id(), id).await?;
    let halls = queries::halls(connection, by.conference_id()).await?;
    let hall = halls.iter().find(|hall| hall.id == stand.hall_id).ok_or(Problem::NotFound)?;
    Ok(StandForm::of(&stand, hall, &by.conference().zone()))
}

pub async fn new(by: OnDuty<ExhibitionManager>, db: Db) -> Answer<HttpResponse> {
    draw(&by, &mut *db.connection().await?, StandForm::default(), Errors::default(), None).await
}

pub async fn show(by: OnDuty<ExhibitionManager>, path: Path<(String, StandId)>, db: Db) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let mut connection = db.connection().await?;
    let typed = stored(&by, &mut connection, id).await?;
    draw(&by, &mut connection, typed, Errors::default(), None).await
}

pub async fn create(
    by: OnDuty<ExhibitionManager>,
    form: Form<StandForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    keep(&by, None, form, clock, db).await
}

pub async fn save(
    by: OnDuty<ExhibitionManager>,
    path: Path<(String, StandId)>,
    form: Form<StandForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    queries::stand(&mut *db.connection().await?, by.conference_id(), id).await?;
    keep(&by, Some(id), form, clock, db).await
}

async fn keep(
    by: &OnDuty<ExhibitionManager>,
    id: Option<StandId>,
    form: Form<StandForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let wanted = match typed.read(&by.conference().zone()) {
        Ok(wanted) if !form.resumed => wanted,
        Ok(_) => return draw(by, &mut *db.connection().await?, typed, Errors::default(), None).await,
        Err(errors) => return draw(by, &mut *db.connection().await?, typed, errors, None).await,
    };
    let mut tx = db.begin().await?;
    let existing = id.map(|id| (id, typed.version));
    let who = Who::Account(by.account());
    match actions::save_stand(&mut tx, by.conference_id(), who, existing, &wanted, clock.now()).await {
        Ok(_) => tx.commit().await?,
        Err(Problem::Refused(message)) => {
            drop(tx);
            let mut connection = db.connection().await?;
            if let (Some(id), "rule-changed-meanwhile") = (id, message.key()) {
                let other = stored(by, &mut connection, id).await?;
                let typed = StandForm { version: other.version, ..typed };
                return draw(by, &mut connection, typed, Errors::default(), Some(other)).await;
            }
            let mut errors = Errors::default();
            errors.add("number", message);
            return draw(by, &mut connection, typed, errors, None).await;
        }
        Err(problem) => return Err(problem),
    }
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t("stands-saved"), undo: None };
    Ok(redirect_with(by.visit(), &by.path("/stands/manage"), &flash))
}
