//! People as the pages of gates find and show them.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::badges::Holder;
use crate::conferences::Category;
use crate::db::Connection;
use crate::delegations::Delegation;
use crate::ids::{ConferenceId, ParticipantId};
use crate::language::collation::fold;
use crate::participants::{Participant, Status};
use crate::schema::{badge, category, delegation, participant};
use crate::web::Answer;

/// Words as they are looked for: a number is a badge's or a reference, anything else is part of names.
pub(super) fn patterns(words: &str) -> Result<i32, Vec<String>> {
    let digits: String = crate::language::western_digits(words).split_whitespace().collect();
    digits.parse().map_err(|_| {
        let folded = fold(words);
        folded.split_whitespace().take(6).map(|word| format!("%{}%", word.replace(['%', '_', '\\'], ""))).collect()
    })
}

/// People whose names, delegation, reference or badge number fit, at most `limit`; drafts are nobody yet.
pub async fn find_people(
    connection: &mut Connection,
    conference: ConferenceId,
    words: &str,
    limit: i64,
) -> Answer<Vec<Holder>> {
    let mut query = participant::table
        .inner_join(category::table)
        .inner_join(delegation::table)
        .filter(participant::conference_id.eq(conference))
        .filter(participant::status.ne(Status::Draft))
        .into_boxed();
    match patterns(words) {
        Ok(number) => {
            let with_badge = badge::table
                .filter(badge::conference_id.eq(conference))
                .filter(badge::number.eq(number))
                .select(badge::participant_id);
            query = query.filter(participant::reference.eq(number).or(participant::id.eq_any(with_badge)));
        }
        Err(words) => {
            for word in words {
                query = query.filter(participant::search.like(word));
            }
        }
    }
    Ok(query
        .order((participant::document_name, participant::id))
        .limit(limit)
        .select((Participant::as_select(), Category::as_select(), Delegation::as_select()))
        .load(connection)
        .await?)
}

/// Whose badges or collection codes have these numbers, living or dead.
pub async fn people_of_numbers(
    connection: &mut Connection,
    conference: ConferenceId,
    numbers: &[i32],
) -> Answer<Vec<(i32, ParticipantId)>> {
    Ok(badge::table
        .filter(badge::conference_id.eq(conference))
        .filter(badge::number.eq_any(numbers))
        .select((badge::number, badge::participant_id))
        .load(connection)
        .await?)
}
