//! People and papers: the conference most tests happen at, and who is there.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::accounts::find_or_make_account;
use plenipo::clock::Day;
use plenipo::conferences::{Delivery, DutyKind, Pattern};
use plenipo::delegations::{DelegationKind, DelegationStatus};
use plenipo::ids::*;
use plenipo::language::Localized;
use plenipo::schema::*;
use sha2::{Digest, Sha256};

use super::app::{Browser, World};

/// The conference of a world, with what tests name most.
#[derive(Clone, Debug)]
pub struct Stage {
    pub conference: ConferenceId,
    pub slug: String,
    pub delegates: CategoryId,
    pub press: CategoryId,
    pub perimeter: AreaId,
    pub plenary: AreaId,
}

fn named(text: &str) -> Localized {
    Localized::new("en", text).and("fr", text)
}

impl World {
    /// An installation with one conference: `hanoi`, 25 and 26 October 2025.
    pub async fn new() -> (Self, Stage) {
        let world = Self::empty().await;
        let stage = world.conference("hanoi", 1).await;
        (world, stage)
    }

    /// A conference with delegates (D) and press (P), a perimeter with a plenary hall in it, open all day to delegates and
    /// in the perimeter to press.
    pub async fn conference(&self, slug: &str, number: i16) -> Stage {
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        let day = |text: &str| Day::parse(text).unwrap();
        let at = |text: &str| plenipo::clock::Moment::parse(text).unwrap();
        let id = ConferenceId::new();
        diesel::insert_into(conference::table)
            .values((
                (
                    conference::id.eq(id),
                    conference::number.eq(number),
                    conference::slug.eq(slug),
                    conference::name.eq(named("Convention signing")),
                    conference::place.eq(Localized::new("en", "Hà Nội")),
                    conference::starts_on.eq(day("2025-10-25")),
                    conference::ends_on.eq(day("2025-10-26")),
                    conference::time_zone.eq("Asia/Ho_Chi_Minh"),
                    conference::languages.eq(vec!["en", "fr"]),
                ),
                (
                    conference::nomination_opens_at.eq(at("2025-06-01T00:00:00Z")),
                    conference::nomination_closes_at.eq(at("2025-11-01T00:00:00Z")),
                    conference::confirmation_closes_at.eq(at("2025-11-02T00:00:00Z")),
                    conference::badges_valid_from.eq(day("2025-10-24")),
                    conference::badges_valid_until.eq(day("2025-10-27")),
                    conference::documents_purge_on.eq(day("2025-12-31")),
                    conference::created_at.eq(self.now()),
                ),
            ))
            .execute(&mut *c)
            .await
            .unwrap();
        let mut areas: Vec<AreaId> = Vec::new();
        for (bit, code) in [(0_i16, "perimeter"), (1, "plenary-hall")] {
            let area_id = AreaId::new();
            diesel::insert_into(area::table)
                .values((
                    area::id.eq(area_id),
                    area::conference_id.eq(id),
                    area::code.eq(code),
                    area::name.eq(named(code)),
                    area::parent_id.eq(<[AreaId]>::first(&areas).copied()),
                    area::zone_bit.eq(bit),
                    area::badge_label.eq((bit + 1).to_string()),
                ))
                .execute(&mut *c)
                .await
                .unwrap();
            areas.push(area_id);
        }
        let mut categories: Vec<CategoryId> = Vec::new();
        for (letter, name, pattern, open_to) in [("D", "Delegate", Pattern::Line, 2), ("P", "Press", Pattern::Dot, 1)] {
            let category_id = CategoryId::new();
            diesel::insert_into(category::table)
                .values((
                    category::id.eq(category_id),
                    category::conference_id.eq(id),
                    category::number.eq(categories.len() as i16 + 1),
                    category::letter.eq(letter),
                    category::name.eq(named(name)),
                    category::colour.eq("#0b4f6c"),
                    category::pattern.eq(pattern),
                    category::delivery.eq(Delivery::Collect),
                ))
                .execute(&mut *c)
                .await
                .unwrap();
            diesel::insert_into(category_clearance::table)
                .values((
                    category_clearance::conference_id.eq(id),
                    category_clearance::category_id.eq(category_id),
                    category_clearance::kind.eq("documents"),
                ))
                .execute(&mut *c)
                .await
                .unwrap();
            for area_id in &areas[..open_to] {
                diesel::insert_into(opening::table)
                    .values((
                        opening::id.eq(OpeningId::new()),
                        opening::conference_id.eq(id),
                        opening::category_id.eq(category_id),
                        opening::area_id.eq(area_id),
                        opening::opens_at.eq(at("2025-10-24T00:00:00Z")),
                        opening::closes_at.eq(at("2025-10-27T17:00:00Z")),
                    ))
                    .execute(&mut *c)
                    .await
                    .unwrap();
            }
            categories.push(category_id);
        }
        Stage {
            conference: id,
            slug: slug.to_owned(),
            delegates: categories[0],
            press: categories[1],
            perimeter: areas[0],
            plenary: areas[1],
        }
    }

    /// A delegation with so many places for delegates.
    pub async fn delegation(&self, stage: &Stage, name: &str, places: i32) -> DelegationId {
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        let id = DelegationId::new();
        diesel::insert_into(delegation::table)
            .values((
                delegation::id.eq(id),
                delegation::conference_id.eq(stage.conference),
                delegation::key.eq(name),
                delegation::kind.eq(DelegationKind::Observer),
                delegation::name.eq(named(name)),
                delegation::language.eq("en"),
                delegation::status.eq(DelegationStatus::Confirmed),
                delegation::created_at.eq(self.now()),
            ))
            .execute(&mut *c)
            .await
            .unwrap();
        diesel::insert_into(quota::table)
            .values((
                quota::conference_id.eq(stage.conference),
                quota::delegation_id.eq(id),
                quota::category_id.eq(stage.delegates),
                quota::cap.eq(places),
            ))
            .execute(&mut *c)
            .await
            .unwrap();
        id
    }

    /// A browser signed in with this address; the account is made if there is none.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        let account = self.account(email).await;
        let token = format!("test-session-{}", BrowserSessionId::new());
        diesel::insert_into(browser_session::table)
            .values((
                browser_session::id.eq(BrowserSessionId::new()),
                browser_session::token_hash.eq(Sha256::digest(token.as_bytes()).to_vec()),
                browser_session::account_id.eq(account),
                browser_session::via.eq("code"),
                browser_session::created_at.eq(self.now()),
                browser_session::last_seen_at.eq(self.now()),
                browser_session::expires_at.eq(self.now().plus_seconds(7 * 24 * 3600)),
            ))
            .execute(&mut *c)
            .await
            .unwrap();
        self.stranger().with_cookie(plenipo::accounts::SESSION_COOKIE, &token)
    }

    /// The account of an address.
    pub async fn account(&self, email: &str) -> AccountId {
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        let name = email.split('@').next().unwrap_or_default();
        find_or_make_account(&mut c, email, name, Some("en"), self.now()).await.unwrap()
    }

    /// A browser of somebody on a duty.
    pub async fn on_duty(&self, stage: &Stage, email: &str, kind: DutyKind) -> Browser {
        let browser = self.signed_in(email).await;
        let account = self.account(email).await;
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        diesel::insert_into(duty::table)
            .values((
                duty::id.eq(DutyId::new()),
                duty::conference_id.eq(stage.conference),
                duty::account_id.eq(account),
                duty::kind.eq(kind),
                duty::given_at.eq(self.now()),
            ))
            .execute(&mut *c)
            .await
            .unwrap();
        browser
    }

    /// A browser of a delegation's focal point.
    pub async fn focal_point(&self, stage: &Stage, of: DelegationId, email: &str) -> Browser {
        let browser = self.signed_in(email).await;
        let account = self.account(email).await;
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        diesel::insert_into(focal_point::table)
            .values((
                focal_point::id.eq(FocalPointId::new()),
                focal_point::conference_id.eq(stage.conference),
                focal_point::delegation_id.eq(of),
                focal_point::account_id.eq(account),
                focal_point::name.eq(email),
                focal_point::appointed_at.eq(self.now()),
            ))
            .execute(&mut *c)
            .await
            .unwrap();
        browser
    }

    /// The administrator's browser.
    pub async fn administrator(&self, email: &str) -> Browser {
        let browser = self.signed_in(email).await;
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        diesel::update(account::table.filter(account::email.eq(email)))
            .set(account::administrator.eq(true))
            .execute(&mut *c)
            .await
            .unwrap();
        browser
    }
}
