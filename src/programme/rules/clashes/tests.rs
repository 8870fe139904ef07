use proptest::prelude::*;

use super::*;

fn at(minutes: i64) -> Moment {
    Moment::parse("2025-10-25T00:00:00Z").unwrap().plus_seconds(minutes * 60)
}

fn claim(room: Option<MeetingRoomId>, from: i64, until: i64) -> Claim {
    Claim { firm: true, room, ..Claim::at(SessionId::new(), (at(from), at(until))) }
}

fn named(names: &[&str]) -> Vec<OnStage> {
    names.iter().map(|name| OnStage::named(name)).collect()
}

fn ground() -> Ground {
    let days = [Day::parse("2025-10-25").unwrap(), Day::parse("2025-10-26").unwrap()];
    Ground::bare(TimeZone::get("Asia/Ho_Chi_Minh").unwrap(), days)
}

#[test]
fn sessions_that_touch_do_not_clash_and_a_draft_holds_nothing_firmly() {
    let (one, other) = (Some(MeetingRoomId::new()), Some(MeetingRoomId::new()));
    let mut claims = [claim(one, 0, 60), claim(one, 60, 90), claim(other, 30, 60), claim(one, 59, 61)];
    claims[1].firm = false;
    let said = doubts(&claims, &ground());
    let held = |with: usize, firm: bool| Doubt::RoomHeld { with: claims[with].session, firm };
    assert_eq!(said.len(), 3);
    assert_eq!(said[&claims[0].session], BTreeSet::from([held(3, true)]));
    assert_eq!(said[&claims[1].session], BTreeSet::from([held(3, false)]));
    assert_eq!(said[&claims[3].session], BTreeSet::from([held(0, true), held(1, false)]));
}

#[test]
fn a_person_is_found_twice_in_any_spelling_and_a_delegation_never() {
    let mut claims = [claim(None, 0, 60), claim(None, 30, 90), claim(None, 90, 120)];
    claims[0].people = named(&["TRAN Thi Hoa", "Viet Nam", "–"]);
    claims[1].people = named(&["Trần Thị Hoà", "Viet Nam", "—"]);
    claims[2].people = named(&["Trần Thị Hoà"]);
    let ground = Ground { bodies: HashMap::from([(name_key("Viet Nam"), DelegationId::new())]), ..ground() };
    let said = doubts(&claims, &ground);
    let twice = |with: usize, person: &str| Doubt::OnStageTwice {
        with: claims[with].session,
        person: person.into(),
        firm: false,
    };
    assert_eq!(said.len(), 2);
    assert_eq!(said[&claims[0].session], BTreeSet::from([twice(1, "TRAN Thi Hoa")]));
    assert_eq!(said[&claims[1].session], BTreeSet::from([twice(0, "Trần Thị Hoà")]));
}

#[test]
fn two_people_of_one_name_may_be_on_two_stages() {
    let mut claims = [claim(None, 0, 60), claim(None, 30, 90)];
    claims[0].people = named(&["Noraini"]);
    claims[1].people = named(&["Noraini"]);
    let said = |claims: &[Claim]| doubts(claims, &ground()).len();
    let one = ParticipantId::new();
    claims[0].people[0].who = Some(one);
    assert_eq!(said(&claims), 2, "nobody knows who the second one is");
    let firm = |claims: &[Claim]| {
        let all = doubts(claims, &ground());
        all.values().flatten().filter(|doubt| matches!(doubt, Doubt::OnStageTwice { firm: true, .. })).count()
    };
    assert_eq!(firm(&claims), 0);
    claims[1].people[0].who = Some(one);
    assert_eq!((said(&claims), firm(&claims)), (2, 2), "one person, and nobody is in two places");
    claims[1].firm = false;
    assert_eq!((said(&claims), firm(&claims)), (2, 0), "a draft holds nobody");
    claims[1].people[0].who = Some(ParticipantId::new());
    assert_eq!(said(&claims), 0);
}

#[test]
fn a_session_must_fit_its_room_its_rooms_hours_and_the_days() {
    let room = MeetingRoomId::new();
    let open = vec![(at(120), at(180)), (at(0), at(120))];
    let places = HashMap::from([(room, Place { seats: Some(40), open, ..Place::default() })]);
    let ground = Ground { places, ..ground() };
    let mut fits = claim(Some(room), 60, 180);
    fits.places = Some(40);
    assert!(doubts(std::slice::from_ref(&fits), &ground).is_empty(), "hours that touch leave no gap");
    let crowded = Claim { places: Some(41), until: at(181), ..fits };
    let wanted = BTreeSet::from([Doubt::TooSmall { places: 41, seats: 40, layout: None }, Doubt::AreaClosed]);
    assert_eq!(doubts(std::slice::from_ref(&crowded), &ground)[&crowded.session], wanted);
    // 04:00 in Hà Nội is 21:00 the day before at Greenwich: there the conference's day begins.
    let early = claim(None, -181, -60);
    assert_eq!(doubts(std::slice::from_ref(&early), &ground)[&early.session], BTreeSet::from([Doubt::OtherDays]));
    assert!(doubts(&[claim(None, -180, -60)], &ground).is_empty());
}

proptest! {
    #[test]
    fn the_sweep_finds_what_comparing_all_pairs_finds(times in proptest::collection::vec((0_i64..200, 1_i64..60, 0_usize..3), 0..40)) {
        let rooms = [MeetingRoomId::new(), MeetingRoomId::new(), MeetingRoomId::new()];
        let claims: Vec<Claim> = times.iter().map(|(from, length, room)| claim(Some(rooms[*room]), *from, from + length)).collect();
        let said = doubts(&claims, &ground());
        for a in &claims {
            for b in claims.iter().filter(|b| b.session != a.session) {
                let clash = a.room == b.room && a.from < b.until && b.from < a.until;
                let found = said.get(&a.session).is_some_and(|all| all.contains(&Doubt::RoomHeld { with: b.session, firm: true }));
                prop_assert_eq!(found, clash);
            }
        }
    }
}

fn known(name: &str, delegation: DelegationId, coming: Coming) -> OnStage {
    let standing = Standing { delegation, coming, is_head: false, arrives_at: None };
    OnStage { who: Some(ParticipantId::new()), standing: Some(standing), ..OnStage::named(name) }
}

#[test]
fn a_delegation_of_one_is_not_due_in_two_places_and_one_of_two_may_be() {
    let tuvalu = DelegationId::new();
    let mut claims = [claim(None, 0, 60), claim(None, 59, 120), claim(None, 30, 40)];
    claims[0].organisers = vec![tuvalu];
    claims[1].people = vec![known("Vaai", tuvalu, Coming::Accredited)];
    let of = |members: usize, claims: &[Claim]| {
        let ground = Ground { members: HashMap::from([(tuvalu, members)]), ..ground() };
        doubts(claims, &ground)
    };
    let thin = |with: usize, due| Doubt::PartyThin { with: claims[with].session, party: tuvalu, members: 1, due };
    let said = of(1, &claims);
    assert_eq!(said.len(), 2);
    assert_eq!(said[&claims[0].session], BTreeSet::from([thin(1, 2)]));
    assert_eq!(said[&claims[1].session], BTreeSet::from([thin(0, 2)]));
    assert!(of(2, &claims).is_empty());
    let touching = [claims[0].clone(), Claim { from: at(60), ..claims[1].clone() }];
    assert!(of(1, &touching).is_empty(), "ending and starting at one moment is no clash");
    // One person in two places is told as that, and not as a delegation that is too small.
    let mut one_person = claims.clone();
    one_person[0].people = claims[1].people.clone();
    assert!(!of(1, &one_person).values().flatten().any(|doubt| matches!(doubt, Doubt::PartyThin { .. })));
    // Three of them need three people, though no two of them need more than two.
    claims[1].from = at(30);
    claims[2].people = vec![OnStage::named("Tuvalu")];
    let named = HashMap::from([(name_key("Tuvalu"), tuvalu)]);
    let ground = Ground { members: HashMap::from([(tuvalu, 2)]), bodies: named, ..ground() };
    assert_eq!(doubts(&claims, &ground).len(), 3);
    // Whoever has nominated nobody yet may still nominate enough.
    let unknown = Ground { members: HashMap::new(), ..ground };
    assert!(doubts(&claims, &unknown).is_empty());
}

#[test]
fn heads_of_state_do_not_speak_against_each_other_but_may_share_a_stage() {
    let head = |name: &str| {
        let mut person = known(name, DelegationId::new(), Coming::Accredited);
        person.standing.as_mut().unwrap().is_head = true;
        person
    };
    let (one, two) = (head("One"), head("Two"));
    let mut claims = [claim(None, 0, 60), claim(None, 30, 90)];
    claims[0].people = vec![one.clone(), two.clone()];
    assert!(doubts(&claims, &ground()).is_empty());
    claims[0].people = vec![one.clone()];
    claims[1].people = vec![two.clone()];
    let said = doubts(&claims, &ground());
    let at_once = |with: usize, person: &str, other: &str| {
        BTreeSet::from([Doubt::HeadsAtOnce { with: claims[with].session, person: person.into(), other: other.into() }])
    };
    assert_eq!(said[&claims[0].session], at_once(1, "One", "Two"));
    assert_eq!(said[&claims[1].session], at_once(0, "Two", "One"));
    claims[1].from = at(60);
    assert!(doubts(&claims, &ground()).is_empty());
}

#[test]
fn a_team_rests_and_is_in_one_booth_and_every_language_has_one() {
    let (id, languages) = (TeamId::new(), vec!["fr".to_owned(), "ar".to_owned()]);
    let ground = Ground { teams: HashMap::from([(id, Team { languages, most: 180, rest: 30 })]), ..ground() };
    let with_team = |from: i64, until: i64| Claim { teams: vec![id], ..claim(None, from, until) };
    let said = |claims: &[Claim]| doubts(claims, &ground);
    assert!(said(&[with_team(0, 90), with_team(90, 180)]).is_empty(), "three hours in a row are the most");
    let tired = said(&[with_team(0, 90), with_team(119, 181)]);
    assert_eq!(tired.len(), 2);
    assert!(tired.values().flatten().all(|doubt| *doubt == Doubt::TeamTired { team: id, minutes: 181, most: 180 }));
    assert!(said(&[with_team(0, 90), with_team(120, 240)]).is_empty(), "half an hour is a rest");
    let twice = said(&[with_team(0, 90), with_team(89, 120)]);
    assert!(twice.values().flatten().all(|doubt| matches!(doubt, Doubt::TeamTwice { .. })) && twice.len() == 2);
    let mut spoken = Claim { tongues: vec!["ar".into(), "zh".into()], ..with_team(0, 60) };
    assert_eq!(said(&[spoken.clone()])[&spoken.session], BTreeSet::from([Doubt::Uncovered(vec!["zh".into()])]));
    spoken.firm = false;
    assert!(said(&[spoken]).is_empty(), "a draft may still find one");
}

#[test]
fn who_is_on_stage_must_be_let_in_and_be_there() {
    let delegation = DelegationId::new();
    let mut one = claim(None, 60, 120);
    one.people = vec![
        known("Ada", delegation, Coming::Accredited),
        known("Ben", delegation, Coming::Undecided),
        known("Cem", delegation, Coming::Not),
        OnStage::named("Guest"),
    ];
    let arrives = |one: &mut Claim, minute: i64| one.people[0].standing.as_mut().unwrap().arrives_at = Some(at(minute));
    arrives(&mut one, 60);
    let not = |person: &str, coming| Doubt::NotAccredited { person: person.into(), coming };
    let wanted = BTreeSet::from([not("Ben", Coming::Undecided), not("Cem", Coming::Not)]);
    assert_eq!(doubts(&[one.clone()], &ground())[&one.session], wanted);
    arrives(&mut one, 61);
    let late = Doubt::ArrivesLater { person: "Ada".into(), at: at(61) };
    assert!(doubts(&[one.clone()], &ground())[&one.session].contains(&late));
}

#[test]
fn an_audience_must_be_let_into_the_rooms_area_all_the_time() {
    let (room, delegates, press) = (MeetingRoomId::new(), CategoryId::new(), CategoryId::new());
    let admits =
        HashMap::from([(delegates, vec![(at(0), at(60)), (at(60), at(200))]), (press, vec![(at(0), at(100))])]);
    let place = Place { admits, ..Place::default() };
    let ground = Ground { places: HashMap::from([(room, place)]), ..ground() };
    let mut one = claim(Some(room), 30, 120);
    one.audience = vec![delegates, press];
    assert_eq!(doubts(&[one.clone()], &ground)[&one.session], BTreeSet::from([Doubt::AudienceShut(vec![press])]));
    one.until = at(100);
    assert!(doubts(&[one.clone()], &ground).is_empty());
    one.audience = vec![CategoryId::new()];
    assert_eq!(doubts(&[one], &ground).len(), 1, "a category that the area never opens to");
}

/// Claims over few rooms, names, delegations and teams, so that nearly all have to do with each other.
fn tangle() -> impl Strategy<Value = (Vec<Claim>, Ground)> {
    let one = (0_i64..300, 1_i64..90, 0_usize..4, 0_usize..5, 0_usize..4, 0_usize..4, any::<(bool, bool)>());
    proptest::collection::vec(one, 1..24).prop_map(|rows| {
        let id = |number: usize| uuid::Uuid::from_u128(u128::try_from(number).unwrap() + 1);
        let names = ["Ada", "Ben Ali", "ALI Ben", "Tuvalu", ""];
        let teams = HashMap::from([(TeamId(id(0)), Team { languages: vec!["fr".into()], most: 100, rest: 20 })]);
        let rooms = (0..3).map(|room| (MeetingRoomId(id(room)), Place { turnover: 10, ..Place::default() })).collect();
        let members = (0..3).map(|party| (DelegationId(id(party)), 1 + party)).collect();
        let bodies = HashMap::from([(name_key("Tuvalu"), DelegationId(id(0)))]);
        let claims =
            rows.into_iter().enumerate().map(|(number, (from, length, room, name, party, team, (firm, head)))| {
                let standing = Standing {
                    delegation: DelegationId(id(party)),
                    coming: Coming::Accredited,
                    is_head: head,
                    arrives_at: None,
                };
                let who = ParticipantId(id(name));
                let person = OnStage {
                    who: firm.then_some(who),
                    standing: firm.then_some(standing),
                    ..OnStage::named(names[name])
                };
                Claim {
                    session: SessionId(id(number)),
                    firm,
                    room: (room < 3).then(|| MeetingRoomId(id(room))),
                    people: vec![person],
                    organisers: if party < 3 { vec![DelegationId(id(party))] } else { Vec::new() },
                    teams: if team == 0 { vec![TeamId(id(0))] } else { Vec::new() },
                    ..Claim::at(SessionId(id(number)), (at(from), at(from + length)))
                }
            });
        (claims.collect(), Ground { places: rooms, members, bodies, teams, ..ground() })
    })
}

proptest! {
    #[test]
    fn judging_after_each_move_what_it_touches_is_judging_everything(
        (claims, ground) in tangle(),
        moves in proptest::collection::vec((0_usize..24, 0_i64..300, 0_usize..4, any::<bool>()), 0..12),
    ) {
        let mut now: BTreeMap<SessionId, Claim> = claims.iter().map(|claim| (claim.session, claim.clone())).collect();
        let mut engine = Engine::new(claims.iter().cloned(), ground.clone());
        for (which, from, room, stays) in moves {
            let former = &claims[which % claims.len()];
            let moved = stays.then(|| Claim {
                from: at(from),
                until: at(from + 45),
                room: (room < 3).then(|| MeetingRoomId(uuid::Uuid::from_u128(u128::try_from(room).unwrap() + 1))),
                ..former.clone()
            });
            // What is foreseen is what comes.
            let (before, after) = engine.outlook(former.session, moved.as_ref());
            let was = engine.doubts();
            engine.put(former.session, moved.clone());
            match moved {
                Some(claim) => now.insert(former.session, claim),
                None => now.remove(&former.session),
            };
            let is = engine.doubts();
            prop_assert_eq!(&is, &doubts(&now.values().cloned().collect::<Vec<_>>(), &ground));
            for session in now.keys() {
                prop_assert_eq!(engine.of(*session), is.get(session).cloned().unwrap_or_default());
                let set = |doubts: &Doubts| doubts.get(session).cloned().unwrap_or_default();
                let (before, after, was, is) = (set(&before), set(&after), set(&was), set(&is));
                prop_assert_eq!(&after - &before, &is - &was);
                prop_assert_eq!(&before - &after, &was - &is);
            }
        }
    }
}
