//! What the outbox and the mailbox have in common: lists of mails, one mail with its facts, its HTML in a frame that can do
//! nothing, its attachments.

use actix_web::HttpResponse;
use actix_web::http::header;
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::clock::Moment;
use crate::db::Connection;
use crate::language::Language;
use crate::mail::{MailLine, MailPart, MailState, Outbox, StoredMail, count_mails, mails};
use crate::web::{Answer, Choice, Page, Pager, Problem, disposition};

/// The list's address holds what it shows.
#[derive(Deserialize, Default)]
pub struct Wanted {
    #[serde(default)]
    pub q: String,
    #[serde(default)]
    pub state: String,
    pub page: Option<i64>,
}

impl Wanted {
    pub fn state(&self) -> Option<MailState> {
        MailState::parse(&self.state)
    }

    /// The filter by state.
    pub fn states(&self, language: Language) -> Vec<Choice> {
        let all = (String::new(), language.t("mail-state-any"));
        let each = MailState::ALL.iter().map(|state| (state.as_str().to_owned(), state_word(*state, language)));
        Choice::one_of(std::iter::once(all).chain(each), &self.state)
    }
}

pub fn state_word(state: MailState, language: Language) -> String {
    language.t(&format!("mail-state-{}", state.as_str()))
}

/// The drawing of a state (`marks::status`).
fn state_kind(state: MailState) -> &'static str {
    match state {
        MailState::Waiting => "draft",
        MailState::Sending => "sent",
        MailState::Sent => "ok",
        MailState::Failed => "no",
        MailState::Withdrawn => "gone",
    }
}

/// How soon a waiting mail leaves: what sent it can be taken back until then.
pub struct Leaving {
    pub seconds: i64,
    pub text: String,
    /// With `{n}` in the place of the seconds, for counting them down.
    pub counting: String,
}

impl Leaving {
    /// Nothing to count where it is not waiting, is due already or is tried again much later.
    fn of(state: MailState, due: Moment, now: Moment, language: Language) -> Option<Self> {
        /// Whoever waits longer reads a time of day: seconds.
        const COUNTED: i64 = 60;
        let seconds =
            Some(due.seconds_since(now)).filter(|left| state == MailState::Waiting && (1..=COUNTED).contains(left))?;
        let say = |seconds: String| language.with("mail-leaves", &[("seconds", seconds.into())]);
        Some(Self { seconds, text: say(language.number(seconds)), counting: say("{n}".to_owned()) })
    }
}

/// A mail in a list.
pub struct Row {
    pub href: String,
    pub subject: String,
    pub to_name: String,
    pub to_address: String,
    pub state_kind: &'static str,
    pub state: String,
    /// Until it leaves by itself.
    pub leaving: Option<Leaving>,
    /// When it was sent, or is due, in words.
    pub at: String,
    pub unread: bool,
}

fn row(line: &MailLine, base: &str, (zone, now): (&TimeZone, Moment), language: Language) -> Row {
    Row {
        href: format!("{base}/{}", line.id),
        subject: line.subject.clone(),
        to_name: line.to_name.clone(),
        to_address: line.to_address.clone(),
        state_kind: state_kind(line.state),
        state: state_word(line.state, language),
        leaving: Leaving::of(line.state, line.due_at, now, language),
        at: language.date_time(line.sent_at.unwrap_or(line.due_at), zone),
        unread: line.read_at.is_none(),
    }
}

/// One page of a list, 50 mails long.
pub async fn rows(
    connection: &mut Connection,
    outbox: &Outbox<'_>,
    (wanted, path): (&Wanted, &str),
    (base, zone, now): (&str, &TimeZone, Moment),
    language: Language,
) -> Answer<(Vec<Row>, Pager)> {
    let pager = Pager::new(wanted.page, 50, count_mails(connection, outbox).await?, path);
    let lines = mails(connection, outbox, pager.offset(), pager.size()).await?;
    Ok((lines.iter().map(|line| row(line, base, (zone, now), language)).collect(), pager))
}

/// An attachment as the page names it.
pub struct Attached {
    pub href: String,
    pub name: String,
    pub media_type: String,
}

/// A mail as its page shows it.
pub struct Shown {
    #[allow(dead_code, reason = "the page's title says it")]
    pub subject: String,
    pub to_name: String,
    pub to_address: String,
    pub state_kind: &'static str,
    pub state: String,
    pub leaving: Option<Leaving>,
    /// Failed: it may be sent again.
    pub is_failed: bool,
    pub created: String,
    pub due: String,
    pub sent: Option<String>,
    pub attempts: String,
    pub error: Option<String>,
    pub message_id: String,
    pub lang: String,
    pub text: String,
    pub preview: String,
    pub attempt: String,
    pub attached: Vec<Attached>,
}

pub fn shown(
    mail: StoredMail,
    parts: &[MailPart],
    (base, zone, now): (&str, &TimeZone, Moment),
    language: Language,
) -> Shown {
    let own = format!("{base}/{}", mail.id);
    // What has no name is the mail itself in another form.
    let files = parts.iter().filter(|part| part.content_id.is_none() && !part.file_name.is_empty());
    Shown {
        state_kind: state_kind(mail.state),
        state: state_word(mail.state, language),
        leaving: Leaving::of(mail.state, mail.due_at, now, language),
        is_failed: mail.state == MailState::Failed,
        created: language.date_time(mail.created_at, zone),
        due: language.date_time(mail.due_at, zone),
        sent: mail.sent_at.map(|at| language.date_time(at, zone)),
        attempts: language.number(mail.attempts.into()),
        error: mail.last_error,
        message_id: mail.message_id,
        lang: mail.language,
        text: mail.body_text,
        subject: mail.subject,
        to_name: mail.to_name,
        to_address: mail.to_address,
        preview: format!("{own}/html"),
        attempt: format!("{own}/attempt"),
        attached: files
            .map(|part| Attached {
                href: format!("{own}/parts/{}", part.ordinal),
                name: part.file_name.clone(),
                media_type: part.media_type.split(';').next().unwrap_or_default().to_owned(),
            })
            .collect(),
    }
}

#[derive(Template)]
#[template(path = "console/mails.html")]
pub struct MailsPage {
    pub page: Page,
    pub base: String,
    pub query: String,
    pub states: Vec<Choice>,
    pub rows: Vec<Row>,
    pub pager: Pager,
    /// The demonstration's mailbox rather than a conference's outbox.
    pub mailbox: bool,
}

impl MailsPage {
    /// Whether something was looked for, rather than everything.
    pub fn is_filtered(&self) -> bool {
        !self.query.trim().is_empty() || self.states.iter().any(|state| state.chosen && !state.value.is_empty())
    }
}

#[derive(Template)]
#[template(path = "console/mail.html")]
pub struct MailPage {
    pub page: Page,
    pub base: String,
    pub mail: Shown,
    pub may_send: bool,
    /// The demonstration's mailbox rather than a conference's outbox.
    pub mailbox: bool,
}

/// The preview's own policy: styles of the mail and pictures that travel with it, no script, no form, no origin; a link that
/// somebody clicks opens in the whole window.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/// The HTML of a mail as a page of its own, to be framed.
pub fn preview(mail: &StoredMail, parts: &[MailPart]) -> HttpResponse {
    // A frame without an origin sends no cookie: pictures come along as data.
    let mut html = mail.body_html.replacen("<head>", "<head><base target=\"_top\">", 1);
    for part in parts {
        if let Some(id) = &part.content_id {
            let data = data_encoding::BASE64.encode(&part.content);
            html = html.replace(&format!("cid:{id}"), &format!("data:{};base64,{data}", part.media_type));
        }
    }
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .body(html)
}

/// One attachment, to keep.
pub fn attachment(parts: Vec<MailPart>, ordinal: i16) -> Answer<HttpResponse> {
    let part = parts.into_iter().find(|part| part.ordinal == ordinal).ok_or(Problem::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type(part.media_type)
        .insert_header(disposition(header::DispositionType::Attachment, &part.file_name))
        .body(part.content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_of_a_mail_can_run_nothing_and_reach_nothing() {
        assert!(POLICY.contains("default-src 'none'") && POLICY.contains("sandbox "));
        assert!(!POLICY.contains("allow-scripts") && !POLICY.contains("allow-same-origin"));
    }
}
