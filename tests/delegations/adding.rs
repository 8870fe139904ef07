//! The organiser puts delegations of every kind on the list, changes them, and takes them off again.

use plenipo::delegations::DelegationKind;

use super::{by_key, listed, organiser, places};
use crate::support::forms::{changed, fields_of};

const RED_CROSS: &[(&str, &str)] = &[
    ("kind", "observer"),
    ("name_en", "International Committee of the Red Cross"),
    ("name_fr", "Comité international de la Croix-Rouge"),
    ("language", "fr"),
];

#[actix_web::test]
async fn a_delegation_of_every_kind_is_added_by_the_form() {
    let (world, stage, mut chi) = organiser().await;
    for kind in DelegationKind::ALL {
        let entity = match kind {
            DelegationKind::State => "NA",
            DelegationKind::Territory => "AW",
            DelegationKind::EuropeanUnion => "EU",
            _ => "",
        };
        let name = if entity.is_empty() { format!("Delegation of kind {kind}") } else { String::new() };
        let page = chi.get("/hanoi/delegations/new").await.text();
        let fields = fields_of(&page);
        let wish = [("kind", kind.as_str()), ("entity", entity), ("name_en", name.as_str()), ("name_fr", &name)];
        let reply = chi.post("/hanoi/delegations", &changed(&fields, &wish)).await;
        assert_eq!(reply, 303, "{kind}: {}", reply.text());
        let shown = chi.get(reply.location()).await;
        assert_eq!(shown, 200, "{kind}");
        assert!(shown.text().contains("is on the list. Appoint its focal point next."), "{kind}");
    }
    let all = listed(&world, &stage).await;
    let kinds = DelegationKind::ALL.iter().all(|kind| all.iter().any(|one| one.kind == *kind));
    assert!(kinds && all.len() == DelegationKind::ALL.len());
}

#[actix_web::test]
async fn a_state_brings_its_names_its_group_and_its_key_and_nobody_types_them() {
    let (world, stage, mut chi) = organiser().await;
    let typed = [("kind", "state"), ("entity", "CI"), ("name_en", "Ivory Coast"), ("language", "fr")];
    assert_eq!(chi.post("/hanoi/delegations", &typed).await, 303);
    let one = by_key(&world, &stage, "CI").await;
    assert_eq!((one.name.get("en"), one.name.get("fr")), (Some("Côte d'Ivoire"), Some("Côte d'Ivoire")));
    assert!(one.formal_name.get("fr").unwrap().contains("République"));
    assert_eq!((one.region.as_deref(), one.language.as_str()), (Some("africa"), "fr"));
}

#[actix_web::test]
async fn a_delegation_begins_with_the_places_that_its_kind_has() {
    let (world, stage, mut chi) = organiser().await;
    let address = format!("/hanoi/settings/categories/{}", stage.delegates);
    let fields = fields_of(&chi.get(&address).await.text());
    assert_eq!(chi.post(&address, &changed(&fields, &[("default_quota", "8")])).await, 303);
    chi.post("/hanoi/delegations", &[("kind", "state"), ("entity", "VN"), ("language", "en")]).await;
    chi.post("/hanoi/delegations", RED_CROSS).await;
    assert_eq!(places(&world, &by_key(&world, &stage, "VN").await, stage.delegates).await, Some((8, 0)));
    let observer = by_key(&world, &stage, "international-committee-of-the-red-cross").await;
    assert_eq!(places(&world, &observer, stage.delegates).await, None);
}

#[actix_web::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
    let (world, stage, mut chi) = organiser().await;
    for (changes, field, said) in [
        (vec![("name_en", ""), ("name_fr", "")], "name_en", "A name in one language at least"),
        (vec![("kind", "embassy")], "kind", "choose one of these"),
        (vec![("kind", "state")], "entity", "choose one of these"),
        (vec![("kind", "state"), ("entity", "EU")], "entity", "does not fit the kind"),
        (vec![("language", "tlh")], "language", "choose one of these"),
    ] {
        let fields: Vec<_> = RED_CROSS.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let fields = changed(&fields, &changes);
        let fields: Vec<_> = fields.into_iter().chain([("formal_name_en", "The formal one")]).collect();
        let reply = chi.post("/hanoi/delegations", &fields).await;
        assert_eq!(reply, 422, "{changes:?}");
        let page = reply.text();
        assert!(page.contains(said), "{changes:?} lacks {said}: {page}");
        assert!(page.contains(&format!("id=\"{field}-error\"")), "{changes:?}: no error at {field}");
        assert!(page.contains("value=\"The formal one\""), "{changes:?}: what was typed is gone");
    }
    assert!(listed(&world, &stage).await.is_empty());
}

#[actix_web::test]
async fn a_state_and_a_key_stand_on_the_list_once() {
    let (_world, _stage, mut chi) = organiser().await;
    let namibia = [("kind", "state"), ("entity", "NA"), ("language", "en")];
    assert_eq!(chi.post("/hanoi/delegations", &namibia).await, 303);
    let again = chi.post("/hanoi/delegations", &namibia).await;
    assert_eq!(again, 422);
    assert!(again.text().contains("on the list already"), "{}", again.text());
    let mut same_key = RED_CROSS.to_vec();
    same_key.push(("key", "NA"));
    let again = chi.post("/hanoi/delegations", &same_key).await;
    assert!(again == 422 && again.text().contains("Another delegation has this key"), "{}", again.text());
}

#[actix_web::test]
async fn an_untouched_form_saves_what_it_shows_and_the_second_of_two_is_told() {
    let (world, stage, mut chi) = organiser().await;
    chi.post("/hanoi/delegations", RED_CROSS).await;
    let before = by_key(&world, &stage, "international-committee-of-the-red-cross").await;
    let address = format!("/hanoi/delegations/{}/particulars", before.id);
    let fields = fields_of(&chi.get(&address).await.text());
    assert_eq!(chi.post(&address, &changed(&fields, &[])).await, 303);
    let after = by_key(&world, &stage, &before.key).await;
    assert_eq!((after.wish(), after.version), (before.wish(), before.version + 1));
    // Whoever still holds the old page is told, and shown both.
    let told = chi.post(&address, &changed(&fields, &[("name_en", "ICRC")])).await;
    assert_eq!(told, 409);
    let page = told.text();
    assert!(page.contains("ICRC") && page.contains("International Committee of the Red Cross"));
    let again = fields_of(&page);
    assert_eq!(chi.post(&address, &changed(&again, &[])).await, 303);
    assert_eq!(by_key(&world, &stage, &before.key).await.name.get("en"), Some("ICRC"));
}

#[actix_web::test]
async fn a_removal_asks_first_and_spares_a_delegation_that_people_belong_to() {
    let (world, stage, mut chi) = organiser().await;
    chi.post("/hanoi/delegations", RED_CROSS).await;
    let one = by_key(&world, &stage, "international-committee-of-the-red-cross").await;
    let address = format!("/hanoi/delegations/{}/removal", one.id);
    let asked = chi.get(&address).await;
    assert!(asked == 200 && asked.text().contains("This cannot be undone"));
    assert_eq!(listed(&world, &stage).await.len(), 1, "asking removes nothing");
    world.participant(&stage, one.id, "Ada", "draft").await;
    let kept = chi.post(&address, &[]).await;
    assert_eq!(kept, 409);
    assert!(kept.text().contains("People belong to this delegation"), "{}", kept.text());
    let empty = world.delegation(&stage, "Nobody yet", 3).await;
    let gone = chi.post(&format!("/hanoi/delegations/{empty}/removal"), &[]).await;
    assert_eq!((gone.status.as_u16(), gone.location()), (303, "/hanoi/delegations"));
    assert_eq!(listed(&world, &stage).await.len(), 1);
}

#[actix_web::test]
async fn mails_are_offered_only_in_languages_that_are_shipped() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut ada = world.focal_point(&stage, id, "ada@mission.example").await;
    let pages = [
        chi.get("/hanoi/delegations/new").await.text(),
        chi.get(&format!("/hanoi/delegations/{id}")).await.text(),
        ada.get(&format!("/delegations/{id}/focal-points")).await.text(),
    ];
    for page in pages {
        let html = scraper::Html::parse_document(&page);
        let options = scraper::Selector::parse("main select[name=language] option").unwrap();
        let offered: Vec<_> = html.select(&options).filter_map(|one| one.value().attr("value")).collect();
        assert_eq!(offered, ["en", "fr"], "{page}");
    }
    // One that a delegation has from a table stays beside them until another is chosen.
    world.sql("UPDATE delegation SET language = 'ar'").await;
    let particulars = format!("/hanoi/delegations/{id}/particulars");
    let page = chi.get(&particulars).await.text();
    assert!(page.contains("<option value=\"ar\" selected>العربية</option>"), "{page}");
    let kept = fields_of(&page);
    let kept = changed(&kept, &[]);
    assert_eq!(chi.post(&particulars, &kept).await, 303);
    let wrong = [("focal_name", "Ben"), ("email", "ben@mission.example"), ("language", "ar")];
    assert_eq!(ada.post(&format!("/delegations/{id}/focal-points"), &wrong).await, 422);
}
