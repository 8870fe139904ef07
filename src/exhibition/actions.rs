//! Keeping halls and stands.

use super::model::Hall;
use super::queries::{self, StandRow};
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ConferenceId, DelegationId, HallId, StandId};
use crate::language::collation::fold;
use crate::language::{Localized, shipped};
use crate::programme::{code_of, key_for};
use crate::web::{Answer, Problem};

/// From and until; half-open.
pub type Window = Option<(Moment, Moment)>;

/// A stand as it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct NewStand {
    /// The hall by its name; one that does not exist yet is made.
    pub hall: String,
    pub number: String,
    pub square_metres: f64,
    pub power_watts: i32,
    pub holder: Option<DelegationId>,
    pub headline: Localized,
    pub description: Localized,
    pub set_up: Window,
    pub dismantling: Window,
}

/// The hall that is meant: by its short name, or by its name in any language and any spelling.
pub(super) fn known_hall<'a>(halls: &'a [Hall], name: &str) -> Option<&'a Hall> {
    let (code, folded) = (code_of(name), fold(name));
    let named = |hall: &&Hall| hall.name.iter().any(|(_, own)| fold(own) == folded);
    halls.iter().find(|hall| hall.code == code).or_else(|| halls.iter().find(named))
}

async fn hall_named(tx: &mut Connection, conference: ConferenceId, name: &str) -> Answer<HallId> {
    let halls = queries::halls(tx, conference).await?;
    if let Some(hall) = known_hall(&halls, name) {
        return Ok(hall.id);
    }
    let localized = shipped().fold(Localized::default(), |text, language| text.and(language.code(), name.trim()));
    let code = key_for(&localized, "hall", &halls.into_iter().map(|hall| hall.code).collect());
    queries::insert_hall(tx, conference, &code, &localized).await
}

/// Writes a stand: a new one, or changes to the one with this key and version.
///
/// # Errors
/// Refused when somebody changed it meanwhile or its number is taken in the hall.
pub async fn save_stand(
    tx: &mut Connection,
    conference: ConferenceId,
    by: Who,
    existing: Option<(StandId, i32)>,
    wanted: &NewStand,
    now: Moment,
) -> Answer<StandId> {
    let digits: String = wanted.number.chars().filter(char::is_ascii_digit).take(6).collect();
    let row = StandRow {
        hall_id: hall_named(tx, conference, &wanted.hall).await?,
        number: wanted.number.clone(),
        square_metres: wanted.square_metres,
        power_watts: wanted.power_watts,
        holder_id: wanted.holder,
        headline: wanted.headline.clone(),
        description: wanted.description.clone(),
        set_up_from: wanted.set_up.map(|window| window.0),
        set_up_until: wanted.set_up.map(|window| window.1),
        dismantle_from: wanted.dismantling.map(|window| window.0),
        dismantle_until: wanted.dismantling.map(|window| window.1),
        // Stand 2 comes before stand 10.
        ordinal: digits.parse().unwrap_or(0),
    };
    let (id, act) = match existing {
        None => (queries::insert_stand(tx, conference, &row).await?, "add"),
        Some((id, version)) => {
            if !queries::update_stand(tx, conference, id, version, &row).await? {
                return Err(Problem::refused("rule-changed-meanwhile"));
            }
            (id, "change")
        }
    };
    record(tx, Some(conference), by, act, ("stand", id.0), now).await?;
    Ok(id)
}
