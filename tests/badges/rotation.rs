//! A key is rotated in the middle of a conference: every badge keeps the digits that its paper bears.

use plenipo::badges::badges_sheet;
use plenipo::conferences::{DutyKind, conference_by_id};
use plenipo::files::Cell;
use plenipo::ids::ParticipantId;

use super::paper::{Printed, scanned};
use crate::support::app::{Browser, World};
use crate::support::people::Stage;

/// The code as the PDF of the badge bears it.
async fn on_paper(desk: &mut Browser, person: ParticipantId) -> String {
    let page = scraper::Html::parse_document(&desk.get(&format!("/hanoi/pass-desk/{person}")).await.text());
    let link = page.select(&scraper::Selector::parse("#sheet").unwrap()).next().expect("a way to the PDF");
    let pdf = desk.get(link.attr("href").unwrap()).await;
    assert_eq!(pdf, 200);
    scanned(&Printed::new("rotation", &pdf.body).pages(150)[0])
}

/// The codes of `plenipo export badges`, by state.
async fn exported(world: &World, stage: &Stage) -> Vec<(String, String)> {
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    let conference = conference_by_id(&mut c, stage.conference).await.unwrap();
    let sheet = badges_sheet(&mut c, &conference, &world.parts.keyring).await.unwrap();
    let column = |name: &str| sheet.headings.iter().position(|heading| heading == name).unwrap();
    let (state, code) = (column("state"), column("code"));
    let text = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
    sheet.rows.iter().map(|row| (text(&row[state]), text(&row[code]))).collect()
}

#[actix_web::test]
async fn paper_export_and_gate_agree_digit_for_digit_after_a_rotation() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada Lovelace", "approved").await;
    let mut desk = world.on_duty(&stage, "desk@example.org", DutyKind::PassDesk).await;
    assert_eq!(desk.post(&format!("/hanoi/pass-desk/{ada}/badge"), &[]).await, 303);
    let before = on_paper(&mut desk, ada).await;
    world.parts.keyring.write().unwrap().rotate(world.now()).unwrap();
    assert_eq!(on_paper(&mut desk, ada).await, before, "the same badge printed again");
    assert_eq!(exported(&world, &stage).await, [("prepared".to_owned(), before.clone())]);
    let found = desk.get(&format!("/hanoi/pass-desk?q={before}")).await;
    assert_eq!(found.location(), format!("/hanoi/pass-desk/{ada}?scanned=prepared"), "and it is read");
    let grace = world.participant(&stage, atlantis, "Grace Hopper", "approved").await;
    desk.post(&format!("/hanoi/pass-desk/{grace}/badge"), &[]).await;
    let keyring = world.parts.keyring.read().unwrap().clone();
    let key_of = |code: &str| {
        let keys = [1, 2].map(|id| (id, keyring.public_keys().get(id).copied().unwrap()));
        let reads = keys
            .into_iter()
            .filter(|key| plenipo::badges::code::read(code, &plenipo::badges::keys::Keys::from_iter([*key])).is_ok());
        reads.map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(key_of(&before), [1]);
    assert_eq!(key_of(&on_paper(&mut desk, grace).await), [2], "a new badge is of the new key");
}

#[actix_web::test]
async fn somebody_who_changes_category_keeps_the_digits_of_the_badge_in_their_hand() {
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    use plenipo::schema::category;
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada Lovelace", "approved").await;
    world.badge(&stage, ada).await;
    let before = exported(&world, &stage).await;
    // What the person's category is now is what the number of the category in the books says.
    diesel::update(category::table.find(stage.delegates))
        .set(category::number.eq(77_i16))
        .execute(&mut *world.db().connection().await.unwrap())
        .await
        .unwrap();
    assert_eq!(exported(&world, &stage).await, before);
    let grace = world.participant(&stage, atlantis, "Grace Hopper", "approved").await;
    world.badge(&stage, grace).await;
    let keyring = world.parts.keyring.read().unwrap().clone();
    let categories: Vec<u8> = exported(&world, &stage)
        .await
        .iter()
        .map(|(_, code)| plenipo::badges::code::read(code, keyring.public_keys()).unwrap().category)
        .collect();
    assert_eq!(categories, [1, 77], "a badge issued since says what is so since");
}

#[actix_web::test]
async fn a_badge_of_a_retired_key_has_no_code_any_more_and_the_desk_says_so() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada Lovelace", "approved").await;
    let mut desk = world.on_duty(&stage, "desk@example.org", DutyKind::PassDesk).await;
    desk.post(&format!("/hanoi/pass-desk/{ada}/badge"), &[]).await;
    let page = scraper::Html::parse_document(&desk.get(&format!("/hanoi/pass-desk/{ada}")).await.text());
    let sheet =
        page.select(&scraper::Selector::parse("#sheet").unwrap()).next().unwrap().attr("href").unwrap().to_owned();
    {
        let mut keyring = world.parts.keyring.write().unwrap();
        keyring.rotate(world.now()).unwrap();
        keyring.retire(1, world.now()).unwrap();
    }
    let reply = desk.get(&sheet).await;
    assert_eq!(reply, 409);
    assert!(reply.text().contains("signed with a key that is retired"));
    assert_eq!(exported(&world, &stage).await, [("prepared".to_owned(), String::new())]);
}
