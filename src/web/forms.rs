//! What people post: fields and files, read within limits, with the forgery check done before anybody sees them.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use super::{Problem, Visit};
use crate::language::Message;

/// Fields of an ordinary form: 256 KiB.
const FIELDS_LIMIT: usize = 256 * 1024;
/// The files of a form, all together: 24 MiB.
const FILES_LIMIT: usize = 24 * 1024 * 1024;
/// What is read of a form at all. Beyond [`FILES_LIMIT`] files are read past and let go, so that what was typed beside them is
/// not lost; whoever sends more than this does not fill in a form.
const READ_LIMIT: usize = 256 * 1024 * 1024;
/// Bytes of a form with files that are read although nobody is signed in, so that what was typed beside the files can be kept.
const KEPT_LIMIT: usize = 8 * 1024 * 1024;
/// How many parts a form with files may have.
const PARTS_LIMIT: usize = 400;

/// A file that came with a form.
pub struct Sent {
    /// The form field it came in.
    pub field: String,
    /// The name it had on the sender's machine; never a path of ours.
    pub name: String,
    /// Empty where it did not fit.
    pub bytes: Vec<u8>,
    /// It was larger than the files of a form may be together.
    pub too_large: bool,
}

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
    /// `form-files-too-large`, for the field, where a file came that did not fit.
    pub fn file(&self, field: &str) -> Result<Option<&Sent>, Message> {
        let of_field = || self.files.iter().filter(|file| file.field == field);
        if of_field().any(|file| file.too_large) {
            return Err(Message::new("form-files-too-large").with("megabytes", FILES_LIMIT / 1024 / 1024));
        }
        Ok(of_field().find(|file| !file.bytes.is_empty()))
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let (pairs, files) = if is_multipart(&request) {
                read_multipart(&request, payload).await?
            } else {
                (read_urlencoded(payload).await?, Vec::new())
            };
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

async fn read_urlencoded(mut payload: Payload) -> Result<Vec<(String, String)>, Problem> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk: Bytes = chunk.map_err(|error| Problem::Unreadable(error.to_string()))?;
        if body.len() + chunk.len() > FIELDS_LIMIT {
            return Err(Problem::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(url::form_urlencoded::parse(&body).map(|(key, value)| (key.into_owned(), value.into_owned())).collect())
}

type Parts = (Vec<(String, String)>, Vec<Sent>);

/// The fields of a form whose sender has to sign in first, URL-encoded, without its files.
pub(super) async fn fields_of(request: &HttpRequest, body: Bytes) -> Option<Bytes> {
    if !is_multipart(request) {
        return Some(body);
    }
    let (pairs, _) = read_multipart(request, Payload::from(body)).await.ok()?;
    Some(url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into())
}

fn is_multipart(request: &HttpRequest) -> bool {
    request.content_type().starts_with("multipart/form-data")
}

async fn read_multipart(request: &HttpRequest, payload: Payload) -> Result<Parts, Problem> {
    let mut multipart = actix_multipart::Multipart::new(request.headers(), payload);
    let (mut pairs, mut files, mut kept, mut read, mut parts) = (Vec::new(), Vec::new(), 0, 0, 0);
    while let Some(part) = multipart.next().await {
        let mut part = part.map_err(|error| Problem::Unreadable(error.to_string()))?;
        parts += 1;
        if parts > PARTS_LIMIT {
            return Err(Problem::TooLarge);
        }
        let disposition = part.content_disposition();
        let field = disposition.and_then(|found| found.get_name()).unwrap_or_default().to_owned();
        let file_name = disposition.and_then(|found| found.get_filename()).map(ToOwned::to_owned);
        let (mut bytes, mut too_large) = (Vec::new(), false);
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|error| Problem::Unreadable(error.to_string()))?;
            read += chunk.len();
            if read > READ_LIMIT || (file_name.is_none() && bytes.len() + chunk.len() > FIELDS_LIMIT) {
                return Err(Problem::TooLarge);
            }
            too_large |= kept + bytes.len() + chunk.len() > FILES_LIMIT;
            if too_large {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(&chunk);
            }
        }
        kept += bytes.len();
        match file_name {
            Some(name) => files.push(Sent { field, name: base_name(&name), bytes, too_large }),
            None => pairs.push((field, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok((pairs, files))
}

/// The last part of what may be a whole path on the sender's machine.
fn base_name(name: &str) -> String {
    name.rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(120)
        .collect()
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

/// A body that was posted without a session, to be kept for its return.
pub(super) fn is_keepable(request: &HttpRequest) -> bool {
    let length =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    let limit = match request.content_type() {
        "application/x-www-form-urlencoded" => FIELDS_LIMIT,
        "multipart/form-data" => KEPT_LIMIT,
        _ => 0,
    };
    length.is_some_and(|length| length <= limit)
}
