//! What people set for themselves: name, language, appearance, and which of their sessions go on.

use super::super::proofs::SignedIn;
use super::super::queries::{self, sessions};
use crate::audit::{self, Who};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::BrowserSessionId;
use crate::language::Language;
use crate::web::{Answer, Problem};

pub(in super::super) async fn save_profile(
    tx: &mut Connection,
    by: &SignedIn,
    name: &str,
    language: Option<Language>,
) -> Answer<()> {
    queries::set_profile(tx, by.account(), name, language.map(Language::code)).await
}

pub(in super::super) async fn choose_language(tx: &mut Connection, by: &SignedIn, language: Language) -> Answer<()> {
    queries::set_language(tx, by.account(), language.code()).await
}

/// `theme` is `auto`, `light` or `dark`; the table refuses anything else.
pub(in super::super) async fn choose_theme(tx: &mut Connection, by: &SignedIn, theme: &str) -> Answer<()> {
    queries::set_theme(tx, by.account(), theme).await
}

/// Ends one of one's own sessions.
///
/// # Errors
/// Not found when it is somebody else's, or has ended.
pub(in super::super) async fn end_own_session(
    tx: &mut Connection,
    by: &SignedIn,
    id: BrowserSessionId,
    now: Moment,
) -> Answer<()> {
    if !sessions::revoke_own_session(tx, by.account(), id, now).await? {
        return Err(Problem::NotFound);
    }
    let who = Who::Account(by.account());
    audit::record(tx, None, who, "account.session_ended", ("account", by.account().0), now).await?;
    Ok(())
}

/// Ends all of one's sessions but this one; says how many.
pub(in super::super) async fn end_other_sessions(tx: &mut Connection, by: &SignedIn, now: Moment) -> Answer<usize> {
    let who = Who::Account(by.account());
    let ended = sessions::revoke_sessions(tx, by.account(), Some(by.someone().session), now).await?;
    audit::record(tx, None, who, "account.sessions_ended", ("account", by.account().0), now).await?;
    Ok(ended)
}
