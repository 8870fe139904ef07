//! A form that was sent after its session had ended is kept, and shown again filled once its author has signed in. It may hold
//! anything, a passport's number too: what is kept can be read with the key in its author's cookie alone.

use actix_web::cookie::{Cookie, time::Duration};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

use super::visit::{cookie, random_text};
use super::{Answer, Problem, Site};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::ParkedFormId;
use crate::schema::parked_form;

/// The cookie whose value finds the kept form again, and opens it.
pub const KEPT_FORM_COOKIE: &str = "plenipo_kept";
/// How long it is kept: a day, in seconds.
const KEPT: i64 = 24 * 3600;
/// Fields that are never kept.
const SECRET: [&str; 4] = ["form_token", "password", "new_password", "repeated"];

/// Whether a field is never kept, nor written into a page.
pub(super) fn is_secret(field: &str) -> bool {
    field != "form_token" && SECRET.contains(&field)
}

/// A kept form.
pub struct Parked {
    pub path: String,
    pub body: Vec<u8>,
    /// The digest of the session that had ended, where there was one: the form is for its owner.
    pub session_hash: Option<Vec<u8>>,
}

impl Parked {
    /// The fields that were typed, in their order.
    pub fn fields(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(&self.body)
            .filter(|(key, _)| key != "resumed")
            .map(|(key, value)| (key.into_owned(), value.into_owned()))
            .collect()
    }
}

fn digest(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}

/// Each form has a key of its own, so that the nonce may be the same.
fn cipher(key: &str) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Sha256::digest(format!("kept form {key}").as_bytes()))
}

const NONCE: [u8; 24] = [0; 24];

/// Keeps a form and gives the cookie that finds it. `session` is the token of the session that had ended.
pub(super) async fn park(
    connection: &mut Connection,
    site: &Site,
    path: &str,
    typed: &[(String, String)],
    session: Option<&str>,
    now: Moment,
) -> Answer<Cookie<'static>> {
    let key = random_text(16);
    let kept = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(typed.iter().filter(|(name, _)| !SECRET.contains(&name.as_str())))
        .finish();
    let sealed = cipher(&key).encrypt(&XNonce::from(NONCE), kept.as_bytes());
    let sealed = sealed.map_err(|error| Problem::broken(error.to_string()))?;
    diesel::delete(parked_form::table.filter(parked_form::expires_at.lt(now))).execute(connection).await?;
    diesel::insert_into(parked_form::table)
        .values((
            parked_form::id.eq(ParkedFormId::new()),
            parked_form::key_hash.eq(digest(&key)),
            parked_form::path.eq(path),
            parked_form::body.eq(sealed),
            parked_form::session_hash.eq(session.map(digest)),
            parked_form::created_at.eq(now),
            parked_form::expires_at.eq(now.plus_seconds(KEPT)),
        ))
        .execute(connection)
        .await?;
    Ok(cookie(site, KEPT_FORM_COOKIE, key, Some(Duration::days(1))))
}

/// The form that a browser's cookie stands for, if it is still kept.
pub async fn parked_for(connection: &mut Connection, key: &str, now: Moment) -> Answer<Option<Parked>> {
    type Row = (String, Vec<u8>, Option<Vec<u8>>);
    let found: Option<Row> = parked_form::table
        .filter(parked_form::key_hash.eq(digest(key)))
        .filter(parked_form::expires_at.gt(now))
        .order(parked_form::created_at.desc())
        .select((parked_form::path, parked_form::body, parked_form::session_hash))
        .first(connection)
        .await
        .optional()?;
    Ok(found.and_then(|(path, sealed, session_hash)| {
        let body = cipher(key).decrypt(&XNonce::from(NONCE), sealed.as_slice()).ok()?;
        Some(Parked { path, body, session_hash })
    }))
}

/// Lets a kept form go, once it was shown again.
pub async fn forget_parked(connection: &mut Connection, key: &str) -> Answer<()> {
    diesel::delete(parked_form::table.filter(parked_form::key_hash.eq(digest(key)))).execute(connection).await?;
    Ok(())
}
