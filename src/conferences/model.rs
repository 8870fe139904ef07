//! Rows of conferences, areas and categories.

use diesel::prelude::*;
use jiff::tz::TimeZone;

use crate::clock::{Day, Moment};
use crate::ids::{AccountId, AreaId, CategoryId, ConferenceId, DelegationId, DutyId, OpeningId};
use crate::language::{Language, Localized};
use crate::mail::{ConferenceHead, Letterhead};
use crate::schema::{area, category, category_clearance, conference, opening};
use crate::web::{ConferenceLine, Site};

crate::text_enum! {
    /// What somebody does at a conference.
    pub enum DutyKind {
        Organiser = "organiser",
        AccreditationOfficer = "accreditation_officer",
        SecurityAuthority = "security_authority",
        PassDesk = "pass_desk",
        GateStaff = "gate_staff",
        GateSupervisor = "gate_supervisor",
        ProgrammeManager = "programme_manager",
        ExhibitionManager = "exhibition_manager",
        /// Reads everything that staff read, changes nothing.
        Observer = "observer",
    }
}

crate::text_enum! {
    /// The pattern over a category's colour, for people who cannot tell colours apart.
    pub enum Pattern {
        Plain = "plain",
        Line = "line",
        Cross = "cross",
        Dot = "dot",
        Diagonal = "diagonal",
        Wave = "wave",
    }
}

crate::text_enum! {
    /// How a category's badge reaches its person.
    pub enum Delivery {
        /// A mailed collection code is exchanged at the pass desk.
        Collect = "collect",
        PrintAtHome = "print_at_home",
        Digital = "digital",
    }
}

crate::text_enum! {
    /// Whose yes an application needs.
    pub enum ClearanceKind {
        /// The accreditation unit: the papers are complete and fit the person.
        Documents = "documents",
        /// The host's security authority.
        Security = "security",
        Protocol = "protocol",
    }
}

impl DutyKind {
    /// The key of its name: `duty-gate-staff`.
    pub fn key(self) -> String {
        format!("duty-{}", self.as_str().replace('_', "-"))
    }
}

impl Delivery {
    /// The key of its name: `delivery-print-at-home`.
    pub fn key(self) -> String {
        format!("delivery-{}", self.as_str().replace('_', "-"))
    }
}

impl ClearanceKind {
    /// The key of its name: `clearance-documents`.
    pub fn key(self) -> String {
        format!("clearance-{}", self.as_str())
    }
}

/// A conference as most pages need it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = conference)]
pub struct Conference {
    pub id: ConferenceId,
    /// The number that stands in badge codes.
    pub number: i16,
    pub slug: String,
    pub name: Localized,
    pub place: Localized,
    pub venue: Localized,
    pub starts_on: Day,
    pub ends_on: Day,
    pub time_zone: String,
    pub languages: Vec<String>,
    pub accent: String,
    pub contact_email: String,
    pub nomination_opens_at: Moment,
    pub nomination_closes_at: Moment,
    pub confirmation_closes_at: Moment,
    pub badges_valid_from: Day,
    pub badges_valid_until: Day,
    pub documents_purge_on: Day,
    pub demonstration: bool,
    pub version: i32,
    /// What the public page says in the organisers' own words.
    pub information: Localized,
}

impl Conference {
    /// The zone that decides the conference's days and hours.
    pub fn zone(&self) -> TimeZone {
        // Forms refuse zones that do not exist; should the database know a newer one, UTC is the honest fallback.
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// The zone as people read it by itself: its place, or where it is that of no place `Conference time, UTC+7`.
    pub fn zone_name(&self, language: Language) -> String {
        self.zone_words(language, "conference-own-time")
    }

    /// The zone inside a sentence, as the owner of clocks: `Asia/Ho Chi Minh`, `the conference (UTC+7)`.
    pub fn whose_clocks(&self, language: Language) -> String {
        self.zone_words(language, "conference-own-clocks")
    }

    fn zone_words(&self, language: Language, placeless: &str) -> String {
        match placeless_zone(&self.time_zone) {
            Some(offset) => language.with(placeless, &[("offset", offset.into())]),
            None => self.time_zone.replace('_', " "),
        }
    }

    /// The conference as the head of a page names it.
    pub fn line(&self, language: Language) -> ConferenceLine {
        ConferenceLine {
            slug: self.slug.clone(),
            name: self.name.in_language(language).to_owned(),
            place: self.place.in_language(language).to_owned(),
            accent: self.accent.clone(),
        }
    }

    /// The letterhead of the conference's mails, for a reader of this language.
    pub fn letterhead(&self, site: &Site, language: Language) -> Letterhead {
        Letterhead::new(site, language).of_conference(ConferenceHead {
            id: self.id,
            slug: self.slug.clone(),
            name: self.name.in_language(language).to_owned(),
            place: self.place.in_language(language).to_owned(),
            dates: language.date_range(self.starts_on, self.ends_on),
            accent: self.accent.clone(),
            contact: self.contact_email.clone(),
        })
    }

    /// What an organiser says about it, as it stands.
    pub fn particulars(&self) -> Particulars {
        Particulars {
            name: self.name.clone(),
            place: self.place.clone(),
            venue: self.venue.clone(),
            information: self.information.clone(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            time_zone: self.time_zone.clone(),
            languages: self.languages.clone(),
            accent: self.accent.clone(),
            contact_email: self.contact_email.clone(),
        }
    }

    /// Whether nominations are open at a moment: from the opening until before the close.
    pub fn nomination_is_open(&self, now: Moment) -> bool {
        self.nomination_opens_at <= now && now < self.nomination_closes_at
    }
}

/// The difference from universal time of a zone that belongs to no place (`UTC+7`); nothing for one that does.
pub fn placeless_zone(name: &str) -> Option<String> {
    // The database of zones counts these from the other side: `Etc/GMT-4` is four hours ahead.
    let hours = name.strip_prefix("Etc/GMT")?;
    Some(match hours.split_at_checked(1) {
        Some(("-", ahead)) => format!("UTC+{ahead}"),
        Some(("+", behind)) => format!("UTC\u{2212}{behind}"),
        _ => "UTC".to_owned(),
    })
}

/// A place with a boundary.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = area)]
pub struct Area {
    pub id: AreaId,
    pub code: String,
    pub name: Localized,
    pub parent_id: Option<AreaId>,
    pub zone_bit: Option<i16>,
    pub badge_label: String,
    pub capacity: Option<i32>,
    pub ordinal: i32,
    pub version: i32,
    /// Open only to people who hold a pass for it.
    pub by_pass: bool,
    /// So many people of one delegation at a time; None: nobody counts.
    pub delegation_capacity: Option<i32>,
}

/// A kind of badge.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = category)]
pub struct Category {
    pub id: CategoryId,
    /// The number that stands in badge codes.
    pub number: i16,
    pub letter: String,
    pub name: Localized,
    /// `#rrggbb`
    pub colour: String,
    pub pattern: Pattern,
    pub delivery: Delivery,
    pub default_quota: Option<i32>,
    pub counts_toward_quota: bool,
    pub open_to_self_registration: bool,
    /// Under which delegation people are entered who register themselves, and until when they can.
    pub registers_under: Option<DelegationId>,
    pub registration_closes_at: Option<Moment>,
    pub portrait_required: bool,
    pub document_required: bool,
    pub ordinal: i32,
    pub version: i32,
}

impl Category {
    /// Whether people can register themselves in it now.
    pub fn is_open_to_registration(&self, now: Moment) -> bool {
        self.open_to_self_registration && self.registration_closes_at.is_some_and(|closes| now < closes)
    }
}

/// When a category may be in an area: half-open.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = opening)]
pub struct Opening {
    pub id: OpeningId,
    pub category_id: CategoryId,
    pub area_id: AreaId,
    pub opens_at: Moment,
    pub closes_at: Moment,
}

/// One authority's yes that a category needs. Those of the same step are sought in parallel, steps in order.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = category_clearance)]
pub struct CategoryClearance {
    pub category_id: CategoryId,
    pub kind: ClearanceKind,
    pub step: i16,
}

/// Somebody's duty, with who they are.
#[derive(Clone, Debug, Queryable)]
pub struct DutyLine {
    pub id: DutyId,
    pub kind: DutyKind,
    pub given_at: Moment,
    #[allow(dead_code, reason = "a line of the query")]
    pub account: AccountId,
    pub name: String,
    pub email: String,
}

/// What an organiser says about a conference.
#[derive(Clone, Debug, PartialEq)]
pub struct Particulars {
    pub name: Localized,
    pub place: Localized,
    pub venue: Localized,
    pub information: Localized,
    pub starts_on: Day,
    pub ends_on: Day,
    /// IANA name of the zone that decides days and hours.
    pub time_zone: String,
    /// Codes of shipped languages.
    pub languages: Vec<String>,
    pub accent: String,
    pub contact_email: String,
}

/// What an organiser says about a category.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryWish {
    pub letter: String,
    pub name: Localized,
    pub colour: String,
    pub pattern: Pattern,
    pub delivery: Delivery,
    pub default_quota: Option<i32>,
    pub counts_toward_quota: bool,
    pub portrait_required: bool,
    pub document_required: bool,
    pub ordinal: i32,
    /// Whose yes it needs, and at which step; at least one.
    pub clearances: Vec<(ClearanceKind, i16)>,
}

/// What an organiser says about an area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaWish {
    pub code: String,
    pub name: Localized,
    pub parent_id: Option<AreaId>,
    pub zone_bit: Option<i16>,
    pub badge_label: String,
    pub capacity: Option<i32>,
    pub ordinal: i32,
    pub by_pass: bool,
    pub delegation_capacity: Option<i32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_of_no_place_is_its_difference() {
        let of = |name| placeless_zone(name);
        assert_eq!(of("Etc/GMT-7").as_deref(), Some("UTC+7"));
        assert_eq!(of("Etc/GMT+3").as_deref(), Some("UTC\u{2212}3"));
        assert_eq!(of("Etc/GMT").as_deref(), Some("UTC"));
        assert_eq!(of("Asia/Ho_Chi_Minh"), None);
    }
}
