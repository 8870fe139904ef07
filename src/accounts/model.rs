//! Rows of accounts and sessions.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::AccountId;
use crate::schema::account;

crate::text_enum! {
    /// How a session was opened.
    pub enum Via {
        Code = "code",
        Link = "link",
        Password = "password",
        Demonstration = "demonstration",
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
