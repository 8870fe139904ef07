//! Delegations of the demonstration: 110 official ones, 150 organisations, the press, the host and the secretariat, each with
//! its quotas and a focal point.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::{Stage, both};
use crate::accounts::find_or_make_account;
use crate::console::demo::chance::Chance;
use crate::db::Connection;
use crate::delegations::entities::{self, Entity};
use crate::delegations::{DelegationKind, DelegationStatus};
use crate::ids::*;
use crate::language::Localized;
use crate::schema::*;
use crate::web::Answer;

/// Official delegations of the event that the demonstration follows.
const OFFICIAL: usize = 110;
const ORGANISATIONS: usize = 150;
const MEDIA: usize = 30;

/// A delegation with what its people are drawn from.
#[derive(Clone, Debug)]
pub struct Body {
    pub id: DelegationId,
    pub kind: DelegationKind,
    pub entity: Option<String>,
    /// The State whose names its people bear.
    pub country: String,
    pub language: String,
    pub key: String,
    /// How many people it has.
    pub size: usize,
}

impl Body {
    /// Invented bodies alone may be shown refused or suspected.
    pub fn is_invented(&self) -> bool {
        matches!(
            self.kind,
            DelegationKind::Company | DelegationKind::Media | DelegationKind::Ngo | DelegationKind::Academia
        )
    }

    /// The categories of its people with how likely each is.
    pub fn categories(&self) -> &'static [(&'static str, u32)] {
        match self.kind {
            DelegationKind::State | DelegationKind::EuropeanUnion => &[("D", 1)],
            DelegationKind::Observer | DelegationKind::Territory => &[("O", 1)],
            DelegationKind::Intergovernmental => &[("I", 1)],
            DelegationKind::UnBody => &[("U", 1)],
            DelegationKind::Ngo => &[("N", 1)],
            DelegationKind::Academia => &[("A", 1)],
            DelegationKind::Company => &[("B", 2), ("X", 1)],
            DelegationKind::Media => &[("P", 1)],
            DelegationKind::Host => &[("H", 4), ("K", 2), ("M", 1), ("C", 1), ("V", 3)],
            DelegationKind::Secretariat => &[("S", 5), ("L", 2)],
        }
    }
}

struct Draft {
    kind: DelegationKind,
    entity: Option<String>,
    country: String,
    language: &'static str,
    key: String,
    name: Localized,
    formal: Localized,
    region: Option<String>,
    weight: usize,
}

/// States that come, the same for the same seed; Samoa and the host always do.
fn official(setting: &Setting) -> Vec<Draft> {
    let mut chance = Chance::of(setting.seed, "official delegations", 0);
    let fixed = [
        "VN", "WS", "EU", "VA", "PS", "CI", "TR", "NA", "NO", "SO", "UA", "FR", "GB", "CN", "ID", "SA", "BR", "ZA",
        "EC",
    ];
    let mut chosen: Vec<&Entity> = fixed.iter().filter_map(|code| entities::by_code(code)).collect();
    let mut others: Vec<&Entity> =
        entities::all().iter().filter(|entity| entity.is_state() && !fixed.contains(&entity.alpha2.as_str())).collect();
    chance.shuffle(&mut others);
    chosen.extend(others.into_iter().take(OFFICIAL.saturating_sub(chosen.len())));
    chosen
        .into_iter()
        .map(|entity| {
            let french = [
                "FR", "CI", "SN", "BE", "LU", "MC", "ML", "NE", "TG", "BJ", "GA", "CD", "CG", "CM", "DZ", "MA", "TN",
                "HT", "MG",
            ];
            let kind = match entity.alpha2.as_str() {
                "EU" => DelegationKind::EuropeanUnion,
                "VA" | "PS" => DelegationKind::Observer,
                _ => DelegationKind::State,
            };
            Draft {
                kind,
                entity: Some(entity.alpha2.clone()),
                country: if kind == DelegationKind::EuropeanUnion { "BE".into() } else { entity.alpha2.clone() },
                language: if french.contains(&entity.alpha2.as_str()) { "fr" } else { "en" },
                key: entity.alpha3.clone(),
                name: both(entity.short("en"), entity.short("fr")),
                formal: both(entity.formal("en"), entity.formal("fr")),
                region: <[_]>::first(&entity.groups).map(|(group, _)| format!("{group:?}").to_lowercase()),
                weight: chance.between(6, 16) as usize,
            }
        })
        .collect()
}

const THEMES: &[(&str, &str)] = &[
    ("Digital Rights", "des droits numériques"),
    ("Cyber Peace", "de la cyberpaix"),
    ("Safer Childhood Online", "de l'enfance en ligne"),
    ("Open Networks", "des réseaux ouverts"),
    ("Electronic Evidence", "de la preuve électronique"),
    ("Privacy", "de la vie privée"),
    ("Internet Safety", "de la sûreté d'Internet"),
    ("Data Justice", "de la justice des données"),
    ("Secure Payments", "des paiements sûrs"),
    ("Trusted Software", "du logiciel de confiance"),
    ("Resilient Hospitals", "des hôpitaux résilients"),
    ("Digital Skills", "des compétences numériques"),
    ("Women in Security", "des femmes dans la sécurité"),
    ("Island Connectivity", "de la connectivité insulaire"),
    ("Public Prosecutors", "des procureurs"),
];

const PLACES: &[(&str, &str, &str)] = &[
    ("Mekong", "du Mékong", "TH"),
    ("Andean", "andin", "PE"),
    ("Sahel", "du Sahel", "SN"),
    ("Baltic", "balte", "EE"),
    ("Pacific", "du Pacifique", "FJ"),
    ("Nordic", "nordique", "FI"),
    ("Levant", "du Levant", "JO"),
    ("Caribbean", "des Caraïbes", "JM"),
    ("Alpine", "alpin", "CH"),
    ("Great Lakes", "des Grands Lacs", "RW"),
    ("Silk Road", "de la Route de la soie", "UZ"),
    ("Atlantic", "atlantique", "PT"),
];

/// Invented bodies, none of them twice: a place, a theme, a form.
fn invented(setting: &Setting) -> Vec<Draft> {
    let mut chance = Chance::of(setting.seed, "organisations", 0);
    let kinds = [
        (DelegationKind::Ngo, 55, "Network for", "Réseau"),
        (DelegationKind::Academia, 25, "Institute for", "Institut"),
        (DelegationKind::Company, 45, "Systems for", "Systèmes"),
        (DelegationKind::Intergovernmental, 15, "Organisation for", "Organisation"),
        (DelegationKind::UnBody, 10, "Programme for", "Programme"),
        (DelegationKind::Media, MEDIA, "Post on", "Courrier"),
    ];
    let mut pairs: Vec<(usize, usize)> =
        (0..PLACES.len()).flat_map(|place| (0..THEMES.len()).map(move |theme| (place, theme))).collect();
    chance.shuffle(&mut pairs);
    let mut pairs = pairs.into_iter();
    let mut drafts = Vec::new();
    for (kind, count, english, french) in kinds {
        for number in 1..=count {
            let Some((place, theme)) = pairs.next() else { break };
            let ((place_en, place_fr, country), (theme_en, theme_fr)) = (PLACES[place], THEMES[theme]);
            drafts.push(Draft {
                kind,
                entity: None,
                country: country.to_owned(),
                language: if matches!(country, "SN" | "CH" | "RW") { "fr" } else { "en" },
                key: format!("{}-{number:02}", kind.as_str()),
                name: both(&format!("{place_en} {english} {theme_en}"), &format!("{french} {place_fr} {theme_fr}")),
                formal: Localized::default(),
                region: None,
                weight: chance.between(2, 6) as usize,
            });
        }
    }
    debug_assert_eq!(drafts.len(), ORGANISATIONS + MEDIA);
    drafts
}

fn hosts() -> Vec<Draft> {
    let plain = |kind, key: &str, country: &str, english: &str, french: &str, weight| Draft {
        kind,
        entity: None,
        country: country.to_owned(),
        language: "en",
        key: key.to_owned(),
        name: both(english, french),
        formal: Localized::default(),
        region: None,
        weight,
    };
    vec![
        plain(DelegationKind::Host, "host", "VN", "Host country", "Pays hôte", 130),
        plain(
            DelegationKind::Secretariat,
            "secretariat",
            "AT",
            "Conference secretariat",
            "Secrétariat de la conférence",
            110,
        ),
    ]
}

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage, people: usize) -> Answer<Vec<Body>> {
    let mut drafts = official(setting);
    drafts.extend(invented(setting));
    drafts.extend(hosts());
    let sizes = shares(&drafts.iter().map(|draft| draft.weight).collect::<Vec<_>>(), people);
    let mut bodies = Vec::new();
    for (draft, size) in drafts.into_iter().zip(sizes) {
        bodies.push(insert(c, setting, stage, draft, size).await?);
    }
    Ok(bodies)
}

/// Shares a number in the proportion of weights, to the last one.
fn shares(weights: &[usize], total: usize) -> Vec<usize> {
    let sum: usize = weights.iter().sum::<usize>().max(1);
    let mut given = 0;
    let mut running = 0;
    weights
        .iter()
        .map(|weight| {
            running += weight;
            let share = running * total / sum - given;
            given += share;
            share
        })
        .collect()
}

async fn insert(c: &mut Connection, setting: &Setting, stage: &Stage, draft: Draft, size: usize) -> Answer<Body> {
    let id = DelegationId::new();
    let answered = setting.at(-40, 10, 0);
    diesel::insert_into(delegation::table)
        .values((
            delegation::id.eq(id),
            delegation::conference_id.eq(stage.conference),
            delegation::key.eq(&draft.key),
            delegation::kind.eq(draft.kind),
            delegation::entity.eq(&draft.entity),
            delegation::name.eq(&draft.name),
            delegation::formal_name.eq(&draft.formal),
            delegation::region.eq(&draft.region),
            delegation::language.eq(draft.language),
            delegation::status.eq(DelegationStatus::Confirmed),
            delegation::expected_people.eq(i32::try_from(size).unwrap_or(0)),
            delegation::answered_at.eq(answered),
            delegation::created_at.eq(setting.at(-120, 9, 0)),
        ))
        .execute(c)
        .await?;
    let body = Body {
        id,
        kind: draft.kind,
        entity: draft.entity,
        country: draft.country,
        language: draft.language.to_owned(),
        key: draft.key,
        size,
    };
    insert_quotas(c, stage, &body).await?;
    let address = match body.entity.as_deref() {
        Some("WS") => "focal@samoa.example".to_owned(),
        _ => format!("focal@{}.example", body.key.to_lowercase().replace('_', "-")),
    };
    let account_id = find_or_make_account(c, &address, "", Some(&body.language), setting.at(-110, 9, 0)).await?;
    diesel::insert_into(focal_point::table)
        .values((
            focal_point::id.eq(FocalPointId::new()),
            focal_point::conference_id.eq(stage.conference),
            focal_point::delegation_id.eq(id),
            focal_point::account_id.eq(account_id),
            focal_point::name.eq(draft.name.in_language(*crate::language::FALLBACK)),
            focal_point::appointed_at.eq(setting.at(-110, 9, 0)),
            focal_point::invited_at.eq(setting.at(-110, 9, 0)),
        ))
        .execute(c)
        .await?;
    Ok(body)
}

async fn insert_quotas(c: &mut Connection, stage: &Stage, body: &Body) -> Answer<()> {
    let mut letters: Vec<&str> = body.categories().iter().map(|(letter, _)| *letter).collect();
    if matches!(body.kind, DelegationKind::State | DelegationKind::EuropeanUnion) {
        letters.push("E");
    }
    let cap = i32::try_from(body.size).unwrap_or(0) + 3;
    let rows: Vec<_> = letters
        .into_iter()
        .filter_map(|letter| stage.category(letter).map(|(id, _)| (letter, id)))
        .map(|(letter, id)| {
            (
                quota::conference_id.eq(stage.conference),
                quota::delegation_id.eq(body.id),
                quota::category_id.eq(id),
                quota::cap.eq(if letter == "E" { 1 } else { cap }),
            )
        })
        .collect();
    diesel::insert_into(quota::table).values(rows).execute(c).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;

    fn setting() -> Setting {
        Setting::new(&super::super::Options::default(), Moment::parse("2026-11-23T04:00:00Z").unwrap())
    }

    #[test]
    fn a_hundred_and_ten_official_delegations_and_a_hundred_and_fifty_organisations_come() {
        assert_eq!(official(&setting()).len(), OFFICIAL);
        let invented = invented(&setting());
        assert_eq!(invented.len(), ORGANISATIONS + MEDIA);
        let names: std::collections::HashSet<_> =
            invented.iter().map(|draft| draft.name.get("en").unwrap().to_owned()).collect();
        assert_eq!(names.len(), invented.len(), "no two have one name");
    }

    #[test]
    fn everybody_is_shared_out() {
        let sizes = shares(&[6, 16, 1, 130], 2500);
        assert_eq!(sizes.iter().sum::<usize>(), 2500);
    }
}
