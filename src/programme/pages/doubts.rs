//! What is doubtful of a session, in words, with the way to the other side of it and a way out.

use std::collections::BTreeSet;

use super::super::actions::Survey;
use super::super::model::{Blocker, Layout, Session};
use super::super::rules::{Coming, Doubt};
use crate::clock::Moment;
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::ids::{BlockerId, SessionId, TeamId};
use crate::language::Language;

/// One thing to look at.
pub struct DoubtLine {
    pub text: String,
    /// The other session of a clash, or the room with what keeps it shut.
    pub other: Option<Way>,
    /// What would help; empty where nothing better is known than to move one of the two.
    pub out: String,
}

/// Another session or a room: its page, its title, its day and hours.
pub struct Way {
    pub href: String,
    pub title: String,
    pub time: String,
}

impl Way {
    pub fn to(by: &OnDuty<ProgrammeManager>, session: &Session) -> Self {
        let time = session.starts_at.zip(session.ends_at).map(|(from, until)| span(by, from, until));
        Self {
            href: by.path(&format!("/programme/manage/sessions/{}", session.id)),
            title: session.title.in_language(by.language()).to_owned(),
            time: time.unwrap_or_default(),
        }
    }

    /// To a blocker on the page of its room.
    fn to_blocker(by: &OnDuty<ProgrammeManager>, survey: &Survey, blocker: &Blocker) -> Self {
        let name = survey.room(blocker.room_id).map(|room| room.name.in_language(by.language()).to_owned());
        Self {
            href: by.path(&format!("/programme/manage/rooms/{}#blocker-{}", blocker.room_id, blocker.id)),
            title: name.unwrap_or_default(),
            time: span(by, blocker.starts_at, blocker.ends_at),
        }
    }
}

/// A day and its hours; both days where it goes on for longer.
fn span(by: &OnDuty<ProgrammeManager>, from: Moment, until: Moment) -> String {
    let (language, zone) = (by.language(), by.conference().zone());
    let day = |at: Moment| language.short_date(at.conference_day(&zone));
    let (first, last) = (day(from), day(until));
    let end = language.time(until, &zone);
    let end = if first == last { end } else { format!("{last} {end}") };
    format!("{first} {}–{end}", language.time(from, &zone))
}

/// A line for each doubt.
pub fn lines(by: &OnDuty<ProgrammeManager>, survey: &Survey, doubts: &BTreeSet<Doubt>) -> Vec<DoubtLine> {
    let told = Told { by, survey, language: by.language() };
    doubts.iter().map(|doubt| told.line(doubt)).collect()
}

/// Whether another room would help against one of these.
pub fn helped_by_a_room(doubts: &BTreeSet<Doubt>) -> bool {
    doubts.iter().any(|doubt| {
        matches!(
            doubt,
            Doubt::RoomHeld { .. }
                | Doubt::Turnover { .. }
                | Doubt::Blocked(_)
                | Doubt::TooSmall { .. }
                | Doubt::NoLayout(_)
                | Doubt::FewBooths { .. }
                | Doubt::AudienceShut(_)
                | Doubt::NotAvailable
                | Doubt::AreaClosed
        )
    })
}

struct Told<'a> {
    by: &'a OnDuty<ProgrammeManager>,
    survey: &'a Survey,
    language: Language,
}

impl Told<'_> {
    fn line(&self, doubt: &Doubt) -> DoubtLine {
        let language = self.language;
        let plain = |key: &str| DoubtLine { text: language.t(key), other: None, out: String::new() };
        match doubt {
            Doubt::RoomHeld { with, .. } => match self.divided(*with) {
                Some(room) => DoubtLine {
                    text: language.with("programme-doubt-part-held", &[("room", room.into())]),
                    other: self.way(*with),
                    out: String::new(),
                },
                None => DoubtLine { other: self.way(*with), ..plain("programme-doubt-room-held") },
            },
            Doubt::OnStageTwice { with, person, .. } => DoubtLine {
                text: language.with("programme-doubt-on-stage-twice", &[("person", person.into())]),
                other: self.way(*with),
                out: String::new(),
            },
            Doubt::Turnover { with, after, gap, needed } => DoubtLine {
                text: language.with("programme-doubt-turnover", &[("gap", gap.into()), ("needed", needed.into())]),
                other: self.way(*with),
                out: self.later(*with, *after, *needed),
            },
            Doubt::TooFar { with, person, after, gap, needed } => {
                let said = [("person", person.into()), ("gap", gap.into()), ("needed", needed.into())];
                let text = language.with("programme-doubt-too-far", &said);
                DoubtLine { text, other: self.way(*with), out: self.later(*with, *after, *needed) }
            }
            Doubt::Blocked(id) => self.blocked(*id),
            Doubt::TooSmall { places, seats, layout } => {
                let said = [("places", places.into()), ("seats", seats.into())];
                let text = match layout {
                    None => language.with("programme-doubt-too-small", &said),
                    Some(layout) => {
                        let [places, seats] = said;
                        let layout = ("layout", layout_label(*layout, language).into());
                        language.with("programme-doubt-too-small-so", &[places, seats, layout])
                    }
                };
                DoubtLine { text, other: None, out: String::new() }
            }
            Doubt::NoLayout(layout) => {
                let layout = [("layout", layout_label(*layout, language).into())];
                DoubtLine {
                    text: language.with("programme-doubt-no-layout", &layout),
                    ..plain("programme-doubt-room-held")
                }
            }
            Doubt::FewBooths { tongues, booths } => {
                let said = [("tongues", (*tongues as i64).into()), ("booths", (*booths as i64).into())];
                DoubtLine { text: language.with("programme-doubt-few-booths", &said), other: None, out: String::new() }
            }
            Doubt::PartyThin { with, party, members, due } => {
                let party = self.survey.parties.get(party).map(|name| name.in_language(language)).unwrap_or_default();
                let counts = [("members", (*members as i64).into()), ("due", (*due as i64).into())];
                let [members, due] = counts;
                let text = language.with("clash-party-thin", &[("party", party.into()), members, due]);
                DoubtLine { text, other: self.way(*with), out: language.t("clash-out-party") }
            }
            Doubt::HeadsAtOnce { with, person, other } => {
                let text = language.with("clash-heads", &[("person", person.into()), ("other", other.into())]);
                DoubtLine { text, other: self.way(*with), out: language.t("clash-out-heads") }
            }
            Doubt::TeamTwice { with, team } => DoubtLine {
                text: language.with("clash-team-twice", &[("team", self.team(*team).into())]),
                other: self.way(*with),
                out: language.t("clash-out-team"),
            },
            Doubt::TeamTired { team, minutes, most } => {
                let hours = |minutes: i64| format!("{}:{:02}", minutes / 60, minutes % 60);
                let said = [("worked", hours(*minutes).into()), ("most", hours(*most).into())];
                let [worked, most] = said;
                let text = language.with("clash-team-tired", &[("team", self.team(*team).into()), worked, most]);
                DoubtLine { text, other: None, out: language.t("clash-out-team") }
            }
            Doubt::Uncovered(tongues) => DoubtLine {
                text: language.with("clash-uncovered", &[("languages", tongues.join(", ").into())]),
                other: None,
                out: language.t("clash-out-uncovered"),
            },
            Doubt::NotAccredited { person, coming } => {
                let key = if *coming == Coming::Not { "clash-not-coming" } else { "clash-not-accredited" };
                DoubtLine { text: language.with(key, &[("person", person.into())]), other: None, out: String::new() }
            }
            Doubt::ArrivesLater { person, at } => {
                let zone = self.by.conference().zone();
                let day = language.short_date(at.day(&zone));
                let time = format!("{day} {}", language.time(*at, &zone));
                let text = language.with("clash-arrives-later", &[("person", person.into()), ("time", time.into())]);
                DoubtLine { text, other: None, out: String::new() }
            }
            Doubt::AudienceShut(categories) => {
                let letters = categories.iter().filter_map(|id| self.survey.letters.get(id));
                let letters = letters.cloned().collect::<Vec<_>>().join(", ");
                DoubtLine {
                    text: language.with("clash-audience", &[("letters", letters.into())]),
                    other: None,
                    out: language.t("clash-out-audience"),
                }
            }
            Doubt::NotAvailable => plain("programme-doubt-not-available"),
            Doubt::AreaClosed => plain("programme-doubt-area-closed"),
            Doubt::OtherDays => plain("programme-doubt-other-days"),
        }
    }

    /// The name of another session's room where that is a hall that divides, or a part of one.
    fn divided(&self, with: SessionId) -> Option<&str> {
        let room = self.survey.room(self.survey.session(with)?.room_id?)?;
        let divides = room.part_of.is_some() || self.survey.rooms.iter().any(|part| part.part_of == Some(room.id));
        divides.then(|| room.name.in_language(self.language))
    }

    fn team(&self, id: TeamId) -> &str {
        let team = self.survey.teams.iter().find(|team| team.id == id);
        team.map(|team| team.name.as_str()).unwrap_or_default()
    }

    fn way(&self, with: SessionId) -> Option<Way> {
        self.survey.session(with).map(|other| Way::to(self.by, other))
    }

    fn blocked(&self, id: BlockerId) -> DoubtLine {
        let Some(blocker) = self.survey.blocker(id) else {
            return DoubtLine {
                text: self.language.t("programme-doubt-word-blocked"),
                other: None,
                out: String::new(),
            };
        };
        let said = [("reason", blocker.reason.as_str().into())];
        let whom = [blocker.owner.as_str(), blocker.contact.as_str()];
        let whom = whom.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        DoubtLine {
            text: self.language.with("programme-doubt-blocked", &said),
            other: Some(Way::to_blocker(self.by, self.survey, blocker)),
            out: self.language.with("programme-out-ask", &[("owner", whom.into())]),
        }
    }

    /// From when on, or until when, there would be time enough.
    fn later(&self, with: SessionId, after: bool, needed: i64) -> String {
        let Some(other) = self.survey.session(with) else { return String::new() };
        let zone = self.by.conference().zone();
        let (at, key) = if after {
            (other.starts_at.map(|at| at.plus_seconds(-needed * 60)), "programme-out-end")
        } else {
            (other.ends_at.map(|at| at.plus_seconds(needed * 60)), "programme-out-begin")
        };
        at.map(|at| self.language.with(key, &[("time", self.language.time(at, &zone).into())])).unwrap_or_default()
    }
}

/// The same in a word or two, for lists.
pub fn word(doubt: &Doubt, language: Language) -> String {
    language.t(match doubt {
        Doubt::RoomHeld { .. } => "programme-doubt-word-room-held",
        Doubt::OnStageTwice { .. } => "programme-doubt-word-on-stage-twice",
        Doubt::Turnover { .. } => "programme-doubt-word-turnover",
        Doubt::TooFar { .. } => "programme-doubt-word-too-far",
        Doubt::Blocked(_) => "programme-doubt-word-blocked",
        Doubt::TooSmall { .. } => "programme-doubt-word-too-small",
        Doubt::NoLayout(_) => "programme-doubt-word-no-layout",
        Doubt::FewBooths { .. } => "programme-doubt-word-few-booths",
        Doubt::PartyThin { .. } => "clash-word-party",
        Doubt::HeadsAtOnce { .. } => "clash-word-heads",
        Doubt::TeamTwice { .. } | Doubt::TeamTired { .. } => "clash-word-team",
        Doubt::Uncovered(_) => "clash-word-uncovered",
        Doubt::NotAccredited { .. } => "clash-word-not-accredited",
        Doubt::ArrivesLater { .. } => "clash-word-arrives-later",
        Doubt::AudienceShut(_) => "clash-word-audience",
        Doubt::NotAvailable => "programme-doubt-word-not-available",
        Doubt::AreaClosed => "programme-doubt-word-area-closed",
        Doubt::OtherDays => "programme-doubt-word-other-days",
    })
}

/// `programme-layout-theatre`
pub fn layout_label(layout: Layout, language: Language) -> String {
    language.t(&format!("programme-layout-{layout}"))
}
