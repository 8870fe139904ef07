//! What is doubtful of a session, in words and with the way to the other session.

use std::collections::BTreeSet;

use super::super::actions::Survey;
use super::super::model::Session;
use super::super::rules::Doubt;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::ids::SessionId;
use crate::language::Language;

/// One thing to look at.
pub struct DoubtLine {
    pub text: String,
    /// The other session of a clash.
    pub other: Option<Way>,
}

/// Another session: its page, its title, its day and hours.
pub struct Way {
    pub href: String,
    pub title: String,
    pub time: String,
}

impl Way {
    pub fn to(by: &OnDuty<ProgrammeManager>, session: &Session) -> Self {
        let (language, zone) = (by.language(), by.conference().zone());
        let time = session.starts_at.zip(session.ends_at).map(|(from, until)| {
            let day = language.short_date(from.conference_day(&zone));
            format!("{day} {}–{}", language.time(from, &zone), language.time(until, &zone))
        });
        Self {
            href: by.path(&format!("/programme/manage/sessions/{}", session.id)),
            title: session.title.in_language(language).to_owned(),
            time: time.unwrap_or_default(),
        }
    }
}

/// A line for each doubt.
pub fn lines(by: &OnDuty<ProgrammeManager>, survey: &Survey, doubts: &BTreeSet<Doubt>) -> Vec<DoubtLine> {
    let language = by.language();
    let way = |with: &SessionId| survey.session(*with).map(|other| Way::to(by, other));
    let line = |doubt: &Doubt| match doubt {
        Doubt::RoomHeld { with, .. } => DoubtLine { text: language.t("programme-doubt-room-held"), other: way(with) },
        Doubt::OnStageTwice { with, person, .. } => DoubtLine {
            text: language.with("programme-doubt-on-stage-twice", &[("person", person.into())]),
            other: way(with),
        },
        Doubt::TooSmall { places, seats } => DoubtLine {
            text: language.with("programme-doubt-too-small", &[("places", places.into()), ("seats", seats.into())]),
            other: None,
        },
        Doubt::AreaClosed => DoubtLine { text: language.t("programme-doubt-area-closed"), other: None },
        Doubt::OtherDays => DoubtLine { text: language.t("programme-doubt-other-days"), other: None },
    };
    doubts.iter().map(line).collect()
}

/// The same in a word or two, for lists.
pub fn word(doubt: &Doubt, language: Language) -> String {
    language.t(match doubt {
        Doubt::RoomHeld { .. } => "programme-doubt-word-room-held",
        Doubt::OnStageTwice { .. } => "programme-doubt-word-on-stage-twice",
        Doubt::TooSmall { .. } => "programme-doubt-word-too-small",
        Doubt::AreaClosed => "programme-doubt-word-area-closed",
        Doubt::OtherDays => "programme-doubt-word-other-days",
    })
}
