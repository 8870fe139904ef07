//! Registering oneself: what is needed and until when, an address and its code, whom it is for. The same pages as for everybody
//! who fills in their own form follow.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::accounts::{Email, Someone, ask_newcomer};
use crate::accreditation::actions::{Registered, Registering, register};
use crate::clock::{Clock, Moment};
use crate::conferences::{AtConference, categories};
use crate::db::{Connection, Db};
use crate::ids::{CategoryId, ParticipantId};
use crate::participants::own::registrations_of;
use crate::participants::rules::read_line;
use crate::participants::{Mark, Status, Worded};
use crate::web::{Answer, Errors, Form, Page, Problem, Typed, page_with, redirect};

/// A category that is open.
struct OpenLine {
    id: String,
    mark: Mark,
    until: String,
    chosen: bool,
}

async fn open_lines(
    connection: &mut Connection,
    at: &AtConference,
    chosen: &str,
    now: Moment,
) -> Answer<Vec<OpenLine>> {
    let (language, zone) = (at.language(), at.conference().zone());
    let all = categories(connection, at.conference().id).await?;
    let open: Vec<_> = all.into_iter().filter(|category| category.is_open_to_registration(now)).collect();
    let alone = open.len() == 1;
    Ok(open
        .iter()
        .map(|category| OpenLine {
            id: category.id.to_string(),
            mark: Mark::of(language, category),
            until: category.registration_closes_at.map(|at| language.date_time(at, &zone)).unwrap_or_default(),
            chosen: alone || category.id.to_string() == chosen,
        })
        .collect())
}

#[derive(Template)]
#[template(path = "accreditation/register.html")]
struct RegisterPage {
    page: Page,
    base: String,
    conference: String,
    open: Vec<OpenLine>,
    typed: Typed,
    errors: Errors,
    /// Who is signed in; empty for a stranger.
    signed_in: String,
    contact: String,
}

async fn draw(
    at: &AtConference,
    status: StatusCode,
    (typed, errors): (Typed, Errors),
    now: Moment,
    db: &Db,
) -> Answer<HttpResponse> {
    let open = open_lines(&mut *db.connection().await?, at, "", now).await?;
    let language = at.language();
    page_with(
        status,
        RegisterPage {
            page: at.page(language.t("register-title")),
            base: at.path("/register"),
            conference: at.conference().name.in_language(language).to_owned(),
            open,
            typed,
            errors,
            signed_in: at.someone().map(|someone| someone.email.clone()).unwrap_or_default(),
            contact: at.conference().contact_email.clone(),
        },
    )
}

/// `GET /{conference}/register`
pub async fn show(at: AtConference, clock: Clock, db: Db) -> Answer<HttpResponse> {
    draw(&at, StatusCode::OK, (Typed::default(), Errors::default()), clock.now(), &db).await
}

/// `POST /{conference}/register`: a code is sent, whether the address is known or not.
pub async fn ask(at: AtConference, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let Some(email) = Email::parse(form.fields.text("email")) else {
        let mut errors = Errors::default();
        errors.say("email", "accounts-email-wrong");
        return draw(&at, StatusCode::UNPROCESSABLE_ENTITY, (form.fields, errors), now, &db).await;
    };
    if open_lines(&mut *db.connection().await?, &at, "", now).await?.is_empty() {
        return Err(Problem::refused("register-closed"));
    }
    ask_newcomer(&db, at.visit(), &email, &at.path("/register/people"), now).await
}

/// Somebody whom this address has registered already.
struct OwnLine {
    href: String,
    name: String,
    mark: &'static str,
    status: String,
}

#[derive(Template)]
#[template(path = "accreditation/register_people.html")]
struct PeoplePage {
    page: Page,
    back: String,
    action: String,
    email: String,
    own: Vec<OwnLine>,
    open: Vec<OpenLine>,
    id: ParticipantId,
    typed: Typed,
    errors: Errors,
    refusal: Option<String>,
}

/// Whoever is signed in.
fn someone(at: &AtConference) -> Answer<Someone> {
    at.someone().cloned().ok_or(Problem::SignInFirst)
}

async fn people_page(
    at: &AtConference,
    id: ParticipantId,
    (typed, errors): (Typed, Errors),
    refusal: Option<String>,
    (now, db): (Moment, &Db),
) -> Answer<PeoplePage> {
    let (language, who) = (at.language(), someone(at)?);
    let mut connection = db.connection().await?;
    let found = registrations_of(&mut connection, at.conference().id, who.account).await?;
    let own = found.iter().map(|person| OwnLine {
        href: format!("/people/{}{}", person.id, if person.status == Status::Draft { "/form" } else { "" }),
        name: person.name(),
        mark: person.status.mark(),
        status: language.t(&person.status.word()),
    });
    Ok(PeoplePage {
        page: at.page(language.t("register-whom")),
        back: at.path("/register"),
        action: at.path("/register/people"),
        email: who.email,
        own: own.collect(),
        open: open_lines(&mut connection, at, typed.text("category"), now).await?,
        id,
        typed,
        errors,
        refusal,
    })
}

/// `GET /{conference}/register/people`: whom this address has registered, and whom it registers next.
pub async fn people(at: AtConference, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let nothing = (Typed::default(), Errors::default());
    page_with(StatusCode::OK, people_page(&at, ParticipantId::new(), nothing, None, (clock.now(), &db)).await?)
}

/// `POST /{conference}/register/people`
pub async fn begin(at: AtConference, _: Path<String>, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (typed, now, who) = (form.fields, clock.now(), someone(&at)?);
    let id = ParticipantId::parse(typed.text("id")).ok_or(Problem::NotFound)?;
    if form.resumed {
        return page_with(StatusCode::OK, people_page(&at, id, (typed, Errors::default()), None, (now, &db)).await?);
    }
    let (category, name) = match read(&typed) {
        Ok(read) => read,
        Err(errors) => {
            let drawn = people_page(&at, id, (typed, errors), None, (now, &db)).await?;
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn);
        }
    };
    let registering =
        Registering { account: who.account, email: &who.email, language: at.language(), category, name: &name };
    let mut tx = db.begin().await?;
    match register(&mut tx, (at.visit().site(), at.conference()), id, &registering, now).await {
        Ok(Registered::Begun(person)) => {
            tx.commit().await?;
            Ok(redirect(&format!("/people/{person}/form")))
        }
        // Their own page knows the way: the form while it is open, else where it stands.
        Ok(Registered::Known(person)) => Ok(redirect(&format!("/people/{person}"))),
        Err(Problem::Refused(message)) => {
            drop(tx);
            let refusal = Some(at.language().message(&message));
            let drawn = people_page(&at, id, (typed, Errors::default()), refusal, (now, &db)).await?;
            page_with(StatusCode::CONFLICT, drawn)
        }
        Err(other) => Err(other),
    }
}

fn read(typed: &Typed) -> Result<(CategoryId, String), Errors> {
    let mut errors = Errors::default();
    let category = CategoryId::parse(typed.text("category"));
    if category.is_none() {
        errors.say("category", "field-choose");
    }
    let name = read_line(typed.text("document_name")).unwrap_or_else(|message| {
        errors.add("document_name", message);
        String::new()
    });
    if name.is_empty() {
        errors.say("document_name", "field-required");
    }
    category.filter(|_| errors.is_empty()).map(|category| (category, name)).ok_or(errors)
}
