//! Whom a mail about somebody goes to: the person, or where they left no address the focal points of their delegation.

use super::model::Participant;
use super::queries;
use crate::db::Connection;
use crate::language::Language;
use crate::web::Answer;

/// Somebody to write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub address: String,
    pub name: String,
    pub language: Language,
    /// The person the mail is about; else a focal point, who is told whom it is about.
    pub is_the_person: bool,
}

/// The person if they left an address, else the focal points of their delegation.
pub async fn contacts_of(connection: &mut Connection, person: &Participant) -> Answer<Vec<Contact>> {
    if let Some(address) = &person.email {
        let language = Language::or_fallback(person.language.as_deref());
        let contact = Contact { address: address.clone(), name: person.name(), language, is_the_person: true };
        return Ok(vec![contact]);
    }
    focal_contacts_of(connection, person).await
}

/// The focal points of the person's delegation: for what only they can mend.
pub async fn focal_contacts_of(connection: &mut Connection, person: &Participant) -> Answer<Vec<Contact>> {
    let found = queries::focal_contacts(connection, person.delegation_id).await?;
    let contact = |(address, name, language): (String, String, Option<String>)| {
        let language = Language::or_fallback(language.as_deref());
        Contact { address, name, language, is_the_person: false }
    };
    Ok(found.into_iter().map(contact).collect())
}
