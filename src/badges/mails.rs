//! The confirmation: that somebody is accredited, how the badge reaches them, and what to bring.

use super::model::{BadgeKind, Issued};
use super::picture::code_png;
use super::queries::Holder;
use crate::accreditation::Decision;
use crate::accreditation::rules::UNDO_SECONDS;
use crate::clock::Moment;
use crate::conferences::{Conference, Delivery};
use crate::db::Connection;
use crate::language::Language;
use crate::mail::{self, Draft, Part};
use crate::participants::contacts_of;
use crate::web::{Answer, Problem, Site};

/// The picture's id inside the mail.
const PICTURE: &str = "code";

crate::letter! {
    /// Confirms an accreditation.
    pub struct Confirmation {
        pub greeted: String, pub person: String,
        /// Whether the reader is the person.
        pub to_themselves: bool,
        pub category: String, pub delegation: String, pub reference: i32, pub number: String,
        /// Whether a collection code goes along, or a badge to print, or one to show.
        pub collects: bool, pub prints: bool,
        /// The badge to print is among the parts of the mail.
        pub attached: bool,
        /// The digits of the code, in groups.
        pub code: String,
        pub dates: String, pub good_from: String, pub venue: String, pub link: String,
    }
    "confirmation": "badges/mail/confirmation.subject.txt", "badges/mail/confirmation.txt", "badges/mail/confirmation.html"
}

pub(super) async fn confirmation(
    tx: &mut Connection,
    site: &Site,
    conference: &Conference,
    holder: &Holder,
    issued: &Issued,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let due = now.plus_seconds(UNDO_SECONDS);
    for contact in contacts_of(tx, &holder.person).await? {
        let head = conference.letterhead(site, contact.language);
        let letter = Confirmation {
            greeted: contact.name.clone(),
            person: holder.person.name(),
            to_themselves: contact.is_the_person,
            category: holder.category.name.in_language(contact.language).to_owned(),
            delegation: holder.delegation.name.in_language(contact.language).to_owned(),
            reference: holder.person.reference,
            number: issued.badge.shown_number(),
            collects: issued.badge.kind == BadgeKind::CollectionCode,
            attached: issued.paper.is_some(),
            prints: holder.category.delivery == Delivery::PrintAtHome,
            code: grouped(&issued.code),
            dates: contact.language.date_range(conference.starts_on, conference.ends_on),
            good_from: contact.language.date(issued.badge.valid_from),
            venue: whereabouts(conference, contact.language),
            link: site.link(&format!("/people/{}", holder.person.id)),
        };
        let paper = issued.paper.as_ref().map(|pdf| Part {
            content_id: None,
            file_name: "badge.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            content: pdf.clone(),
        });
        let mut draft = Draft::new(&letter, &head, &contact.address, &contact.name, due)?
            .about("decision", decision.id.0)
            .with(Part {
                content_id: Some(PICTURE.to_owned()),
                file_name: "code.png".to_owned(),
                media_type: "image/png".to_owned(),
                content: code_png(&issued.code).map_err(|_| Problem::broken("the code does not fit a picture"))?,
            })
            .with(Part {
                content_id: None,
                file_name: "conference.ics".to_owned(),
                media_type: "text/calendar; charset=utf-8; method=PUBLISH".to_owned(),
                content: calendar(conference, contact.language, &letter.link, now).into_bytes(),
            });
        if let Some(paper) = paper {
            draft = draft.with(paper);
        }
        mail::queue(tx, &draft, now).await?;
    }
    Ok(())
}

/// Digits in groups of eight, so that they wrap and can be read out.
fn grouped(digits: &str) -> String {
    let letters: Vec<char> = digits.chars().collect();
    letters.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Venue and place, as far as they are known.
fn whereabouts(conference: &Conference, language: Language) -> String {
    let parts = [conference.venue.in_language(language), conference.place.in_language(language)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The conference's days as one calendar entry.
pub(super) fn calendar(conference: &Conference, language: Language, link: &str, now: Moment) -> String {
    use icalendar::{Calendar, Component, Event, EventLike};
    let mut event = Event::new();
    event
        .uid(&format!("{}@plenipo", conference.id))
        .summary(conference.name.in_language(language))
        .location(&whereabouts(conference, language))
        .add_property("DTSTAMP", now.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string())
        .add_property("DTSTART;VALUE=DATE", conference.starts_on.0.strftime("%Y%m%d").to_string())
        .add_property("DTEND;VALUE=DATE", conference.ends_on.plus_days(1).0.strftime("%Y%m%d").to_string())
        .add_property("URL", link);
    // Not `new`, which names a program of its own beside ours.
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Plenipo//Confirmation//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN")).append_property(("METHOD", "PUBLISH"));
    calendar.push(event.done());
    calendar.done().to_string()
}
