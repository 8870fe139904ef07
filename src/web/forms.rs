//! What people post: fields and files, with the forgery check done before anybody sees them.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use serde::de::DeserializeOwned;

use super::sent::{Sent, take};
use super::{Problem, Visit};
use crate::language::Message;

/// A posted form: URL-encoded or multipart. Only a browser that was given the page's token can make one.
pub struct Form<T> {
    pub fields: T,
    pub files: Vec<Sent>,
    /// The form was typed before a session ended and is shown again, filled, rather than carried out.
    pub resumed: bool,
}

impl<T> Form<T> {
    /// The first file of a field that is not empty.
    ///
    /// # Errors
    /// For the field: `form-files-too-large` where a file came that did not fit, `file-empty` where one came with nothing in it.
    pub fn file(&self, field: &str) -> Result<Option<&Sent>, Message> {
        let of_field = || self.files.iter().filter(|file| file.field == field);
        if of_field().any(|file| file.too_large) {
            return Err(Message::new("form-files-too-large"));
        }
        let found = of_field().find(|file| !file.bytes.is_empty());
        // A field in which nothing was chosen sends a file without name and content.
        if found.is_none() && of_field().any(|file| !file.name.is_empty()) {
            return Err(Message::new("file-empty"));
        }
        Ok(found)
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let (pairs, files) = take(&request)?;
            let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
            if !value("form_token").is_some_and(|token| visit.owns(token)) {
                return Err(Problem::Forged);
            }
            let resumed = value("resumed").is_some();
            let body = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs(pairs.iter().filter(|(key, _)| key != "form_token" && key != "resumed"))
                .finish();
            let fields = serde_html_form::from_str(&body).map_err(|error| Problem::Unreadable(error.to_string()))?;
            Ok(Self { fields, files, resumed })
        })
    }
}

/// The query string of a list; a value that cannot be read is a request that cannot be read.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = serde_html_form::from_str(request.query_string()).map(Self);
        std::future::ready(read.map_err(|error| Problem::Unreadable(error.to_string())))
    }
}

/// What must be mended in a form, by field; a page with errors answers 422 and keeps what was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Errors(BTreeMap<String, Message>);

impl Errors {
    /// Says what is wrong with a field; the first thing said of a field stays.
    pub fn add(&mut self, field: impl Into<String>, message: Message) {
        self.0.entry(field.into()).or_insert(message);
    }

    /// The same with a message that needs no arguments.
    pub fn say(&mut self, field: &str, key: &str) {
        self.add(field, Message::new(key));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, field: &str) -> Option<&Message> {
        self.0.get(field)
    }

    /// Every field with its message, in the fields' alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.0.iter().map(|(field, message)| (field.as_str(), message))
    }

    /// A refusal by a rule, said at the field that broke it: pairs of the rule's message key and the field.
    ///
    /// # Errors
    /// Any other problem, as it was.
    pub fn at_field(problem: Problem, fields: &[(&str, &str)]) -> Result<Self, Problem> {
        let Problem::Refused(message) = problem else { return Err(problem) };
        match fields.iter().find(|(key, _)| *key == message.key()) {
            Some((_, field)) => Ok(Self(BTreeMap::from([((*field).to_owned(), message)]))),
            None => Err(Problem::Refused(message)),
        }
    }

    /// The errors if there are any.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}
