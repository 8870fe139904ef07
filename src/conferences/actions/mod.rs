//! What is done to conferences. Each act is recorded in the transaction that does it; what must hold is asked of `rules` or
//! kept by the database, whose constraints carry the rules' names.

mod areas;
mod categories;
mod create;
mod duties;
mod hours;
mod settings;

pub use areas::{add_area, change_area, remove_area};
pub use categories::{add_category, change_category, remove_category};
pub use create::{NewConference, create, set_up};
pub use duties::{appoint_organiser, give_duty, give_duty_again, take_duty_back};
pub use hours::set_hours;
pub use settings::change_conference;

use crate::db::Connection;
use crate::ids::ConferenceId;
use crate::web::Answer;

/// Tells gates and their rosters that who may be where has changed.
async fn announce_access(tx: &mut Connection, conference: ConferenceId) -> Answer<()> {
    crate::web::announce(tx, &super::access_topic(conference)).await
}

/// The names of what differs, for the record: names of fields, never what stands in them.
fn changed<'a>(fields: &[(&'a str, bool)]) -> Vec<&'a str> {
    fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect()
}
