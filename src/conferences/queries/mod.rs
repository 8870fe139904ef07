//! Conferences, their areas, categories, hours and duties in the database.

mod admission;
mod areas;
mod categories;
mod duties;
mod hours;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Conference, Particulars};
use super::rules::Windows;
use crate::clock::{Day, Moment};
use crate::db::Connection;
use crate::ids::ConferenceId;
use crate::language::Localized;
use crate::schema::conference;
use crate::web::{Answer, Problem};

pub use admission::admission_closes_at;
pub use areas::areas;
pub(super) use areas::{delete_area, insert_area, update_area};
pub(super) use categories::{
    bump_category, clearances_of, delete_category, insert_category, replace_clearances, update_category,
};
pub use categories::{categories, category_by_id, clearances};
pub(super) use duties::{account_exists, delete_duty, duties_of, duty_lines, insert_duty, lock_organisers, organisers};
pub use hours::openings;
pub(super) use hours::{insert_openings, openings_of, replace_openings};

/// The conference with this short name.
///
/// # Errors
/// Not found when there is none.
pub async fn conference_by_slug(connection: &mut Connection, slug: &str) -> Answer<Conference> {
    let found =
        conference::table.filter(conference::slug.eq(slug)).select(Conference::as_select()).first(connection).await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// The conference with this key.
///
/// # Errors
/// Not found when there is none.
pub async fn conference_by_id(connection: &mut Connection, id: ConferenceId) -> Answer<Conference> {
    let found = conference::table.find(id).select(Conference::as_select()).first(connection).await;
    found.optional()?.ok_or(Problem::NotFound)
}

/// Every conference, the latest first.
pub(super) async fn all_conferences(connection: &mut Connection) -> Answer<Vec<Conference>> {
    Ok(conference::table
        .order((conference::starts_on.desc(), conference::slug))
        .select(Conference::as_select())
        .load(connection)
        .await?)
}

/// Keeps others from opening a conference until the transaction ends, and gives the next number for badge codes.
pub(super) async fn next_conference_number(tx: &mut Connection) -> Answer<i16> {
    diesel::sql_query("LOCK TABLE conference IN SHARE ROW EXCLUSIVE MODE").execute(tx).await?;
    let last: Option<i16> = conference::table.select(diesel::dsl::max(conference::number)).first(tx).await?;
    last.unwrap_or(0).checked_add(1).ok_or_else(|| Problem::broken("badge codes have no number left for a conference"))
}

pub(super) struct NewRow<'a> {
    pub id: ConferenceId,
    pub number: i16,
    pub slug: &'a str,
    pub demonstration: bool,
}

pub(super) async fn insert_conference(
    tx: &mut Connection,
    new: &NewRow<'_>,
    said: &Particulars,
    windows: &Windows,
    now: Moment,
) -> Answer<()> {
    diesel::insert_into(conference::table)
        .values((
            (
                conference::id.eq(new.id),
                conference::number.eq(new.number),
                conference::slug.eq(new.slug),
                conference::demonstration.eq(new.demonstration),
                conference::created_at.eq(now),
            ),
            said_columns(said),
            window_columns(windows),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Changes a conference that is still at this version; says whether it was.
pub(super) async fn update_conference(
    tx: &mut Connection,
    id: ConferenceId,
    version: i32,
    said: &Particulars,
    windows: &Windows,
) -> Answer<bool> {
    let changed = diesel::update(conference::table.find(id).filter(conference::version.eq(version)))
        .set((said_columns(said), window_columns(windows), conference::version.eq(conference::version + 1)))
        .execute(tx)
        .await?;
    Ok(changed == 1)
}

/// The columns of [`Particulars`], for an insert and an update alike.
macro_rules! columns {
    ($($name:ident: $kind:ty),+ $(,)?) => { ($(diesel::dsl::Eq<conference::$name, $kind>,)+) };
}

type SaidColumns<'a> = columns!(
    name: &'a Localized,
    place: &'a Localized,
    venue: &'a Localized,
    information: &'a Localized,
    starts_on: Day,
    ends_on: Day,
    time_zone: &'a String,
    languages: &'a Vec<String>,
    accent: &'a String,
    contact_email: &'a String,
);

fn said_columns(said: &Particulars) -> SaidColumns<'_> {
    (
        conference::name.eq(&said.name),
        conference::place.eq(&said.place),
        conference::venue.eq(&said.venue),
        conference::information.eq(&said.information),
        conference::starts_on.eq(said.starts_on),
        conference::ends_on.eq(said.ends_on),
        conference::time_zone.eq(&said.time_zone),
        conference::languages.eq(&said.languages),
        conference::accent.eq(&said.accent),
        conference::contact_email.eq(&said.contact_email),
    )
}

type WindowColumns = columns!(
    nomination_opens_at: Moment,
    nomination_closes_at: Moment,
    confirmation_closes_at: Moment,
    badges_valid_from: Day,
    badges_valid_until: Day,
    documents_purge_on: Day,
);

fn window_columns(windows: &Windows) -> WindowColumns {
    (
        conference::nomination_opens_at.eq(windows.nomination_opens_at),
        conference::nomination_closes_at.eq(windows.nomination_closes_at),
        conference::confirmation_closes_at.eq(windows.confirmation_closes_at),
        conference::badges_valid_from.eq(windows.badges_valid_from),
        conference::badges_valid_until.eq(windows.badges_valid_until),
        conference::documents_purge_on.eq(windows.documents_purge_on),
    )
}
