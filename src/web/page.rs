//! The page around a template: title, language, navigation, notices; and the ways a handler answers with one.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
use askama::Template;

use super::visit::{Visit, flash_cookie};
use super::{Answer, Site};
use crate::language::{Argument, Language, Message, shipped};

/// A way to somewhere else, in the head of the page.
#[derive(Clone, Debug)]
pub struct NavItem {
    pub href: String,
    pub label: String,
    pub current: bool,
}

/// Who is signed in, as the head of the page says it.
#[derive(Clone, Debug)]
pub struct AccountLine {
    pub name: String,
}

/// The conference the page belongs to.
#[derive(Clone, Debug)]
pub struct ConferenceLine {
    pub slug: String,
    pub name: String,
    pub place: String,
    /// The name of the accent colour.
    pub accent: String,
}

/// A language of the switch.
#[derive(Clone, Debug)]
pub struct LanguageChoice {
    pub code: &'static str,
    pub name: &'static str,
    pub current: bool,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    Ok,
    Warn,
    No,
}

impl FlashKind {
    fn parse(text: &str) -> Option<Self> {
        [Self::Ok, Self::Warn, Self::No].into_iter().find(|kind| kind.as_str() == text)
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::No => "no",
        }
    }
}

impl std::fmt::Display for FlashKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A notice that is shown once, on the page after the one that caused it.
#[derive(Clone, Debug)]
pub struct Flash {
    pub kind: FlashKind,
    pub text: String,
    /// Where a POST takes it back.
    pub undo: Option<String>,
}

impl Flash {
    pub(super) fn encode(&self, site: &Site) -> String {
        let body = format!("{}\n{}\n{}", self.kind.as_str(), self.undo.as_deref().unwrap_or_default(), self.text);
        let encoded = data_encoding::BASE64URL_NOPAD.encode(body.as_bytes());
        format!("{}.{encoded}", site.keyed("flash", encoded.as_bytes()))
    }

    pub(super) fn decode(text: &str, site: &Site) -> Option<Self> {
        let (mac, encoded) = text.split_once('.')?;
        if site.keyed("flash", encoded.as_bytes()) != mac {
            return None;
        }
        let body = String::from_utf8(data_encoding::BASE64URL_NOPAD.decode(encoded.as_bytes()).ok()?).ok()?;
        let mut parts = body.splitn(3, '\n');
        let kind = FlashKind::parse(parts.next()?)?;
        let undo = Some(parts.next()?.to_owned()).filter(|undo| !undo.is_empty());
        Some(Self { kind, text: parts.next()?.to_owned(), undo })
    }
}

/// What every template finds in its field `page`.
pub struct Page {
    pub title: String,
    pub path: String,
    visit: Visit,
    account: Option<AccountLine>,
    conference: Option<ConferenceLine>,
    nav: Vec<NavItem>,
    mailbox: Option<i64>,
}

impl Page {
    /// A page with a translated title. Proofs add who is signed in and where.
    pub fn new(visit: &Visit, title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            path: visit.path().to_owned(),
            visit: visit.clone(),
            account: None,
            conference: None,
            nav: Vec::new(),
            mailbox: None,
        }
    }

    #[must_use]
    pub fn with_account(mut self, account: Option<AccountLine>) -> Self {
        self.account = account;
        self
    }

    #[must_use]
    pub fn with_conference(mut self, conference: ConferenceLine) -> Self {
        self.conference = Some(conference);
        self
    }

    #[must_use]
    pub fn with_nav(mut self, nav: Vec<NavItem>) -> Self {
        self.nav = nav;
        self
    }

    /// Shows the demonstration's mailbox with its number of unread mails.
    #[must_use]
    pub fn with_mailbox(mut self, unread: i64) -> Self {
        self.mailbox = Some(unread);
        self
    }

    /// The same page in another language than the visitor's: a document that is in its own.
    #[must_use]
    pub fn speaking(mut self, language: Language, conference: ConferenceLine) -> Self {
        self.visit = self.visit.speaking(language);
        self.conference = Some(conference);
        self
    }

    pub fn language(&self) -> Language {
        self.visit.language()
    }

    pub fn lang(&self) -> &'static str {
        self.visit.language().code()
    }

    pub fn dir(&self) -> &'static str {
        self.visit.language().direction()
    }

    pub fn theme(&self) -> &'static str {
        self.visit.theme()
    }

    pub fn t(&self, key: &str) -> String {
        self.visit.language().t(key)
    }

    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Argument>) -> String {
        self.visit.language().with(key, &[(name, value.into())])
    }

    pub fn t2(
        &self,
        key: &str,
        name: &'static str,
        value: impl Into<Argument>,
        second: &'static str,
        other: impl Into<Argument>,
    ) -> String {
        self.visit.language().with(key, &[(name, value.into()), (second, other.into())])
    }

    /// A message in the page's language.
    pub fn message(&self, message: &Message) -> String {
        self.visit.language().message(message)
    }

    /// The versioned address of a static file.
    pub fn asset(&self, path: &str) -> String {
        super::asset_url(path)
    }

    pub fn token(&self) -> String {
        self.visit.token()
    }

    pub fn flash(&self) -> Option<&Flash> {
        self.visit.flash()
    }

    pub fn account(&self) -> Option<&AccountLine> {
        self.account.as_ref()
    }

    pub fn conference(&self) -> Option<&ConferenceLine> {
        self.conference.as_ref()
    }

    pub fn nav(&self) -> &[NavItem] {
        &self.nav
    }

    pub fn demo(&self) -> bool {
        self.mailbox.is_some()
    }

    pub fn mailbox_count(&self) -> String {
        mailbox_count(self.mailbox.unwrap_or_default())
    }

    pub fn languages(&self) -> Vec<LanguageChoice> {
        let current = self.visit.language();
        shipped()
            .map(|language| LanguageChoice {
                code: language.code(),
                name: language.own_name(),
                current: language == current,
            })
            .collect()
    }

    /// A number as the page's language groups it.
    pub fn number(&self, number: impl Into<i64>) -> String {
        self.visit.language().number(number.into())
    }
}

/// Answers with a page.
pub fn page(template: impl Template) -> Answer<HttpResponse> {
    page_with(StatusCode::OK, template)
}

/// Answers with a page and a status: 422 for a form that must be mended.
pub fn page_with(status: StatusCode, template: impl Template) -> Answer<HttpResponse> {
    let body = template.render()?;
    // A page that went well has no list of mistakes.
    let body = if status.is_success() { body } else { super::summary::name_the_fields(body) };
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body))
}

/// Sends the browser on with GET, as every form does that went well.
pub fn redirect(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish()
}

/// Sends the browser on, with a notice for the next page.
pub fn redirect_with(visit: &Visit, to: &str, flash: &Flash) -> HttpResponse {
    let mut response = redirect(to);
    // A cookie that cannot be written costs the notice, not the answer.
    let _ = response.add_cookie(&flash_cookie(visit.site(), flash));
    response
}

/// Answers with a file to keep; `name` may hold any script.
pub fn attach(name: &str, media_type: &str, body: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media_type.to_owned())
        .insert_header(disposition(DispositionType::Attachment, name))
        .body(body)
}

/// The header that names a file: plain letters for old readers, the whole name for all others.
pub fn disposition(kind: DispositionType, name: &str) -> ContentDisposition {
    let harmless = |letter: char| if matches!(letter, '"' | '\\' | '/') || letter.is_control() { '_' } else { letter };
    let name: String = name.chars().map(harmless).collect();
    let plain: String = name.chars().map(|letter| if letter.is_ascii() { letter } else { '_' }).collect();
    let mut parameters = vec![DispositionParam::Filename(plain)];
    if !name.is_ascii() {
        parameters.push(DispositionParam::FilenameExt(ExtendedValue {
            charset: Charset::Ext("UTF-8".to_owned()),
            language_tag: None,
            value: name.into_bytes(),
        }));
    }
    ContentDisposition { disposition: kind, parameters }
}
/// How many mails are unread, as a bar shows it: they are counted to a hundred and no further.
pub fn mailbox_count(unread: i64) -> String {
    if unread > 99 { "99+".to_owned() } else { unread.to_string() }
}
