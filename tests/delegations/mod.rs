mod adding;
mod admission;
mod answering;
mod appointing;
mod colleagues;
mod importing;
mod letters;
mod listing;
mod places;
mod reminding;
mod strangers;

use plenipo::conferences::DutyKind;
use plenipo::delegations::{Delegation, delegations};
use plenipo::ids::CategoryId;

use crate::support::people::Stage;
use crate::support::{Browser, World};

/// A world whose organiser, Chi, is at work.
async fn organiser() -> (World, Stage, Browser) {
    let (world, stage) = World::new().await;
    let browser = world.on_duty(&stage, "chi@example.org", DutyKind::Organiser).await;
    (world, stage, browser)
}

/// Every delegation of the conference, by key.
async fn listed(world: &World, stage: &Stage) -> Vec<Delegation> {
    let mut c = world.db().connection().await.unwrap();
    delegations(&mut c, stage.conference).await.unwrap()
}

async fn by_key(world: &World, stage: &Stage, key: &str) -> Delegation {
    let found = listed(world, stage).await.into_iter().find(|one| one.key == key);
    found.unwrap_or_else(|| panic!("no delegation has the key {key}"))
}

/// How many places a delegation has in a category, and how many are taken.
async fn places(world: &World, of: &Delegation, category: CategoryId) -> Option<(i32, i32)> {
    let mut c = world.db().connection().await.unwrap();
    let quotas = plenipo::delegations::quotas(&mut c, of.conference_id, of.id).await.unwrap();
    quotas.into_iter().find(|one| one.category_id == category).map(|one| (one.cap, one.used))
}
