//! The papers of a file, opened on demand: each showing is on record before the first byte leaves. A browser that only fetches
//! ahead gets nothing.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::web::Path;

use crate::accreditation::duties::Reviewer;
use crate::clock::Clock;
use crate::db::Db;
use crate::delegations::letters_of;
use crate::files::{Sealer, Shown, file_head, show};
use crate::ids::{LetterId, ParticipantId};
use crate::participants::{participant_by_id, record_scan_shown};
use crate::web::{Answer, Problem};

/// Whether the browser asks for something that nobody has asked it for.
pub(super) fn is_ahead(request: &HttpRequest) -> bool {
    let says = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    ["sec-purpose", "purpose", "x-moz"].iter().any(|name| says(name).contains("prefetch"))
}

/// The scan of the identity paper.
pub async fn scan(
    by: Reviewer,
    path: Path<(String, ParticipantId)>,
    request: HttpRequest,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if is_ahead(&request) {
        return Err(Problem::NotFound);
    }
    let mut tx = db.begin().await?;
    let person = participant_by_id(&mut tx, by.conference_id(), path.1).await?;
    let file = person.document_file_id.ok_or(Problem::NotFound)?;
    let head = file_head(&mut tx, by.conference_id(), file).await?;
    record_scan_shown(&mut tx, by.account(), &person, clock.now()).await?;
    tx.commit().await?;
    show(db, head, Sealer::of(by.visit().site())?, Shown::Inline).await
}

/// A letter of the person's delegation: what the roster is compared with.
pub async fn letter(by: Reviewer, path: Path<(String, ParticipantId, LetterId)>, db: Db) -> Answer<HttpResponse> {
    let head = {
        let mut connection = db.connection().await?;
        let person = participant_by_id(&mut connection, by.conference_id(), path.1).await?;
        let letters = letters_of(&mut connection, by.conference_id(), person.delegation_id).await?;
        let letter = letters.into_iter().find(|letter| letter.id == path.2).ok_or(Problem::NotFound)?;
        file_head(&mut connection, by.conference_id(), letter.file_id).await?
    };
    show(db, head, Sealer::of(by.visit().site())?, Shown::Inline).await
}
