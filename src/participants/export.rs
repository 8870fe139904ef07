//! Everybody of a conference as a table for other programs: headings and values are the words of the database, whatever the
//! language. Clearance remarks, identity papers, birth dates and access needs stay out of it.

use std::collections::HashMap;

use super::model::Participant;
use super::queries::{Order, Sought, people};
use crate::conferences::{Conference, categories};
use crate::db::Connection;
use crate::delegations::{Delegation, delegations};
use crate::files::{Cell, Sheet};
use crate::web::Answer;

const HEADINGS: &[&str] = &[
    "reference",
    "status",
    "category",
    "delegation",
    "delegation_name",
    "composition_title",
    "honorific",
    "family_name",
    "given_name",
    "document_name",
    "native_name",
    "badge_name",
    "sex",
    "nationality",
    "functional_title",
    "organisation",
    "protocol_rank",
    "email",
    "phone",
    "language",
    "public_list",
    "submitted_at",
    "changed_at",
];

/// Everybody of a conference, by reference number.
pub async fn participants_sheet(connection: &mut Connection, conference: &Conference) -> Answer<Sheet> {
    let delegations = delegations(connection, conference.id).await?;
    let delegations: HashMap<_, _> = delegations.into_iter().map(|one| (one.id, one)).collect();
    let categories = categories(connection, conference.id).await?;
    let letters: HashMap<_, _> = categories.into_iter().map(|one| (one.id, one.letter)).collect();
    let everybody = people(connection, conference.id, &Sought::default(), Order::Reference, (0, i64::MAX)).await?;
    let rows = everybody.iter().map(|person| {
        let letter = letters.get(&person.category_id).map(String::as_str);
        row(person, letter, delegations.get(&person.delegation_id))
    });
    Ok(Sheet {
        name: "participants".to_owned(),
        headings: HEADINGS.iter().map(|heading| (*heading).to_owned()).collect(),
        rows: rows.collect(),
    })
}

fn row(person: &Participant, letter: Option<&str>, delegation: Option<&Delegation>) -> Vec<Cell> {
    let name = delegation.and_then(|one| one.name.iter().next().map(|(_, text)| text));
    vec![
        person.reference.into(),
        person.status.as_str().into(),
        letter.into(),
        delegation.map(|one| one.key.as_str()).into(),
        delegation.and_then(|one| one.name.get("en")).or(name).into(),
        person.composition_title.as_str().into(),
        person.honorific.as_str().into(),
        person.family_name.as_str().into(),
        person.given_name.as_str().into(),
        person.document_name.as_str().into(),
        person.native_name.as_str().into(),
        person.name_on_badge().into(),
        person.sex.map(|sex| sex.as_str()).into(),
        person.nationality.clone().into(),
        person.functional_title.as_str().into(),
        person.organisation.as_str().into(),
        person.protocol_rank.as_str().into(),
        person.email.clone().into(),
        person.phone.clone().into(),
        person.language.clone().into(),
        (if person.public_list { "yes" } else { "no" }).into(),
        person.submitted_at.map(|at| at.to_string()).into(),
        person.changed_at.to_string().into(),
    ]
}
