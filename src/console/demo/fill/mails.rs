//! The mailbox as weeks of work have left it: a few dozen mails, written by the very functions that the product writes them
//! with, and marked as sent in the same transaction, so that no worker ever takes them up.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel_async::{AsyncConnection, RunQueryDsl};

use super::people::Made;
use super::stage::{DELEGATE, SLUG, Stage};
use super::{Setting, Tools};
use crate::accreditation::{self, Decision, Step, decisions};
use crate::audit::Who;
use crate::badges::{self, BadgeKind, Issued};
use crate::clock::Moment;
use crate::conferences::{Conference, conference_by_slug};
use crate::console::demo::cast::Cast;
use crate::console::demo::fates::DemoFate;
use crate::db::Connection;
use crate::delegations::{delegation_by_id, focal_points_of, invite_focal_point};
use crate::ids::{DelegationId, ParticipantId};
use crate::mail::MailState;
use crate::participants::participant_by_id;
use crate::schema::{focal_point, mail, participant};
use crate::web::{Answer, Problem};

/// How many mails of each sort there are, those in French among them.
const INVITATIONS: (usize, usize) = (12, 4);
const CONFIRMATIONS: (usize, usize) = (18, 5);
const RECEIVED: (usize, usize) = (8, 2);
const RETURNED: (usize, usize) = (8, 2);
const REFUSED: (usize, usize) = (3, 1);
/// Nobody has opened the mails of so many seconds yet.
const UNREAD: i64 = 90 * 60;

/// What all of them are written with.
struct Post<'a> {
    tools: &'a Tools,
    conference: Conference,
    cast: &'a Cast,
    people: &'a [Made],
}

pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    tools: &Tools,
    (cast, delegations, people): (&Cast, &[DelegationId], &[Made]),
) -> Answer<()> {
    let post = Post { tools, conference: conference_by_slug(c, SLUG).await?, cast, people };
    c.transaction(async |tx| {
        post.invite(tx, setting, delegations).await?;
        post.confirm(tx).await?;
        post.tell_about_files(tx).await?;
        mark_sent(tx, setting, stage).await
    })
    .await
}

/// The newest of each language first, so many in all.
fn newest<T>(mut found: Vec<(Moment, bool, T)>, (all, french): (usize, usize)) -> Vec<T> {
    found.sort_by_key(|(at, _, _)| std::cmp::Reverse(*at));
    let (in_french, in_english): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, is_french, _)| *is_french);
    in_french.into_iter().take(french).chain(in_english.into_iter().take(all - french)).map(|(_, _, one)| one).collect()
}

impl Post<'_> {
    /// The last invitations of focal points.
    async fn invite(&self, tx: &mut Connection, setting: &Setting, delegations: &[DelegationId]) -> Answer<()> {
        let invited: Vec<(DelegationId, Option<Moment>)> = focal_point::table
            .filter(focal_point::conference_id.eq(self.conference.id))
            .select((focal_point::delegation_id, focal_point::invited_at))
            .load(tx)
            .await?;
        let mut found = Vec::new();
        for (id, at) in invited {
            let of = delegations.iter().position(|known| *known == id).map(|place| &self.cast.delegations[place]);
            let (Some(of), Some(at)) = (of, at) else { continue };
            // The seat that the demonstration offers was written to again when it came to its places.
            let at = if of.key == "state-ws" { setting.at(-12, 9, 20) } else { at };
            found.push((at, of.language == "fr", (id, at)));
        }
        for (id, at) in newest(found, INVITATIONS) {
            let delegation = delegation_by_id(tx, self.conference.id, id).await?;
            for line in focal_points_of(tx, self.conference.id, id).await? {
                let reader = (line.id, line.account_id, line.name.as_str());
                let of = (&self.conference, &delegation);
                invite_focal_point(tx, &self.tools.site, of, reader, Who::System, at).await?;
            }
        }
        Ok(())
    }

    /// The last confirmations: with the collection code, or the badge to print.
    async fn confirm(&self, tx: &mut Connection) -> Answer<()> {
        let approved = self.with_address(|fate| match fate {
            DemoFate::Approved { at } => Some(at),
            _ => None,
        });
        let mut chosen = newest(approved, CONFIRMATIONS);
        // The delegate in whose seat the demonstration lets one sit has the mail, too.
        let seated: Option<ParticipantId> = participant::table
            .filter(participant::email.eq(DELEGATE))
            .select(participant::id)
            .first(tx)
            .await
            .optional()?;
        chosen.extend(self.people.iter().filter(|made| Some(made.id) == seated));
        let mut seen = HashSet::new();
        chosen.retain(|made| seen.insert(made.id));
        for made in chosen {
            let holder = badges::holder(tx, self.conference.id, made.id).await?;
            let mut badge = badges::live(tx, made.id, BadgeKind::CollectionCode).await?;
            if badge.is_none() {
                badge = badges::live(tx, made.id, BadgeKind::Badge).await?;
            }
            let decision = self.last(tx, made, Step::Approve).await?;
            let (Some(badge), Some(decision)) = (badge, decision) else { continue };
            let code = badges::code_text(&self.tools.keyring, &self.conference, &badge)?;
            let issued = Issued { badge, code, paper: None };
            badges::confirm(tx, &self.tools.site, &self.conference, &holder, &issued, &decision, decision.at).await?;
        }
        Ok(())
    }

    /// The last files that were received, returned and refused.
    async fn tell_about_files(&self, tx: &mut Connection) -> Answer<()> {
        let from = (&self.tools.site, &self.conference);
        let received = self.with_address(|fate| match fate {
            DemoFate::Submitted { at } | DemoFate::Late { at, .. } => Some(at),
            _ => None,
        });
        for made in newest(received, RECEIVED) {
            let Some(decision) = self.last(tx, made, Step::Submit).await? else { continue };
            let person = participant_by_id(tx, self.conference.id, made.id).await?;
            let delegation = delegation_by_id(tx, self.conference.id, person.delegation_id).await?;
            accreditation::mail_received(tx, from, &delegation, &person, &decision, decision.at).await?;
        }
        let returned = self.with_address(|fate| match fate {
            DemoFate::Returned { at, .. } => Some(at),
            _ => None,
        });
        for made in newest(returned, RETURNED) {
            let Some(decision) = self.last(tx, made, Step::Return).await? else { continue };
            let person = participant_by_id(tx, self.conference.id, made.id).await?;
            accreditation::mail_returned(tx, from, &person, &decision, decision.at).await?;
        }
        let refused = self.with_address(|fate| match fate {
            DemoFate::Refused { at, .. } => Some(at),
            _ => None,
        });
        for made in newest(refused, REFUSED) {
            let Some(decision) = self.last(tx, made, Step::Refuse).await? else { continue };
            let person = participant_by_id(tx, self.conference.id, made.id).await?;
            accreditation::mail_refused(tx, from, &person, &decision, decision.at).await?;
        }
        Ok(())
    }

    /// People who left an address and whose file stands at such a moment, with whether they read French.
    fn with_address(&self, at: impl Fn(DemoFate) -> Option<i64>) -> Vec<(Moment, bool, &Made)> {
        let begin = self.conference.starts_on.at(0, 0, &self.conference.zone());
        let found = self.people.iter().zip(&self.cast.people).filter(|(_, person)| person.email.is_some());
        let placed = found.filter_map(|(made, person)| {
            let seconds = at(made.fate)?;
            Some((begin?.plus_seconds(seconds), person.language == "fr", made))
        });
        placed.collect()
    }

    async fn last(&self, tx: &mut Connection, made: &Made, step: Step) -> Answer<Option<Decision>> {
        let taken = decisions(tx, self.conference.id, made.id).await?;
        Ok(taken.into_iter().map(|(decision, _)| decision).rfind(|decision| decision.step == step))
    }
}

/// They left when they were due, and all but the last ones were read.
pub(super) async fn mark_sent(tx: &mut Connection, setting: &Setting, stage: &Stage) -> Answer<()> {
    let own = mail::table
        .filter(mail::conference_id.eq(stage.conference.0))
        .filter(mail::state.eq(MailState::Waiting))
        .filter(mail::created_at.lt(setting.now));
    diesel::update(own)
        .set((mail::state.eq(MailState::Sent), mail::sent_at.eq(mail::due_at.nullable()), mail::attempts.eq(1)))
        .execute(tx)
        .await?;
    let old = mail::table
        .filter(mail::conference_id.eq(stage.conference.0))
        .filter(mail::sent_at.lt(setting.now.plus_seconds(-UNREAD)));
    diesel::update(old).set(mail::read_at.eq(mail::sent_at)).execute(tx).await.map_err(Problem::from)?;
    Ok(())
}
