//! Teams of interpreters, as many as the sessions need so that each rests, and a speaker whose aeroplane is late.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::Stage;
use crate::clock::Moment;
use crate::db::Connection;
use crate::ids::{ParticipantId, SessionId, TeamId};
use crate::schema::{interpreter_team, session, session_person, session_team, stage_arrival};
use crate::web::Answer;

const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "Arabic"),
    ("zh", "Chinese"),
    ("en", "English"),
    ("fr", "French"),
    ("ru", "Russian"),
    ("es", "Spanish"),
    ("vi", "Vietnamese"),
];
/// Minutes in a row, and minutes of rest.
const MOST: i32 = 180;
const REST: i32 = 30;

/// A team and the stretch that it works in now.
struct Team {
    id: TeamId,
    begun: Moment,
    until: Moment,
}

impl Team {
    /// Whether it can take this session and keeps to its hours.
    fn takes(&self, from: Moment, until: Moment) -> bool {
        let pause = from.seconds_since(self.until);
        let rested = pause >= i64::from(REST) * 60;
        pause >= 0 && (rested || until.seconds_since(self.begun) <= i64::from(MOST) * 60)
    }

    fn works(&mut self, from: Moment, until: Moment) {
        if from.seconds_since(self.until) >= i64::from(REST) * 60 {
            self.begun = from;
        }
        self.until = until;
    }
}

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage) -> Answer<()> {
    let sessions: Vec<(SessionId, Option<Moment>, Option<Moment>, Vec<String>)> = session::table
        .filter(session::conference_id.eq(stage.conference))
        .filter(session::status.eq("confirmed"))
        .order((session::starts_at, session::number))
        .select((session::id, session::starts_at, session::ends_at, session::interpretation))
        .load(c)
        .await?;
    let mut teams: BTreeMap<&str, Vec<Team>> = BTreeMap::new();
    let mut work = Vec::new();
    for (id, from, until, tongues) in &sessions {
        let Some((from, until)) = from.zip(*until) else { continue };
        for (code, _) in LANGUAGES.iter().filter(|(code, _)| tongues.iter().any(|tongue| tongue == code)) {
            let of_language = teams.entry(code).or_default();
            let free = of_language.iter().position(|team| team.takes(from, until));
            let chosen = free.unwrap_or(of_language.len());
            if free.is_none() {
                of_language.push(Team { id: TeamId::new(), begun: from, until: from });
            }
            of_language[chosen].works(from, until);
            work.push((
                session_team::conference_id.eq(stage.conference),
                session_team::session_id.eq(*id),
                session_team::team_id.eq(of_language[chosen].id),
            ));
        }
    }
    let mut rows = Vec::new();
    for (code, name) in LANGUAGES {
        for (letter, team) in ('A'..='Z').zip(teams.get(code).into_iter().flatten()) {
            rows.push((
                interpreter_team::id.eq(team.id),
                interpreter_team::conference_id.eq(stage.conference),
                interpreter_team::name.eq(format!("{name} {letter}")),
                interpreter_team::languages.eq(vec![(*code).to_owned()]),
                interpreter_team::most_minutes.eq(MOST),
                interpreter_team::rest_minutes.eq(REST),
            ));
        }
    }
    diesel::insert_into(interpreter_team::table).values(rows).execute(c).await?;
    diesel::insert_into(session_team::table).values(work).execute(c).await?;
    late(c, setting, stage).await
}

/// Somebody on stage this afternoon lands twenty minutes after it has begun.
async fn late(c: &mut Connection, setting: &Setting, stage: &Stage) -> Answer<()> {
    let speaker: Option<(Option<ParticipantId>, Option<Moment>)> = session_person::table
        .inner_join(session::table.on(session::id.eq(session_person::session_id)))
        .filter(session_person::conference_id.eq(stage.conference))
        .filter(session_person::role.eq("panelist"))
        .filter(session_person::participant_id.is_not_null())
        .filter(session::starts_at.ge(setting.at(1, 14, 0)))
        .order((session::starts_at, session::number, session_person::ordinal))
        .select((session_person::participant_id, session::starts_at))
        .first(c)
        .await
        .optional()?;
    let Some((Some(who), Some(from))) = speaker else { return Ok(()) };
    let row = (
        stage_arrival::participant_id.eq(who),
        stage_arrival::conference_id.eq(stage.conference),
        stage_arrival::arrives_at.eq(from.plus_seconds(20 * 60)),
    );
    diesel::insert_into(stage_arrival::table).values(row).execute(c).await?;
    Ok(())
}
