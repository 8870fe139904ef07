//! Mails about what people do with their own file: registering, answering, not coming.

use super::{Post, Sender, category_of};
use crate::accreditation::model::Decision;
use crate::accreditation::rules::UNDO_SECONDS;
use crate::clock::Moment;
use crate::db::Connection;
use crate::mail::{self, Draft};
use crate::participants::{Participant, contacts_of, focal_contacts_of};
use crate::web::Answer;

crate::letter! {
    /// Tells somebody that their registration has arrived.
    pub struct Registered { pub greeted: String, pub category: String, pub reference: i32, pub link: String }
    "file_registered": "accreditation/mail/registered.subject.txt", "accreditation/mail/registered.txt",
        "accreditation/mail/registered.html"
}

crate::letter! {
    /// Tells somebody that their registration has begun, and how to come back to it.
    pub struct RegistrationBegun {
        pub greeted: String, pub category: String, pub until: String, pub reference: i32, pub link: String
    }
    "registration_begun": "accreditation/mail/registration_begun.subject.txt",
        "accreditation/mail/registration_begun.txt", "accreditation/mail/registration_begun.html"
}

crate::letter! {
    /// Asks somebody what the accreditation unit wants to know.
    pub struct Asked { pub greeted: String, pub reference: i32, pub question: String, pub link: String }
    "file_asked": "accreditation/mail/asked.subject.txt", "accreditation/mail/asked.txt",
        "accreditation/mail/asked.html"
}

crate::letter! {
    /// Tells a focal point what somebody has answered whose file was returned.
    pub struct Answered {
        pub greeted: String, pub person: String, pub reference: i32, pub answer: String, pub link: String
    }
    "file_answered": "accreditation/mail/answered.subject.txt", "accreditation/mail/answered.txt",
        "accreditation/mail/answered.html"
}

crate::letter! {
    /// Tells a focal point that somebody is not coming.
    pub struct NotComing { pub greeted: String, pub person: String, pub reference: i32, pub link: String }
    "person_not_coming": "accreditation/mail/not_coming.subject.txt", "accreditation/mail/not_coming.txt",
        "accreditation/mail/not_coming.html"
}

/// To the person, at once: their registration has arrived.
pub(in crate::accreditation) async fn registered(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    person: &Participant,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let post = Post { site, conference, decision, due: now, now };
    let categories = crate::conferences::categories(tx, person.conference_id).await?;
    for to in &contacts_of(tx, person).await? {
        let letter = Registered {
            greeted: to.name.clone(),
            category: category_of(&categories, person, to.language),
            reference: person.reference,
            link: post.site.link(&format!("/people/{}", person.id)),
        };
        post.send(tx, to, &letter).await?;
    }
    Ok(())
}

/// To whoever registers, at once: what they began is kept, and where.
pub(in crate::accreditation) async fn registration_begun(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    person: &Participant,
    now: Moment,
) -> Answer<()> {
    let categories = crate::conferences::categories(tx, person.conference_id).await?;
    let category = categories.iter().find(|category| category.id == person.category_id);
    for to in &contacts_of(tx, person).await? {
        let closes = category.and_then(|category| category.registration_closes_at).unwrap_or(now);
        let letter = RegistrationBegun {
            greeted: to.name.clone(),
            category: category_of(&categories, person, to.language),
            until: to.language.date_time(closes, &conference.zone()),
            reference: person.reference,
            link: site.link(&format!("/people/{}/form", person.id)),
        };
        let head = conference.letterhead(site, to.language);
        let draft = Draft::new(&letter, &head, &to.address, &to.name, now)?.about("participant", person.id.0);
        mail::queue(tx, &draft, now).await?;
    }
    Ok(())
}

/// To the person, when the officer can no longer take it back: a question.
pub(in crate::accreditation) async fn asked(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    person: &Participant,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let due = now.plus_seconds(UNDO_SECONDS);
    let post = Post { site, conference, decision, due, now };
    for to in contacts_of(tx, person).await?.iter().filter(|to| to.is_the_person) {
        let link = post.site.link(&format!("/people/{}", person.id));
        let question = decision.note.clone();
        post.send(tx, to, &Asked { greeted: to.name.clone(), reference: person.reference, question, link }).await?;
    }
    Ok(())
}

/// To the focal points, at once: what the person has answered; they submit the file again.
pub(in crate::accreditation) async fn answered(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    person: &Participant,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let post = Post { site, conference, decision, due: now, now };
    for to in &focal_contacts_of(tx, person).await? {
        let letter = Answered {
            greeted: to.name.clone(),
            person: person.name(),
            reference: person.reference,
            answer: decision.note.clone(),
            link: post.site.link(&format!("/delegations/{}/people/{}", person.delegation_id, person.id)),
        };
        post.send(tx, to, &letter).await?;
    }
    Ok(())
}

/// To the focal points, at once: somebody has said that they are not coming.
pub(in crate::accreditation) async fn is_not_coming(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    person: &Participant,
    about: (&'static str, uuid::Uuid),
    now: Moment,
) -> Answer<()> {
    for to in &focal_contacts_of(tx, person).await? {
        let letter = NotComing {
            greeted: to.name.clone(),
            person: person.name(),
            reference: person.reference,
            link: site.link(&format!("/delegations/{}/people/{}", person.delegation_id, person.id)),
        };
        let head = conference.letterhead(site, to.language);
        let draft = Draft::new(&letter, &head, &to.address, &to.name, now)?.about(about.0, about.1);
        mail::queue(tx, &draft, now).await?;
    }
    Ok(())
}
