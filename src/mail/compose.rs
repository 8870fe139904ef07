//! Makes the message that travels out of a stored mail: the same bytes on every attempt, whoever sends it.

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::model::{MailPart, StoredMail};

/// A mail that cannot be written down, for a reason that no further attempt will mend.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unwritable {
    #[error("the address {0:?} is none")]
    Address(String),
    #[error("the attachment {0:?} has no usable media type")]
    MediaType(String),
    #[error(transparent)]
    Other(#[from] lettre::error::Error),
}

macro_rules! fixed_headers {
    ($($name:ident: $text:literal),*) => {$(
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    )*};
}
fixed_headers! {
    AutoSubmitted: "Auto-Submitted", AutoResponseSuppress: "X-Auto-Response-Suppress", ContentLanguage: "Content-Language"
}

/// The whole message, unsigned.
pub(super) fn message(from: &Mailbox, mail: &StoredMail, parts: &[MailPart]) -> Result<Message, Unwritable> {
    let mut builder = Message::builder()
        .from(from.clone())
        .to(mailbox(&mail.to_name, &mail.to_address)?)
        .subject(one_line(&mail.subject))
        .date(mail.created_at.timestamp().into())
        .message_id(Some(format!("<{}>", mail.message_id)))
        // RFC 3834: nobody's holiday notice should answer us; Exchange knows it by a header of its own.
        .header(AutoSubmitted("auto-generated".into()))
        .header(AutoResponseSuppress("All".into()))
        .header(ContentLanguage(mail.language.clone()));
    // A contact address that is none costs the way back, not the mail.
    if let Ok(reply_to) = mailbox("", &mail.reply_to) {
        builder = builder.reply_to(reply_to);
    }
    Ok(builder.multipart(body(mail, parts)?)?)
}

fn mailbox(name: &str, address: &str) -> Result<Mailbox, Unwritable> {
    let parsed: Address = address.trim().parse().map_err(|_| Unwritable::Address(address.to_owned()))?;
    Ok(Mailbox::new(Some(one_line(name)).filter(|name| !name.is_empty()), parsed))
}

/// No name and no subject may begin a header of its own.
fn one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Text and HTML say the same, and so does a part without a file name, an invitation say; pictures belong to the HTML, attachments to
/// the whole.
fn body(mail: &StoredMail, parts: &[MailPart]) -> Result<MultiPart, Unwritable> {
    let (pictures, files): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.content_id.is_some());
    let (forms, attachments): (Vec<_>, Vec<_>) = files.into_iter().partition(|part| part.file_name.is_empty());
    let text = MultiPart::alternative().singlepart(SinglePart::plain(mail.body_text.clone()));
    let html = SinglePart::html(mail.body_html.clone());
    let mut alternative = if pictures.is_empty() {
        text.singlepart(html)
    } else {
        let related = MultiPart::related().singlepart(html);
        text.multipart(with_parts(related, &pictures)?)
    };
    for form in forms {
        let part = SinglePart::builder().header(media_type(form)?).body(form.content.clone());
        alternative = alternative.singlepart(part);
    }
    if attachments.is_empty() {
        return Ok(alternative);
    }
    with_parts(MultiPart::mixed().multipart(alternative), &attachments)
}

fn media_type(part: &MailPart) -> Result<ContentType, Unwritable> {
    ContentType::parse(&part.media_type).map_err(|_| Unwritable::MediaType(part.file_name.clone()))
}

fn with_parts(mut whole: MultiPart, parts: &[&MailPart]) -> Result<MultiPart, Unwritable> {
    for part in parts {
        let file = match &part.content_id {
            Some(id) => Attachment::new_inline_with_name(id.clone(), part.file_name.clone()),
            None => Attachment::new(part.file_name.clone()),
        };
        whole = whole.singlepart(file.body(part.content.clone(), media_type(part)?));
    }
    Ok(whole)
}

#[cfg(test)]
pub(super) mod tests {
    use mailparse::MailHeaderMap;

    use super::*;
    use crate::clock::Moment;
    use crate::ids::MailId;
    use crate::mail::MailState;

    pub fn stored(to_name: &str, subject: &str) -> StoredMail {
        let at = Moment::parse("2026-11-20T09:00:00Z").unwrap();
        StoredMail {
            id: MailId::new(),
            conference_id: None,
            kind: "confirmation".into(),
            subject_kind: None,
            subject_id: None,
            to_address: "ada@example.org".into(),
            to_name: to_name.into(),
            reply_to: "desk@example.org".into(),
            language: "fr".into(),
            subject: subject.into(),
            body_text: "Bonjour".into(),
            body_html: "<p>Bonjour <img src=\"cid:code\">".into(),
            message_id: "1@plenipo.example.org".into(),
            state: MailState::Sending,
            due_at: at,
            useless_after: None,
            attempts: 1,
            claimed_at: Some(at),
            sent_at: None,
            last_error: None,
            created_at: at,
            secrets: Vec::new(),
        }
    }

    fn part(content_id: Option<&str>, file_name: &str, media_type: &str) -> MailPart {
        MailPart {
            ordinal: 0,
            content_id: content_id.map(Into::into),
            file_name: file_name.into(),
            media_type: media_type.into(),
            content: b"content".to_vec(),
        }
    }

    fn from() -> Mailbox {
        "Secrétariat <no-reply@example.org>".parse().unwrap()
    }

    #[test]
    fn a_mail_is_the_same_on_every_attempt() {
        let mail = stored("Ada", "Bienvenue");
        let headers = |mail: &StoredMail| {
            let bytes = message(&from(), mail, &[]).unwrap().formatted();
            let parsed = mailparse::parse_mail(&bytes).unwrap();
            ["Message-ID", "Date", "Subject", "Auto-Submitted", "Content-Language", "Reply-To"]
                .map(|name| parsed.headers.get_first_value(name).unwrap())
        };
        let again = StoredMail { attempts: 2, claimed_at: None, ..mail.clone() };
        assert_eq!(headers(&mail), headers(&again));
        assert_eq!(headers(&mail)[0], "<1@plenipo.example.org>");
        assert_eq!(headers(&mail)[3], "auto-generated");
        assert_eq!(headers(&mail)[4], "fr");
    }

    #[test]
    fn names_and_subjects_of_every_script_arrive() {
        let subject = "Votre code — Nguyễn Thị Hồng, عبد الرحمن, 王芳";
        let bytes = message(&from(), &stored("Nguyễn Thị Hồng Ánh", subject), &[]).unwrap().formatted();
        assert!(bytes.is_ascii());
        let parsed = mailparse::parse_mail(&bytes).unwrap();
        assert_eq!(parsed.headers.get_first_value("Subject").unwrap(), subject);
        assert!(parsed.headers.get_first_value("To").unwrap().contains("Nguyễn Thị Hồng Ánh"));
    }

    #[test]
    fn nobody_can_add_a_header() {
        let mail = stored("Eve\r\nBcc: all@example.org", "Hello\r\nX-Evil: 1");
        let bytes = message(&from(), &mail, &[]).unwrap().formatted();
        let parsed = mailparse::parse_mail(&bytes).unwrap();
        assert!(parsed.headers.get_first_value("Bcc").is_none());
        assert!(parsed.headers.get_first_value("X-Evil").is_none());
    }

    #[test]
    fn pictures_stay_with_the_html_and_attachments_with_the_whole() {
        let parts = [
            part(Some("code"), "code.png", "image/png"),
            part(None, "congrès.ics", "text/calendar; method=PUBLISH; charset=utf-8"),
        ];
        let bytes = message(&from(), &stored("Ada", "x"), &parts).unwrap().formatted();
        let mixed = mailparse::parse_mail(&bytes).unwrap();
        assert_eq!(mixed.ctype.mimetype, "multipart/mixed");
        let alternative = &mixed.subparts[0];
        assert_eq!(alternative.subparts[0].ctype.mimetype, "text/plain");
        let related = &alternative.subparts[1];
        assert_eq!(related.ctype.mimetype, "multipart/related");
        assert_eq!(related.subparts[1].headers.get_first_value("Content-ID").unwrap(), "<code>");
        assert_eq!(mixed.subparts[1].ctype.params["method"], "PUBLISH");
        assert_eq!(mixed.subparts[1].get_body_raw().unwrap(), b"content");
    }

    #[test]
    fn an_invitation_is_another_form_of_the_mail() {
        let parts =
            [part(None, "", "text/calendar; charset=utf-8; method=REQUEST"), part(None, "x.ics", "application/ics")];
        let bytes = message(&from(), &stored("Ada", "x"), &parts).unwrap().formatted();
        let mixed = mailparse::parse_mail(&bytes).unwrap();
        let forms: Vec<&str> = mixed.subparts[0].subparts.iter().map(|part| part.ctype.mimetype.as_str()).collect();
        assert_eq!(forms, ["text/plain", "text/html", "text/calendar"]);
        assert_eq!(mixed.subparts[0].subparts[2].ctype.params["method"], "REQUEST");
        assert_eq!(mixed.subparts[1].ctype.mimetype, "application/ics");
    }

    #[test]
    fn what_cannot_be_written_is_said_so() {
        let mail = StoredMail { to_address: "not an address".into(), ..stored("Ada", "x") };
        assert!(matches!(message(&from(), &mail, &[]), Err(Unwritable::Address(_))));
        assert!(matches!(
            message(&from(), &stored("Ada", "x"), &[part(None, "x", "?")]),
            Err(Unwritable::MediaType(_))
        ));
    }
}
