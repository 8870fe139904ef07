//! What is doubtful of a session whatever the others do: room, hours, audience, who is on stage.

use super::{Claim, Coming, Doubt, Ground, OnStage};
use crate::clock::Moment;
use crate::ids::CategoryId;
use crate::programme::rules::venue::{Place, Span};

/// What is doubtful of a session whatever the others do.
pub fn judge(claim: &Claim, ground: &Ground) -> Vec<Doubt> {
    let mut found = Vec::new();
    if let Some(place) = claim.room.and_then(|room| ground.places.get(&room)) {
        found.extend(of_size(claim, place));
        // Where no booth is known of, one may be set up.
        if (1..claim.tongues.len()).contains(&place.booths) {
            found.push(Doubt::FewBooths { tongues: claim.tongues.len(), booths: place.booths });
        }
        let stops = place.blocked.iter().filter(|(_, (from, until))| *from < claim.until && claim.from < *until);
        found.extend(stops.map(|(blocker, _)| Doubt::Blocked(*blocker)));
        if place.windows.iter().any(|hours| !covers(hours, claim.from, claim.until)) {
            found.push(Doubt::NotAvailable);
        }
        if !place.open.is_empty() && !covers(&place.open, claim.from, claim.until) {
            found.push(Doubt::AreaClosed);
        } else {
            found.extend(of_audience(claim, place));
        }
    }
    found.extend(claim.people.iter().filter_map(|person| of_person(claim, person)));
    found.extend(uncovered(claim, ground));
    let day = claim.from.conference_day(&ground.zone);
    if day < ground.first_day || ground.last_day < day {
        found.push(Doubt::OtherDays);
    }
    found
}

/// Whether everybody fits in, in the layout that is wanted.
fn of_size(claim: &Claim, place: &Place) -> Option<Doubt> {
    let seats = match claim.layout {
        Some(layout) if !place.layouts.is_empty() => match place.layouts.get(&layout) {
            Some(seats) => Some(*seats),
            None => return Some(Doubt::NoLayout(layout)),
        },
        _ => place.seats,
    };
    let layout = claim.layout.filter(|_| !place.layouts.is_empty());
    let (places, seats) = claim.places.zip(seats)?;
    (places > seats).then_some(Doubt::TooSmall { places, seats, layout })
}

/// The categories it is for that may not be in the room's area all the time.
fn of_audience(claim: &Claim, place: &Place) -> Option<Doubt> {
    let may =
        |category: &CategoryId| place.admits.get(category).is_some_and(|hours| covers(hours, claim.from, claim.until));
    // Of an area that opens to nobody nothing is known.
    let shut: Vec<CategoryId> = claim.audience.iter().filter(|category| !may(category)).copied().collect();
    (!place.admits.is_empty() && !shut.is_empty()).then_some(Doubt::AudienceShut(shut))
}

/// Whether somebody on stage will be there.
fn of_person(claim: &Claim, person: &OnStage) -> Option<Doubt> {
    let standing = person.standing?;
    let name = person.name.clone();
    match standing.arrives_at.filter(|at| *at > claim.from) {
        _ if standing.coming != Coming::Accredited => {
            Some(Doubt::NotAccredited { person: name, coming: standing.coming })
        }
        Some(at) => Some(Doubt::ArrivesLater { person: name, at }),
        None => None,
    }
}

/// The languages that no team of its own interprets into; where the conference has no teams, others see to that.
fn uncovered(claim: &Claim, ground: &Ground) -> Option<Doubt> {
    if ground.teams.is_empty() || !claim.firm {
        return None;
    }
    let known = |tongue: &&String| {
        let of = |team| ground.teams.get(team).is_some_and(|team| team.languages.contains(tongue));
        claim.teams.iter().any(of)
    };
    let missing: Vec<String> = claim.tongues.iter().filter(|tongue| !known(tongue)).cloned().collect();
    (!missing.is_empty()).then_some(Doubt::Uncovered(missing))
}

/// Whether spans, taken together, leave no gap between these moments.
pub fn covers(spans: &[Span], from: Moment, until: Moment) -> bool {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let reached = spans.iter().fold(from, |at, (opens, closes)| if *opens <= at { at.max(*closes) } else { at });
    until <= reached
}
