//! Finding people of a conference: by words, status, category and delegation, page by page.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::db::Connection;
use crate::ids::{CategoryId, ConferenceId, DelegationId};
use crate::language::Localized;
use crate::participants::model::{Participant, Status};
use crate::schema::{delegation, participant};
use crate::web::Answer;

crate::text_enum! {
    /// What a list of people is sorted by.
    pub enum Order {
        Name = "name",
        Reference = "reference",
        /// Last handed in first.
        Submitted = "submitted",
        /// Last changed first.
        Changed = "changed",
    }
}

/// Whom a list is about.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Every word must be found in the person or be one of the delegations named beside it.
    pub words: Vec<(String, Vec<DelegationId>)>,
    pub status: Option<Status>,
    pub category: Option<CategoryId>,
    pub delegation: Option<DelegationId>,
}

type Boxed<'a> = participant::BoxedQuery<'a, Pg>;

fn filtered(conference: ConferenceId, sought: &Sought) -> Boxed<'static> {
    let mut query = participant::table.filter(participant::conference_id.eq(conference)).into_boxed();
    for (word, delegations) in &sought.words {
        let found = participant::search.like(format!("%{word}%"));
        query = query.filter(found.or(participant::delegation_id.eq_any(delegations.clone())));
    }
    if let Some(status) = sought.status {
        query = query.filter(participant::status.eq(status));
    }
    if let Some(category) = sought.category {
        query = query.filter(participant::category_id.eq(category));
    }
    if let Some(delegation) = sought.delegation {
        query = query.filter(participant::delegation_id.eq(delegation));
    }
    query
}

/// How many people there are to be found.
pub async fn count_people(connection: &mut Connection, conference: ConferenceId, sought: &Sought) -> Answer<i64> {
    Ok(filtered(conference, sought).count().get_result(connection).await?)
}

/// One page of them.
pub async fn people(
    connection: &mut Connection,
    conference: ConferenceId,
    sought: &Sought,
    order: Order,
    (offset, limit): (i64, i64),
) -> Answer<Vec<Participant>> {
    let query = filtered(conference, sought).offset(offset).limit(limit);
    let query = match order {
        Order::Name => query.order((participant::search, participant::reference)),
        Order::Reference => query.order(participant::reference),
        Order::Submitted => query.order((participant::submitted_at.desc().nulls_last(), participant::reference)),
        Order::Changed => query.order((participant::changed_at.desc(), participant::reference)),
    };
    Ok(query.select(Participant::as_select()).load(connection).await?)
}

/// The delegations of a conference with their names: for filters, and for finding people by them.
pub async fn delegation_names(
    connection: &mut Connection,
    conference: ConferenceId,
) -> Answer<Vec<(DelegationId, Localized)>> {
    Ok(delegation::table
        .filter(delegation::conference_id.eq(conference))
        .select((delegation::id, delegation::name))
        .load(connection)
        .await?)
}
