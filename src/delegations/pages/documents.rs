//! Documents of an application for admission: read from its form, listed with ways to open them, and opened by the applicant
//! and by the secretariat.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::admission;
use crate::conferences::{AtConference, OnDuty, Organiser, Reading};
use crate::db::Db;
use crate::delegations::actions::NewDocument;
use crate::delegations::model::ApplicationDocument;
use crate::delegations::queries;
use crate::delegations::rules::MOST_DOCUMENTS;
use crate::files::{Sealer, Shown, file_head};
use crate::ids::{ApplicationDocumentId, ApplicationId, ConferenceId};
use crate::language::{Language, Message};
use crate::web::{Answer, Errors, Form, Sent, Site, Typed};

/// A document as a page lists it.
pub struct DocumentLine {
    pub id: String,
    pub href: String,
    pub name: String,
    /// It is ticked to be taken away.
    pub goes: bool,
}

/// Documents with the ways to them, below the address of their application.
pub fn lines(documents: &[ApplicationDocument], application: &str, typed: &Typed) -> Vec<DocumentLine> {
    let line = |one: &ApplicationDocument| {
        let id = one.id.to_string();
        DocumentLine {
            href: format!("{application}/documents/{id}"),
            name: one.name.clone(),
            goes: typed.contains("remove_document", &id),
            id,
        }
    };
    documents.iter().map(line).collect()
}

/// What a form changes of an application's documents.
pub struct Changes<'a> {
    pub removed: Vec<ApplicationDocumentId>,
    pub added: Vec<NewDocument<'a>>,
}

/// Reads what was chosen in a form, each file checked; what is wrong is said with the file's name.
pub fn read<'a>(
    form: &'a Form<Typed>,
    present: &[ApplicationDocument],
    (conference, language, sealer): (ConferenceId, Language, &'a Sealer),
    errors: &mut Errors,
) -> Changes<'a> {
    let removed: Vec<_> =
        form.fields.all("remove_document").iter().filter_map(|id| ApplicationDocumentId::parse(id)).collect();
    let kept = present.iter().filter(|one| !removed.contains(&one.id)).count();
    // A field in which nothing was chosen sends a file without a name.
    let sent: Vec<&Sent> =
        form.files.iter().filter(|file| file.field == "documents" && !file.name.is_empty()).collect();
    if kept + sent.len() > MOST_DOCUMENTS {
        errors.add("documents", Message::new("admission-documents-too-many"));
    }
    let (mut added, mut wrong) = (Vec::new(), Vec::new());
    for file in sent {
        let new = NewDocument { name: &file.name, content: &file.bytes, sealer };
        let checked = if file.too_large {
            Err(Message::new("form-files-too-large"))
        } else {
            new.file(conference).check().map(|_| ())
        };
        match checked {
            Ok(()) => added.push(new),
            Err(why) => {
                let said = [("name", file.name.as_str().into()), ("why", language.message(&why).into())];
                wrong.push(language.with("admission-document-wrong", &said));
            }
        }
    }
    if !wrong.is_empty() {
        errors.add("documents", Message::new("admission-documents-wrong").with("all", wrong.join(" ")));
    }
    Changes { removed, added }
}

impl Changes<'_> {
    /// A page cannot choose files again by itself: where the form has to be shown once more, it asks for them.
    pub fn ask_again(&self, errors: &mut Errors) {
        if !self.added.is_empty() {
            errors.say("documents", "admission-documents-again");
        }
    }
}

/// `GET /{conference}/admission/applications/{application}/documents/{document}`
pub async fn open_own(
    at: AtConference,
    path: Path<(String, ApplicationId, ApplicationDocumentId)>,
    db: Db,
) -> Answer<HttpResponse> {
    let one = admission::own(&at, path.1, &db).await?;
    answer(db, at.visit().site(), at.conference().id, (one.id, path.2)).await
}

/// `GET /{conference}/delegations/applications/{application}/documents/{document}`
pub async fn open_for(
    by: OnDuty<Reading<Organiser>>,
    path: Path<(String, ApplicationId, ApplicationDocumentId)>,
    db: Db,
) -> Answer<HttpResponse> {
    answer(db, by.visit().site(), by.conference_id(), (path.1, path.2)).await
}

async fn answer(
    db: Db,
    site: &Site,
    conference: ConferenceId,
    (application, id): (ApplicationId, ApplicationDocumentId),
) -> Answer<HttpResponse> {
    let sealer = Sealer::of(site)?;
    let head = {
        let mut connection = db.connection().await?;
        let one = queries::document_by_id(&mut connection, conference, application, id).await?;
        file_head(&mut connection, conference, one.file_id).await?
    };
    crate::files::show(db, head, sealer, Shown::Inline).await
}
