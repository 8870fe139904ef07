//! A form that was sent after its session had ended is kept, and shown again filled once its author has signed in.

use actix_web::cookie::{Cookie, time::Duration};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

use super::visit::{cookie, random_text};
use super::{Answer, Site};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::ParkedFormId;
use crate::schema::parked_form;

/// The cookie whose value finds the kept form again.
pub(super) const PARKED: &str = "plenipo_kept";
/// How long it is kept: a day, in seconds.
const KEPT: i64 = 24 * 3600;

/// A kept form.
pub struct Parked {
    pub path: String,
    pub body: Vec<u8>,
}

impl Parked {
    /// The fields that were typed, in their order.
    pub fn fields(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(&self.body)
            .filter(|(key, _)| key != "form_token" && key != "resumed")
            .map(|(key, value)| (key.into_owned(), value.into_owned()))
            .collect()
    }
}

fn digest(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}

/// Keeps a form and gives the cookie that finds it.
pub(super) async fn park(
    connection: &mut Connection,
    site: &Site,
    path: &str,
    body: &[u8],
    now: Moment,
) -> Answer<Cookie<'static>> {
    let key = random_text(16);
    diesel::delete(parked_form::table.filter(parked_form::expires_at.lt(now))).execute(connection).await?;
    diesel::insert_into(parked_form::table)
        .values((
            parked_form::id.eq(ParkedFormId::new()),
            parked_form::key_hash.eq(digest(&key)),
            parked_form::path.eq(path),
            parked_form::body.eq(body),
            parked_form::created_at.eq(now),
            parked_form::expires_at.eq(now.plus_seconds(KEPT)),
        ))
        .execute(connection)
        .await?;
    Ok(cookie(site, PARKED, key, Some(Duration::days(1))))
}

/// The form that a browser's cookie stands for, if it is still kept.
pub async fn parked_for(connection: &mut Connection, key: &str, now: Moment) -> Answer<Option<Parked>> {
    let found: Option<(String, Vec<u8>)> = parked_form::table
        .filter(parked_form::key_hash.eq(digest(key)))
        .filter(parked_form::expires_at.gt(now))
        .order(parked_form::created_at.desc())
        .select((parked_form::path, parked_form::body))
        .first(connection)
        .await
        .optional()?;
    Ok(found.map(|(path, body)| Parked { path, body }))
}

/// Lets a kept form go, once it was shown again.
pub async fn forget_parked(connection: &mut Connection, key: &str) -> Answer<()> {
    diesel::delete(parked_form::table.filter(parked_form::key_hash.eq(digest(key)))).execute(connection).await?;
    Ok(())
}
