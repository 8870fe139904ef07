//! The order of a delegation's list.

use plenipo::ids::ParticipantId;

use crate::support::World;
use crate::support::nominees::Nominee;

fn places(page: &str, names: &[&str]) -> Vec<usize> {
    names.iter().map(|name| page.find(&format!("<bdi>{name}</bdi>")).unwrap_or_else(|| panic!("no {name}"))).collect()
}

#[actix_web::test]
async fn a_focal_point_puts_the_list_into_order_and_back() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let mut ids: Vec<(ParticipantId, &str)> = Vec::new();
    for name in ["Abdi", "Fatuma", "Hodan"] {
        let nominee = Nominee::new(&stage, name);
        assert_eq!(nominee.save(&mut focal, somalia).await, 303);
        ids.push((nominee.id, name));
    }
    let address = format!("/delegations/{somalia}/people/order");
    let fields: Vec<(String, &str)> =
        ids.iter().zip(["٣", "1", "2"]).map(|((id, _), place)| (format!("place-{id}"), place)).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(field, place)| (field.as_str(), *place)).collect();
    let reply = focal.post(&address, &fields).await;
    assert_eq!(reply, 303, "{}", reply.text());
    for page in [format!("/delegations/{somalia}"), address.clone()] {
        let page = focal.get(&page).await.text();
        let at = places(&page, &["Fatuma", "Hodan", "Abdi"]);
        assert!(at.is_sorted(), "{page}");
    }
    // What is no number is said at its field, and nothing moves.
    let wrong = [(fields[0].0, "first"), fields[1], fields[2]];
    let reply = focal.post(&address, &wrong).await;
    assert!(reply == 422 && reply.text().contains("value=\"first\""), "{}", reply.text());
    assert_eq!(focal.post(&address, &[("usual", "yes")]).await, 303);
    let at = places(&focal.get(&address).await.text(), &["Abdi", "Fatuma", "Hodan"]);
    assert!(at.is_sorted());
}

#[actix_web::test]
async fn people_of_another_delegation_stay_where_they_are() {
    let (world, stage) = World::new().await;
    let (somalia, kenya) = (world.delegation(&stage, "Somalia", 5).await, world.delegation(&stage, "Kenya", 5).await);
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let wanjiru = world.participant(&stage, kenya, "wanjiru", "submitted").await;
    let own = world.participant(&stage, somalia, "abdi", "submitted").await;
    let fields = [(format!("place-{wanjiru}"), "7"), (format!("place-{own}"), "3")];
    let fields = fields.each_ref().map(|(field, place)| (field.as_str(), *place));
    assert_eq!(focal.post(&format!("/delegations/{somalia}/people/order"), &fields).await, 303);
    assert_eq!(world.person(wanjiru).await.ordinal, 0);
    assert_eq!(world.person(own).await.ordinal, 1);
    assert_eq!(focal.post(&format!("/delegations/{kenya}/people/order"), &fields).await, 404);
}
