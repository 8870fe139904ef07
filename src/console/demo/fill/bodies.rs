//! Delegations of the demonstration, each with its quotas and a focal point.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::Stage;
use crate::accounts::find_or_make_account;
use crate::clock::Moment;
use crate::console::demo::cast::Cast;
use crate::console::demo::chance::Chance;
use crate::console::demo::delegations::DemoDelegation;
use crate::console::demo::names::{Sex, name};
use crate::db::Connection;
use crate::delegations::{DelegationStatus, region_of};
use crate::ids::*;
use crate::schema::*;
use crate::web::Answer;

/// Streams of chance of one delegation.
const EXPECTED: u64 = 1_000_001;
const INVITED: u64 = 1_000_002;
const ANSWERED: u64 = 1_000_003;
const SPEAKER: u64 = 1_000_004;

/// The delegation in which the demonstration offers a focal point's seat, and the places of its delegates.
const SEAT: &str = "state-ws";
const SEAT_PLACES: i32 = 20;

/// The address of a delegation's focal point. Samoa's is a seat that the demonstration offers.
pub(super) fn focal_address(of: &DemoDelegation) -> String {
    match of.key.as_str() {
        SEAT => "focal@samoa.example".to_owned(),
        _ => format!("focal@{}", of.domain),
    }
}

/// Writes all delegations and gives their keys in the order of the cast.
pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Cast,
) -> Answer<Vec<DelegationId>> {
    let ids: Vec<DelegationId> = cast.delegations.iter().map(|_| DelegationId::new()).collect();
    let rows: Vec<_> = cast
        .delegations
        .iter()
        .zip(&ids)
        .map(|(of, id)| {
            (
                delegation::id.eq(*id),
                delegation::conference_id.eq(stage.conference),
                delegation::key.eq(&of.key),
                delegation::kind.eq(of.kind),
                delegation::entity.eq(of.entity.map(|entity| entity.alpha2.clone())),
                delegation::name.eq(&of.name),
                delegation::formal_name.eq(&of.formal_name),
                delegation::region.eq(of.entity.and_then(region_of)),
                delegation::language.eq(of.language),
                delegation::status.eq(of.answer),
                delegation::expected_people.eq(expected(setting, of)),
                delegation::answered_at.eq(answered(setting, of)),
                delegation::created_at.eq(setting.at(-120, 9, 0)),
            )
        })
        .collect();
    diesel::insert_into(delegation::table).values(rows).execute(c).await?;
    insert_answers(c, setting, stage, cast, &ids).await?;
    insert_quotas(c, stage, cast, &ids).await?;
    insert_focal_points(c, setting, stage, cast, &ids).await?;
    Ok(ids)
}

/// The answers that stand, as they were given.
async fn insert_answers(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Cast,
    ids: &[DelegationId],
) -> Answer<()> {
    let given = cast.delegations.iter().zip(ids).filter_map(|(of, id)| Some((of, id, answered(setting, of)?)));
    let rows: Vec<_> = given
        .map(|(of, id, at)| {
            (
                delegation_answer::id.eq(AnswerId::new()),
                delegation_answer::conference_id.eq(stage.conference),
                delegation_answer::delegation_id.eq(*id),
                delegation_answer::status.eq(of.answer),
                delegation_answer::expected_people.eq(expected(setting, of)),
                delegation_answer::given_at.eq(at),
            )
        })
        .collect();
    diesel::insert_into(delegation_answer::table).values(rows).execute(c).await?;
    Ok(())
}

/// How many people a delegation announced: most as many as they name, some one or two more or fewer.
fn expected(setting: &Setting, of: &DemoDelegation) -> Option<i32> {
    let mut chance = Chance::of(setting.seed, &of.key, EXPECTED);
    let more = chance.weighted([(0, 6), (1, 2), (2, 1), (-1, 2), (-2, 1)]);
    let people = i32::try_from(of.size).unwrap_or(0);
    let announced = if people > 4 { people + more } else { people };
    (of.answer == DelegationStatus::Confirmed).then_some(announced)
}

/// Days before the conference and minutes of the day on which a delegation was written to: States long before, organisations
/// in the months after, those that send nobody so far last.
fn invited(setting: &Setting, of: &DemoDelegation) -> Option<Moment> {
    let mut chance = Chance::of(setting.seed, &of.key, INVITED);
    let days = match (of.answer, of.is_official()) {
        (DelegationStatus::Expected, _) => return None,
        (_, true) => 110 - chance.between(0, 3),
        (DelegationStatus::Confirmed, false) => chance.between(62, 96),
        (_, false) => chance.between(9, 30),
    };
    Some(in_office_hours(setting, &mut chance, days))
}

/// When a delegation answered, if it did: most in the last weeks before nominations, as ever.
fn answered(setting: &Setting, of: &DemoDelegation) -> Option<Moment> {
    let mut chance = Chance::of(setting.seed, &of.key, ANSWERED);
    let days = match of.answer {
        DelegationStatus::Expected | DelegationStatus::Invited => return None,
        DelegationStatus::Declined => chance.between(2, 8),
        DelegationStatus::Confirmed => {
            let (least, most) = chance.weighted([((61, 100), 3), ((30, 60), 4), ((21, 29), 5)]);
            chance.between(least, most.min(if of.is_official() { 100 } else { 61 }))
        }
    };
    Some(in_office_hours(setting, &mut chance, days))
}

fn in_office_hours(setting: &Setting, chance: &mut Chance, days: i64) -> Moment {
    let (hour, minute) = (chance.between(8, 17), chance.between(0, 59));
    let small = |number: i64| i8::try_from(number).unwrap_or(9);
    setting.at(-i32::try_from(days).unwrap_or(60), small(hour), small(minute))
}

async fn insert_quotas(c: &mut Connection, stage: &Stage, cast: &Cast, ids: &[DelegationId]) -> Answer<()> {
    let mut rows = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        for (letter, cap) in cast.quotas(place) {
            // The focal point's seat has places for the people of the sample sheet.
            let cap = if cast.delegations[place].key == SEAT && letter == 'D' { cap.max(SEAT_PLACES) } else { cap };
            let Some((category, _)) = stage.category(letter) else { continue };
            rows.push((
                quota::conference_id.eq(stage.conference),
                quota::delegation_id.eq(*id),
                quota::category_id.eq(category),
                quota::cap.eq(cap),
            ));
        }
    }
    diesel::insert_into(quota::table).values(rows).execute(c).await?;
    Ok(())
}

/// Somebody of each roster speaks for the delegation.
async fn insert_focal_points(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Cast,
    ids: &[DelegationId],
) -> Answer<()> {
    let mut rows = Vec::new();
    for ((of, roster), id) in cast.rosters().zip(ids) {
        let invited = invited(setting, of);
        let appointed = invited.unwrap_or(setting.at(-9, 9, 0));
        let known = roster.get(1).or(roster.first()).map(|person| person.name.badge.clone());
        let speaker = known.unwrap_or_else(|| stranger(setting, of));
        let account_id = find_or_make_account(c, &focal_address(of), &speaker, Some(of.language), appointed).await?;
        rows.push((
            focal_point::id.eq(FocalPointId::new()),
            focal_point::conference_id.eq(stage.conference),
            focal_point::delegation_id.eq(*id),
            focal_point::account_id.eq(account_id),
            focal_point::name.eq(speaker),
            focal_point::appointed_at.eq(appointed),
            focal_point::invited_at.eq(invited),
        ));
    }
    diesel::insert_into(focal_point::table).values(rows).execute(c).await?;
    Ok(())
}

/// Somebody of a delegation that has named nobody yet.
fn stranger(setting: &Setting, of: &DemoDelegation) -> String {
    let mut chance = Chance::of(setting.seed, &of.key, SPEAKER);
    let culture = chance.choice(&of.country.cultures).copied().unwrap_or("english");
    let sex = chance.pick([Sex::Female, Sex::Male]);
    name(&mut chance, culture, sex).badge
}
