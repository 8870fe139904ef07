//! Where a focal point asks somebody to complete their own draft: somebody new by address and category, or the person of a draft.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::clock::{Clock, Moment};
use crate::conferences::categories;
use crate::db::{Connection, Db};
use crate::delegations::{FocalPoint, quotas};
use crate::ids::{CategoryId, DelegationId, ParticipantId};
use crate::language::{Language, shipped};
use crate::participants::model::{CompositionTitle, Details, Participant};
use crate::participants::own::{Asked, ask, invite_new, progress_of, revoke};
use crate::participants::pages::words::values;
use crate::participants::rules::{read_email, read_line, read_text};
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, Typed, page, page_with, redirect_with,
};

#[derive(Template)]
#[template(path = "participants/own/invitation.html")]
struct InvitationPage {
    page: Page,
    back: String,
    delegation: String,
    action: String,
    id: ParticipantId,
    typed: Typed,
    errors: Errors,
    refusal: Option<String>,
    categories: Vec<Choice>,
    titles: Vec<Choice>,
    languages: Vec<Choice>,
    can_invite: bool,
}

async fn draw(
    connection: &mut Connection,
    by: &FocalPoint,
    id: ParticipantId,
    (typed, errors): (Typed, Errors),
    refusal: Option<String>,
) -> Answer<InvitationPage> {
    let language = by.language();
    let open = open_categories(connection, by).await?;
    let known = shipped().map(|known| (known.code(), known.own_name()));
    Ok(InvitationPage {
        page: by.page(language.t("own-invite-title")),
        back: by.path(""),
        delegation: by.delegation().name.in_language(language).to_owned(),
        action: by.path("/people/invitation"),
        id,
        can_invite: !open.is_empty(),
        categories: Choice::one_of(open.into_iter().map(|(id, word)| (id.to_string(), word)), typed.text("category")),
        titles: values(language, CompositionTitle::ALL, typed.text("composition_title")),
        languages: Choice::one_of(known, typed.text("language")),
        typed,
        errors,
        refusal,
    })
}

/// The categories in which the delegation has places.
async fn open_categories(connection: &mut Connection, by: &FocalPoint) -> Answer<Vec<(CategoryId, String)>> {
    let (conference, language) = (by.conference_id(), by.language());
    let places = quotas(connection, conference, by.delegation().id).await?;
    let has_places = |id: CategoryId| places.iter().any(|quota| quota.category_id == id && quota.cap > 0);
    let all = categories(connection, conference).await?;
    Ok(all
        .into_iter()
        .filter(|category| has_places(category.id))
        .map(|category| (category.id, format!("{} · {}", category.letter, category.name.in_language(language))))
        .collect())
}

/// `GET /delegations/{delegation}/people/invitation`
pub async fn begin(by: FocalPoint, _: Path<DelegationId>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let places = quotas(&mut connection, by.conference_id(), by.delegation().id).await?;
    let roomiest = places.iter().filter(|quota| quota.cap > 0).max_by_key(|quota| quota.cap - quota.used);
    let anew = Typed::default()
        .with("category", roomiest.map(|quota| quota.category_id.to_string()).unwrap_or_default())
        .with("composition_title", CompositionTitle::Representative)
        .with("language", &by.delegation().language);
    page(draw(&mut connection, &by, ParticipantId::new(), (anew, Errors::default()), None).await?)
}

/// `POST /delegations/{delegation}/people/invitation`
pub async fn invite(
    by: FocalPoint,
    _: Path<DelegationId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (typed, now) = (form.fields, clock.now());
    let id = ParticipantId::parse(typed.text("id")).ok_or(Problem::NotFound)?;
    let mut tx = db.begin().await?;
    if form.resumed {
        return page(draw(&mut tx, &by, id, (typed, Errors::default()), None).await?);
    }
    let open = open_categories(&mut tx, &by).await?;
    let (details, note) = match read(&typed, &open) {
        Ok(read) => read,
        Err(errors) => {
            let drawn = draw(&mut tx, &by, id, (typed, errors), None).await?;
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn);
        }
    };
    match invite_new(&mut tx, &by, id, &details, &note, now).await {
        Ok(person) => {
            tx.commit().await?;
            let to = by.path(if typed.text("then") == "another" { "/people/invitation" } else { "" });
            Ok(redirect_with(by.visit(), &to, &told(&by, "own-invited", &person)))
        }
        Err(Problem::Refused(message)) => {
            drop(tx);
            let refusal = by.language().message(&message);
            let mut connection = db.connection().await?;
            let drawn = draw(&mut connection, &by, id, (typed, Errors::default()), Some(refusal)).await?;
            page_with(StatusCode::CONFLICT, drawn)
        }
        Err(other) => Err(other),
    }
}

fn read(typed: &Typed, open: &[(CategoryId, String)]) -> Result<(Details, String), Errors> {
    let mut errors = Errors::default();
    let category = CategoryId::parse(typed.text("category")).filter(|id| open.iter().any(|(one, _)| one == id));
    if category.is_none() {
        errors.say("category", "field-choose");
    }
    let email = read_email(typed.text("email")).unwrap_or_else(|message| {
        errors.add("email", message);
        None
    });
    if email.is_none() {
        errors.say("email", "field-required");
    }
    let mut line = |field: &str| {
        read_line(typed.text(field)).unwrap_or_else(|message| {
            errors.add(field, message);
            String::new()
        })
    };
    let (family_name, given_name) = (line("family_name"), line("given_name"));
    let note = read_text(typed.text("note")).unwrap_or_else(|message| {
        errors.add("note", message);
        String::new()
    });
    let Some(category) = category.filter(|_| errors.is_empty()) else { return Err(errors) };
    let language = Language::parse(typed.text("language")).map(|language| language.code().to_owned());
    let title = CompositionTitle::parse(typed.text("composition_title")).unwrap_or(CompositionTitle::Representative);
    Ok((
        Details { email, family_name, given_name, language, composition_title: title, ..Details::blank(category) },
        note,
    ))
}

fn told(by: &FocalPoint, key: &str, person: &Participant) -> Flash {
    let name = person.name();
    let email = person.email.clone().unwrap_or_default();
    let name = if name.is_empty() { email.clone() } else { name };
    let text = by.language().with(key, &[("name", name.into()), ("email", email.into())]);
    Flash { kind: FlashKind::Ok, text, undo: None }
}

type Address = Path<(DelegationId, ParticipantId)>;

/// `POST /delegations/{delegation}/people/{participant}/invitation`: asks the person of a draft, or asks again.
pub async fn ask_person(
    by: FocalPoint,
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let note = read_text(form.fields.text("note")).map_err(Problem::Refused)?;
    let mut tx = db.begin().await?;
    let to = by.path(&format!("/people/{}", path.1));
    match ask(&mut tx, &by, path.1, &note, clock.now()).await {
        Ok(person) => {
            tx.commit().await?;
            Ok(redirect_with(by.visit(), &to, &told(&by, "own-invited", &person)))
        }
        Err(Problem::Refused(message)) => {
            let text = by.language().message(&message);
            Ok(redirect_with(by.visit(), &to, &Flash { kind: FlashKind::No, text, undo: None }))
        }
        Err(other) => Err(other),
    }
}

/// `POST /delegations/{delegation}/people/{participant}/invitation/revocation`
pub async fn take_back(by: FocalPoint, path: Address, _: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let person = revoke(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    let to = by.path(&format!("/people/{}", path.1));
    Ok(redirect_with(by.visit(), &to, &told(&by, "own-link-taken-back", &person)))
}

/// What a delegation's pages say of somebody who fills in their own form.
#[derive(Clone, Debug)]
pub struct AskedLine {
    pub id: ParticipantId,
    pub text: String,
    /// Whether a link is out that can be taken back.
    pub can_take_back: bool,
    /// They declared their answers: the delegation checks and submits.
    pub is_completed: bool,
    /// They registered themselves, and nobody asked them.
    pub is_registration: bool,
}

/// Who of a delegation's people was asked, and how far each has come.
pub async fn asked_lines(connection: &mut Connection, by: &FocalPoint, now: Moment) -> Answer<Vec<AskedLine>> {
    let (language, zone) = (by.language(), by.conference().zone());
    let found = progress_of(connection, by.conference_id(), by.delegation().id).await?;
    let line = |progress: crate::participants::own::Progress| {
        let asked = progress.at(now)?;
        let (key, at) = match asked {
            Asked::Sent(at) => ("own-asked-sent", at),
            Asked::RunOut(at) => ("own-asked-run-out", at),
            Asked::Begun(at) => ("own-asked-begun", at),
            Asked::Completed(at) => ("own-asked-completed", at),
            Asked::ChangedSince(at) => ("own-asked-changed-since", at),
        };
        Some(AskedLine {
            id: progress.form.participant_id,
            text: language.with(key, &[("at", language.date_time(at, &zone).into())]),
            can_take_back: progress.link.is_some(),
            is_completed: matches!(asked, Asked::Completed(_) | Asked::ChangedSince(_)),
            is_registration: progress.form.origin == crate::participants::own::Origin::Registered,
        })
    };
    Ok(found.into_iter().filter_map(line).collect())
}
