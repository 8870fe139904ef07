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

#[actix_web::test]
async fn what_is_wrong_with_a_number_is_said_at_its_row_and_one_number_moves_one_person() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let mut ids = Vec::new();
    for name in ["Abdi", "Bashir", "Fatuma", "Hodan"] {
        let nominee = Nominee::new(&stage, name);
        assert_eq!(nominee.save(&mut focal, somalia).await, 303);
        ids.push(format!("place-{}", nominee.id));
    }
    let address = format!("/delegations/{somalia}/people/order");
    let send = |numbers: [&'static str; 4]| ids.iter().map(String::as_str).zip(numbers).collect::<Vec<_>>();
    // Abdi and Bashir are both sent to the fourth place; Fatuma gets a word.
    let reply = focal.post(&address, &send(["4", "4", "last", "4"])).await;
    assert_eq!(reply, 422);
    let page = reply.text().replace(['\u{2068}', '\u{2069}'], "");
    for (id, why) in [
        (&ids[0], "Abdi: somebody else was given the number 4"),
        (&ids[1], "Bashir: somebody else was given the number 4"),
        (&ids[2], "Fatuma: type a whole number from 1 to"),
    ] {
        assert!(page.contains(&format!("aria-describedby=\"{id}-error\"")) && page.contains(why), "{why}: {page}");
        assert!(page.contains(&format!("href=\"#{id}\"")), "the way to the row");
    }
    assert!(!page.contains(&format!("{}-error", ids[3])), "Hodan's number is her own");
    assert!(page.contains("value=\"last\""), "what was typed stays");
    // Up to the second place, and down to the third: whoever stands there makes room.
    for (numbers, names) in [
        (["1", "2", "3", "2"], ["Abdi", "Hodan", "Bashir", "Fatuma"]),
        (["3", "3", "4", "2"], ["Hodan", "Bashir", "Abdi", "Fatuma"]),
    ] {
        assert_eq!(focal.post(&address, &send(numbers)).await, 303, "{numbers:?}");
        assert!(places(&focal.get(&address).await.text(), &names).is_sorted(), "{names:?}");
    }
}
