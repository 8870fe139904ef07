//! What somebody is told about their place in a session, with the entry for their calendar.

use super::{bare_address, with_calendars};
use crate::clock::Moment;
use crate::conferences::Conference;
use crate::db::Connection;
use crate::mail::{self, Draft};
use crate::participants::{Participant, contacts_of};
use crate::programme::feeds::{Attendee, Feed};
use crate::programme::model::Released;
use crate::programme::queries;
use crate::programme::rules::Method;
use crate::web::{Answer, Site};

crate::letter! {
    /// Tells somebody where they stand with a session.
    pub struct SignUpNotice {
        pub greeted: String, pub subject: String, pub text: String,
        /// Whom it is about, where the reader is not the person.
        pub person: String,
        pub title: String, pub place: String, pub reason: String,
        pub calendar: bool, pub link: String
    }
    "sign_up_notice": "programme/mail/sign_up.subject.txt", "programme/mail/sign_up.txt", "programme/mail/sign_up.html"
}

/// What has become of somebody's wish to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// An organiser said yes.
    Placed,
    /// A place became free.
    Promoted,
    /// An organiser said yes, and there is no place yet.
    Waiting,
    Refused,
    TakenBack,
    Invited,
}

impl News {
    fn key(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Promoted => "promoted",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
            Self::TakenBack => "taken-back",
            Self::Invited => "invited",
        }
    }

    fn method(self) -> Option<Method> {
        match self {
            Self::Placed | Self::Promoted => Some(Method::Request),
            Self::TakenBack => Some(Method::Cancel),
            Self::Waiting | Self::Refused | Self::Invited => None,
        }
    }
}

/// Tells people about one session.
pub struct Teller<'a> {
    pub site: &'a Site,
    pub conference: &'a Conference,
    pub session: &'a Released,
    pub now: Moment,
}

impl Teller<'_> {
    /// Queues the mail: to the person, or to the focal points of whoever left no address.
    pub async fn tell(&self, tx: &mut Connection, person: &Participant, news: News, reason: &str) -> Answer<()> {
        let release = queries::latest_release(tx, self.conference.id).await?;
        for contact in contacts_of(tx, person).await? {
            let language = contact.language;
            let zone = self.conference.zone();
            let title = self.session.facts.title.in_language(language).to_owned();
            let day = language.weekday_date(self.session.starts_at.conference_day(&zone));
            let time = |at: Moment| language.time(at, &zone);
            let (from, until) = (time(self.session.starts_at), time(self.session.ends_at));
            let argument = [("title", title.clone().into())];
            let method = news.method().zip(release.as_ref()).filter(|_| contact.is_the_person);
            let letter = SignUpNotice {
                greeted: contact.name.clone(),
                subject: language.with(&format!("sign-up-subject-{}", news.key()), &argument),
                text: language.t(&format!("sign-up-text-{}", news.key())),
                person: if contact.is_the_person { String::new() } else { person.name() },
                place: format!("{day}, {from}–{until}, {}", self.session.facts.room.in_language(language)),
                title,
                reason: reason.to_owned(),
                calendar: method.is_some(),
                link: self.site.link(&format!("/people/{}/sessions", person.id)),
            };
            let head = self.conference.letterhead(self.site, language);
            let draft = Draft::new(&letter, &head, &contact.address, &contact.name, self.now)?;
            let draft = draft.about("session", self.session.session_id.0);
            let updates = method.map(|(method, release)| {
                let feed = Feed {
                    conference: self.conference,
                    release,
                    sessions: &[],
                    language,
                    base: self.site.link(&format!("/{}", self.conference.slug)),
                    now: self.now,
                };
                let organiser = match self.conference.contact_email.trim() {
                    "" => bare_address(&self.site.config().mail_from),
                    address => address.to_owned(),
                };
                let attendee = Attendee { name: &contact.name, address: &contact.address, on_stage: true };
                (method, feed.update(self.session, method, &organiser, &attendee))
            });
            let updates: Vec<_> = updates.into_iter().collect();
            mail::queue(tx, &with_calendars(draft, &updates), self.now).await?;
        }
        Ok(())
    }
}
