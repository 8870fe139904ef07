//! One session repeated: on other days, at other times, each standing for itself; all of them or none.

use super::{NewSession, Survey, save_session, survey};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::Connection;
use crate::ids::{SeriesId, SessionId};
use crate::programme::model::SessionStatus;
use crate::programme::queries;
use crate::web::{Answer, Problem};

/// The most sessions that one form makes.
pub const MOST: usize = 60;

/// A session as it stands, for another time.
///
/// # Errors
/// Not found when there is no such session.
pub fn repeated(survey: &Survey, id: SessionId, time: (Moment, Moment), status: SessionStatus) -> Answer<NewSession> {
    let session = survey.session(id).ok_or(Problem::NotFound)?;
    let people = survey.people.get(&id).into_iter().flatten();
    let mut wanted = NewSession::of(session, people);
    for (one, person) in wanted.people.iter_mut().zip(survey.people.get(&id).into_iter().flatten()) {
        one.link = person.link();
    }
    let circle = survey.circles.get(&id).cloned().unwrap_or_default();
    // An official number belongs to one meeting alone.
    Ok(NewSession {
        key: String::new(),
        official_number: None,
        time: Some(time),
        status,
        circle: Some(circle),
        ..wanted
    })
}

/// Makes the session again at each of these times, and marks all of them as one series.
///
/// # Errors
/// As [`save_session`]; then none of them is made.
pub async fn repeat_session(
    tx: &mut Connection,
    by: &OnDuty<ProgrammeManager>,
    id: SessionId,
    (times, status): (&[(Moment, Moment)], SessionStatus),
    now: Moment,
) -> Answer<usize> {
    let conference = by.conference_id();
    queries::lock(tx, conference).await?;
    let seen = survey(tx, by.conference()).await?;
    let (known, _) = queries::series_of(tx, conference, id).await?;
    let mut made = vec![id];
    for time in times {
        let wanted = repeated(&seen, id, *time, status)?;
        made.push(save_session(tx, by, None, &wanted, now).await?);
    }
    queries::set_series(tx, conference, &made, known.unwrap_or_else(SeriesId::new)).await?;
    Ok(times.len())
}
