//! The secretariat's correction of somebody's data: the same form, with every category, and what it asks again said before it
//! is sent.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::sheet::{Sheet, read};
use crate::accreditation::actions::{Corrected, correct};
use crate::accreditation::duties::Corrector;
use crate::clock::{Clock, Moment};
use crate::db::{Connection, Db};
use crate::delegations::DelegationKind;
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::participants::{
    Brought, Fields, Files, Offered, Participant, ProtocolRank, labels, participant_by_id, typed, use_up_upload,
};
use crate::web::{Answer, Difference, Errors, Flash, FlashKind, Form, Page, Typed, page, page_with, redirect_with};

#[derive(Template)]
#[template(path = "accreditation/correction.html")]
struct Correction {
    page: Page,
    back: String,
    name: String,
    action: String,
    fields: Fields,
    differences: Vec<Difference>,
    is_approved: bool,
}

type Address = Path<(String, ParticipantId)>;

/// The form's page needs the person's delegation, whoever corrects.
async fn sheet_of(
    connection: &mut Connection,
    by: &Corrector,
    id: ParticipantId,
    now: Moment,
) -> Answer<(Sheet, Participant)> {
    let person = participant_by_id(connection, by.conference_id(), id).await?;
    let sheet = Sheet::of(connection, by.conference(), person.delegation_id, now).await?;
    Ok((sheet, person))
}

fn offered<'a>(by: &'a Corrector, sheet: &'a Sheet, person: &'a Participant) -> Offered<'a> {
    let own = sheet.offered(by.language(), (by.conference(), DelegationKind::State), Some(person));
    Offered { quotas: None, ranks: ProtocolRank::ALL, late: person.late_reason.is_some(), ..own }
}

fn draw(
    by: &Corrector,
    (sheet, person): (&Sheet, &Participant),
    (typed, errors): (Typed, Errors),
    differences: Vec<Difference>,
) -> Correction {
    let name = person.name();
    let name = if name.is_empty() { by.language().t("participants-no-name-yet") } else { name };
    Correction {
        page: by.page(by.language().with("accreditation-correct", &[("name", name.as_str().into())])),
        back: by.path(&format!("/participants/{}", person.id)),
        name,
        action: by.path(&format!("/participants/{}/correction", person.id)),
        fields: offered(by, sheet, person).fields(typed, errors),
        differences,
        is_approved: person.status == crate::participants::Status::Approved,
    }
}

/// The form with what is stored.
pub async fn show(by: Corrector, path: Address, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (sheet, person) = sheet_of(&mut *db.connection().await?, &by, path.1, clock.now()).await?;
    page(draw(&by, (&sheet, &person), (typed(&person), Errors::default()), Vec::new()))
}

/// Writes the correction. Where a field cannot be read nothing is written: what is stored was right enough to be handed in.
pub async fn write(by: Corrector, path: Address, form: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let now = clock.now();
    let (sheet, person) = sheet_of(&mut *db.connection().await?, &by, path.1, now).await?;
    if form.resumed {
        return page(draw(&by, (&sheet, &person), (form.fields, Errors::default()), Vec::new()));
    }
    let sealer = Sealer::of(by.visit().site())?;
    let mut reading = read(&offered(&by, &sheet, &person), &form.fields, now);
    let files = Files::of(&form, by.conference(), &sealer, &mut reading.errors).await?;
    let mut connection = db.connection().await?;
    let who = (by.account(), person.portrait_file_id);
    let files = files.with_upload(&mut connection, who, &form, &mut reading.errors).await?;
    drop(connection);
    if !reading.errors.is_empty() {
        let again = draw(&by, (&sheet, &person), (form.fields, reading.errors), Vec::new());
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, again);
    }
    let (portrait, scan, upload, version) = (files.portrait, files.scan, files.upload, form.fields.version());
    let brought = Brought { details: reading.details, number: reading.number, portrait, scan, version };
    let mut tx = db.begin().await?;
    match correct(&mut tx, &by, person.id, brought, &sealer, now).await? {
        Corrected::ChangedMeanwhile(stored) => {
            let differences = form.fields.differences(&typed(&stored), &labels(by.language()));
            let again = form.fields.with("version", stored.version);
            page_with(StatusCode::CONFLICT, draw(&by, (&sheet, &stored), (again, Errors::default()), differences))
        }
        Corrected::Done { asked_again, .. } => {
            use_up_upload(&mut tx, by.account(), upload).await?;
            tx.commit().await?;
            let language = by.language();
            let text = if asked_again.is_empty() {
                language.t("accreditation-corrected")
            } else {
                let word = |kind| language.t(&format!("accreditation-clearance-{kind}"));
                let kinds = asked_again.into_iter().map(word).collect::<Vec<_>>().join(", ");
                language.with("accreditation-corrected-asking-again", &[("kinds", kinds.into())])
            };
            let flash = Flash { kind: FlashKind::Ok, text, undo: None };
            Ok(redirect_with(by.visit(), &by.path(&format!("/participants/{}", person.id)), &flash))
        }
    }
}
