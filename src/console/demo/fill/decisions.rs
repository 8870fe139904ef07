//! What was decided about each file, when and why, and the clearances behind it.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::people::Batch;
use super::stage::Stage;
use crate::console::demo::fates::DemoFate;
use crate::db::Connection;
use crate::ids::DecisionId;
use crate::schema::{clearance, decision};
use crate::web::Answer;

pub(super) async fn write_decisions(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    batch: &Batch<'_>,
) -> Answer<()> {
    let mut clearances = Vec::new();
    let mut decisions = Vec::new();
    for (place, (_, fate, participant)) in batch.rows().enumerate() {
        let Some(submitted) = fate.submitted_at(batch.first + place) else { continue };
        let decided = fate.decided_at();
        let (state, step, reasons): (&str, Option<&str>, &[&str]) = match &fate {
            DemoFate::Draft | DemoFate::Submitted { .. } => ("open", None, &[]),
            DemoFate::Returned { reason, .. } => ("open", Some("return"), std::slice::from_ref(reason)),
            DemoFate::OnHold { .. } => ("open", Some("hold"), &[]),
            DemoFate::Withdrawn { .. } => ("open", Some("withdraw"), &[]),
            DemoFate::Refused { reason, .. } => ("refused", Some("refuse"), std::slice::from_ref(reason)),
            _ => ("given", Some("approve"), &[]),
        };
        let answered = (state != "open").then_some(decided).flatten().map(|at| setting.after(at));
        clearances.push((
            clearance::conference_id.eq(stage.conference),
            clearance::participant_id.eq(participant),
            clearance::kind.eq("documents"),
            clearance::state.eq(state),
            clearance::identity_version.eq(1),
            clearance::answered_at.eq(answered),
            clearance::answered_by.eq(answered.map(|_| stage.officer)),
        ));
        let mut say = |step: &str, from: &str, to: &str, reasons: &[&str], at: i64| {
            decisions.push((
                decision::id.eq(DecisionId::new()),
                decision::conference_id.eq(stage.conference),
                decision::participant_id.eq(participant),
                decision::step.eq(step.to_owned()),
                decision::from_status.eq(from.to_owned()),
                decision::to_status.eq(to.to_owned()),
                decision::reasons.eq(reasons.iter().map(|reason| (*reason).to_owned()).collect::<Vec<_>>()),
                decision::identity_version.eq(1),
                decision::by_account.eq((step != "submit" && step != "withdraw").then_some(stage.officer)),
                decision::at.eq(setting.after(at)),
            ));
        };
        say("submit", "draft", "submitted", &[], submitted);
        if let (Some(step), Some(at)) = (step, decided) {
            say(step, "submitted", fate.status(), reasons, at);
        }
    }
    diesel::insert_into(clearance::table).values(clearances).execute(c).await?;
    diesel::insert_into(decision::table).values(decisions).execute(c).await?;
    Ok(())
}
