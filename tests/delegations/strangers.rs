//! Who has nothing to do with a delegation cannot even tell that it is there.

use plenipo::conferences::DutyKind;

use super::organiser;

#[actix_web::test]
async fn another_conferences_organiser_sees_nothing_and_changes_nothing() {
    let (world, stage, mut chi) = organiser().await;
    let geneva = world.conference("geneva", 2).await;
    let mut gina = world.on_duty(&geneva, "gina@example.org", DutyKind::Organiser).await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    for slug in ["hanoi", "geneva"] {
        let own = format!("/{slug}/delegations/{id}");
        for page in ["", "/particulars", "/quotas", "/removal"] {
            assert_eq!(gina.get(&format!("{own}{page}")).await, 404, "{slug}{page}");
        }
        let appointing = [("focal_name", "Eve"), ("email", "eve@example.org"), ("language", "en")];
        assert_eq!(gina.post(&format!("{own}/focal-points"), &appointing).await, 404);
        assert_eq!(gina.post(&format!("{own}/removal"), &[]).await, 404);
        assert_eq!(gina.post(&format!("{own}/quotas"), &[("version", "1")]).await, 404);
    }
    assert!(world.mails_to("eve@example.org").await.is_empty());
    assert_eq!(chi.get(&format!("/hanoi/delegations/{id}")).await, 200);
    assert!(!gina.get("/geneva/delegations").await.text().contains("Atlantis"));
    assert!(!gina.get("/geneva/delegations/export").await.text().contains("Atlantis"));
}

#[actix_web::test]
async fn another_delegations_focal_point_sees_nothing_and_answers_nothing() {
    let (world, stage, _chi) = organiser().await;
    let (own, other) = (world.delegation(&stage, "Atlantis", 5).await, world.delegation(&stage, "Lemuria", 5).await);
    let mut ada = world.focal_point(&stage, own, "ada@example.org").await;
    assert_eq!(ada.get(&format!("/delegations/{own}/answer")).await, 200);
    for page in ["/answer", "/letters"] {
        assert_eq!(ada.get(&format!("/delegations/{other}{page}")).await, 404, "{page}");
    }
    let answer = [("reply", "not-coming")];
    assert_eq!(ada.post(&format!("/delegations/{other}/answer"), &answer).await, 404);
    assert_eq!(ada.get(&format!("/hanoi/delegations/{own}")).await, 404, "the organiser's page is not hers");
}

#[actix_web::test]
async fn an_observer_reads_the_list_and_is_offered_nothing_to_change() {
    let (world, stage, _chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut olga = world.on_duty(&stage, "olga@example.org", DutyKind::Observer).await;
    for page in ["/hanoi/delegations".to_owned(), format!("/hanoi/delegations/{id}")] {
        let reply = olga.get(&page).await;
        assert_eq!(reply, 200);
        assert!(!reply.text().contains("button-main"), "{page} offers an observer something to do");
    }
    assert_eq!(olga.get("/hanoi/delegations/new").await, 404);
    assert_eq!(olga.get("/hanoi/delegations/import").await, 404);
    assert_eq!(olga.post(&format!("/hanoi/delegations/{id}/removal"), &[]).await, 404);
}

#[actix_web::test]
async fn a_focal_point_whose_appointment_ended_sees_nothing_more() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut ada = world.focal_point(&stage, id, "ada@example.org").await;
    let page = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    let actions = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let end = actions.into_iter().find(|path| path.ends_with("/end")).unwrap().to_owned();
    assert_eq!(chi.post(&end, &[]).await, 303);
    assert_eq!(ada.get(&format!("/delegations/{id}/answer")).await, 404);
    // The notice offers the way back.
    let page = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    let mut actions = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let undo = actions.find(|path| path.ends_with("/appointment")).expect("a way back").to_owned();
    assert_eq!(chi.post(&undo, &[]).await, 303);
    assert_eq!(ada.get(&format!("/delegations/{id}/answer")).await, 200);
    assert_eq!(chi.post(&end, &[]).await, 303);
    assert_eq!(chi.post(&end, &[]).await, 409, "it has ended already");
}
