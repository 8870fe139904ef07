//! Delegations of the demonstration, each with its quotas and a focal point.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::Stage;
use crate::accounts::find_or_make_account;
use crate::console::demo::cast::Cast;
use crate::console::demo::delegations::DemoDelegation;
use crate::db::Connection;
use crate::delegations::{DelegationStatus, region_of};
use crate::ids::*;
use crate::schema::*;
use crate::web::Answer;

/// The address of a delegation's focal point. Samoa's is a seat that the demonstration offers.
pub(super) fn focal_address(of: &DemoDelegation) -> String {
    match of.key.as_str() {
        "state-ws" => "focal@samoa.example".to_owned(),
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
                delegation::status.eq(DelegationStatus::Confirmed),
                delegation::expected_people.eq(i32::try_from(of.size).unwrap_or(0)),
                delegation::answered_at.eq(setting.at(-40, 10, 0)),
                delegation::created_at.eq(setting.at(-120, 9, 0)),
            )
        })
        .collect();
    diesel::insert_into(delegation::table).values(rows).execute(c).await?;
    insert_quotas(c, stage, cast, &ids).await?;
    insert_focal_points(c, setting, stage, cast, &ids).await?;
    Ok(ids)
}

async fn insert_quotas(c: &mut Connection, stage: &Stage, cast: &Cast, ids: &[DelegationId]) -> Answer<()> {
    let mut rows = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        for (letter, cap) in cast.quotas(place) {
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
    let appointed = setting.at(-110, 9, 0);
    let mut rows = Vec::new();
    for ((of, roster), id) in cast.rosters().zip(ids) {
        let speaker = roster.get(1).or(roster.first()).map(|person| person.name.badge.clone()).unwrap_or_default();
        let account_id = find_or_make_account(c, &focal_address(of), &speaker, Some(of.language), appointed).await?;
        rows.push((
            focal_point::id.eq(FocalPointId::new()),
            focal_point::conference_id.eq(stage.conference),
            focal_point::delegation_id.eq(*id),
            focal_point::account_id.eq(account_id),
            focal_point::name.eq(speaker),
            focal_point::appointed_at.eq(appointed),
            focal_point::invited_at.eq(appointed),
        ));
    }
    diesel::insert_into(focal_point::table).values(rows).execute(c).await?;
    Ok(())
}
