//! The access decision. [`decide`] is pure: its answer depends on what was asked, what is known, the gate and the time, and on
//! nothing else, so that the same history gives the same answer on the server, on a device without network, and in a review a
//! year later. The cases in `tests/vectors/access_decisions.json` bind this side and the scanner's JavaScript.

mod asked;
mod decide;
mod known;
mod pass_list;
mod places;
mod presence;
#[cfg(test)]
mod tests;

pub use asked::{Asked, LATE_AFTER, Moment, Offline, Reading, SKEW_LIMIT};
pub use decide::{Movement, Verdict, decide};
pub use known::{Access, BadgeState, Entry, Gate, Known, Later, Listing, Pass, Reentry, Room, Span, Standing};
pub use pass_list::{Mistake, Window, Wish, read_pass_list};
pub use places::{AreaKey, Places};
pub use presence::{Presence, Step, inside};
