//! The conference itself: categories, areas, hours, gates, and the people who run it.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::people::Made;
use crate::accounts::find_or_make_account;
use crate::clock::Moment;
use crate::conferences::{ClearanceKind, Delivery, DutyKind, Pattern};
use crate::console::demo::cast::Cast;
use crate::console::demo::fates::{ALSO_CLEARED_BY_SECURITY, DemoFate};
use crate::db::Connection;
use crate::ids::*;
use crate::language::Localized;
use crate::schema::*;
use crate::web::Answer;

/// The demonstration's short name.
pub const SLUG: &str = "hanoi";

/// Letter, English, French, colour, pattern, how many areas of [`AREAS`] it opens.
type CategoryPlan = (&'static str, &'static str, &'static str, &'static str, Pattern, &'static [usize]);

const CATEGORIES: &[CategoryPlan] = &[
    ("E", "Head of delegation", "Chef de délégation", "#6b1f3a", Pattern::Cross, &[0, 1, 2, 3, 5, 6]),
    ("D", "Delegate", "Délégué", "#0b4f6c", Pattern::Line, &[0, 1, 2, 5]),
    ("O", "Observer", "Observateur", "#3f5c2e", Pattern::Dot, &[0, 1, 2, 5]),
    ("I", "Intergovernmental", "Intergouvernemental", "#2f4b8f", Pattern::Diagonal, &[0, 1, 2, 5]),
    ("U", "United Nations", "Nations Unies", "#1f6f9f", Pattern::Plain, &[0, 1, 2, 3, 5]),
    ("S", "Secretariat", "Secrétariat", "#36454f", Pattern::Plain, &[0, 1, 2, 3, 4, 5, 6]),
    ("N", "Civil society", "Société civile", "#2d6a3f", Pattern::Diagonal, &[0, 1, 5]),
    ("A", "Academia", "Milieu universitaire", "#7a5a12", Pattern::Wave, &[0, 1, 5]),
    ("B", "Business", "Entreprise", "#5b4a8a", Pattern::Line, &[0, 1, 5]),
    ("P", "Press", "Presse", "#9a3412", Pattern::Dot, &[0, 1, 4, 5]),
    ("X", "Exhibitor", "Exposant", "#6d4c2f", Pattern::Cross, &[0, 1, 5]),
    ("H", "Host official", "Officiel du pays hôte", "#8c1c13", Pattern::Plain, &[0, 1, 2, 3, 4, 5, 6]),
    ("K", "Security", "Sécurité", "#222222", Pattern::Diagonal, &[0, 1, 2, 3, 4, 5, 6]),
    ("L", "Interpreter", "Interprète", "#006d6f", Pattern::Dot, &[0, 1, 2, 5]),
    ("M", "Medical", "Médical", "#b0003a", Pattern::Cross, &[0, 1, 2, 3, 4, 5]),
    ("C", "Contractor", "Prestataire", "#5a5a5a", Pattern::Line, &[0, 1, 5]),
    ("V", "Volunteer", "Bénévole", "#3b7d23", Pattern::Wave, &[0, 1, 5]),
    ("G", "Guest", "Invité", "#7d3c66", Pattern::Wave, &[0, 1]),
    ("F", "Overflow", "Salle annexe", "#4a6670", Pattern::Plain, &[0, 1]),
];

/// Code, English, French, label on the badge, place in this list of the area around it.
const AREAS: &[(&str, &str, &str, &str, Option<usize>)] = &[
    ("perimeter", "Perimeter", "Périmètre", "1", None),
    ("centre", "Conference centre", "Centre de conférences", "2", Some(0)),
    ("plenary-hall", "Plenary hall", "Salle plénière", "3", Some(1)),
    ("vip", "VIP lounge", "Salon d'honneur", "V", Some(1)),
    ("media-centre", "Media centre", "Centre de presse", "M", Some(1)),
    ("exhibition-hall", "Exhibition hall", "Hall d'exposition", "X", Some(1)),
    ("signing-room", "Signing room", "Salle de signature", "T", Some(1)),
];

/// People of one delegation that the plenary hall holds: its seats and the row behind.
const SEATS_OF_A_DELEGATION: i32 = 8;
/// Everybody it holds.
const SEATS_OF_THE_HALL: i32 = 1_500;

/// The stage that everything else is put on.
pub struct Stage {
    pub conference: ConferenceId,
    pub categories: Vec<(char, CategoryId, u16)>,
    pub areas: Vec<AreaId>,
    pub main_entrance: GateId,
    pub plenary_hall: GateId,
    /// Those of the main entrance, then the one of the plenary hall.
    pub lanes: Vec<DeviceId>,
    pub officer: AccountId,
    pub organiser: AccountId,
    pub security: AccountId,
}

impl Stage {
    /// The key of a category by its letter, and the areas it opens as bits of a code.
    pub fn category(&self, letter: char) -> Option<(CategoryId, u16)> {
        self.categories.iter().find(|(known, _, _)| *known == letter).map(|(_, id, zones)| (*id, *zones))
    }
}

pub(super) fn both(english: &str, french: &str) -> Localized {
    Localized::new("en", english).and("fr", french)
}

pub(super) async fn build(c: &mut Connection, setting: &Setting) -> Answer<Stage> {
    let id = insert_conference(c, setting).await?;
    let areas = insert_areas(c, id).await?;
    let categories = insert_categories(c, setting, id, &areas).await?;
    let (main_entrance, plenary_hall, lanes) = insert_gates(c, setting, id, &areas).await?;
    insert_duties(c, setting, id).await?;
    let officer = staff(c, setting, "officer@hanoi.example", "A. Mwangi").await?;
    let organiser = staff(c, setting, "organiser@hanoi.example", "L. Ferreira").await?;
    let security = staff(c, setting, "security@hanoi.example", "H. Bergström").await?;
    Ok(Stage { conference: id, categories, areas, main_entrance, plenary_hall, lanes, officer, organiser, security })
}

async fn insert_conference(c: &mut Connection, setting: &Setting) -> Answer<ConferenceId> {
    let id = ConferenceId::new();
    let last = setting.first.plus_days(1);
    diesel::insert_into(conference::table)
        .values((
            (
                conference::id.eq(id),
                conference::number.eq(1_i16),
                conference::slug.eq(SLUG),
                conference::name.eq(both("Convention signing", "Signature de la Convention")),
                conference::place.eq(both("Hà Nội", "Hanoï")),
                conference::venue.eq(both("National Convention Centre", "Centre national des congrès")),
                conference::starts_on.eq(setting.first),
                conference::ends_on.eq(last),
                conference::time_zone.eq(&setting.zone_name),
                conference::languages.eq(vec!["en", "fr"]),
                conference::accent.eq("lagoon"),
            ),
            (
                conference::contact_email.eq("secretariat@hanoi.example"),
                conference::nomination_opens_at.eq(setting.at(-120, 8, 0)),
                conference::nomination_closes_at.eq(setting.at(2, 18, 0)),
                conference::confirmation_closes_at.eq(setting.at(3, 18, 0)),
                conference::badges_valid_from.eq(setting.first.plus_days(-1)),
                conference::badges_valid_until.eq(last.plus_days(1)),
                conference::documents_purge_on.eq(last.plus_days(60)),
                conference::demonstration.eq(true),
                conference::created_at.eq(setting.at(-150, 9, 0)),
            ),
        ))
        .execute(c)
        .await?;
    Ok(id)
}

async fn insert_areas(c: &mut Connection, conference: ConferenceId) -> Answer<Vec<AreaId>> {
    let mut ids: Vec<AreaId> = Vec::new();
    for (place, (code, english, french, label, around)) in (0_i16..).zip(AREAS) {
        let id = AreaId::new();
        diesel::insert_into(area::table)
            .values((
                area::id.eq(id),
                area::conference_id.eq(conference),
                area::code.eq(code),
                area::name.eq(both(english, french)),
                area::parent_id.eq(around.and_then(|around| ids.get(around).copied())),
                area::zone_bit.eq(place),
                area::badge_label.eq(label),
                area::capacity.eq((*code == "plenary-hall").then_some(SEATS_OF_THE_HALL)),
                area::delegation_capacity.eq((*code == "plenary-hall").then_some(SEATS_OF_A_DELEGATION)),
                area::by_pass.eq(*code == "signing-room"),
                area::ordinal.eq(i32::from(place)),
            ))
            .execute(c)
            .await?;
        ids.push(id);
    }
    Ok(ids)
}

/// When an area is open to a category: the outer ones at all hours from the day before to the day after, the plenary hall
/// during the sittings.
fn hours(setting: &Setting, area: usize) -> Vec<(Moment, Moment)> {
    match area {
        2 => (0..2).map(|day| (setting.at(day, 8, 0), setting.at(day, 20, 0))).collect(),
        5 => (0..2).map(|day| (setting.at(day, 8, 0), setting.at(day, 18, 30))).collect(),
        _ => vec![(setting.at(-1, 0, 0), setting.at(3, 0, 0))],
    }
}

/// The places that a delegation begins with in the categories of its kind.
fn default_quota(letter: &str) -> Option<i32> {
    match letter {
        "E" => Some(1),
        "D" => Some(12),
        "U" => Some(8),
        "P" | "B" => Some(6),
        "O" | "I" | "N" | "A" => Some(4),
        "S" | "H" => Some(20),
        "G" => Some(2),
        _ => None,
    }
}

async fn insert_categories(
    c: &mut Connection,
    setting: &Setting,
    conference: ConferenceId,
    areas: &[AreaId],
) -> Answer<Vec<(char, CategoryId, u16)>> {
    let mut made = Vec::new();
    let mut openings = Vec::new();
    for (place, (letter, english, french, colour, pattern, opens)) in (1_i16..).zip(CATEGORIES) {
        let id = CategoryId::new();
        let delivery = if matches!(*letter, "P" | "V") { Delivery::PrintAtHome } else { Delivery::Collect };
        diesel::insert_into(category::table)
            .values((
                category::id.eq(id),
                category::conference_id.eq(conference),
                category::number.eq(place),
                category::letter.eq(letter),
                category::name.eq(both(english, french)),
                category::colour.eq(colour),
                category::pattern.eq(pattern),
                category::delivery.eq(delivery),
                category::default_quota.eq(default_quota(letter)),
                category::counts_toward_quota.eq(*letter != "F"),
                category::ordinal.eq(i32::from(place)),
            ))
            .execute(c)
            .await?;
        let security = letter.chars().any(|letter| ALSO_CLEARED_BY_SECURITY.contains(&letter));
        let asked = [(ClearanceKind::Documents, 1_i16), (ClearanceKind::Security, 2)].into_iter();
        let rows = asked.take(if security { 2 } else { 1 }).map(|(kind, step)| {
            (
                category_clearance::conference_id.eq(conference),
                category_clearance::category_id.eq(id),
                category_clearance::kind.eq(kind),
                category_clearance::step.eq(step),
            )
        });
        diesel::insert_into(category_clearance::table).values(rows.collect::<Vec<_>>()).execute(c).await?;
        for area in *opens {
            for (from, until) in hours(setting, *area) {
                openings.push((
                    opening::id.eq(OpeningId::new()),
                    opening::conference_id.eq(conference),
                    opening::category_id.eq(id),
                    opening::area_id.eq(areas[*area]),
                    opening::opens_at.eq(from),
                    opening::closes_at.eq(until),
                ));
            }
        }
        let zones = opens.iter().fold(0_u16, |zones, area| zones | 1 << area);
        made.push((letter.chars().next().unwrap_or('?'), id, zones));
    }
    diesel::insert_into(opening::table).values(openings).execute(c).await?;
    Ok(made)
}

async fn insert_gates(
    c: &mut Connection,
    setting: &Setting,
    conference: ConferenceId,
    areas: &[AreaId],
) -> Answer<(GateId, GateId, Vec<DeviceId>)> {
    let plans: [(&str, &str, &str, Option<usize>, usize, bool); 4] = [
        ("main-entrance", "Main entrance", "Entrée principale", None, 1, true),
        ("plenary-hall", "Plenary hall", "Salle plénière", Some(1), 2, true),
        ("exhibition-hall", "Exhibition hall", "Hall d'exposition", Some(1), 5, false),
        ("signing-room", "Signing room", "Salle de signature", Some(1), 6, false),
    ];
    let mut ids = Vec::new();
    for (place, (code, english, french, from, into, exit)) in (0_i32..).zip(plans) {
        let id = GateId::new();
        diesel::insert_into(gate::table)
            .values((
                gate::id.eq(id),
                gate::conference_id.eq(conference),
                gate::code.eq(code),
                gate::name.eq(both(english, french)),
                gate::from_area_id.eq(from.map(|from| areas[from])),
                gate::into_area_id.eq(areas[into]),
                gate::exit_before_reentry.eq(exit),
                gate::ordinal.eq(place),
            ))
            .execute(c)
            .await?;
        ids.push(id);
    }
    let mut lanes = Vec::new();
    let names = [("Lane 1", 0), ("Lane 2", 0), ("Lane 3", 0), ("Lane 4", 0), ("Hall door", 1)];
    for (name, gate) in names {
        let id = DeviceId::new();
        insert_device(c, setting, conference, (id, name), ids[gate]).await?;
        lanes.push(id);
    }
    Ok((ids[0], ids[1], lanes))
}

async fn insert_device(
    c: &mut Connection,
    setting: &Setting,
    conference: ConferenceId,
    (id, name): (DeviceId, &str),
    gate: GateId,
) -> Answer<()> {
    diesel::insert_into(device::table)
        .values((
            device::id.eq(id),
            device::conference_id.eq(conference),
            device::name.eq(name),
            device::created_at.eq(setting.at(-2, 9, 0)),
            device::last_seen_at.eq(setting.now),
        ))
        .execute(c)
        .await?;
    diesel::insert_into(device_gate::table)
        .values((
            device_gate::conference_id.eq(conference),
            device_gate::device_id.eq(id),
            device_gate::gate_id.eq(gate),
        ))
        .execute(c)
        .await?;
    Ok(())
}

/// The address of the delegate's seat.
pub(super) const DELEGATE: &str = "delegate@samoa.example";
/// The address of somebody who was asked to fill in their own form.
pub(super) const ASKED: &str = "sina.leavasa@samoa.example";

/// Seats that the demonstration offers, each with the address that sits there.
pub const SEATS: &[(&str, &str)] = &[
    ("focal-point", "focal@samoa.example"),
    ("officer", "officer@hanoi.example"),
    ("organiser", "organiser@hanoi.example"),
    ("pass-desk", "desk@hanoi.example"),
    ("gate", "gate@hanoi.example"),
    ("gate-supervisor", "supervisor@hanoi.example"),
    ("security", "security@hanoi.example"),
    ("programme", "programme@hanoi.example"),
    ("exhibition", "exhibition@hanoi.example"),
    ("observer", "observer@hanoi.example"),
    ("delegate", DELEGATE),
    ("form", ASKED),
    ("administrator", "administrator@hanoi.example"),
];

async fn staff(c: &mut Connection, setting: &Setting, email: &str, name: &str) -> Answer<AccountId> {
    find_or_make_account(c, email, name, Some("en"), setting.at(-100, 9, 0)).await
}

/// Appoints the people who run the conference.
async fn insert_duties(c: &mut Connection, setting: &Setting, conference: ConferenceId) -> Answer<()> {
    let duties: &[(&str, &str, &[DutyKind])] = &[
        ("officer@hanoi.example", "A. Mwangi", &[DutyKind::AccreditationOfficer]),
        (
            "organiser@hanoi.example",
            "L. Ferreira",
            &[DutyKind::Organiser, DutyKind::ProgrammeManager, DutyKind::ExhibitionManager],
        ),
        ("desk@hanoi.example", "T. Sato", &[DutyKind::PassDesk]),
        ("gate@hanoi.example", "N. Haddad", &[DutyKind::GateStaff]),
        ("supervisor@hanoi.example", "P. Novak", &[DutyKind::GateSupervisor]),
        ("security@hanoi.example", "H. Bergström", &[DutyKind::SecurityAuthority]),
        ("programme@hanoi.example", "C. Okafor", &[DutyKind::ProgrammeManager]),
        ("exhibition@hanoi.example", "M. Iliescu", &[DutyKind::ExhibitionManager]),
        ("observer@hanoi.example", "K. Lindqvist", &[DutyKind::Observer]),
        ("administrator@hanoi.example", "System administrator", &[DutyKind::Organiser]),
    ];
    for (email, name, kinds) in duties {
        let account_id = staff(c, setting, email, name).await?;
        for kind in *kinds {
            diesel::insert_into(duty::table)
                .values((
                    duty::id.eq(DutyId::new()),
                    duty::conference_id.eq(conference),
                    duty::account_id.eq(account_id),
                    duty::kind.eq(kind),
                    duty::given_at.eq(setting.at(-100, 9, 0)),
                ))
                .execute(c)
                .await?;
        }
    }
    diesel::update(account::table.filter(account::email.eq("administrator@hanoi.example")))
        .set(account::administrator.eq(true))
        .execute(c)
        .await?;
    Ok(())
}

/// Sits the demonstration's delegate: somebody of Samoa whose badge waits at the pass desk, else whoever was approved.
pub(super) async fn seat_delegate(c: &mut Connection, cast: &Cast, people: &[Made]) -> Answer<()> {
    let mut approved: Vec<&Made> = people
        .iter()
        .enumerate()
        .filter(|(place, made)| cast.delegation_of(*place).key == "state-ws" && made.fate.status() == "approved")
        .map(|(_, made)| made)
        .collect();
    approved.sort_by_key(|made| !matches!(made.fate, DemoFate::Approved { .. }));
    if let [person, ..] = approved.as_slice() {
        diesel::update(participant::table.find(person.id)).set(participant::email.eq(DELEGATE)).execute(c).await?;
    }
    Ok(())
}
