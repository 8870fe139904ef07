//! Forms that people fill in about themselves: somebody of Samoa who was asked this morning, and the press that registers itself
//! under a delegation of independent media.

use diesel::prelude::*;
use diesel_async::{AsyncConnection, RunQueryDsl};

use super::mails::mark_sent;
use super::stage::{ASKED, SLUG, Stage, both};
use super::{Setting, Tools};
use crate::accounts::account_by_email;
use crate::conferences::{Conference, conference_by_slug};
use crate::db::Connection;
use crate::delegations::{DelegationKind, DelegationStatus, delegation_by_id};
use crate::ids::{AnswerId, DelegationId, ParticipantId};
use crate::participants::own::{Asking, send_link};
use crate::participants::{CompositionTitle, Details, create_draft};
use crate::schema::{category, delegation, delegation_answer, quota};
use crate::web::Answer;

/// So long ago somebody was asked: seconds.
const ASKED_AGO: i64 = 20 * 60;
/// Places for people who register themselves.
const PLACES: i32 = 40;

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage, tools: &Tools) -> Answer<()> {
    c.transaction(async |tx| {
        let conference = conference_by_slug(tx, SLUG).await?;
        open_press(tx, setting, stage).await?;
        ask_somebody(tx, setting, stage, (tools, &conference)).await?;
        mark_sent(tx, setting, stage).await
    })
    .await
}

/// The press that comes for nobody registers itself until the last evening.
async fn open_press(tx: &mut Connection, setting: &Setting, stage: &Stage) -> Answer<()> {
    let Some((press, _)) = stage.category('P') else { return Ok(()) };
    let (id, answered) = (DelegationId::new(), setting.at(-60, 11, 5));
    diesel::insert_into(delegation::table)
        .values((
            delegation::id.eq(id),
            delegation::conference_id.eq(stage.conference),
            delegation::key.eq("media-independent"),
            delegation::kind.eq(DelegationKind::Media),
            delegation::name.eq(both("Independent media", "Médias indépendants")),
            delegation::language.eq("en"),
            delegation::status.eq(DelegationStatus::Confirmed),
            delegation::expected_people.eq(Some(PLACES)),
            delegation::answered_at.eq(Some(answered)),
            delegation::created_at.eq(setting.at(-120, 9, 0)),
        ))
        .execute(tx)
        .await?;
    diesel::insert_into(delegation_answer::table)
        .values((
            delegation_answer::id.eq(AnswerId::new()),
            delegation_answer::conference_id.eq(stage.conference),
            delegation_answer::delegation_id.eq(id),
            delegation_answer::status.eq(DelegationStatus::Confirmed),
            delegation_answer::expected_people.eq(Some(PLACES)),
            delegation_answer::given_at.eq(answered),
        ))
        .execute(tx)
        .await?;
    diesel::insert_into(quota::table)
        .values((
            quota::conference_id.eq(stage.conference),
            quota::delegation_id.eq(id),
            quota::category_id.eq(press),
            quota::cap.eq(PLACES),
        ))
        .execute(tx)
        .await?;
    diesel::update(category::table.find(press))
        .set((
            category::open_to_self_registration.eq(true),
            category::registers_under.eq(id),
            category::registration_closes_at.eq(setting.at(1, 18, 0)),
        ))
        .execute(tx)
        .await?;
    Ok(())
}

/// Somebody whom Samoa's focal point has asked: half known, the rest to be filled in.
async fn ask_somebody(
    tx: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    (tools, conference): (&Tools, &Conference),
) -> Answer<()> {
    let samoa: Option<DelegationId> = delegation::table
        .filter(delegation::conference_id.eq(stage.conference))
        .filter(delegation::entity.eq("WS"))
        .select(delegation::id)
        .first(tx)
        .await
        .optional()?;
    let focal = account_by_email(tx, "focal@samoa.example").await?;
    let ((Some(samoa), Some(focal)), Some((delegates, _))) = ((samoa, focal), stage.category('D')) else {
        return Ok(());
    };
    let now = setting.now.plus_seconds(-ASKED_AGO);
    let details = Details {
        given_name: "Sina".to_owned(),
        family_name: "Leavasa".to_owned(),
        composition_title: CompositionTitle::Adviser,
        functional_title: "Adviser, Ministry of Foreign Affairs".to_owned(),
        nationality: Some("WS".to_owned()),
        residence: Some("WS".to_owned()),
        email: Some(ASKED.to_owned()),
        language: Some("en".to_owned()),
        late_reason: Some("Named this morning in place of a colleague who fell ill.".to_owned()),
        ..Details::blank(delegates)
    };
    let person = create_draft(tx, (stage.conference, samoa), ParticipantId::new(), &details, focal.id, now).await?;
    let delegation = delegation_by_id(tx, stage.conference, samoa).await?;
    let asking = Asking { site: &tools.site, conference, delegation: &delegation, by: focal.id };
    send_link(tx, &asking, &person, "", now).await
}
