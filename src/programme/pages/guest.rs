//! Inviting a named guest on stage to be accredited: in which delegation and category, and what the mail says.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::super::actions::{GuestInvitation, invite_guest};
use super::super::model::{Person, Session};
use super::super::queries;
use super::edit::category_label;
use super::stage_view::role_label;
use crate::clock::Clock;
use crate::conferences::{Category, OnDuty, ProgrammeManager, categories};
use crate::db::{Connection, Db};
use crate::delegations::{Delegation, DelegationKind, delegations};
use crate::ids::{CategoryId, DelegationId, ParticipantId, SessionId, SessionPersonId};
use crate::language::{Language, shipped};
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, Reader, Typed, page, page_with, redirect_with,
};

#[derive(Template)]
#[template(path = "programme/guest.html")]
struct GuestPage {
    page: Page,
    typed: Typed,
    errors: Errors,
    session: String,
    delegations: Vec<Choice>,
    categories: Vec<Choice>,
    languages: Vec<Choice>,
    back: String,
}

type Address = Path<(String, SessionId, SessionPersonId)>;

/// What the page is about and what it offers.
struct Desk {
    session: Session,
    person: Person,
    delegations: Vec<Delegation>,
    categories: Vec<Category>,
}

async fn desk(by: &OnDuty<ProgrammeManager>, connection: &mut Connection, path: &Address) -> Answer<Desk> {
    let conference = by.conference_id();
    let session = queries::sessions(connection, conference).await?.into_iter().find(|one| one.id == path.1);
    let stage = queries::stage_of(connection, conference, path.1).await?;
    let person = stage.into_iter().find(|(id, _)| *id == path.2).map(|(_, person)| person);
    Ok(Desk {
        session: session.ok_or(Problem::NotFound)?,
        person: person.ok_or(Problem::NotFound)?,
        delegations: delegations(connection, conference).await?,
        categories: categories(connection, conference).await?,
    })
}

fn draw(by: &OnDuty<ProgrammeManager>, desk: &Desk, path: &Address, typed: Typed, errors: Errors) -> GuestPage {
    let language = by.language();
    let bodies = desk.delegations.iter().map(|one| (one.id.to_string(), one.name.in_language(language)));
    let letters = desk.categories.iter().map(|one| (one.id.to_string(), category_label(one, language)));
    let known = shipped().map(|known| (known.code(), known.own_name()));
    GuestPage {
        page: by.page(language.t("programme-guest-title")),
        session: desk.session.title.in_language(language).to_owned(),
        delegations: Choice::one_of(bodies, typed.text("delegation")),
        categories: Choice::one_of(letters, typed.text("category")),
        languages: Choice::one_of(known, typed.text("language")),
        back: by.path(&format!("/programme/manage/sessions/{}#stage", path.1)),
        typed,
        errors,
    }
}

/// What the mail says beside the rest, in the guest's language: on which stage they are wanted, as what, and when.
fn note(by: &OnDuty<ProgrammeManager>, desk: &Desk, language: Language) -> String {
    let zone = by.conference().zone();
    let when = desk.session.starts_at.map(|at| {
        let day = language.weekday_date(at.conference_day(&zone));
        format!("{day}, {}", language.time(at, &zone))
    });
    let arguments = [
        ("title", desk.session.title.in_language(language).into()),
        ("role", role_label(desk.person.role, language).into()),
        ("when", when.unwrap_or_default().into()),
    ];
    let key = if desk.session.starts_at.is_some() { "programme-guest-note" } else { "programme-guest-note-undated" };
    language.with(key, &arguments)
}

/// `GET .../sessions/{session}/guests/{person}`
pub async fn show(by: OnDuty<ProgrammeManager>, path: Address, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let desk = desk(&by, &mut connection, &path).await?;
    let language = Language::or_fallback(desk.person.language.as_deref());
    // Guests of the conference are nominated by its secretariat, else by the host.
    let hosts = [DelegationKind::Secretariat, DelegationKind::Host];
    let body = hosts.iter().find_map(|kind| desk.delegations.iter().find(|one| one.kind == *kind));
    let guests = desk.categories.iter().find(|category| category.letter == "G");
    let typed = Typed::default()
        .with("id", ParticipantId::new())
        .with("name", &desk.person.name)
        .with("email", desk.person.email.as_deref().unwrap_or_default())
        .with("language", language.code())
        .with("delegation", body.map(|one| one.id.to_string()).unwrap_or_default())
        .with("category", guests.map(|one| one.id.to_string()).unwrap_or_default())
        .with("note", note(&by, &desk, language));
    page(draw(&by, &desk, &path, typed, Errors::default()))
}

/// `POST .../sessions/{session}/guests/{person}`
pub async fn invite(
    by: OnDuty<ProgrammeManager>,
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let typed = form.fields;
    let mut tx = db.begin().await?;
    let desk = desk(&by, &mut tx, &path).await?;
    let again = |typed, errors| page_with(StatusCode::UNPROCESSABLE_ENTITY, draw(&by, &desk, &path, typed, errors));
    if form.resumed {
        return page(draw(&by, &desk, &path, typed, Errors::default()));
    }
    let (body, category, wanted) = match read(&typed, &desk, &path) {
        Ok(read) => read,
        Err(errors) => return again(typed, errors),
    };
    match invite_guest(&mut tx, &by, (body, category), &wanted, clock.now()).await {
        Ok(person) => {
            tx.commit().await?;
            let arguments = [("name", person.name().into()), ("email", wanted.email.into())];
            let text = by.language().with("programme-guest-invited", &arguments);
            let to = by.path(&format!("/programme/manage/sessions/{}", path.1));
            Ok(redirect_with(by.visit(), &to, &Flash { kind: FlashKind::Ok, text, undo: None }))
        }
        Err(problem) => {
            let fields = [
                ("programme-guest-no-place", "category"),
                ("programme-guest-known", "name"),
                ("own-asked-a-moment-ago", "email"),
            ];
            again(typed, Errors::at_field(problem, &fields)?)
        }
    }
}

fn read<'a>(
    typed: &Typed,
    desk: &'a Desk,
    path: &Address,
) -> Result<(&'a Delegation, &'a Category, GuestInvitation), Errors> {
    let mut reader = Reader::of(typed);
    let name = reader.required("name", 200);
    let email = reader.email("email");
    if email.is_empty() {
        reader.errors.say("email", "field-required");
    }
    let note = reader.text("note", 2000);
    let body = reader.one_of("delegation", |text| {
        let id = DelegationId::parse(text)?;
        desk.delegations.iter().find(|one| one.id == id)
    });
    let category = reader.one_of("category", |text| {
        let id = CategoryId::parse(text)?;
        desk.categories.iter().find(|one| one.id == id)
    });
    let language = Language::parse(typed.text("language")).map(|language| language.code().to_owned());
    let draft = ParticipantId::parse(typed.text("id")).unwrap_or_else(ParticipantId::new);
    let wanted = body.zip(category).map(|(body, category)| {
        let (session, person, category_id) = (path.1, path.2, category.id);
        let wanted = GuestInvitation { session, person, draft, name, email, language, category: category_id, note };
        (body, category, wanted)
    });
    reader.finish(wanted)
}
