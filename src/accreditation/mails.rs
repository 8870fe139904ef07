//! Mails about files. The person is written to, or where they left no address the focal points of their delegation; what
//! only the delegation can mend goes to its focal points. A decision's mails are about that decision, so that taking it back
//! takes them back.

mod own;

use crate::accreditation::model::{Decision, Receipt};
use crate::accreditation::queries;
use crate::accreditation::rules::{UNDO_SECONDS, words_of_reason};
use crate::clock::Moment;
use crate::conferences::{Category, Conference};
use crate::db::Connection;
use crate::delegations::{Delegation, FocalPoint};
use crate::language::Language;
use crate::mail::{self, Draft, Letter};
use crate::participants::own::{Origin, own_form};
use crate::participants::{Contact, Participant, contacts_of, focal_contacts_of};
use crate::web::{Answer, Site};

pub(super) use own::{answered, asked, is_not_coming, registered, registration_begun};

crate::letter! {
    /// Tells somebody that their delegation has handed in their file.
    pub struct Received {
        pub greeted: String, pub delegation: String, pub category: String, pub reference: i32, pub link: String
    }
    "file_received": "accreditation/mail/received.subject.txt", "accreditation/mail/received.txt",
        "accreditation/mail/received.html"
}

crate::letter! {
    /// Tells a focal point what is missing in a file.
    pub struct Returned {
        pub greeted: String, pub person: String, pub reference: i32, pub reasons: Vec<String>, pub note: String,
        pub link: String
    }
    "file_returned": "accreditation/mail/returned.subject.txt", "accreditation/mail/returned.txt",
        "accreditation/mail/returned.html"
}

crate::letter! {
    /// Tells that an accreditation is refused.
    pub struct Refused {
        pub greeted: String, pub person: String,
        /// Whether the reader is the person.
        pub to_themselves: bool,
        pub reference: i32, pub reasons: Vec<String>, pub note: String
    }
    "file_refused": "accreditation/mail/refused.subject.txt", "accreditation/mail/refused.txt",
        "accreditation/mail/refused.html"
}

crate::letter! {
    /// Tells somebody that their delegation has withdrawn them.
    pub struct Withdrawn { pub greeted: String, pub delegation: String, pub reference: i32 }
    "file_withdrawn": "accreditation/mail/withdrawn.subject.txt", "accreditation/mail/withdrawn.txt",
        "accreditation/mail/withdrawn.html"
}

crate::letter! {
    /// Tells a delegation's focal points whom one of them has handed in together.
    pub struct ReceivedTogether {
        pub greeted: String, pub delegation: String,
        /// Who handed them in.
        pub by: String,
        /// Number and name of each.
        pub people: Vec<String>,
        pub link: String
    }
    "files_received": "accreditation/mail/received_together.subject.txt", "accreditation/mail/received_together.txt",
        "accreditation/mail/received_together.html"
}

/// What every mail about a file is made with.
struct Post<'a> {
    site: &'a Site,
    conference: &'a Conference,
    decision: &'a Decision,
    due: Moment,
    now: Moment,
}

impl Post<'_> {
    async fn send<L: Letter>(&self, tx: &mut Connection, to: &Contact, letter: &L) -> Answer<()> {
        let head = self.conference.letterhead(self.site, to.language);
        let draft = Draft::new(letter, &head, &to.address, &to.name, self.due)?.about("decision", self.decision.id.0);
        let id = mail::queue(tx, &draft, self.now).await?;
        queries::note_mail(tx, self.decision.id, id).await
    }

    fn reasons(&self, language: Language) -> Vec<String> {
        self.decision.reasons().into_iter().map(|reason| language.t(&words_of_reason(reason))).collect()
    }
}

/// The name of somebody's category as a reader knows it.
fn category_of(categories: &[Category], person: &Participant, language: Language) -> String {
    let found = categories.iter().find(|category| category.id == person.category_id);
    found.map(|category| category.name.in_language(language).to_owned()).unwrap_or_default()
}

/// On whose behalf a mail is written, and where its links lead.
pub type Sender<'a> = (&'a Site, &'a Conference);

/// To the person, at once: the delegation has handed in their file.
pub async fn received(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    delegation: &Delegation,
    person: &Participant,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let post = Post { site, conference, decision, due: now, now };
    let categories = crate::conferences::categories(tx, person.conference_id).await?;
    for to in contacts_of(tx, person).await?.iter().filter(|to| to.is_the_person) {
        let letter = Received {
            greeted: to.name.clone(),
            delegation: name_of(delegation, to.language),
            category: category_of(&categories, person, to.language),
            reference: person.reference,
            link: post.site.link(&format!("/people/{}", person.id)),
        };
        post.send(tx, to, &letter).await?;
    }
    Ok(())
}

/// At once: to the focal points one mail about all who were handed in together, and to each person who has an address of their
/// own. An address that a focal point reads has had its mail.
pub(super) async fn received_together(
    tx: &mut Connection,
    by: &FocalPoint,
    receipt: &Receipt,
    done: &[(Participant, Decision)],
    now: Moment,
) -> Answer<()> {
    let Some((first, _)) = done.first() else { return Ok(()) };
    let (site, conference) = (by.visit().site(), by.conference());
    let link = site.link(&by.path(&format!("/receipts/{}", receipt.id)));
    let focal_points = focal_contacts_of(tx, first).await?;
    for to in &focal_points {
        let line = |one: &crate::accreditation::model::ReceiptLine| {
            let said = [("reference", one.reference.into()), ("name", one.name.as_str().into())];
            to.language.with("receipt-mail-line", &said)
        };
        let letter = ReceivedTogether {
            greeted: to.name.clone(),
            delegation: name_of(by.delegation(), to.language),
            by: receipt.made_by_name.clone(),
            people: receipt.lines().iter().map(line).collect(),
            link: link.clone(),
        };
        let head = conference.letterhead(site, to.language);
        let draft = Draft::new(&letter, &head, &to.address, &to.name, now)?.about("receipt", receipt.id.0);
        mail::queue(tx, &draft, now).await?;
    }
    for (person, decision) in done {
        let is_read_by_one = |address: &String| focal_points.iter().any(|to| to.address == *address);
        if !person.email.as_ref().is_some_and(is_read_by_one) {
            received(tx, (site, conference), by.delegation(), person, decision, now).await?;
        }
    }
    Ok(())
}

/// To the person, at once: the delegation has withdrawn them.
pub(super) async fn withdrawn(
    tx: &mut Connection,
    by: &FocalPoint,
    person: &Participant,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let post = Post { site: by.visit().site(), conference: by.conference(), decision, due: now, now };
    for to in contacts_of(tx, person).await?.iter().filter(|to| to.is_the_person) {
        let delegation = name_of(by.delegation(), to.language);
        let letter = Withdrawn { greeted: to.name.clone(), delegation, reference: person.reference };
        post.send(tx, to, &letter).await?;
    }
    Ok(())
}

/// To the focal points, or to whoever registered, when the officer can no longer take it back: what is missing.
pub async fn returned(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    person: &Participant,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let due = now.plus_seconds(UNDO_SECONDS);
    let post = Post { site, conference, decision, due, now };
    let form = own_form(tx, person.conference_id, person.id).await?;
    let registered = form.is_some_and(|form| form.origin == Origin::Registered);
    // Whoever registered mends it themselves.
    let readers = if registered { contacts_of(tx, person).await? } else { focal_contacts_of(tx, person).await? };
    for to in &readers {
        let letter = Returned {
            greeted: to.name.clone(),
            person: person.name(),
            reference: person.reference,
            reasons: post.reasons(to.language),
            note: decision.note.clone(),
            link: post.site.link(&if to.is_the_person {
                format!("/people/{}", person.id)
            } else {
                format!("/delegations/{}/people/{}", person.delegation_id, person.id)
            }),
        };
        post.send(tx, to, &letter).await?;
    }
    Ok(())
}

/// To the person or those who speak for them, when the officer can no longer take it back: refused.
pub async fn refused(
    tx: &mut Connection,
    (site, conference): Sender<'_>,
    person: &Participant,
    decision: &Decision,
    now: Moment,
) -> Answer<()> {
    let due = now.plus_seconds(UNDO_SECONDS);
    let post = Post { site, conference, decision, due, now };
    for to in &contacts_of(tx, person).await? {
        let letter = Refused {
            greeted: to.name.clone(),
            person: person.name(),
            to_themselves: to.is_the_person,
            reference: person.reference,
            reasons: post.reasons(to.language),
            note: decision.note.clone(),
        };
        post.send(tx, to, &letter).await?;
    }
    Ok(())
}

fn name_of(delegation: &Delegation, language: Language) -> String {
    delegation.name.in_language(language).to_owned()
}
