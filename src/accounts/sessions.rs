//! Opening and ending sessions.

use actix_web::cookie::{Cookie, time::Duration};
use sha2::{Digest, Sha256};

use super::model::Via;
use super::queries::sessions::{self as queries, NewSession};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{AccountId, BrowserSessionId};
use crate::web::{Answer, Site, Visit, cookie};

pub use crate::web::SESSION_COOKIE;
/// A session ends after so many seconds without a request: eight hours, a working day.
pub(super) const IDLE: i64 = 8 * 3600;
/// A session ends in any case after a week.
const ABSOLUTE: i64 = 7 * 24 * 3600;

/// The digest under which a token is kept.
pub(super) fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// 256 random bits as text.
pub(super) fn random_token() -> Answer<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| crate::web::Problem::broken(error.to_string()))?;
    Ok(data_encoding::BASE64URL_NOPAD.encode(&bytes))
}

/// Opens a session for an account and gives the cookie that carries its token.
pub async fn begin_session(
    tx: &mut Connection,
    visit: &Visit,
    account: AccountId,
    via: Via,
    now: Moment,
) -> Answer<Cookie<'static>> {
    let token = random_token()?;
    let new = NewSession {
        id: BrowserSessionId::new(),
        token_hash: &digest(&token),
        account,
        via,
        address: &visit.address().to_string(),
        agent: visit.agent(),
        now,
        expires_at: now.plus_seconds(ABSOLUTE),
    };
    queries::insert_session(tx, &new).await?;
    Ok(session_cookie(visit.site(), token))
}

fn session_cookie(site: &Site, token: String) -> Cookie<'static> {
    cookie(site, SESSION_COOKIE, token, Some(Duration::seconds(ABSOLUTE)))
}

/// Ends a session at once, everywhere.
pub async fn end_session(tx: &mut Connection, id: BrowserSessionId, now: Moment) -> Answer<()> {
    queries::revoke_session(tx, id, now).await
}
