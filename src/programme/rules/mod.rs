//! Pure rules of the programme: which sessions clash, which day a session belongs to, what its hours and its key are, and what a
//! release changes.

mod agenda;
mod browse;
mod clashes;
mod concerned;
mod difference;
mod hours;
mod journal;
mod keys;
mod kinds;
mod timetable;
mod now;
mod repeating;
mod sign_up;
mod venue;
#[cfg(test)]
mod venue_clashes;

pub use agenda::agenda_clashes;
pub use browse::{Filter, Offer, baseline, person_handle, search_text};
pub use clashes::{Claim, Coming, Doubt, Doubts, Engine, Ground, OnStage, Standing, Team, covers, name_key};
pub use concerned::{Method, Parties, Party, Side, Stake, concerned, method};
pub use difference::{Change, ChangeKind, TOLD_OFF, counts, difference, in_the_way, looks_other};
pub use hours::{days, read_hour, read_times};
pub use journal::{Part, journal_day};
pub use keys::{code_of, key_for};
pub use kinds::kind_of;
pub use now::{Course, course, minutes_until};
pub use repeating::{read_hours, repetitions};
pub use sign_up::{Becomes, OwnAct, StaffAct, admits, objection, own_step, staff_step};
pub use timetable::{FIRST_HOUR, Lane, Outcome, Shut, hours_shown, lanes, minute_of, next_step, on_day, outcome, shut};
pub use venue::{Place, Span, Tree, Walks, places};
