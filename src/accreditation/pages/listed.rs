//! Which pile an officer is working through: carried in the address, and by every form, so that the next file is the next
//! one of the same pile.

use serde::Deserialize;

use crate::accreditation::duties::authorities;
use crate::accreditation::model::ClearanceKind;
use crate::accreditation::queries::{Filed, Pile, Wanted, files, files_after};
use crate::clock::Moment;
use crate::conferences::{Duty, OnDuty};
use crate::db::Connection;
use crate::ids::{AccountId, CategoryId, DelegationId};
use crate::language::Localized;
use crate::participants::rules::words_with_delegations;
use crate::participants::{Participant, delegation_names};
use crate::web::Answer;

/// The filters of the pile, as the address has them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Listed {
    pub pile: String,
    pub category: String,
    pub delegation: String,
    pub q: String,
    pub page: Option<i64>,
}

impl Listed {
    /// Reads what a form carried; what cannot be read is no filter.
    pub fn parse(query: &str) -> Self {
        serde_html_form::from_str(query).unwrap_or_default()
    }

    pub fn pile(&self) -> Pile {
        Pile::parse(&self.pile).unwrap_or(Pile::Waiting)
    }

    /// Which files these filters want, for somebody who speaks for these authorities.
    pub fn wanted<D: Duty>(&self, by: &OnDuty<D>, delegations: &[(DelegationId, Localized)]) -> Wanted {
        let mine = authorities(by);
        Wanted {
            pile: self.pile(),
            // Those who only look on see what waits for anybody.
            authorities: if mine.is_empty() { ClearanceKind::ALL.to_vec() } else { mine },
            category: CategoryId::parse(&self.category),
            delegation: DelegationId::parse(&self.delegation),
            words: words_with_delegations(&self.q, delegations),
        }
    }

    /// The filters as a query string, with its question mark; empty for none.
    pub fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let filters =
            [("pile", &self.pile), ("category", &self.category), ("delegation", &self.delegation), ("q", &self.q)];
        for (name, value) in filters.iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// Whether somebody else has the file on the desk.
pub(super) fn is_taken(desk: Option<&(AccountId, String, Moment)>, by: AccountId, now: Moment) -> bool {
    desk.is_some_and(|(who, _, until)| *who != by && *until > now)
}

/// The address of the next file behind one that was decided: the next of the pile that lies on nobody's desk and is not the
/// officer's own, from the top again when there is none, else the pile.
pub(super) async fn next_address<D: Duty>(
    connection: &mut Connection,
    by: &OnDuty<D>,
    listed: &Listed,
    behind: &Participant,
    now: Moment,
) -> Answer<String> {
    let named = if listed.q.is_empty() { Vec::new() } else { delegation_names(connection, by.conference_id()).await? };
    let wanted = listed.wanted(by, &named);
    let free = |(person, desk): &Filed| {
        person.id != behind.id
            && person.email.as_deref() != Some(by.someone().email.as_str())
            && !is_taken(desk.as_ref(), by.account(), now)
    };
    let after = files_after(connection, by.conference_id(), &wanted, behind, 20).await?;
    let next = match after.into_iter().find(free) {
        Some(next) => Some(next),
        None => files(connection, by.conference_id(), &wanted, (0, 20)).await?.into_iter().find(free),
    };
    let query = listed.query();
    Ok(match next {
        Some((person, _)) => by.path(&format!("/files/{}{query}", person.id)),
        None => by.path(&format!("/files{query}")),
    })
}
