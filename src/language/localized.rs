//! A text that organisers write in several languages: the name of a conference, an area, a session.

use std::collections::BTreeMap;

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Jsonb;
use serde::{Deserialize, Serialize};

use super::Language;

/// Texts by language code; kept as a JSON object.
#[derive(Clone, Debug, Default, PartialEq, Eq, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Jsonb)]
#[serde(transparent)]
pub struct Localized(BTreeMap<String, String>);

impl Localized {
    /// One text in one language.
    pub fn new(code: &str, text: impl Into<String>) -> Self {
        Self::default().and(code, text)
    }

    /// The same with one more language; an empty text removes it.
    #[must_use]
    pub fn and(mut self, code: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            self.0.remove(code)
        } else {
            self.0.insert(code.to_owned(), text)
        };
        self
    }

    /// The text for a reader: their language, else English, else any.
    pub fn in_language(&self, language: Language) -> &str {
        self.get(language.content_code())
            .or_else(|| self.get("en"))
            .or_else(|| self.0.values().next().map(String::as_str))
            .unwrap_or_default()
    }

    /// The text in exactly this language.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, text)| (code.as_str(), text.as_str()))
    }
}

impl FromSql<Jsonb, Pg> for Localized {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let json: serde_json::Value = FromSql::<Jsonb, Pg>::from_sql(value)?;
        Ok(serde_json::from_value(json)?)
    }
}

impl ToSql<Jsonb, Pg> for Localized {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let json = serde_json::to_value(self)?;
        ToSql::<Jsonb, Pg>::to_sql(&json, &mut out.reborrow())
    }
}
