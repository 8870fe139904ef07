//! Rooms, sessions, the first release, and the stands.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::bodies::Body;
use super::stage::{Stage, both};
use crate::db::Connection;
use crate::delegations::DelegationKind;
use crate::ids::*;
use crate::language::Localized;
use crate::programme::{SessionKind, SessionStatus};
use crate::schema::*;
use crate::web::Answer;

/// English, French, seats, area.
const ROOMS: &[(&str, &str, i32, usize)] = &[
    ("Plenary hall", "Salle plénière", 1200, 2),
    ("Room 1", "Salle 1", 180, 1),
    ("Room 2", "Salle 2", 180, 1),
    ("Room 3", "Salle 3", 120, 1),
    ("Room 4", "Salle 4", 90, 1),
    ("Room 5", "Salle 5", 90, 1),
    ("Room 6", "Salle 6", 60, 1),
    ("Press room", "Salle de presse", 150, 4),
];

/// What fills the plenary hall: day, from, until, kind, meeting number, English, French.
type Sitting = (i32, (i8, i8), (i8, i8), SessionKind, &'static str, &'static str, &'static str);

const SITTINGS: &[Sitting] = &[
    (0, (9, 0), (10, 0), SessionKind::Opening, "1", "Opening ceremony", "Cérémonie d'ouverture"),
    (
        0,
        (10, 15),
        (12, 45),
        SessionKind::Signing,
        "2",
        "Opening for signature, first sitting",
        "Ouverture à la signature, première séance",
    ),
    (0, (14, 0), (18, 0), SessionKind::HighLevelDebate, "3", "High-level debate", "Débat de haut niveau"),
    (
        1,
        (9, 0),
        (11, 30),
        SessionKind::HighLevelDebate,
        "4",
        "High-level debate, continued",
        "Débat de haut niveau (suite)",
    ),
    (
        1,
        (11, 45),
        (13, 0),
        SessionKind::Signing,
        "5",
        "Opening for signature, second sitting",
        "Ouverture à la signature, deuxième séance",
    ),
    (1, (15, 0), (17, 30), SessionKind::Plenary, "6", "Closing plenary", "Séance plénière de clôture"),
];

/// Eight discussions, then thirty-eight workshops.
const TOPICS: &[(&str, &str)] = &[
    ("Ransomware and health care", "Rançongiciels et santé"),
    ("Electronic evidence in practice", "La preuve électronique en pratique"),
    ("Protecting children online", "Protéger les enfants en ligne"),
    ("Safeguards and human rights", "Garanties et droits humains"),
    ("Technical assistance that lasts", "Une assistance technique durable"),
    ("The private sector's part", "La part du secteur privé"),
    ("Victims first", "Les victimes d'abord"),
    ("From signature to ratification", "De la signature à la ratification"),
    ("24/7 networks in practice", "Les réseaux 24/7 en pratique"),
    ("Crypto-asset tracing for small teams", "Tracer les crypto-actifs en petite équipe"),
    ("Electronic evidence across borders", "La preuve électronique au-delà des frontières"),
    ("Capacity building in the Pacific", "Renforcer les capacités dans le Pacifique"),
    ("Human rights safeguards, article by article", "Les garanties article par article"),
    ("Women in cybercrime units", "Les femmes dans les unités de cybercriminalité"),
    ("Phishing kits and how they fall", "Les kits d'hameçonnage et leur chute"),
    ("Mutual legal assistance in hours", "L'entraide judiciaire en quelques heures"),
    ("Preserving data lawfully", "Conserver les données dans les règles"),
    ("Business e-mail compromise", "La fraude au virement"),
    ("Hospitals under attack: an exercise", "Hôpitaux attaqués : un exercice"),
    ("Digital forensics on a budget", "La criminalistique numérique à petit budget"),
    ("Training prosecutors", "Former les procureurs"),
    ("Training judges", "Former les juges"),
    ("Language barriers in joint cases", "Les barrières de langue dans les enquêtes communes"),
    ("Open-source investigation ethics", "Éthique de l'enquête en sources ouvertes"),
    ("Reporting portals that people use", "Des portails de signalement utilisés"),
    ("Money mules and young people", "Les mules et les jeunes"),
    ("Seizing and managing crypto-assets", "Saisir et gérer les crypto-actifs"),
    ("Critical infrastructure of small islands", "Infrastructures critiques des petites îles"),
    ("Botnets: from sinkhole to courtroom", "Réseaux zombies : du piège au tribunal"),
    ("Incident response with the police", "Répondre aux incidents avec la police"),
    ("Data protection in police work", "La protection des données dans la police"),
    ("Scam compounds and trafficking", "Centres d'escroquerie et traite"),
    ("Sextortion: law and support", "Sextorsion : droit et soutien"),
    ("Artificial intelligence in fraud", "L'intelligence artificielle dans la fraude"),
    ("Domain names and abuse", "Noms de domaine et abus"),
    ("Standards for digital evidence", "Normes de la preuve numérique"),
    ("Regional centres compared", "Comparer les centres régionaux"),
    ("Model laws for the convention", "Lois types pour la convention"),
    ("Drafting declarations and reservations", "Rédiger déclarations et réserves"),
    ("National points of contact: a handbook", "Points de contact nationaux : un guide"),
    ("Statistics that compare", "Des statistiques comparables"),
    ("Community policing online", "La police de proximité en ligne"),
    ("Whistle-blowers and researchers", "Lanceurs d'alerte et chercheurs"),
    ("Public awareness that works", "Sensibiliser avec effet"),
    ("Youth panel: what we expect", "Panel des jeunes : nos attentes"),
    ("Funding cyber units", "Financer les unités cyber"),
];

const DISCUSSIONS: usize = 8;

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage, bodies: &[Body]) -> Answer<()> {
    let rooms = insert_rooms(c, stage).await?;
    for (place, (day, from, until, kind, number, english, french)) in SITTINGS.iter().enumerate() {
        let plan = Plan {
            key: format!("sitting-{}", place + 1),
            kind: *kind,
            number: Some((*number).to_owned()),
            title: both(english, french),
            room: rooms[0],
            day: *day,
            from: *from,
            until: *until,
            organiser: None,
            interpretation: "ar zh en fr ru es",
        };
        insert_session(c, setting, stage, &plan).await?;
    }
    let organisers: Vec<&Body> = bodies.iter().filter(|body| !body.is_invented()).collect();
    let slots: &[((i8, i8), (i8, i8))] =
        &[((9, 0), (10, 15)), ((10, 30), (11, 45)), ((14, 0), (15, 15)), ((15, 30), (16, 45))];
    for (place, (english, french)) in TOPICS.iter().enumerate() {
        // Six rooms, four slots and two days hold all of them without a clash.
        let (room, slot, day) = (1 + place % 6, (place / 6) % 4, (place / 24) as i32);
        let discussion = place < DISCUSSIONS;
        let plan = Plan {
            key: format!("topic-{:02}", place + 1),
            kind: if discussion { SessionKind::Discussion } else { SessionKind::Workshop },
            number: None,
            title: both(english, french),
            room: rooms[room],
            day,
            from: slots[slot].0,
            until: slots[slot].1,
            organiser: organisers.get(place * 2 % organisers.len().max(1)).map(|body| body.id),
            interpretation: if discussion { "en fr es" } else { "en" },
        };
        insert_session(c, setting, stage, &plan).await?;
    }
    for day in 0..2 {
        let plan = Plan {
            key: format!("press-{}", day + 1),
            kind: SessionKind::PressConference,
            number: None,
            title: both("Press conference", "Conférence de presse"),
            room: rooms[7],
            day,
            from: (13, 0),
            until: (13, 45),
            organiser: None,
            interpretation: "en fr",
        };
        insert_session(c, setting, stage, &plan).await?;
    }
    release(c, setting, stage).await?;
    stands(c, setting, stage, bodies).await
}

async fn insert_rooms(c: &mut Connection, stage: &Stage) -> Answer<Vec<MeetingRoomId>> {
    let mut ids = Vec::new();
    for (place, (english, french, seats, area)) in (0_i32..).zip(ROOMS) {
        let id = MeetingRoomId::new();
        diesel::insert_into(meeting_room::table)
            .values((
                meeting_room::id.eq(id),
                meeting_room::conference_id.eq(stage.conference),
                meeting_room::code.eq(english.to_lowercase().replace(' ', "-")),
                meeting_room::name.eq(both(english, french)),
                meeting_room::area_id.eq(stage.areas[*area]),
                meeting_room::capacity.eq(*seats),
                meeting_room::ordinal.eq(place),
            ))
            .execute(c)
            .await?;
        ids.push(id);
    }
    Ok(ids)
}

struct Plan {
    key: String,
    kind: SessionKind,
    number: Option<String>,
    title: Localized,
    room: MeetingRoomId,
    day: i32,
    from: (i8, i8),
    until: (i8, i8),
    organiser: Option<DelegationId>,
    interpretation: &'static str,
}

async fn insert_session(c: &mut Connection, setting: &Setting, stage: &Stage, plan: &Plan) -> Answer<()> {
    diesel::insert_into(session::table)
        .values((
            session::id.eq(SessionId::new()),
            session::conference_id.eq(stage.conference),
            session::key.eq(&plan.key),
            session::kind.eq(plan.kind),
            session::official_number.eq(&plan.number),
            session::title.eq(&plan.title),
            session::room_id.eq(plan.room),
            session::starts_at.eq(setting.at(plan.day, plan.from.0, plan.from.1)),
            session::ends_at.eq(setting.at(plan.day, plan.until.0, plan.until.1)),
            session::interpretation.eq(plan.interpretation.split(' ').collect::<Vec<_>>()),
            session::webcast.eq(plan.number.is_some()),
            session::status.eq(SessionStatus::Confirmed),
            session::organiser_id.eq(plan.organiser),
            session::changed_at.eq(setting.at(-5, 9, 0)),
        ))
        .execute(c)
        .await?;
    Ok(())
}

async fn release(c: &mut Connection, setting: &Setting, stage: &Stage) -> Answer<()> {
    let by = crate::accounts::find_or_make_account(
        c,
        "organiser@hanoi.example",
        "L. Ferreira",
        Some("en"),
        setting.at(-100, 9, 0),
    )
    .await?;
    crate::programme::release_as(c, stage.conference, by, "Release 1", setting.at(-1, 17, 0)).await?;
    Ok(())
}

/// Four rows of six stands, held by invented companies.
async fn stands(c: &mut Connection, setting: &Setting, stage: &Stage, bodies: &[Body]) -> Answer<()> {
    let hall_id = HallId::new();
    diesel::insert_into(hall::table)
        .values((
            hall::id.eq(hall_id),
            hall::conference_id.eq(stage.conference),
            hall::code.eq("exhibition-hall"),
            hall::name.eq(both("Exhibition hall", "Hall d'exposition")),
            hall::area_id.eq(stage.areas[5]),
        ))
        .execute(c)
        .await?;
    let shows: &[(&str, &str)] = &[
        ("Forensic workstations", "Postes d'analyse"),
        ("Secure case files", "Dossiers sécurisés"),
        ("Training ranges", "Terrains d'exercice"),
        ("Evidence lockers", "Coffres à preuves"),
        ("Incident hotlines", "Lignes d'urgence"),
        ("Translation of chat logs", "Traduction de messages"),
    ];
    let companies: Vec<&Body> = bodies.iter().filter(|body| body.kind == DelegationKind::Company).collect();
    let mut rows = Vec::new();
    for place in 0..24_usize {
        let (english, french) = shows[place % shows.len()];
        rows.push((
            stand::id.eq(StandId::new()),
            stand::conference_id.eq(stage.conference),
            stand::hall_id.eq(hall_id),
            stand::number.eq(format!("{}{}", ["A", "B", "C", "D"][place / 6], place % 6 + 1)),
            stand::square_metres.eq([9.0, 12.0, 18.0][place % 3]),
            stand::power_watts.eq([1500, 3000, 5000][place % 3]),
            stand::holder_id.eq(companies.get(place % 22).filter(|_| place < 22).map(|body| body.id)),
            stand::headline.eq(if place < 22 { both(english, french) } else { Localized::default() }),
            stand::set_up_from.eq(setting.at(-1, 8, 0)),
            stand::set_up_until.eq(setting.at(-1, 20, 0)),
            stand::dismantle_from.eq(setting.at(1, 18, 0)),
            stand::dismantle_until.eq(setting.at(2, 14, 0)),
            stand::ordinal.eq(i32::try_from(place).unwrap_or(0)),
        ));
    }
    diesel::insert_into(stand::table).values(rows).execute(c).await?;
    Ok(())
}
