//! Rows of accounts, sessions and one-time keys, and the address that stands for an account.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{AccountId, BrowserSessionId, OneTimeKeyId, UploadId};
use crate::schema::{account, browser_session, one_time_key, upload};

crate::text_enum! {
    /// How a session was opened.
    pub enum Via {
        Code = "code",
        Link = "link",
        Password = "password",
        Demonstration = "demonstration",
    }
}

crate::text_enum! {
    /// What a one-time key opens.
    pub enum Purpose {
        /// Signing in, by code or by link.
        SignIn = "sign_in",
        /// Setting a password, the first or another.
        Password = "password",
        /// Signing in by an invitation's link, until its window closes.
        Invitation = "invitation",
    }
}

/// An e-mail address in the one form in which accounts keep it: trimmed and in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads what somebody typed; nothing for what cannot be an address.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let plausible = text.len() <= 254 && text.parse::<lettre::Address>().is_ok();
        plausible.then_some(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address that may sign in.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = account)]
pub struct Account {
    pub id: AccountId,
    /// In lower case.
    pub email: String,
    pub name: String,
    pub language: Option<String>,
    pub administrator: bool,
    pub password_hash: Option<String>,
    pub disabled_at: Option<Moment>,
}

/// A session as its owner's list shows it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = browser_session)]
pub struct SessionLine {
    pub id: BrowserSessionId,
    pub address: String,
    pub agent: String,
    pub created_at: Moment,
    pub last_seen_at: Moment,
}

/// A one-time key: a link, and for signing in a code beside it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = one_time_key)]
pub struct OneTimeKey {
    pub id: OneTimeKeyId,
    pub email: String,
    /// Whose it is; nobody's for an address that no account has, so that asking for a code looks the same.
    pub account_id: Option<AccountId>,
    pub code_hash: Option<Vec<u8>>,
    /// Where signing in leads; a path of ours.
    pub destination: Option<String>,
    pub wrong_attempts: i32,
    pub expires_at: Moment,
    pub used_at: Option<Moment>,
}

impl OneTimeKey {
    /// Whether the key still opens anything.
    pub fn is_live(&self, now: Moment) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }
}

/// A file that arrives piece by piece.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = upload)]
pub struct Upload {
    pub id: UploadId,
    /// The name of the file on its sender's machine.
    pub name: String,
    /// Bytes that were announced.
    pub size: i64,
    /// Bytes that are here.
    pub received: i64,
    pub created_at: Moment,
}
