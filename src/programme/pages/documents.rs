//! Papers of a session: the organisers' page on which they come and go, and their reading, by staff and by everybody.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::super::actions::{DocumentAct, add_document, change_document, document_file};
use super::super::model::DOCUMENT_BYTES;
use super::super::queries::{self, DocumentRow};
use super::super::tongues::{tongue, tongues};
use crate::clock::Clock;
use crate::conferences::{AtConference, OnDuty, ProgrammeManager, Reading};
use crate::db::{Connection, Db};
use crate::files::{FileType, Sealer, Shown, file_head, show as show_file};
use crate::ids::{ConferenceId, SessionDocumentId, SessionId};
use crate::language::{Language, Message};
use crate::web::{
    Answer, Choice, Errors, Flash, FlashKind, Form, Page, Problem, Reader, Typed, Visit, page, page_with, redirect_with,
};

/// A paper as a page shows it.
pub struct Paper {
    pub href: String,
    pub title: String,
    /// The name of its language, in that language.
    pub language: String,
    /// Type and size: `PDF, 1.2 MB`.
    pub size: String,
    pub is_public: bool,
    pub id: SessionDocumentId,
}

/// Papers as pages show them; `base` is the address that their keys are added to.
pub fn papers(rows: Vec<DocumentRow>, base: &str, language: Language) -> Vec<Paper> {
    let paper = |(document, _, media_type, size): DocumentRow| Paper {
        href: format!("{base}/{}", document.id),
        language: tongue(&document.language).map_or(document.language, |one| one.own_name.to_owned()),
        size: size_line(&media_type, size, language),
        title: document.title,
        is_public: document.is_public,
        id: document.id,
    };
    rows.into_iter().map(paper).collect()
}

fn size_line(media_type: &str, size: i64, language: Language) -> String {
    let kind = FileType::parse(media_type).map(|kind| kind.ending().to_uppercase()).unwrap_or_default();
    let kilobytes = (size + 1023) / 1024;
    let size = ("size", language.number(kilobytes.max(1)).into());
    language.with("programme-document-size", &[("kind", kind.into()), size])
}

#[derive(Template)]
#[template(path = "programme/documents.html")]
struct DocumentsPage {
    page: Page,
    session: String,
    papers: Vec<Paper>,
    typed: Typed,
    errors: Errors,
    languages: Vec<Choice>,
    base: String,
    back: String,
    may_change: bool,
}

type Address = Path<(String, SessionId)>;

async fn draw(
    by: &OnDuty<Reading<ProgrammeManager>>,
    connection: &mut Connection,
    id: SessionId,
    (typed, errors): (Typed, Errors),
) -> Answer<DocumentsPage> {
    let (language, conference) = (by.language(), by.conference());
    let session = queries::sessions(connection, conference.id).await?.into_iter().find(|one| one.id == id);
    let session = session.ok_or(Problem::NotFound)?;
    let rows = queries::documents(connection, conference.id, id).await?;
    let base = by.path(&format!("/programme/manage/sessions/{id}/documents"));
    let offered = tongues(&conference.languages).into_iter().map(|(tongue, _)| (tongue.code, tongue.own_name));
    Ok(DocumentsPage {
        page: by.page(language.t("programme-documents-title")),
        session: session.title.in_language(language).to_owned(),
        papers: papers(rows, &base, language),
        languages: Choice::one_of(offered, typed.text("language")),
        back: by.path(&format!("/programme/manage/sessions/{id}")),
        may_change: by.holds::<ProgrammeManager>(),
        base,
        typed,
        errors,
    })
}

/// `GET .../sessions/{session}/documents`
pub async fn list(by: OnDuty<Reading<ProgrammeManager>>, path: Address, db: Db) -> Answer<HttpResponse> {
    let first = by.conference().languages.first().cloned().unwrap_or_default();
    let typed = Typed::default().with("language", first).with("public", "yes");
    let mut connection = db.connection().await?;
    page(draw(&by, &mut connection, path.1, (typed, Errors::default())).await?)
}

/// `POST .../sessions/{session}/documents`: one paper more.
pub async fn add(
    (by, reading): (OnDuty<ProgrammeManager>, OnDuty<Reading<ProgrammeManager>>),
    path: Address,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut reader = Reader::of(&form.fields);
    let title = reader.required("title", 300);
    let language = reader.one_of("language", |code| tongue(code).map(|one| one.code));
    let mut errors = reader.errors;
    let sent = match form.file("file") {
        Ok(None) => {
            errors.say("file", "programme-document-no-file");
            None
        }
        Ok(Some(sent)) => match document_file(by.conference_id(), sent).check() {
            Ok(_) => Some(sent),
            Err(message) => {
                errors.add("file", message);
                None
            }
        },
        Err(_) => {
            let megabytes = (DOCUMENT_BYTES / 1024 / 1024) as i64;
            errors.add("file", Message::new("file-too-large").with("megabytes", megabytes));
            None
        }
    };
    let mut tx = db.begin().await?;
    let drawn = draw(&reading, &mut tx, path.1, (form.fields.clone(), errors.clone())).await?;
    let (Some(sent), Some(language), true, false) = (sent, language, errors.is_empty(), form.resumed) else {
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, drawn);
    };
    let is_public = form.fields.text("public") == "yes";
    add_document(&mut tx, &by, path.1, sent, (&title, language, is_public), clock.now()).await?;
    tx.commit().await?;
    let text = by.language().with("programme-document-added", &[("title", title.into())]);
    Ok(redirect_with(by.visit(), &drawn.base, &Flash { kind: FlashKind::Ok, text, undo: None }))
}

/// What is done to a paper.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Pressed {
    act: String,
}

type PaperAddress = Path<(String, SessionId, SessionDocumentId)>;

/// `POST .../sessions/{session}/documents/{document}`
pub async fn change(
    by: OnDuty<ProgrammeManager>,
    path: PaperAddress,
    form: Form<Pressed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (act, told) = match form.fields.act.as_str() {
        "publish" => (DocumentAct::Publish, "programme-document-published"),
        "withhold" => (DocumentAct::Withhold, "programme-document-withheld"),
        "remove" => (DocumentAct::Remove, "programme-document-removed"),
        _ => return Err(Problem::NotFound),
    };
    let mut tx = db.begin().await?;
    change_document(&mut tx, &by, (path.1, path.2), act, clock.now()).await?;
    tx.commit().await?;
    let to = by.path(&format!("/programme/manage/sessions/{}/documents", path.1));
    let flash = Flash { kind: FlashKind::Ok, text: by.language().t(told), undo: None };
    Ok(redirect_with(by.visit(), &to, &flash))
}

/// `GET .../manage/sessions/{session}/documents/{document}`: every paper, for staff.
pub async fn read(by: OnDuty<Reading<ProgrammeManager>>, path: PaperAddress, db: Db) -> Answer<HttpResponse> {
    let document = {
        let mut connection = db.connection().await?;
        queries::document(&mut connection, by.conference_id(), path.1, path.2).await?
    };
    answer(db, by.visit(), by.conference_id(), document.file_id).await
}

/// `GET /{conference}/programme/sessions/{session}/documents/{document}`: a public paper of a session that is public.
pub async fn read_public(by: AtConference, path: PaperAddress, db: Db) -> Answer<HttpResponse> {
    let conference = by.conference().id;
    let document = {
        let mut connection = db.connection().await?;
        if queries::released_one(&mut connection, conference, path.1).await?.gone {
            return Err(Problem::NotFound);
        }
        queries::document(&mut connection, conference, path.1, path.2).await?
    };
    if !document.is_public {
        return Err(Problem::NotFound);
    }
    answer(db, by.visit(), conference, document.file_id).await
}

async fn answer(db: Db, visit: &Visit, conference: ConferenceId, file: crate::ids::FileId) -> Answer<HttpResponse> {
    let head = file_head(&mut *db.connection().await?, conference, file).await?;
    let sealer = Sealer::of(visit.site())?;
    show_file(db, head, sealer, Shown::Inline).await
}
