//! The people: invented, with portraits, papers and a file that stands somewhere between draft and collected badge.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

use super::bodies::Body;
use super::stage::Stage;
use super::{Progress, Setting};
use crate::clock::{Day, Moment};
use crate::console::demo::chance::Chance;
use crate::console::demo::names::{Name, Sex, name};
use crate::console::demo::portraits::{appearance, files, small_files};
use crate::db::Connection;
use crate::delegations::DelegationKind;
use crate::files::Sealer;
use crate::ids::*;
use crate::language::collation::fold;
use crate::participants::SealedNumber;
use crate::schema::*;
use crate::web::{Answer, Problem};

/// How many people go in with one round of statements.
const BATCH: usize = 100;

/// The cultures of each State, as `data/states.csv` has them.
static CULTURES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let table = include_str!("../data/states.csv");
    let rows = table.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some((cells.next()?, cells.nth(2)?.split(' ').collect()))
    });
    rows.collect()
});

/// One of the cultures of a State; English where none is known.
fn culture_of(chance: &mut Chance, country: &str) -> &'static str {
    CULTURES.get(country).and_then(|cultures| chance.choice(cultures)).copied().unwrap_or("english")
}

/// Where somebody's file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Draft,
    Submitted,
    Returned,
    OnHold,
    Approved,
    Collected,
    Refused,
    Withdrawn,
    /// Collected, then revoked.
    Revoked,
}

impl Fate {
    fn status(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::OnHold => "on_hold",
            Self::Approved | Self::Collected | Self::Revoked => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Somebody who is in the database now.
#[derive(Clone, Debug)]
pub struct Made {
    pub id: ParticipantId,
    pub delegation: DelegationId,
    pub fate: Fate,
    pub badge: Option<BadgeId>,
}

impl Made {
    pub fn is_approved(&self) -> bool {
        matches!(self.fate, Fate::Approved | Fate::Collected)
    }
}

/// Somebody before they are written.
struct Draft {
    id: ParticipantId,
    body: Body,
    letter: &'static str,
    fate: Fate,
    name: Name,
    sex: Sex,
    born: Day,
    title: String,
    rank: &'static str,
    composition: &'static str,
    document: String,
    submitted: Moment,
    master: Vec<u8>,
    print: Vec<u8>,
    gate: Vec<u8>,
}

/// A State's delegate is never shown refused or suspected; invented companies and press may be.
fn fate(chance: &mut Chance, body: &Body) -> Fate {
    use Fate::{Approved, Collected, Draft, OnHold, Refused, Returned, Revoked, Submitted, Withdrawn};
    if body.is_invented() {
        return chance.weighted([
            (Collected, 720),
            (Approved, 90),
            (Submitted, 110),
            (Draft, 30),
            (Returned, 15),
            (OnHold, 10),
            (Refused, 12),
            (Withdrawn, 8),
            (Revoked, 5),
        ]);
    }
    chance.weighted([(Collected, 800), (Approved, 90), (Submitted, 80), (Draft, 30)])
}

fn draft(setting: &Setting, body: &Body, place: usize, number: u64) -> Option<Draft> {
    let mut chance = Chance::of(setting.seed, "person", number);
    let sex = if chance.likely(0.44) { Sex::Female } else { Sex::Male };
    let culture = culture_of(&mut chance, &body.country);
    let name = name(&mut chance, culture, sex);
    let age = u8::try_from(chance.between(24, 68)).unwrap_or(40);
    let is_state = matches!(body.kind, DelegationKind::State | DelegationKind::EuropeanUnion);
    let head = is_state && place == 0;
    let mut fate = fate(&mut chance, body);
    if head && fate == Fate::Draft {
        fate = Fate::Collected;
    }
    let face = appearance(&mut chance, culture, sex, age);
    // Files that officers will look at have the large picture; the crowd's master is its print.
    let (master, print, gate) = if matches!(fate, Fate::Submitted | Fate::OnHold) || head {
        let files = files(&face)?;
        (files.master, files.print, files.gate)
    } else {
        let (print, gate) = small_files(&face)?;
        (print.clone(), print, gate)
    };
    let born = setting.first.plus_days(-(i32::from(age) * 365 + chance.between(0, 364) as i32));
    let letters: Vec<(&'static str, u32)> = body.categories().to_vec();
    let letter = if head { "E" } else { pick(&mut chance, &letters) };
    let french = body.language == "fr";
    let (title, rank, composition) = function(&mut chance, body.kind, head, place, french);
    let ago = if fate == Fate::Submitted {
        chance.between(4, 2 * 24 * 60)
    } else {
        chance.between(3 * 24 * 60, 60 * 24 * 60)
    };
    Some(Draft {
        id: ParticipantId::new(),
        body: body.clone(),
        letter,
        fate,
        name,
        sex,
        born,
        title,
        rank,
        composition,
        document: format!("{}{:07}", body.country.chars().next().unwrap_or('P'), 1_000_000 + number * 37 % 8_999_999),
        submitted: setting.now.plus_seconds(-60 * ago),
        master,
        print,
        gate,
    })
}

fn pick(chance: &mut Chance, letters: &[(&'static str, u32)]) -> &'static str {
    let sum: u32 = letters.iter().map(|(_, weight)| weight).sum();
    let mut left = chance.between(1, i64::from(sum.max(1)));
    for (letter, weight) in letters {
        left -= i64::from(*weight);
        if left <= 0 {
            return letter;
        }
    }
    letters.first().map_or("D", |(letter, _)| letter)
}

fn function(
    chance: &mut Chance,
    kind: DelegationKind,
    head: bool,
    place: usize,
    french: bool,
) -> (String, &'static str, &'static str) {
    if head {
        let (english, fr, rank) = chance.pick([
            ("Minister of Justice", "Ministre de la justice", "minister"),
            ("Minister of Digital Affairs", "Ministre du numérique", "minister"),
            ("Deputy Minister of Foreign Affairs", "Vice-ministre des affaires étrangères", "vice_minister"),
            ("Ambassador, Permanent Representative", "Ambassadeur, Représentant permanent", "ambassador"),
        ]);
        return (if french { fr } else { english }.to_owned(), rank, "head");
    }
    let official = [
        ("Director, Ministry of Justice", "Directeur, Ministère de la justice", "director"),
        ("Prosecutor, Cybercrime Division", "Procureur, division de la cybercriminalité", "other"),
        ("Legal adviser", "Conseiller juridique", "other"),
        ("First Secretary", "Premier secrétaire", "other"),
        ("Counsellor", "Conseiller", "other"),
        ("Head of the computer emergency response team", "Chef du centre d'alerte informatique", "director"),
        ("Police superintendent", "Commissaire de police", "other"),
    ];
    let other = [
        ("Programme officer", "Chargé de programme", "other"),
        ("Executive director", "Directeur exécutif", "director"),
        ("Researcher", "Chercheur", "other"),
        ("Policy adviser", "Conseiller en politiques publiques", "other"),
        ("Communications officer", "Chargé de communication", "other"),
    ];
    let (english, fr, rank) = match kind {
        DelegationKind::State | DelegationKind::EuropeanUnion | DelegationKind::Observer => chance.pick(official),
        DelegationKind::Media => chance.pick([
            ("Correspondent", "Correspondant", "other"),
            ("Photographer", "Photographe", "other"),
            ("Camera operator", "Cadreur", "other"),
            ("Producer", "Producteur", "other"),
            ("Editor", "Rédacteur", "other"),
        ]),
        _ => chance.pick(other),
    };
    let composition =
        if place < 3 { "deputy" } else { chance.pick(["representative", "adviser", "adviser", "alternate", "expert"]) };
    (if french { fr } else { english }.to_owned(), rank, composition)
}

pub(super) async fn build(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    bodies: &[Body],
    sealer: Arc<Sealer>,
    progress: Progress,
) -> Answer<Vec<Made>> {
    let wanted: Vec<(Body, usize)> =
        bodies.iter().flat_map(|body| (0..body.size).map(|place| (body.clone(), place))).collect();
    let total = wanted.len();
    let mut made: Vec<Made> = Vec::with_capacity(total);
    let mut drawing = next(setting, &wanted, 0);
    while let Some(drawn) = drawing.take() {
        let batch =
            drawn.await.map_err(Problem::broken)?.ok_or_else(|| Problem::broken("a portrait could not be drawn"))?;
        // The next ones are drawn while these are written.
        drawing = next(setting, &wanted, made.len() + batch.len());
        made.extend(write(c, setting, stage, &sealer, made.len(), batch).await?);
        progress(made.len(), total);
    }
    Ok(made)
}

type Drawing = tokio::task::JoinHandle<Option<Vec<Draft>>>;

fn next(setting: &Setting, wanted: &[(Body, usize)], from: usize) -> Option<Drawing> {
    let batch: Vec<(Body, usize)> = wanted.get(from..)?.iter().take(BATCH).cloned().collect();
    if batch.is_empty() {
        return None;
    }
    let setting = setting.clone();
    Some(tokio::task::spawn_blocking(move || {
        let halves = batch.split_at(batch.len() / 2);
        let draw = |part: &[(Body, usize)], start: usize| -> Option<Vec<Draft>> {
            part.iter()
                .enumerate()
                .map(|(at, (body, place))| draft(&setting, body, *place, (start + at) as u64))
                .collect()
        };
        std::thread::scope(|scope| {
            let second = scope.spawn(|| draw(halves.1, from + halves.0.len()));
            let mut all = draw(halves.0, from)?;
            all.extend(second.join().ok()??);
            Some(all)
        })
    }))
}

async fn write(
    c: &mut Connection,
    setting: &Setting,
    stage: &Stage,
    sealer: &Sealer,
    seen: usize,
    batch: Vec<Draft>,
) -> Answer<Vec<Made>> {
    let mut pictures = Vec::new();
    let mut keys = Vec::new();
    for person in &batch {
        let print = picture(&mut pictures, stage, setting, &person.print);
        let master =
            if person.master == person.print { print } else { picture(&mut pictures, stage, setting, &person.master) };
        let gate = picture(&mut pictures, stage, setting, &person.gate);
        keys.push((master, print, gate));
    }
    write_pictures(c, &pictures).await?;
    let people: Vec<PersonId> = batch.iter().map(|_| PersonId::new()).collect();
    let rows: Vec<_> =
        people.iter().map(|id| (person::id.eq(*id), person::created_at.eq(setting.at(-90, 9, 0)))).collect();
    diesel::insert_into(person::table).values(rows).execute(c).await?;
    let mut rows = Vec::new();
    for (place, ((person, pictures), person_id)) in batch.iter().zip(&keys).zip(&people).enumerate() {
        let (category, _) = stage.category(person.letter).ok_or_else(|| Problem::broken("a category is missing"))?;
        let sealed = SealedNumber::new(sealer, person.id, &person.document);
        let reference = i32::try_from(seen + place + 1).unwrap_or(i32::MAX);
        let search = fold(&format!(
            "{} {} {} {reference} {}",
            person.name.document,
            person.name.badge,
            person.name.native.as_deref().unwrap_or_default(),
            person.title
        ));
        rows.push((
            (
                participant::id.eq(person.id),
                participant::conference_id.eq(stage.conference),
                participant::person_id.eq(*person_id),
                participant::delegation_id.eq(person.body.id),
                participant::category_id.eq(category),
                participant::reference.eq(reference),
                participant::status.eq(person.fate.status()),
                participant::family_name.eq(&person.name.family),
                participant::given_name.eq(&person.name.given),
                participant::document_name.eq(&person.name.document),
                participant::native_name.eq(person.name.native.clone().unwrap_or_default()),
                participant::badge_name.eq(&person.name.badge),
                participant::sex.eq(if person.sex == Sex::Female { "F" } else { "M" }),
                participant::birth_date.eq(person.born),
            ),
            (
                participant::nationality.eq(&person.body.country),
                participant::residence.eq(&person.body.country),
                participant::functional_title.eq(&person.title),
                participant::protocol_rank.eq(person.rank),
                participant::composition_title.eq(person.composition),
                participant::email
                    .eq(format!("p{reference}@{}.example", person.body.key.to_lowercase().replace('_', "-"))),
                participant::language.eq(&person.body.language),
                participant::document_kind.eq("passport"),
                participant::document_country.eq(&person.body.country),
                participant::document_expires_on.eq(setting.first.plus_days(400 + reference % 1500)),
            ),
            (
                participant::document_number_sealed.eq(sealed.as_ref().map(|number| number.sealed.clone())),
                participant::document_number_digest.eq(sealed.as_ref().map(|number| number.digest.clone())),
                participant::document_number_hint.eq(sealed.as_ref().map(|number| number.hint.clone())),
                participant::portrait_file_id.eq(pictures.0),
                participant::portrait_print_file_id.eq(pictures.1),
                participant::portrait_gate_file_id.eq(pictures.2),
                participant::public_list.eq(reference % 3 != 0),
                participant::consent_notice.eq("2026-1"),
                participant::consent_at.eq(person.submitted),
                participant::ordinal.eq(reference),
                participant::search.eq(search),
                participant::submitted_at.eq((person.fate != Fate::Draft).then_some(person.submitted)),
                participant::created_at.eq(person.submitted),
                participant::changed_at.eq(person.submitted),
            ),
        ));
    }
    diesel::insert_into(participant::table).values(rows).execute(c).await?;
    write_clearances(c, setting, stage, &batch).await?;
    write_badges(c, setting, stage, &batch).await
}

struct Picture {
    id: FileId,
    conference: ConferenceId,
    at: Moment,
    bytes: Vec<u8>,
}

fn picture(pictures: &mut Vec<Picture>, stage: &Stage, setting: &Setting, bytes: &[u8]) -> FileId {
    let id = FileId::new();
    pictures.push(Picture { id, conference: stage.conference, at: setting.at(-60, 9, 0), bytes: bytes.to_vec() });
    id
}

async fn write_pictures(c: &mut Connection, pictures: &[Picture]) -> Answer<()> {
    let heads: Vec<_> = pictures
        .iter()
        .map(|picture| {
            (
                stored_file::id.eq(picture.id),
                stored_file::conference_id.eq(picture.conference.0),
                stored_file::kind.eq("portrait"),
                stored_file::name.eq("portrait.jpg"),
                stored_file::media_type.eq("image/jpeg"),
                stored_file::size.eq(picture.bytes.len() as i64),
                stored_file::digest.eq(Sha256::digest(&picture.bytes).to_vec()),
                stored_file::sealed.eq(false),
                stored_file::created_at.eq(picture.at),
            )
        })
        .collect();
    diesel::insert_into(stored_file::table).values(heads).execute(c).await?;
    // A portrait is far smaller than a chunk.
    let chunks: Vec<_> = pictures
        .iter()
        .map(|picture| {
            (
                stored_file_chunk::file_id.eq(picture.id),
                stored_file_chunk::ordinal.eq(0),
                stored_file_chunk::content.eq(&picture.bytes),
            )
        })
        .collect();
    diesel::insert_into(stored_file_chunk::table).values(chunks).execute(c).await?;
    Ok(())
}

async fn write_clearances(c: &mut Connection, setting: &Setting, stage: &Stage, batch: &[Draft]) -> Answer<()> {
    let rows: Vec<_> = batch
        .iter()
        .filter(|person| person.fate != Fate::Draft)
        .map(|person| {
            let state = match person.fate.status() {
                "approved" => "given",
                "refused" => "refused",
                _ => "open",
            };
            (
                clearance::conference_id.eq(stage.conference),
                clearance::participant_id.eq(person.id),
                clearance::kind.eq("documents"),
                clearance::state.eq(state),
                clearance::identity_version.eq(1),
                clearance::answered_at.eq((state != "open").then(|| setting.at(-3, 10, 0))),
            )
        })
        .collect();
    diesel::insert_into(clearance::table).values(rows).execute(c).await?;
    Ok(())
}

async fn write_badges(c: &mut Connection, setting: &Setting, stage: &Stage, batch: &[Draft]) -> Answer<Vec<Made>> {
    let first: i32 = conference::table.find(stage.conference).select(conference::badges_seen).first(c).await?;
    let mut rows = Vec::new();
    let mut made = Vec::new();
    for person in batch {
        let mut one = Made { id: person.id, delegation: person.body.id, fate: person.fate, badge: None };
        let (kind, state) = match person.fate {
            Fate::Approved if matches!(person.letter, "P" | "V") => ("badge", "live"),
            Fate::Approved => ("collection_code", "live"),
            Fate::Collected => ("badge", "live"),
            Fate::Revoked => ("badge", "revoked"),
            _ => {
                made.push(one);
                continue;
            }
        };
        let id = BadgeId::new();
        let zones = stage.category(person.letter).map_or(0, |(_, zones)| zones);
        let handed = matches!(person.fate, Fate::Collected | Fate::Revoked);
        one.badge = handed.then_some(id);
        rows.push((
            badge::id.eq(id),
            badge::conference_id.eq(stage.conference),
            badge::participant_id.eq(person.id),
            badge::kind.eq(kind),
            badge::number.eq(first + i32::try_from(rows.len()).unwrap_or(0) + 1),
            badge::state.eq(state),
            badge::key_id.eq(1_i16),
            badge::valid_from.eq(setting.first.plus_days(-1)),
            badge::valid_until.eq(setting.first.plus_days(2)),
            badge::zones.eq(i32::from(zones)),
            badge::issued_at.eq(setting.at(-2, 10, 0)),
            badge::printed_at.eq(handed.then(|| setting.at(-1, 9, 0))),
            badge::prints.eq(i32::from(handed)),
            badge::handed_at.eq(handed.then(|| setting.at(-1, 15, 0))),
            badge::handed_to.eq(handed.then(|| person.name.badge.clone())),
            badge::ended_at.eq((state == "revoked").then(|| setting.at(0, 18, 0))),
        ));
        made.push(one);
    }
    let count = i32::try_from(rows.len()).unwrap_or(0);
    diesel::insert_into(badge::table).values(rows).execute(c).await?;
    diesel::update(conference::table.find(stage.conference))
        .set(conference::badges_seen.eq(first + count))
        .execute(c)
        .await?;
    Ok(made)
}
