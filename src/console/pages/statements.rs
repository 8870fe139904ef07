//! What every page's foot leads to: what is kept about people and how to ask for it, and how far everybody can use the pages.
//! The texts are the product's; whom to write to is the conference's.

use actix_web::HttpResponse;
use askama::Template;

use super::super::queries;
use crate::accounts::Anyone;
use crate::db::Db;
use crate::language::Language;
use crate::web::{Answer, Page, page};

/// A conference and whom to write to about it.
struct Contact {
    name: String,
    place: String,
    /// Empty where the conference names none.
    email: String,
    /// The day by which scans of identity papers are to be erased.
    erased: String,
}

#[derive(Template)]
#[template(path = "console/privacy.html")]
struct PrivacyPage {
    page: Page,
    contacts: Vec<Contact>,
}

#[derive(Template)]
#[template(path = "console/accessibility.html")]
struct AccessibilityPage {
    page: Page,
    contacts: Vec<Contact>,
}

/// `GET /privacy`
pub async fn privacy(by: Anyone, db: Db) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let contacts = contacts(&db, language).await?;
    page(PrivacyPage { page: by.page(language.t("privacy-title")), contacts })
}

/// `GET /accessibility`
pub async fn accessibility(by: Anyone, db: Db) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let contacts = contacts(&db, language).await?;
    page(AccessibilityPage { page: by.page(language.t("accessibility-title")), contacts })
}

async fn contacts(db: &Db, language: Language) -> Answer<Vec<Contact>> {
    let mut connection = db.connection().await?;
    let conferences = queries::conferences(&mut connection).await?;
    let contact = conferences.iter().map(|one| Contact {
        name: one.name.in_language(language).to_owned(),
        place: one.place.in_language(language).to_owned(),
        email: one.contact_email.clone(),
        erased: language.date(one.documents_purge_on),
    });
    Ok(contact.collect())
}
