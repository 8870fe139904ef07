//! Files that came back after they had been returned: what their identity data was then, and what it is now, so that the
//! officer sees the difference.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::people::Made;
use super::stage::Stage;
use crate::accreditation::rules::Identity;
use crate::console::demo::fates::DemoFate;
use crate::db::Connection;
use crate::ids::FileId;
use crate::participants::participant_by_id;
use crate::schema::{identity_version, participant};
use crate::web::Answer;

/// Days that a paper is short of when it was returned for that.
const SHORT: i32 = 1200;

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage, people: &[Made]) -> Answer<()> {
    for made in people {
        let DemoFate::Changed { returned, reason, at } = made.fate else { continue };
        let person = participant_by_id(c, stage.conference, made.id).await?;
        let now = Identity::of(&person);
        let versions = [(1, returned - 9 * 3600, before(&now, reason)), (2, at, now)];
        let rows: Vec<_> = versions
            .iter()
            .map(|(number, at, identity)| {
                Ok((
                    identity_version::conference_id.eq(stage.conference),
                    identity_version::participant_id.eq(made.id),
                    identity_version::number.eq(*number),
                    identity_version::digest.eq(identity.digest()),
                    identity_version::facts.eq(serde_json::to_value(identity)?),
                    identity_version::at.eq(setting.after(*at)),
                ))
            })
            .collect::<Answer<_>>()?;
        diesel::insert_into(identity_version::table).values(rows).execute(c).await?;
        diesel::update(participant::table.find(made.id)).set(participant::identity_version.eq(2)).execute(c).await?;
    }
    Ok(())
}

/// What was handed in first, with what it was returned for.
fn before(now: &Identity, reason: &str) -> Identity {
    let mut before = now.clone();
    match reason {
        "portrait_unfit" => before.portrait = Some(FileId::new()),
        "document_unreadable" => before.scan = Some(FileId::new()),
        "document_expired" => before.document_expires_on = now.document_expires_on.map(|day| day.plus_days(-SHORT)),
        // The names were typed as they are said, not as the passport has them.
        _ => {
            before.document_name = now.badge_name.clone();
            before.given_name = now.given_name.split(' ').next().unwrap_or_default().to_owned();
        }
    }
    before
}
