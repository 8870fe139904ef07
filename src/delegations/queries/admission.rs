//! Applications for admission in the database.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::delegations::model::{AdmissionStatus, Application, ApplicationWish};
use crate::ids::{AccountId, ApplicationId, ConferenceId, DelegationId};
use crate::schema::{account, admission_application, admission_window};
use crate::web::{Answer, Problem};

/// Says until when a conference takes applications; nothing closes them.
pub(in crate::delegations) async fn set_admission_window(
    tx: &mut Connection,
    conference: ConferenceId,
    closes_at: Option<Moment>,
) -> Answer<()> {
    match closes_at {
        None => {
            diesel::delete(admission_window::table.find(conference)).execute(tx).await?;
        }
        Some(at) => {
            diesel::insert_into(admission_window::table)
                .values((admission_window::conference_id.eq(conference), admission_window::closes_at.eq(at)))
                .on_conflict(admission_window::conference_id)
                .do_update()
                .set(admission_window::closes_at.eq(at))
                .execute(tx)
                .await?;
        }
    }
    Ok(())
}

/// Keeps a new application under the key of its form; says whether the key was free.
///
/// # Errors
/// Refused (`rule-one-live-application`) when this account has applied for this organisation already.
pub(in crate::delegations) async fn insert_application(
    tx: &mut Connection,
    (conference, id, account): (ConferenceId, ApplicationId, AccountId),
    wish: &ApplicationWish,
    now: Moment,
) -> Answer<bool> {
    let made = diesel::insert_into(admission_application::table)
        .values((
            wish,
            admission_application::id.eq(id),
            admission_application::conference_id.eq(conference),
            admission_application::account_id.eq(account),
            admission_application::submitted_at.eq(now),
        ))
        .on_conflict(admission_application::id)
        .do_nothing()
        .execute(tx)
        .await?;
    Ok(made == 1)
}

/// One application of a conference, locked until the transaction ends.
///
/// # Errors
/// Not found when there is none.
pub(in crate::delegations) async fn lock_application(
    tx: &mut Connection,
    conference: ConferenceId,
    id: ApplicationId,
) -> Answer<Application> {
    let row = admission_application::table.find(id).filter(admission_application::conference_id.eq(conference));
    let found = row.select(Application::as_select()).for_update().first(tx).await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// One application of a conference.
///
/// # Errors
/// Not found when there is none.
pub(in crate::delegations) async fn application_by_id(
    connection: &mut Connection,
    conference: ConferenceId,
    id: ApplicationId,
) -> Answer<Application> {
    let row = admission_application::table.find(id).filter(admission_application::conference_id.eq(conference));
    row.select(Application::as_select()).first(connection).await.optional()?.ok_or(Problem::NotFound)
}

/// The applications of a conference with their applicants' addresses, those that wait longest first.
pub(in crate::delegations) async fn applications(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(Application, String)>> {
    Ok(admission_application::table
        .inner_join(account::table.on(account::id.eq(admission_application::account_id)))
        .filter(admission_application::conference_id.eq(conference))
        .order((admission_application::submitted_at, admission_application::id))
        .select((Application::as_select(), account::email))
        .load(connection)
        .await?)
}

/// What an account applied for at a conference, the last first.
pub(in crate::delegations) async fn applications_of(
    connection: &mut Connection,
    conference: ConferenceId,
    account: AccountId,
) -> Answer<Vec<Application>> {
    Ok(admission_application::table
        .filter(admission_application::conference_id.eq(conference))
        .filter(admission_application::account_id.eq(account))
        .order(admission_application::submitted_at.desc())
        .select(Application::as_select())
        .load(connection)
        .await?)
}

/// Writes what the applicant mended, and lets it wait again.
pub(in crate::delegations) async fn resubmit_application(
    tx: &mut Connection,
    id: ApplicationId,
    wish: &ApplicationWish,
    now: Moment,
) -> Answer<()> {
    diesel::update(admission_application::table.find(id))
        .set((
            wish,
            admission_application::status.eq(AdmissionStatus::Submitted),
            admission_application::submitted_at.eq(now),
            admission_application::decided_at.eq(None::<Moment>),
            admission_application::decided_by.eq(None::<AccountId>),
            admission_application::version.eq(admission_application::version + 1),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// What is decided about an application.
pub(in crate::delegations) struct Decided<'a> {
    pub status: AdmissionStatus,
    pub note: &'a str,
    pub delegation: Option<DelegationId>,
    /// Who and when; nobody where the applicant withdrew.
    pub by: Option<(AccountId, Moment)>,
}

pub(in crate::delegations) async fn decide_application(
    tx: &mut Connection,
    id: ApplicationId,
    decided: &Decided<'_>,
) -> Answer<()> {
    diesel::update(admission_application::table.find(id))
        .set((
            admission_application::status.eq(decided.status),
            admission_application::note.eq(decided.note),
            admission_application::delegation_id.eq(decided.delegation),
            admission_application::decided_by.eq(decided.by.map(|(who, _)| who)),
            admission_application::decided_at.eq(decided.by.map(|(_, at)| at)),
            admission_application::version.eq(admission_application::version + 1),
        ))
        .execute(tx)
        .await?;
    Ok(())
}
