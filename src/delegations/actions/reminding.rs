//! Writing to many focal points at once about what their delegation has not done yet.

use std::collections::{HashMap, HashSet};

use serde_json::json;

use super::focal_points::invite_focal_point;
use super::record;
use crate::accounts::invite;
use crate::audit::Who;
use crate::clock::Moment;
use crate::conferences::{Conference, OnDuty, Organiser};
use crate::db::Connection;
use crate::delegations::mails::Reminder;
use crate::delegations::model::{Delegation, FocalPointLine, Reminding};
use crate::delegations::queries;
use crate::delegations::rules::{SoFar, concerns, is_in_time};
use crate::ids::{DelegationId, FocalPointId};
use crate::language::Language;
use crate::mail::{self, Draft, Letter, Rendered};
use crate::web::{Answer, Problem, Site};

/// A reminder's link lives as long as its window, and a week at least.
const SHORTEST_LINK: i64 = 7 * 24 * 3600;

/// Somebody to write to.
pub struct Recipient {
    pub delegation: Delegation,
    pub point: FocalPointLine,
    /// In which they are written to.
    pub language: Language,
    /// People handed in who have a place.
    pub named: i64,
    /// When they were last reminded of this.
    pub last: Option<Moment>,
    /// They were reminded of this today, and are not once more.
    pub is_done_today: bool,
}

/// Everybody whom a reminder concerns now, in the order of keys of their delegations. Four queries, however many they are.
pub async fn recipients(
    connection: &mut Connection,
    conference: &Conference,
    now: Moment,
) -> Answer<HashMap<Reminding, Vec<Recipient>>> {
    let all = queries::delegations(connection, conference.id).await?;
    let points = queries::focal_points(connection, conference.id).await?;
    let mut named: HashMap<DelegationId, i64> = HashMap::new();
    for (of, quota) in queries::all_quotas(connection, conference.id).await? {
        *named.entry(of).or_default() += i64::from(quota.used);
    }
    let mut last = HashMap::new();
    for (point, about, at, day) in queries::reminders(connection, conference.id).await? {
        last.insert((point, about), (at, day));
    }
    let today = now.conference_day(&conference.zone());
    let mut found: HashMap<Reminding, Vec<Recipient>> = HashMap::new();
    for delegation in &all {
        let named = named.get(&delegation.id).copied().unwrap_or(0);
        for point in points.iter().filter(|point| point.delegation_id == delegation.id) {
            let fits = |about: &&Reminding| concerns(**about, SoFar { delegation, named }, point);
            let Some(about) = Reminding::ALL.iter().find(fits).copied() else { continue };
            let sent = last.get(&(point.id, about));
            found.entry(about).or_default().push(Recipient {
                delegation: delegation.clone(),
                point: point.clone(),
                language: Language::or_fallback(point.language.as_deref().or(Some(&delegation.language))),
                named,
                last: sent.map(|(at, _)| *at),
                is_done_today: sent.is_some_and(|(_, day)| *day == today),
            });
        }
    }
    Ok(found)
}

/// Writes to those of the chosen focal points whom the reminder concerns and who were not reminded of it today; says how many.
///
/// # Errors
/// Refused (`reminders-too-late`) when what is asked for can no longer be done.
pub async fn remind(
    tx: &mut Connection,
    by: &OnDuty<Organiser>,
    about: Reminding,
    chosen: &HashSet<FocalPointId>,
    now: Moment,
) -> Answer<usize> {
    let (conference, site) = (by.conference(), by.visit().site());
    if !is_in_time(about, now, conference.nomination_closes_at, conference.confirmation_closes_at) {
        return Err(Problem::refused("reminders-too-late"));
    }
    let today = now.conference_day(&conference.zone());
    let concerned = recipients(tx, conference, now).await?.remove(&about).unwrap_or_default();
    let mut written = 0;
    for one in concerned.iter().filter(|one| chosen.contains(&one.point.id)) {
        let subject = (conference.id, one.delegation.id, one.point.id);
        if !queries::note_reminder(tx, subject, about, (by.account(), now, today)).await? {
            continue;
        }
        written += 1;
        let who = Who::Account(by.account());
        if about == Reminding::Invitation {
            let reader = (one.point.id, one.point.account_id, one.point.name.as_str());
            invite_focal_point(tx, site, (conference, &one.delegation), reader, who, now).await?;
            continue;
        }
        let until = Moment::max(closes(about, conference), now.plus_seconds(SHORTEST_LINK));
        let link = invite(tx, site, one.point.account_id, &destination(about, &one.delegation), until, now).await?;
        let letter = letter(about, one, conference, site, link.clone());
        let head = conference.letterhead(site, one.language);
        let draft = Draft::new(&letter, &head, &one.point.email, &letter.name, now)?;
        let draft = draft.about("focal_point", one.point.id.0).hiding(link);
        mail::queue(tx, &draft, now).await?;
        let facts = json!({ "focal_point": one.point.id, "about": about.as_str() });
        record(tx, who, "focal_point_reminded", (conference.id, one.delegation.id), facts, now).await?;
    }
    Ok(written)
}

/// The mail as its reader gets it, with the place of the link shown and no link made. The invitation has a text of its own.
pub fn preview_reminder(about: Reminding, one: &Recipient, conference: &Conference, site: &Site) -> Answer<Rendered> {
    let hidden = site.link("/invitation/…");
    let letter = letter(about, one, conference, site, hidden);
    letter.render(&conference.letterhead(site, one.language))
}

fn letter(about: Reminding, one: &Recipient, conference: &Conference, site: &Site, link: String) -> Reminder {
    let language = one.language;
    let formal = one.delegation.formal_name.in_language(language);
    let name = one.delegation.name.in_language(language);
    let delegation = if formal.is_empty() { name } else { formal }.to_owned();
    let closes = language.date_time(closes(about, conference), &conference.zone());
    let zone = conference.whose_clocks(language);
    let asked = [
        ("delegation", delegation.as_str().into()),
        ("named", one.named.into()),
        ("expected", i64::from(one.delegation.expected_people.unwrap_or(0)).into()),
    ];
    let word = about.word();
    Reminder {
        name: if one.point.name.is_empty() { &one.point.email } else { &one.point.name }.clone(),
        asked: language.with(&format!("reminder-mail-{word}"), &asked),
        until: language.with("reminder-mail-until", &[("until", closes.into()), ("zone", zone.into())]),
        button: language.t(&format!("reminder-mail-{word}-button")),
        sign_in: site.link("/sign-in"),
        delegation,
        email: one.point.email.clone(),
        link,
    }
}

fn closes(about: Reminding, conference: &Conference) -> Moment {
    match about {
        Reminding::Invitation | Reminding::Answer => conference.confirmation_closes_at,
        Reminding::Nominations | Reminding::MissingPeople => conference.nomination_closes_at,
    }
}

fn destination(about: Reminding, delegation: &Delegation) -> String {
    let rest = if about == Reminding::Answer { "/answer" } else { "" };
    format!("/delegations/{}{rest}", delegation.id)
}
