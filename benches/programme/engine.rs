//! The conflict check: everything, and what one move touches.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use plenipo::clock::{Day, Moment};
use plenipo::ids::{DelegationId, MeetingRoomId, SessionId, TeamId};
use plenipo::programme::conflicts::{Claim, Engine, Ground, OnStage, Place, Team};
use rand::RngExt;

const ROOMS: usize = 20;
const PEOPLE: usize = 700;
const PARTIES: usize = 150;
const TEAMS: usize = 12;
const MOVES: usize = 2_000;

/// A conference of these rooms and delegations, and so many sessions at random times of as many days as they need.
struct Programme {
    ground: Ground,
    claims: Vec<Claim>,
    rooms: Vec<MeetingRoomId>,
    days: i64,
}

impl Programme {
    fn of(sessions: usize) -> Self {
        let mut chance = rand::rng();
        let rooms: Vec<MeetingRoomId> = (0..ROOMS).map(|_| MeetingRoomId::new()).collect();
        let parties: Vec<DelegationId> = (0..PARTIES).map(|_| DelegationId::new()).collect();
        let teams: Vec<TeamId> = (0..TEAMS).map(|_| TeamId::new()).collect();
        let days = i64::try_from(sessions / 110 + 2).unwrap_or(2);
        let first = Day::parse("2025-10-25").expect("a day");
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").expect("a zone");
        let place = Place { seats: Some(200), turnover: 15, booths: 3, ..Place::default() };
        let team = Team { languages: vec!["fr".into(), "ar".into()], most: 180, rest: 30 };
        let ground = Ground {
            places: rooms.iter().map(|room| (*room, place.clone())).collect(),
            members: parties.iter().map(|party| (*party, 4)).collect::<HashMap<_, _>>(),
            teams: teams.iter().map(|one| (*one, team.clone())).collect(),
            ..Ground::bare(zone, [first, first.plus_days(i32::try_from(days).unwrap_or(2))])
        };
        let mut claims = Vec::new();
        for _ in 0..sessions {
            let span = span(&mut chance, days);
            let mut person = || OnStage::named(&format!("Speaker Number {}", chance.random_range(0..PEOPLE)));
            let people = vec![person(), person(), person()];
            claims.push(Claim {
                firm: true,
                room: Some(rooms[chance.random_range(0..ROOMS)]),
                places: Some(80),
                tongues: vec!["fr".into()],
                people,
                organisers: vec![parties[chance.random_range(0..PARTIES)]],
                teams: vec![teams[chance.random_range(0..TEAMS)]],
                ..Claim::at(SessionId::new(), span)
            });
        }
        Self { ground, claims, rooms, days }
    }
}

fn span(chance: &mut impl rand::Rng, days: i64) -> (Moment, Moment) {
    let first = Moment::parse("2025-10-25T01:00:00Z").expect("a moment");
    let minute = chance.random_range(0..days) * 24 * 60 + chance.random_range(0..120) * 5;
    let from = first.plus_seconds(minute * 60);
    (from, from.plus_seconds(chance.random_range(6..18) * 5 * 60))
}

/// Prints how long the whole check takes, and a move.
pub fn measure(sizes: &[usize]) {
    println!(
        "\n| sessions | everything: median ms | a move: median ms | p99 ms | worst ms | ratio |\n|---:|---:|---:|---:|---:|---:|"
    );
    for size in sizes {
        let programme = Programme::of(*size);
        let mut whole: Vec<Duration> = (0..21)
            .map(|_| {
                let claims = programme.claims.clone();
                let begun = Instant::now();
                black_box(Engine::new(claims, programme.ground.clone()).doubts());
                begun.elapsed()
            })
            .collect();
        whole.sort_unstable();
        let mut moves = moves(&programme);
        moves.sort_unstable();
        let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
        let (all, one) = (ms(whole[whole.len() / 2]), ms(moves[moves.len() / 2]));
        let (late, worst) = (ms(moves[moves.len() * 99 / 100]), ms(moves[moves.len() - 1]));
        println!("| {size} | {all:.2} | {one:.3} | {late:.3} | {worst:.3} | {:.0} |", all / one);
    }
}

/// What is foreseen of a move and then done, again and again.
fn moves(programme: &Programme) -> Vec<Duration> {
    let mut chance = rand::rng();
    let mut engine = Engine::new(programme.claims.clone(), programme.ground.clone());
    let mut times = Vec::new();
    for _ in 0..MOVES {
        let former = &programme.claims[chance.random_range(0..programme.claims.len())];
        let (from, until) = span(&mut chance, programme.days);
        let room = Some(programme.rooms[chance.random_range(0..ROOMS)]);
        let moved = Claim { from, until, room, ..former.clone() };
        let begun = Instant::now();
        black_box(engine.outlook(former.session, Some(&moved)));
        engine.put(former.session, Some(moved));
        times.push(begun.elapsed());
    }
    times
}
