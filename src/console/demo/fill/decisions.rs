//! What was decided about each file, when and why, and the clearances behind it.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::people::Batch;
use super::stage::Stage;
use crate::accreditation::{ClearanceKind, ClearanceState, Step};
use crate::console::demo::fates::{ALSO_CLEARED_BY_SECURITY, DemoFate};
use crate::console::demo::people::DemoPerson;
use crate::db::Connection;
use crate::ids::DecisionId;
use crate::schema::{clearance, decision};
use crate::web::Answer;

/// A step of a file's history: what, from where, to where, with which reasons, at which second, for which version of the data.
struct Taken {
    step: Step,
    from: &'static str,
    to: &'static str,
    reasons: Vec<&'static str>,
    at: i64,
    version: i32,
}

/// How a file came to where it stands.
fn history(fate: DemoFate, submitted: i64) -> Vec<Taken> {
    let step = |step, from, to, at| Taken { step, from, to, reasons: Vec::new(), at, version: 1 };
    let mut taken = vec![step(Step::Submit, "draft", "submitted", submitted)];
    let decided = fate.decided_at().unwrap_or(submitted);
    let mut end = |kind, reasons: &[&'static str]| {
        taken.push(Taken { reasons: reasons.to_vec(), ..step(kind, "submitted", fate.status(), decided) });
    };
    match fate {
        DemoFate::Draft | DemoFate::Submitted { .. } | DemoFate::Late { .. } => {}
        DemoFate::Changed { returned, reason, at } => {
            taken[0].at = returned - 9 * 3600;
            taken.push(Taken { reasons: vec![reason], ..step(Step::Return, "submitted", "returned", returned) });
            taken.push(Taken { version: 2, ..step(Step::Submit, "returned", "submitted", at) });
        }
        DemoFate::Elsewhere { cleared, .. } => taken.push(step(Step::Clear, "submitted", "submitted", cleared)),
        DemoFate::Returned { reason, .. } => end(Step::Return, &[reason]),
        DemoFate::OnHold { .. } => end(Step::Hold, &[]),
        DemoFate::Withdrawn { .. } => end(Step::Withdraw, &[]),
        DemoFate::Refused { reason, .. } => end(Step::Refuse, &[reason]),
        DemoFate::Approved { .. } | DemoFate::Collected { .. } | DemoFate::Revoked { .. } => end(Step::Approve, &[]),
    }
    taken
}

/// What the authorities of somebody's category have said, each with its step and the second.
fn clearances(person: &DemoPerson, fate: DemoFate) -> Vec<(ClearanceKind, i16, ClearanceState, Option<i64>)> {
    use ClearanceState::{Given, Open, Refused};
    let (documents, security) = match fate {
        DemoFate::Elsewhere { .. } => (Given, Open),
        DemoFate::Refused { .. } => (Refused, Open),
        DemoFate::Approved { .. } | DemoFate::Collected { .. } | DemoFate::Revoked { .. } => (Given, Given),
        _ => (Open, Open),
    };
    let cleared = match fate {
        DemoFate::Elsewhere { cleared, .. } => Some(cleared),
        _ => fate.decided_at(),
    };
    let answer = |kind, step, state| (kind, step, state, cleared.filter(|_| state != Open));
    let mut said = vec![answer(ClearanceKind::Documents, 1, documents)];
    if ALSO_CLEARED_BY_SECURITY.contains(&person.category) {
        said.push(answer(ClearanceKind::Security, 2, security));
    }
    said
}

pub(super) async fn write_decisions(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    batch: &Batch<'_>,
) -> Answer<()> {
    let mut asked = Vec::new();
    let mut decisions = Vec::new();
    for (place, (person, fate, participant)) in batch.rows().enumerate() {
        let Some(submitted) = fate.submitted_at(batch.first + place) else { continue };
        let taken = history(fate, submitted);
        let version = taken.last().map_or(1, |last| last.version);
        asked.extend(clearances(person, fate).into_iter().map(|(kind, step, state, at)| {
            let by = if kind == ClearanceKind::Security { stage.security } else { stage.officer };
            (
                clearance::conference_id.eq(stage.conference),
                clearance::participant_id.eq(participant),
                clearance::kind.eq(kind),
                clearance::step.eq(step),
                clearance::state.eq(state),
                clearance::identity_version.eq(version),
                clearance::answered_at.eq(at.map(|at| setting.after(at))),
                clearance::answered_by.eq(at.map(|_| by)),
            )
        }));
        decisions.extend(taken.into_iter().map(|one| {
            let by_officer = !matches!(one.step, Step::Submit | Step::Withdraw);
            let documents = (one.step == Step::Clear).then_some(ClearanceKind::Documents.as_str());
            (
                decision::id.eq(DecisionId::new()),
                decision::conference_id.eq(stage.conference),
                decision::participant_id.eq(participant),
                decision::step.eq(one.step),
                decision::from_status.eq(one.from),
                decision::to_status.eq(one.to),
                decision::reasons.eq(one.reasons.iter().map(|reason| (*reason).to_owned()).collect::<Vec<_>>()),
                decision::clearance.eq(documents),
                decision::identity_version.eq(one.version),
                decision::by_account.eq(by_officer.then_some(stage.officer)),
                decision::at.eq(setting.after(one.at)),
            )
        }));
    }
    diesel::insert_into(clearance::table).values(asked).execute(c).await?;
    diesel::insert_into(decision::table).values(decisions).execute(c).await?;
    Ok(())
}
