//! The setting of which categories are open to registration, under which delegation and until when.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::accreditation::actions::{close_category, open_category};
use crate::clock::{Clock, Moment};
use crate::conferences::{Frame, OnDuty, Organiser, Reading, categories};
use crate::db::Db;
use crate::delegations::{delegations, quotas};
use crate::ids::{CategoryId, DelegationId};
use crate::participants::Mark;
use crate::web::Reader;
use crate::web::{Answer, Choice, Errors, Flash, FlashKind, Form, Page, Typed, page_with, redirect_with, typed_moment};

/// A category that people register in.
struct OpenLine {
    mark: Mark,
    delegation: String,
    until: String,
    is_over: bool,
    /// `3 of 40`; empty where the delegation has no place.
    places: String,
    closing: String,
}

#[derive(Template)]
#[template(path = "accreditation/opening.html")]
struct OpeningPage {
    page: Page,
    frame: Frame,
    action: String,
    public: String,
    open: Vec<OpenLine>,
    categories: Vec<Choice>,
    delegations: Vec<Choice>,
    typed: Typed,
    errors: Errors,
}

async fn draw<D: crate::conferences::Duty>(
    by: &OnDuty<D>,
    (typed, errors): (Typed, Errors),
    now: Moment,
    db: &Db,
) -> Answer<OpeningPage> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let all = categories(&mut connection, conference.id).await?;
    let entries = delegations(&mut connection, conference.id).await?;
    let mut open = Vec::new();
    for category in all.iter().filter(|category| category.open_to_self_registration) {
        let Some(under) = category.registers_under else { continue };
        let entry = entries.iter().find(|entry| entry.id == under);
        let given = quotas(&mut connection, conference.id, under).await?;
        let places = given.iter().find(|quota| quota.category_id == category.id && quota.cap > 0);
        let closes = category.registration_closes_at.unwrap_or(now);
        open.push(OpenLine {
            mark: Mark::of(language, category),
            delegation: entry.map(|entry| entry.name.in_language(language).to_owned()).unwrap_or_default(),
            until: language.date_time(closes, &conference.zone()),
            is_over: closes <= now,
            places: places
                .map(|quota| {
                    let numbers = [("used", quota.used.into()), ("cap", quota.cap.into())];
                    language.with("participants-used-of-cap", &numbers)
                })
                .unwrap_or_default(),
            closing: by.path(&format!("/settings/registration/{}/closing", category.id)),
        });
    }
    let named = entries.iter().map(|entry| (entry.id.to_string(), entry.name.in_language(language).to_owned()));
    let offered =
        all.iter().map(|one| (one.id.to_string(), format!("{} · {}", one.letter, one.name.in_language(language))));
    Ok(OpeningPage {
        page: by.page(language.t("settings-registration")),
        frame: Frame::of(by),
        action: by.path("/settings/registration"),
        public: by.path("/register"),
        open,
        categories: Choice::one_of(offered, typed.text("category")),
        delegations: Choice::one_of(named, typed.text("delegation")),
        typed,
        errors,
    })
}

/// `GET /{conference}/settings/registration`
pub async fn show(by: OnDuty<Reading<Organiser>>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let closes = typed_moment(by.conference().nomination_closes_at, &by.conference().zone());
    let anew = Typed::default().with("closes", closes);
    page_with(StatusCode::OK, draw(&by, (anew, Errors::default()), clock.now(), &db).await?)
}

/// `POST /{conference}/settings/registration`
pub async fn open(
    by: OnDuty<Organiser>,
    _: Path<String>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (typed, now) = (form.fields, clock.now());
    let mut reader = Reader::of(&typed);
    let category = reader.one_of("category", CategoryId::parse);
    let delegation = reader.one_of("delegation", DelegationId::parse);
    let closes = reader.moment("closes", &by.conference().zone());
    if closes.is_some_and(|closes| closes <= now) {
        reader.errors.say("closes", "register-closes-in-the-past");
    }
    let wish = match reader.finish(category.zip(delegation).zip(closes)) {
        Ok(wish) if !form.resumed => wish,
        read => {
            let errors = read.err().unwrap_or_default();
            let status = if form.resumed { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            return page_with(status, draw(&by, (typed, errors), now, &db).await?);
        }
    };
    let ((category, delegation), closes) = wish;
    let mut tx = db.begin().await?;
    open_category(&mut tx, &by, category, (delegation, closes), now).await?;
    tx.commit().await?;
    Ok(done(&by, "register-opened"))
}

/// `POST /{conference}/settings/registration/{category}/closing`
pub async fn close(
    by: OnDuty<Organiser>,
    path: Path<(String, CategoryId)>,
    _: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    close_category(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    Ok(done(&by, "register-was-closed"))
}

fn done(by: &OnDuty<Organiser>, key: &str) -> HttpResponse {
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t(key), undo: None };
    redirect_with(by.visit(), &by.path("/settings/registration"), &flash)
}
