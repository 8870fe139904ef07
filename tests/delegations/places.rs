//! Places: how many people of each category a delegation may have.

use super::{by_key, organiser, places};
use crate::support::forms::{changed, fields_of};

#[actix_web::test]
async fn places_are_set_per_category_in_digits_of_any_script() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let address = format!("/hanoi/delegations/{id}/quotas");
    let (delegates, press) = (format!("cap_{}", stage.delegates), format!("cap_{}", stage.press));
    let fields = fields_of(&chi.get(&address).await.text());
    assert!(fields.contains(&(delegates.clone(), "5".to_owned())));
    let wish = [(delegates.as_str(), "٧"), (press.as_str(), "2")];
    assert_eq!(chi.post(&address, &changed(&fields, &wish)).await, 303);
    let one = by_key(&world, &stage, "Atlantis").await;
    assert_eq!(places(&world, &one, stage.delegates).await, Some((7, 0)));
    assert_eq!(places(&world, &one, stage.press).await, Some((2, 0)));
    // An emptied field takes the places away; the old page is told that it is old.
    let old = chi.post(&address, &changed(&fields, &[(delegates.as_str(), "")])).await;
    assert_eq!(old, 409);
    let fields = fields_of(&old.text());
    assert_eq!(chi.post(&address, &changed(&fields, &[(delegates.as_str(), "")])).await, 303);
    assert_eq!(places(&world, &one, stage.delegates).await, Some((0, 0)));
}

#[actix_web::test]
async fn no_cap_goes_below_the_people_who_are_there() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    for name in ["Ada", "Ben", "Cem"] {
        world.participant(&stage, id, name, "submitted").await;
    }
    world.participant(&stage, id, "Dora", "draft").await;
    let address = format!("/hanoi/delegations/{id}/quotas");
    let cap = format!("cap_{}", stage.delegates);
    let fields = fields_of(&chi.get(&address).await.text());
    for (typed, said) in [("2", "3 people have places"), ("many", "0 to 9999"), ("-1", "0 to 9999")] {
        let reply = chi.post(&address, &changed(&fields, &[(cap.as_str(), typed)])).await;
        assert_eq!(reply, 422, "{typed}");
        let page = reply.text();
        assert!(page.contains(said), "{typed} lacks {said}: {page}");
        assert!(page.contains(&format!("value=\"{typed}\"")), "{typed} is gone");
    }
    let one = by_key(&world, &stage, "Atlantis").await;
    assert_eq!(places(&world, &one, stage.delegates).await, Some((5, 3)), "drafts take no place");
    assert_eq!(chi.post(&address, &changed(&fields, &[(cap.as_str(), "3")])).await, 303);
}
