//! Language and appearance: a cookie for everybody, and for those signed in a note on their account, which other browsers
//! of theirs and mails to them follow.

use actix_web::HttpResponse;

use super::super::actions;
use super::super::proofs::Anyone;
use crate::db::Db;
use crate::language::Language;
use crate::web::{Answer, Form, LanguageForm, ThemeForm};

/// `POST /language`
pub async fn choose_language(by: Anyone, form: Form<LanguageForm>, db: Db) -> Answer<HttpResponse> {
    if let (Some(person), Some(language)) = (by.signed_in(), Language::parse(&form.fields.language)) {
        let mut tx = db.begin().await?;
        actions::choose_language(&mut tx, &person, language).await?;
        tx.commit().await?;
    }
    crate::web::choose_language(by.visit().clone(), form).await
}

/// `POST /theme`
pub async fn choose_theme(by: Anyone, form: Form<ThemeForm>, db: Db) -> Answer<HttpResponse> {
    let known = ["auto", "light", "dark"].contains(&form.fields.theme.as_str());
    if let Some(person) = by.signed_in().filter(|_| known) {
        let mut tx = db.begin().await?;
        actions::choose_theme(&mut tx, &person, &form.fields.theme).await?;
        tx.commit().await?;
    }
    crate::web::choose_theme(by.visit().clone(), form).await
}
