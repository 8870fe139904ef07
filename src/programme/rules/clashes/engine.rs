//! The engine: every session claims things, and each thing is judged by itself, over those who claim it. So what one move changes is
//! what the things say that it leaves or takes, and the whole check is the same judgement over all things.

use std::collections::{BTreeMap, BTreeSet};

use super::{Claim, Doubt, Ground, alone, parties, rooms, stage, teams};
use crate::ids::{DelegationId, MeetingRoomId, SessionId, TeamId};

/// Everything doubtful, by session.
pub type Doubts = BTreeMap<SessionId, BTreeSet<Doubt>>;

/// Something that sessions may claim at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    /// A room that does not divide.
    Room(MeetingRoomId),
    /// A name on stage, see [`name_key`](super::name_key).
    Name(String),
    Party(DelegationId),
    Team(TeamId),
    /// The attention that is due to a head of State.
    Heads,
    /// What no other session has to do with.
    Alone(SessionId),
}

/// The claims of a programme, and what is doubtful in them.
pub struct Engine {
    ground: Ground,
    /// The longest turnover of any room, in minutes.
    longest: i64,
    claims: BTreeMap<SessionId, Claim>,
    held: BTreeMap<Thing, BTreeSet<SessionId>>,
    found: BTreeMap<Thing, Vec<(SessionId, Doubt)>>,
}

impl Engine {
    /// Judges everything.
    pub fn new(claims: impl IntoIterator<Item = Claim>, ground: Ground) -> Self {
        let longest = ground.places.values().map(|place| place.turnover).max().unwrap_or(0);
        let claims = claims.into_iter().map(|claim| (claim.session, claim)).collect();
        let mut engine = Self { ground, longest, claims, held: BTreeMap::new(), found: BTreeMap::new() };
        for claim in engine.claims.values() {
            for thing in engine.things(claim) {
                engine.held.entry(thing).or_default().insert(claim.session);
            }
        }
        for thing in engine.held.keys() {
            let said = engine.judge(thing, engine.holders(thing, None));
            if !said.is_empty() {
                engine.found.insert(thing.clone(), said);
            }
        }
        engine
    }

    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// The claims, by session.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.claims.values()
    }

    /// Everything doubtful.
    pub fn doubts(&self) -> Doubts {
        gathered(self.found.values().flatten().cloned())
    }

    /// What is doubtful of a session.
    pub fn of(&self, session: SessionId) -> BTreeSet<Doubt> {
        let things = self.claims.get(&session).map(|claim| self.things(claim)).unwrap_or_default();
        let said = things.iter().filter_map(|thing| self.found.get(thing)).flatten();
        said.filter(|(of, _)| *of == session).map(|(_, doubt)| doubt.clone()).collect()
    }

    /// Puts a claim in the place of the one that the session had, or takes it away, and judges again what that touches.
    pub fn put(&mut self, session: SessionId, claim: Option<Claim>) {
        let touched = self.touched(session, claim.as_ref());
        for thing in self.claims.get(&session).map(|claim| self.things(claim)).unwrap_or_default() {
            if let Some(held) = self.held.get_mut(&thing) {
                held.remove(&session);
            }
        }
        match claim {
            None => {
                self.claims.remove(&session);
            }
            Some(claim) => {
                for thing in self.things(&claim) {
                    self.held.entry(thing).or_default().insert(session);
                }
                self.claims.insert(session, claim);
            }
        }
        for thing in touched {
            let said = self.judge(&thing, self.holders(&thing, None));
            if said.is_empty() {
                self.found.remove(&thing);
            } else {
                self.found.insert(thing, said);
            }
        }
    }

    /// What all things that the session has or would have say now, and what they would say if it claimed this instead.
    pub fn outlook(&self, session: SessionId, claim: Option<&Claim>) -> (Doubts, Doubts) {
        let touched = self.touched(session, claim);
        let before = touched.iter().filter_map(|thing| self.found.get(thing)).flatten().cloned();
        let after = touched.iter().flat_map(|thing| self.judge(thing, self.holders(thing, Some((session, claim)))));
        (gathered(before), gathered(after))
    }

    /// Everything that the session claims, or would claim.
    fn touched(&self, session: SessionId, claim: Option<&Claim>) -> BTreeSet<Thing> {
        self.claims.get(&session).into_iter().chain(claim).flat_map(|claim| self.things(claim)).collect()
    }

    /// The claims to a thing, by start; if one session claimed something else, with that.
    fn holders<'a>(&'a self, thing: &Thing, instead: Option<(SessionId, Option<&'a Claim>)>) -> Vec<&'a Claim> {
        let held = self.held.get(thing).into_iter().flatten();
        let mut claims: Vec<&Claim> = match instead {
            None => held.filter_map(|session| self.claims.get(session)).collect(),
            Some((other, claim)) => {
                let stay = held.filter(|session| **session != other).filter_map(|session| self.claims.get(session));
                stay.chain(claim.filter(|claim| self.things(claim).contains(thing))).collect()
            }
        };
        claims.sort_by_key(|claim| (claim.from, claim.until, claim.session));
        claims
    }

    fn things(&self, claim: &Claim) -> BTreeSet<Thing> {
        let rooms = claim.room.map(|room| self.ground.held(room)).unwrap_or_default();
        let names = claim.people.iter().map(|person| &person.key).filter(|key| !key.is_empty());
        let head = claim.people.iter().any(stage::is_head).then_some(Thing::Heads);
        let parties = self.ground.due(claim).into_keys();
        let rooms = rooms.into_iter().map(Thing::Room);
        let things = rooms.chain(names.cloned().map(Thing::Name)).chain(parties.map(Thing::Party)).chain(head);
        things.chain(claim.teams.iter().copied().map(Thing::Team)).chain([Thing::Alone(claim.session)]).collect()
    }

    fn judge(&self, thing: &Thing, sorted: Vec<&Claim>) -> Vec<(SessionId, Doubt)> {
        let ground = &self.ground;
        match thing {
            Thing::Room(_) => rooms::judge(&sorted, self.longest, ground),
            Thing::Name(key) => stage::judge(key, &sorted, ground),
            Thing::Heads => stage::heads(&sorted),
            Thing::Team(id) => ground.teams.get(id).map(|team| teams::judge(*id, team, &sorted)).unwrap_or_default(),
            Thing::Party(party) => {
                let Some(members) = ground.members.get(party) else { return Vec::new() };
                let need = |claim: &Claim| ground.due(claim).remove(party).unwrap_or_default();
                let due: Vec<_> = sorted.into_iter().map(|claim| (claim, need(claim))).collect();
                parties::judge(*party, *members, &due)
            }
            Thing::Alone(session) => {
                let own = sorted.iter().flat_map(|claim| alone::judge(claim, ground));
                own.map(|doubt| (*session, doubt)).collect()
            }
        }
    }
}

fn gathered(said: impl IntoIterator<Item = (SessionId, Doubt)>) -> Doubts {
    let mut found = Doubts::new();
    for (session, doubt) in said {
        found.entry(session).or_default().insert(doubt);
    }
    found
}
