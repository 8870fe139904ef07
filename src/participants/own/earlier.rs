//! One's own answers at an earlier conference, offered where they are empty here.

use super::filling::Filling;
use super::keeping::opened;
use crate::clock::Moment;
use crate::db::Connection;
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::participants::actions::{Brought, write};
use crate::participants::queries::{Earlier, earlier_people_of_address};
use crate::participants::rules::{filled_from, is_perhaps_the_same, may_be};
use crate::web::{Answer, Problem};

/// Earlier files of the same address that would fill something here. A mailbox may be shared: once a name stands in the form,
/// only files that it fits are offered; each person once, as they were last.
pub async fn offered(connection: &mut Connection, by: &Filling) -> Answer<Vec<Earlier>> {
    let person = by.participant();
    let Some(email) = person.email.as_deref() else { return Ok(Vec::new()) };
    let mut offered: Vec<Earlier> = Vec::new();
    for one in earlier_people_of_address(connection, email, by.conference()).await? {
        let fills = !filled_from(&one.person, person.details.clone()).1.is_empty();
        let known = offered.iter().any(|other| is_perhaps_the_same(&other.person, &one.person));
        if may_be(person, &one.person) && fills && !known {
            offered.push(one);
        }
    }
    Ok(offered)
}

/// Fills what is empty from one of them; says which fields.
///
/// # Errors
/// Not found when it was not offered; refused when the file was handed in meanwhile.
pub async fn take_over(
    tx: &mut Connection,
    by: &Filling,
    from: ParticipantId,
    sealer: &Sealer,
    now: Moment,
) -> Answer<Vec<&'static str>> {
    let person = opened(tx, by).await?;
    let found = offered(tx, by).await?.into_iter().find(|one| one.person.id == from).ok_or(Problem::NotFound)?;
    let (details, filled) = filled_from(&found.person, person.details.clone());
    let version = person.version;
    let brought = Brought { details, number: None, portrait: None, scan: None, version };
    write(tx, by.account(), by.conference(), person, brought, sealer, now).await?;
    Ok(filled)
}
