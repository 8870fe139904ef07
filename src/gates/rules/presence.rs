//! Where people are. A person's place is the innermost area their last movement, in logical time, led to. Everything else
//! follows: entering an area is being in all that enclose it, leaving an outer one leaves the inner ones, passing between siblings
//! leaves the one and enters the other, and a count of people can never fall below zero.

use super::places::{AreaKey, Places};
use jiff::Timestamp;

/// A person passed a gate and stands in `to` (None: in the street).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<A> {
    pub at: Timestamp,
    pub to: Option<A>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence<A> {
    pub area: Option<A>,
    /// None: no movement is known.
    pub since: Option<Timestamp>,
}

impl<A> Default for Presence<A> {
    fn default() -> Self {
        Self { area: None, since: None }
    }
}

impl<A: AreaKey> Presence<A> {
    /// Whether this step is newer than what is known. Two steps of one person at the same microsecond are ordered by where they
    /// lead, only so that every order of arrival ends the same.
    pub fn yields_to(&self, step: Step<A>) -> bool {
        self.since.is_none_or(|since| (since, self.area) < (step.at, step.to))
    }

    /// The presence after one more step has become known, in whatever order steps arrive.
    pub fn after(self, step: Step<A>) -> Self {
        if self.yields_to(step) { Self { area: step.to, since: Some(step.at) } } else { self }
    }
}

/// How many of these people are in the area.
pub fn inside<'a, A: AreaKey + 'a>(
    people: impl IntoIterator<Item = &'a Presence<A>>,
    area: A,
    places: &Places<A>,
) -> usize {
    people.into_iter().filter(|presence| places.within(presence.area, area)).count()
}
