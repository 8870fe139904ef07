//! A focal point asks for another one; the secretariat appoints.

use super::organiser;
use crate::support::mails::link_in;

const WISH: [(&str, &str); 3] = [("focal_name", "Ben Okafor"), ("email", "Ben@Mission.example"), ("language", "fr")];

#[actix_web::test]
async fn the_secretariat_appoints_who_is_asked_for_with_one_press() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut ada = world.focal_point(&stage, id, "ada@mission.example").await;
    let own = format!("/delegations/{id}/focal-points");
    assert_eq!(ada.post(&own, &WISH).await, 303);
    assert!(ada.get(&own).await.text().contains("ben@mission.example"));
    assert!(world.mails_to("ben@mission.example").await.is_empty(), "only the secretariat appoints");
    let again = ada.post(&own, &WISH).await;
    assert!(again == 422 && again.text().contains("asked for this address already"), "{}", again.text());
    assert!(chi.get("/hanoi/delegations").await.text().contains("One delegation asks for another focal point"));
    let page = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    let act = page
        .split("action=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .find(|act| act.ends_with("/appointment"));
    let act = act.expect("a button").to_owned();
    assert_eq!(ada.post(&act, &[]).await, 404, "nobody appoints for themselves");
    assert_eq!(chi.post(&act, &[]).await, 303);
    let mail = world.mail_to("ben@mission.example").await;
    assert_eq!(mail.language, "fr");
    let mut ben = world.stranger();
    assert_eq!(ben.post(&link_in(&mail, "/invitation/"), &[]).await.location(), format!("/delegations/{id}"));
    assert_eq!(chi.post(&act, &[]).await, 404, "it is decided");
    assert!(ada.post(&own, &WISH).await.text().contains("a focal point of your delegation already"));
}

#[actix_web::test]
async fn a_request_can_be_taken_back_and_declined() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut ada = world.focal_point(&stage, id, "ada@mission.example").await;
    let own = format!("/delegations/{id}/focal-points");
    let act_of = |page: String, end: &str| {
        let acts = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next().map(ToOwned::to_owned));
        acts.into_iter().find(|act| act.ends_with(end))
    };
    ada.post(&own, &WISH).await;
    let back = act_of(ada.get(&own).await.text(), "/withdrawal").unwrap();
    assert_eq!(ada.post(&back, &[]).await, 303);
    assert!(act_of(chi.get(&format!("/hanoi/delegations/{id}")).await.text(), "/refusal").is_none());
    ada.post(&own, &WISH).await;
    let refusal = act_of(chi.get(&format!("/hanoi/delegations/{id}")).await.text(), "/refusal").unwrap();
    assert_eq!(chi.post(&refusal, &[]).await, 303);
    assert!(act_of(ada.get(&own).await.text(), "/withdrawal").is_none());
    assert!(world.mails_to("ben@mission.example").await.is_empty());
    let wrong = ada.post(&own, &[("focal_name", "Ben"), ("email", "no address"), ("language", "fr")]).await;
    assert!(wrong == 422 && wrong.text().contains("value=\"no address\""), "{}", wrong.text());
}
