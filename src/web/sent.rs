//! The body of a posted form, read once and within limits before its handler is asked anything: what was typed can then be kept
//! when it turns out that its author has to sign in again, whatever the size of the files beside it.

use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::Method;
use actix_web::web::Bytes;
use actix_web::{HttpMessage, HttpRequest};
use futures_util::StreamExt;

use super::Problem;
use crate::language::is_out_of_place;

/// One field, and all fields of a form without files together: 256 KiB.
const FIELDS_LIMIT: usize = 256 * 1024;
/// All fields beside files together: 1 MiB, as lists may be pasted into several.
const TYPED_LIMIT: usize = 4 * FIELDS_LIMIT;
/// The files of a form, all together: 24 MiB.
const FILES_LIMIT: usize = 24 * 1024 * 1024;
/// What is read of a form at all. Beyond [`FILES_LIMIT`] files are read past and let go, so that what was typed beside them is
/// not lost; whoever sends more than this does not fill in a form.
const READ_LIMIT: usize = 256 * 1024 * 1024;
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

/// Names and values, in the order they were sent.
pub(super) type Pairs = Vec<(String, String)>;
type Parts = (Pairs, Vec<Sent>);

/// What was read, on its way to the handler's [`Form`](super::Form).
struct Read(Result<Parts, Problem>);

/// Reads the form of a request, if it is one, and gives what was typed. Files are held only for a visitor who `may_be_known`:
/// a stranger's would be thrown away at the sign-in.
pub(super) async fn read(request: &mut ServiceRequest, may_be_known: bool) -> Option<Pairs> {
    if *request.method() != Method::POST {
        return None;
    }
    let payload = request.take_payload();
    let parts = match request.content_type() {
        "application/x-www-form-urlencoded" => read_urlencoded(payload).await.map(|pairs| (pairs, Vec::new())),
        "multipart/form-data" => {
            read_multipart(request.request(), payload, if may_be_known { FILES_LIMIT } else { 0 }).await
        }
        _ => {
            request.set_payload(payload);
            return None;
        }
    };
    let parts = parts.map(|(pairs, files)| (pairs.into_iter().map(tidy).collect::<Pairs>(), files));
    let typed = parts.as_ref().ok().map(|(pairs, _)| pairs.clone());
    request.extensions_mut().insert(Read(parts));
    typed
}

/// What was read of a request's form, for the one who asks first.
///
/// # Errors
/// Why it could not be read; unreadable where it was no form.
pub(super) fn take(request: &HttpRequest) -> Result<Parts, Problem> {
    let read = request.extensions_mut().remove::<Read>();
    read.map_or_else(|| Err(Problem::Unreadable("a form is expected".to_owned())), |Read(parts)| parts)
}

/// Without the letters that no text holds: the database takes no zeros, and nobody's name turns the rest of a page round.
fn tidy((name, text): (String, String)) -> (String, String) {
    (name, text.chars().filter(|letter| !is_out_of_place(*letter)).collect())
}

async fn read_urlencoded(mut payload: Payload) -> Result<Pairs, Problem> {
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

async fn read_multipart(request: &HttpRequest, payload: Payload, most: usize) -> Result<Parts, Problem> {
    let mut multipart = actix_multipart::Multipart::new(request.headers(), payload);
    let (mut pairs, mut files) = (Vec::new(), Vec::new());
    let (mut typed, mut kept, mut read, mut parts) = (0, 0, 0, 0);
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
            let so_far = bytes.len() + chunk.len();
            let is_too_long = file_name.is_none() && (so_far > FIELDS_LIMIT || typed + so_far > TYPED_LIMIT);
            if read > READ_LIMIT || is_too_long {
                return Err(Problem::TooLarge);
            }
            too_large |= file_name.is_some() && kept + so_far > most;
            if too_large {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(&chunk);
            }
        }
        match file_name {
            Some(name) => {
                kept += bytes.len();
                files.push(Sent { field, name: base_name(&name), bytes, too_large });
            }
            None => {
                typed += bytes.len();
                pairs.push((field, String::from_utf8_lossy(&bytes).into_owned()));
            }
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
