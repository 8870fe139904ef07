//! Applying for admission: what it is and until when, one's address and its code, the form, and where it stands.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::documents::{self, Changes, DocumentLine};
use super::done;
use super::form::language_choices;
use crate::accounts::{Email, Someone, ask_newcomer};
use crate::clock::{Clock, Moment};
use crate::conferences::{AtConference, admission_closes_at};
use crate::db::{Connection, Db};
use crate::delegations::model::{AdmissionStatus, Application, ApplicationDocument, ApplicationWish, DelegationKind};
use crate::delegations::rules::{
    ADMITTED_KINDS, AdmissionStep, admission_after, name_key, read_website, takes_applications,
};
use crate::delegations::{actions, entities, queries};
use crate::files::Sealer;
use crate::ids::{ApplicationId, ConferenceId};
use crate::language::{Language, shipped};
use crate::web::{Answer, Choice, Errors, Form, Page, Problem, Reader, Typed, page_with, redirect, redirect_with};

/// An application as its list shows it.
struct OwnLine {
    href: String,
    name: String,
    mark: &'static str,
    status: String,
}

#[derive(Template)]
#[template(path = "delegations/admission.html")]
struct AdmissionPage {
    page: Page,
    base: String,
    conference: String,
    /// Until when; empty where no applications are taken.
    until: String,
    contact: String,
    signed_in: String,
    typed: Typed,
    errors: Errors,
}

/// `GET /{conference}/admission`
pub async fn show(at: AtConference, clock: Clock, db: Db) -> Answer<HttpResponse> {
    draw(&at, (Typed::default(), Errors::default()), StatusCode::OK, (clock.now(), &db)).await
}

async fn draw(
    at: &AtConference,
    (typed, errors): (Typed, Errors),
    status: StatusCode,
    (now, db): (Moment, &Db),
) -> Answer<HttpResponse> {
    let closes = admission_closes_at(&mut *db.connection().await?, at.conference().id).await?;
    page_with(
        status,
        AdmissionPage {
            page: at.page(at.language().t("admission-title")),
            base: at.path("/admission"),
            conference: at.conference().name.in_language(at.language()).to_owned(),
            until: until(at, closes, now),
            contact: at.conference().contact_email.clone(),
            signed_in: at.someone().map(|someone| someone.email.clone()).unwrap_or_default(),
            typed,
            errors,
        },
    )
}

fn until(at: &AtConference, closes: Option<Moment>, now: Moment) -> String {
    let open = closes.filter(|_| takes_applications(closes, now));
    open.map(|closes| at.language().date_time(closes, &at.conference().zone())).unwrap_or_default()
}

/// `POST /{conference}/admission`: a code is sent, whether the address is known or not.
pub async fn ask(at: AtConference, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let Some(email) = Email::parse(form.fields.text("email")) else {
        let mut errors = Errors::default();
        errors.say("email", "field-not-an-address");
        return draw(&at, (form.fields, errors), StatusCode::UNPROCESSABLE_ENTITY, (now, &db)).await;
    };
    let closes = admission_closes_at(&mut *db.connection().await?, at.conference().id).await?;
    if !takes_applications(closes, now) {
        return Err(Problem::refused("admission-closed"));
    }
    ask_newcomer(&db, at.visit(), &email, &at.path("/admission/applications"), now).await
}

#[derive(Template)]
#[template(path = "delegations/application.html")]
struct ApplicationPage {
    page: Page,
    back: String,
    /// Where the form goes; empty where there is nothing to fill in.
    action: String,
    withdrawal: String,
    email: String,
    /// Others of the same address.
    own: Vec<OwnLine>,
    mark: &'static str,
    status: String,
    /// What the secretariat asks or says.
    note: String,
    is_returned: bool,
    is_new: bool,
    /// What was applied for, where it can no longer be changed.
    about: String,
    /// The page of the delegation that it became.
    delegation: Option<String>,
    /// It is with the secretariat.
    waits: bool,
    id: String,
    kinds: Vec<Choice>,
    countries: Vec<Choice>,
    languages: Vec<Choice>,
    documents: Vec<DocumentLine>,
    typed: Typed,
    errors: Errors,
    refusal: String,
}

/// Whoever is signed in.
fn someone(at: &AtConference) -> Answer<Someone> {
    at.someone().cloned().ok_or(Problem::SignInFirst)
}

/// What a form page shows.
struct Shown<'a> {
    application: Option<&'a Application>,
    id: ApplicationId,
    typed: Typed,
    errors: Errors,
    refusal: String,
    status: StatusCode,
}

impl<'a> Shown<'a> {
    fn plain(id: ApplicationId, typed: Typed, application: Option<&'a Application>) -> Self {
        Self { application, id, typed, errors: Errors::default(), refusal: String::new(), status: StatusCode::OK }
    }
}

async fn form_page(at: &AtConference, shown: Shown<'_>, (now, db): (Moment, &Db)) -> Answer<HttpResponse> {
    let (language, who, conference) = (at.language(), someone(at)?, at.conference());
    let Shown { application, id, typed, errors, refusal, status } = shown;
    let mut connection = db.connection().await?;
    let own = queries::applications_of(&mut connection, conference.id, who.account).await?;
    let closes = admission_closes_at(&mut connection, conference.id).await?;
    let documents = queries::documents_of(&mut connection, conference.id, id).await?;
    let base = at.path("/admission/applications");
    let lines = own.iter().filter(|one| application.is_none_or(|this| this.id != one.id)).map(|one| OwnLine {
        href: format!("{base}/{}", one.id),
        name: one.name.in_language(language).to_owned(),
        mark: one.status.mark(),
        status: language.t(&one.status.key()),
    });
    let is_returned = application.is_some_and(|one| one.status == AdmissionStatus::Returned);
    let admitted_as =
        application.filter(|one| one.status == AdmissionStatus::Admitted).and_then(|one| one.delegation_id);
    let can_fill = is_returned || (application.is_none() && takes_applications(closes, now));
    let can_withdraw = application.is_some_and(|one| admission_after(one.status, AdmissionStep::Withdraw).is_some());
    let title =
        application.map_or_else(|| language.t("admission-apply"), |one| one.name.in_language(language).to_owned());
    page_with(
        status,
        ApplicationPage {
            page: at.page(title),
            back: at.path("/admission"),
            action: match (application, can_fill) {
                (Some(one), true) => format!("{base}/{}", one.id),
                (None, true) => base.clone(),
                (_, false) => String::new(),
            },
            withdrawal: application
                .filter(|_| can_withdraw)
                .map(|one| format!("{base}/{}/withdrawal", one.id))
                .unwrap_or_default(),
            email: who.email,
            own: lines.collect(),
            mark: application.map_or("draft", |one| one.status.mark()),
            status: application.map(|one| language.t(&one.status.key())).unwrap_or_default(),
            note: application.map(|one| one.note.clone()).unwrap_or_default(),
            is_returned,
            is_new: application.is_none(),
            delegation: admitted_as.map(|id| format!("/delegations/{id}")),
            waits: application.is_some_and(|one| one.status == AdmissionStatus::Submitted),
            about: application.map(|one| one.about.clone()).unwrap_or_default(),
            documents: documents::lines(&documents, &format!("{base}/{id}"), &typed),
            id: id.to_string(),
            kinds: Choice::one_of(
                ADMITTED_KINDS.iter().map(|kind| (kind.as_str(), language.t(&kind.key()))),
                typed.text("kind"),
            ),
            countries: countries(language, typed.text("country")),
            languages: language_choices(if typed.has("language") { typed.text("language") } else { language.code() }),
            typed,
            errors,
            refusal,
        },
    )
}

fn countries(language: Language, chosen: &str) -> Vec<Choice> {
    let code = language.content_code();
    let mut all: Vec<&entities::Entity> = entities::all().iter().collect();
    entities::order_of(&mut all, code, None, |one| one.short(code));
    Choice::one_of(all.into_iter().map(|one| (one.alpha2.as_str(), one.short(code))), chosen)
}

/// `GET /{conference}/admission/applications`
pub async fn begin(at: AtConference, clock: Clock, db: Db) -> Answer<HttpResponse> {
    form_page(&at, Shown::plain(ApplicationId::new(), Typed::default(), None), (clock.now(), &db)).await
}

fn read(typed: &Typed) -> Result<ApplicationWish, Errors> {
    let mut reader = Reader::of(typed);
    let kind = reader.one_of("kind", |text| DelegationKind::parse(text).filter(|kind| ADMITTED_KINDS.contains(kind)));
    let name = reader.localized("name", 200, |_| false);
    if name.is_empty() {
        let first = shipped().next().map_or("en", Language::code);
        reader.errors.say(&format!("name_{first}"), "delegation-name-missing");
    }
    let country = entities::by_code(typed.text("country")).map(|one| one.alpha2.clone());
    reader.text("website", 300);
    let website = read_website(typed.text("website")).unwrap_or_else(|message| {
        reader.errors.add("website", message);
        String::new()
    });
    let about = reader.required("about", 2000);
    let people = reader.number("people", 1, 999);
    if people.is_none() && !typed.has("people") {
        reader.errors.say("people", "field-required");
    }
    let contact_name = reader.required("contact_name", 120);
    let known = |code: &str| shipped().find(|one| one.code() == code).map(|one| one.code().to_owned());
    let language = reader.one_of("language", known);
    let wish = kind.zip(people).zip(language).map(|((kind, people), language)| ApplicationWish {
        kind,
        name_key: name_key(&name),
        name,
        country,
        website,
        about,
        people,
        contact_name,
        language,
    });
    reader.finish(wish)
}

fn typed(one: &Application) -> Typed {
    Typed::default()
        .with("kind", one.kind)
        .with_localized("name", &one.name)
        .with("country", one.country.as_deref().unwrap_or_default())
        .with("website", &one.website)
        .with("about", &one.about)
        .with("people", one.people)
        .with("contact_name", &one.contact_name)
        .with("language", &one.language)
}

const RULES: &[(&str, &str)] = &[("rule-one-live-application", "name_en")];

/// `POST /{conference}/admission/applications`
pub async fn send(at: AtConference, _: Path<String>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (typed, now, who) = (form.fields.clone(), clock.now(), someone(&at)?);
    let id = ApplicationId::parse(typed.text("id")).ok_or(Problem::NotFound)?;
    if form.resumed {
        return form_page(&at, Shown::plain(id, typed, None), (now, &db)).await;
    }
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let sealer = Sealer::of(at.visit().site())?;
    let with = (at.conference().id, at.language(), &sealer);
    let (wish, changes) = match read_with(&form, &[], with) {
        Ok(read) => read,
        Err(errors) => {
            let shown = Shown { errors, status: wrong, ..Shown::plain(id, typed, None) };
            return form_page(&at, shown, (now, &db)).await;
        }
    };
    let mut tx = db.begin().await?;
    match actions::apply(&mut tx, (&at, who.account), id, &wish, now).await {
        Ok(is_new) => {
            if is_new {
                keep_documents(&mut tx, (at.conference().id, id), &changes, now).await?;
            }
            tx.commit().await?;
        }
        Err(problem) => {
            drop(tx);
            let mut errors = Errors::at_field(problem, RULES)?;
            changes.ask_again(&mut errors);
            let shown = Shown { errors, status: wrong, ..Shown::plain(id, typed, None) };
            return form_page(&at, shown, (now, &db)).await;
        }
    }
    let to = at.path(&format!("/admission/applications/{id}"));
    Ok(redirect_with(at.visit(), &to, &done(at.language().t("admission-sent"))))
}

/// The whole form: what is applied for, and the documents beside it.
fn read_with<'a>(
    form: &'a Form<Typed>,
    present: &[ApplicationDocument],
    with: (ConferenceId, Language, &'a Sealer),
) -> Result<(ApplicationWish, Changes<'a>), Errors> {
    let mut errors = Errors::default();
    let changes = documents::read(form, present, with, &mut errors);
    match read(&form.fields) {
        Ok(wish) if errors.is_empty() => return Ok((wish, changes)),
        Ok(_) => {}
        Err(more) => more.iter().for_each(|(field, message)| errors.add(field, message.clone())),
    }
    changes.ask_again(&mut errors);
    Err(errors)
}

async fn keep_documents(
    tx: &mut Connection,
    of: (ConferenceId, ApplicationId),
    changes: &Changes<'_>,
    now: Moment,
) -> Answer<()> {
    actions::keep_documents(tx, of, (&changes.removed, &changes.added), now).await
}

/// Whoever is signed in has sent it.
pub(super) async fn own(at: &AtConference, id: ApplicationId, db: &Db) -> Answer<Application> {
    let who = someone(at)?;
    let one = queries::application_by_id(&mut *db.connection().await?, at.conference().id, id).await?;
    if one.account_id == who.account { Ok(one) } else { Err(Problem::NotFound) }
}

/// `GET /{conference}/admission/applications/{application}`
pub async fn stands(
    at: AtConference,
    path: Path<(String, ApplicationId)>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let one = own(&at, path.1, &db).await?;
    form_page(&at, Shown::plain(one.id, typed(&one), Some(&one)), (clock.now(), &db)).await
}

/// `POST /{conference}/admission/applications/{application}`: what was asked for, sent again.
pub async fn mend(
    at: AtConference,
    path: Path<(String, ApplicationId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (now, one) = (clock.now(), own(&at, path.1, &db).await?);
    let who = someone(&at)?;
    if form.resumed {
        return form_page(&at, Shown::plain(one.id, form.fields, Some(&one)), (now, &db)).await;
    }
    let (conference, sealer) = (at.conference().id, Sealer::of(at.visit().site())?);
    let present = queries::documents_of(&mut *db.connection().await?, conference, one.id).await?;
    let typed = form.fields.clone();
    let (wish, changes) = match read_with(&form, &present, (conference, at.language(), &sealer)) {
        Ok(read) => read,
        Err(errors) => {
            let plain = Shown::plain(one.id, typed, Some(&one));
            let shown = Shown { errors, status: StatusCode::UNPROCESSABLE_ENTITY, ..plain };
            return form_page(&at, shown, (now, &db)).await;
        }
    };
    let mut tx = db.begin().await?;
    match actions::apply_again(&mut tx, (&at, who.account), one.id, &wish, now).await {
        Ok(()) => {
            keep_documents(&mut tx, (conference, one.id), &changes, now).await?;
            tx.commit().await?;
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let refusal = at.language().message(&message);
            let plain = Shown::plain(one.id, typed, Some(&one));
            return form_page(&at, Shown { refusal, status: StatusCode::CONFLICT, ..plain }, (now, &db)).await;
        }
        Err(problem) => return Err(problem),
    }
    let to = at.path(&format!("/admission/applications/{}", one.id));
    Ok(redirect_with(at.visit(), &to, &done(at.language().t("admission-sent"))))
}

/// `POST /{conference}/admission/applications/{application}/withdrawal`
pub async fn withdraw(
    at: AtConference,
    path: Path<(String, ApplicationId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let to = at.path(&format!("/admission/applications/{}", path.1));
    let who = someone(&at)?;
    if form.resumed {
        return Ok(redirect(&to));
    }
    let mut tx = db.begin().await?;
    actions::withdraw_application(&mut tx, (&at, who.account), path.1, clock.now()).await?;
    tx.commit().await?;
    Ok(redirect_with(at.visit(), &to, &done(at.language().t("admission-withdrawn"))))
}
