//! A badge as a PDF, for the pass desk's printer.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path, block};

use super::super::queries;
use super::super::typeset::{BadgeSheet, badge_pdf};
use super::approval::Means;
use super::sheet_of;
use crate::conferences::{OnDuty, PassDesk};
use crate::files::Sealer;
use crate::files::typeset::{Typesetter, font_folders};
use crate::ids::BadgeId;
use crate::language::Language;
use crate::web::{Answer, Problem};

pub async fn show(
    by: OnDuty<PassDesk>,
    path: Path<(String, BadgeId)>,
    sealer: Data<Sealer>,
    means: Means,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let conference = by.conference();
    let mut connection = means.db.connection().await?;
    let badge = queries::badge_by_id(&mut connection, conference.id, id).await?;
    if !badge.is_current() {
        // Paper of a dead badge helps nobody.
        return Err(Problem::refused("badges-dead"));
    }
    let holder = queries::holder(&mut connection, conference.id, badge.participant_id).await?;
    // A badge is read by guards: it speaks the conference's first language, not the desk's.
    let language = Language::or_fallback(conference.languages.first().map(String::as_str));
    let sheet = sheet_of(&mut connection, &sealer, &means.keyring, conference, &holder, &badge, language).await?;
    drop(connection);
    let pdf = typeset(vec![sheet]).await?;
    Ok(pdf_answer(pdf, &format!("badge-{:06}.pdf", badge.number)))
}

async fn typeset(sheets: Vec<BadgeSheet>) -> Answer<Vec<u8>> {
    let made = block(move || badge_pdf(&mut Typesetter::new(font_folders()), &sheets, &mut |_| {})).await?;
    made.map_err(Problem::broken)
}

/// A PDF shown in the browser, which may frame nothing and run nothing.
pub(super) fn pdf_answer(pdf: Vec<u8>, name: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'self'"))
        .body(pdf)
}
