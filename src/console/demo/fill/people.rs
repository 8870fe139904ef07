//! The people: with portraits, papers and a file that stands somewhere between draft and collected badge.

use std::sync::Arc;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::decisions::write_decisions;
use super::pictures::{Picture, write_pictures};
use super::stage::Stage;
use super::{Progress, Setting};
use crate::clock::{Day, Moment};
use crate::console::demo::cast::Cast;
use crate::console::demo::fates::{DemoFate, LATE};
use crate::console::demo::names::Sex;
use crate::console::demo::people::DemoPerson;
use crate::console::demo::portraits::{Files, files, small_files};
use crate::db::Connection;
use crate::files::Sealer;
use crate::ids::*;
use crate::language::collation::fold;
use crate::participants::SealedNumber;
use crate::schema::*;
use crate::web::{Answer, Problem};

/// How many people go in with one round of statements.
const BATCH: usize = 100;

const HOUR: i64 = 3600;

impl DemoFate {
    /// As the `participant` table has it.
    pub(super) fn status(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted { .. } | Self::Changed { .. } | Self::Late { .. } | Self::Elsewhere { .. } => "submitted",
            Self::Returned { .. } => "returned",
            Self::OnHold { .. } => "on_hold",
            Self::Approved { .. } | Self::Collected { .. } | Self::Revoked { .. } => "approved",
            Self::Refused { .. } => "refused",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// When the file was decided, if it is.
    pub(super) fn decided_at(self) -> Option<i64> {
        match self {
            Self::Draft
            | Self::Submitted { .. }
            | Self::Changed { .. }
            | Self::Late { .. }
            | Self::Elsewhere { .. } => None,
            Self::Returned { at, .. } | Self::OnHold { at } | Self::Refused { at, .. } | Self::Withdrawn { at } => {
                Some(at)
            }
            Self::Approved { at } | Self::Collected { approved: at, .. } => Some(at),
            Self::Revoked { collected, .. } => Some(collected - 60 * HOUR),
        }
    }

    /// When the file was handed in, if it was: some hours before it was decided.
    pub(super) fn submitted_at(self, place: usize) -> Option<i64> {
        match self {
            Self::Submitted { at } | Self::Changed { at, .. } | Self::Late { at, .. } | Self::Elsewhere { at, .. } => {
                Some(at)
            }
            _ => self.decided_at().map(|at| at - HOUR * (5 + (place as i64 * 7) % 60)),
        }
    }
}

/// Somebody who is in the database now; in the order of the cast.
#[derive(Clone, Debug)]
pub struct Made {
    pub id: ParticipantId,
    pub fate: DemoFate,
    /// The badge that was handed over, if one was.
    pub badge: Option<BadgeId>,
}

/// The people of one round, with their place in the cast.
pub(super) struct Batch<'a> {
    pub first: usize,
    pub people: &'a [DemoPerson],
    pub fates: &'a [DemoFate],
    pub ids: &'a [ParticipantId],
    pub delegations: Vec<DelegationId>,
}

impl Batch<'_> {
    /// Each with the file's state and key.
    pub fn rows(&self) -> impl Iterator<Item = (&DemoPerson, DemoFate, ParticipantId)> {
        self.people.iter().zip(self.fates).zip(self.ids).map(|((person, fate), id)| (person, *fate, *id))
    }
}

pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    cast: &Arc<Cast>,
    delegations: &[DelegationId],
    sealer: &Sealer,
    progress: Progress,
) -> Answer<Vec<Made>> {
    let total = cast.people.len();
    let ids: Vec<ParticipantId> = cast.people.iter().map(|_| ParticipantId::new()).collect();
    let mut made: Vec<Made> = Vec::with_capacity(total);
    let mut drawing = draw(cast, 0);
    while let Some(drawn) = drawing.take() {
        let portraits =
            drawn.await.map_err(Problem::broken)?.ok_or_else(|| Problem::broken("a portrait could not be drawn"))?;
        let (first, end) = (made.len(), made.len() + portraits.len());
        // The next ones are drawn while these are written.
        drawing = draw(cast, end);
        let batch = Batch {
            first,
            people: &cast.people[first..end],
            fates: &cast.fates[first..end],
            ids: &ids[first..end],
            delegations: cast.member_of[first..end].iter().map(|place| delegations[*place]).collect(),
        };
        write(c, setting, stage, &ids, sealer, &batch, portraits).await?;
        made.extend(write_badges(c, setting, stage, &batch).await?);
        progress(made.len(), total);
    }
    Ok(made)
}

type Drawing = tokio::task::JoinHandle<Option<Vec<Files>>>;

/// Draws the portraits of one round on two threads.
fn draw(cast: &Arc<Cast>, from: usize) -> Option<Drawing> {
    let end = (from + BATCH).min(cast.people.len());
    if from >= end {
        return None;
    }
    let cast = Arc::clone(cast);
    Some(tokio::task::spawn_blocking(move || {
        let middle = from.midpoint(end);
        let draw = |range: std::ops::Range<usize>| -> Option<Vec<Files>> {
            range.map(|place| portrait(&cast.people[place], cast.fates[place])).collect()
        };
        std::thread::scope(|scope| {
            let second = scope.spawn(|| draw(middle..end));
            let mut all = draw(from..middle)?;
            all.extend(second.join().ok()??);
            Some(all)
        })
    }))
}

/// Files that officers will look at have the large picture; the crowd's master is its print.
fn portrait(person: &DemoPerson, fate: DemoFate) -> Option<Files> {
    let appearance = person.appearance();
    if fate.waits() {
        return files(&appearance);
    }
    let (print, gate) = small_files(&appearance)?;
    Some(Files { master: Vec::new(), print, gate })
}

async fn write(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    ids: &[ParticipantId],
    sealer: &Sealer,
    batch: &Batch<'_>,
    portraits: Vec<Files>,
) -> Answer<()> {
    let mut pictures = Vec::new();
    let keys: Vec<_> = portraits
        .into_iter()
        .map(|portrait| {
            let mut keep = |bytes: Vec<u8>| {
                let picture = Picture { id: FileId::new(), bytes };
                let id = picture.id;
                pictures.push(picture);
                id
            };
            let print = keep(portrait.print);
            let master = if portrait.master.is_empty() { print } else { keep(portrait.master) };
            (master, print, keep(portrait.gate))
        })
        .collect();
    write_pictures(c, stage.conference, setting.at(-60, 9, 0), &pictures).await?;
    let people: Vec<PersonId> = batch.ids.iter().map(|_| PersonId::new()).collect();
    let rows: Vec<_> =
        people.iter().map(|id| (person::id.eq(*id), person::created_at.eq(setting.at(-90, 9, 0)))).collect();
    diesel::insert_into(person::table).values(rows).execute(c).await?;
    let mut rows = Vec::new();
    for (place, (person, fate, id)) in batch.rows().enumerate() {
        let (category, _) = stage.category(person.category).ok_or_else(|| Problem::broken("a category is missing"))?;
        let sealed = SealedNumber::new(sealer, id, &person.document.number);
        let at = batch.first + place;
        let reference = i32::try_from(at + 1).unwrap_or(i32::MAX);
        let submitted = fate.submitted_at(at).map(|seconds| setting.after(seconds));
        let created = submitted.unwrap_or(setting.at(-6, 9, 0));
        let accompanied = person.accompanies.and_then(|whom| ids.get(at - person.place + whom)).copied();
        rows.push((
            (
                participant::id.eq(id),
                participant::conference_id.eq(stage.conference),
                participant::person_id.eq(people[place]),
                participant::delegation_id.eq(batch.delegations[place]),
                participant::category_id.eq(category),
                participant::reference.eq(reference),
                participant::status.eq(fate.status()),
                participant::family_name.eq(&person.name.family),
                participant::given_name.eq(&person.name.given),
                participant::document_name.eq(&person.name.document),
                participant::native_name.eq(person.name.native.clone().unwrap_or_default()),
                participant::badge_name.eq(&person.name.badge),
                participant::sex.eq(if person.sex == Sex::Female { "F" } else { "M" }),
                participant::birth_date.eq(Day(person.birth_date)),
                participant::accompanies_id.eq(accompanied),
            ),
            (
                participant::nationality.eq(person.nationality),
                participant::residence.eq(person.residence),
                participant::honorific.eq(person.honorific),
                participant::functional_title.eq(&person.functional_title),
                participant::protocol_rank.eq(person.protocol_rank),
                participant::composition_title.eq(person.composition_title),
                participant::email.eq(&person.email),
                participant::language.eq(person.language),
                participant::document_kind.eq(person.document.kind),
                participant::document_country.eq(person.document.country),
                participant::document_expires_on.eq(Day(person.document.expires_on)),
            ),
            (
                participant::document_number_sealed.eq(sealed.as_ref().map(|number| number.sealed.clone())),
                participant::document_number_digest.eq(sealed.as_ref().map(|number| number.digest.clone())),
                participant::document_number_hint.eq(sealed.as_ref().map(|number| number.hint.clone())),
                participant::portrait_file_id.eq(keys[place].0),
                participant::portrait_print_file_id.eq(keys[place].1),
                participant::portrait_gate_file_id.eq(keys[place].2),
                participant::public_list.eq(person.consents_to_list),
                participant::consent_notice.eq("2026-1"),
                participant::consent_at.eq(created),
                participant::ordinal.eq(i32::try_from(person.place + 1).unwrap_or(i32::MAX)),
                participant::search.eq(search_of(person, reference)),
                participant::late_reason.eq(late_reason(fate, person.language)),
                participant::submitted_at.eq(submitted),
                participant::created_at.eq(created),
                participant::changed_at.eq(created),
            ),
        ));
    }
    diesel::insert_into(participant::table).values(rows).execute(c).await?;
    write_decisions(c, setting, stage, batch).await
}

/// Why somebody was nominated late, in the words of their delegation.
fn late_reason(fate: DemoFate, language: &str) -> Option<&'static str> {
    match fate {
        DemoFate::Late { reason, .. } => Some(LATE[reason][usize::from(language == "fr")]),
        _ => None,
    }
}

/// What a search for the person finds, as the form would have kept it.
fn search_of(person: &DemoPerson, reference: i32) -> String {
    fold(&format!(
        "{} {} {} {reference} {}",
        person.name.document,
        person.name.badge,
        person.name.native.as_deref().unwrap_or_default(),
        person.functional_title
    ))
}

/// The badge that a file of this state has: its kind, state, and when it was handed over.
fn badge_of(person: &DemoPerson, fate: DemoFate) -> Option<(&'static str, &'static str, Option<i64>)> {
    let at_home = matches!(person.category, 'P' | 'V');
    match fate {
        DemoFate::Approved { .. } if at_home => Some(("badge", "live", None)),
        DemoFate::Approved { .. } => Some(("collection_code", "live", None)),
        DemoFate::Collected { at, .. } => Some(("badge", "live", Some(at))),
        DemoFate::Revoked { collected, .. } => Some(("badge", "revoked", Some(collected))),
        _ => None,
    }
}

async fn write_badges(c: &mut Connection, setting: &Setting, stage: &Stage, batch: &Batch<'_>) -> Answer<Vec<Made>> {
    let first: i32 = conference::table.find(stage.conference).select(conference::badges_seen).first(c).await?;
    let mut rows = Vec::new();
    let mut made = Vec::new();
    for (person, fate, participant) in batch.rows() {
        let Some((kind, state, handed)) = badge_of(person, fate) else {
            made.push(Made { id: participant, fate, badge: None });
            continue;
        };
        let id = BadgeId::new();
        let issued: Moment = setting.after(fate.decided_at().unwrap_or_default());
        let (ended, why) = match fate {
            DemoFate::Revoked { at, reason, .. } => (Some(setting.after(at)), Some(reason)),
            _ => (None, None),
        };
        let handed = handed.map(|at| setting.after(at));
        let zones = stage.category(person.category).map_or(0, |(_, zones)| zones);
        rows.push((
            (
                badge::id.eq(id),
                badge::conference_id.eq(stage.conference),
                badge::participant_id.eq(participant),
                badge::kind.eq(kind),
                badge::number.eq(first + i32::try_from(rows.len()).unwrap_or(0) + 1),
                badge::state.eq(state),
                badge::key_id.eq(1_i16),
                badge::valid_from.eq(setting.first.plus_days(-1)),
                badge::valid_until.eq(setting.first.plus_days(2)),
                badge::zones.eq(i32::from(zones)),
                badge::issued_at.eq(issued),
                badge::issued_by.eq(stage.officer),
            ),
            (
                badge::printed_at.eq(handed.map(|at| at.plus_seconds(-150))),
                badge::prints.eq(i32::from(handed.is_some())),
                badge::handed_at.eq(handed),
                badge::handed_to.eq(handed.map(|_| person.name.badge.clone())),
                badge::ended_at.eq(ended),
                badge::ended_reason.eq(why),
            ),
        ));
        made.push(Made { id: participant, fate, badge: handed.map(|_| id) });
    }
    let count = i32::try_from(rows.len()).unwrap_or(0);
    diesel::insert_into(badge::table).values(rows).execute(c).await?;
    diesel::update(conference::table.find(stage.conference))
        .set(conference::badges_seen.eq(first + count))
        .execute(c)
        .await?;
    Ok(made)
}
