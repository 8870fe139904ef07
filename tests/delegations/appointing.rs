//! Appointing a focal point: the mail in the delegation's language, the link in it, and what comes after.

use plenipo::delegations::DelegationStatus;
use plenipo::ids::DelegationId;

use super::{by_key, organiser};
use crate::support::mails::link_in;
use crate::support::people::Stage;
use crate::support::{Browser, World};

const ADA: &str = "ada@mission.example";

async fn delegation(world: &World, stage: &Stage) -> DelegationId {
    let id = world.delegation(stage, "Atlantis", 5).await;
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    use plenipo::schema::delegation;
    diesel::update(delegation::table.find(id))
        .set((delegation::status.eq(DelegationStatus::Expected), delegation::language.eq("fr")))
        .execute(&mut *c)
        .await
        .unwrap();
    id
}

/// Appoints Ada as the page proposes it: in the language of the delegation.
async fn appoint(chi: &mut Browser, id: DelegationId) {
    let page = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    assert!(page.contains("value=\"fr\" selected"), "the delegation's language is not proposed");
    let fields = [("focal_name", "Ada Okafor"), ("email", "Ada@Mission.example"), ("language", "fr")];
    let reply = chi.post(&format!("/hanoi/delegations/{id}/focal-points"), &fields).await;
    assert_eq!(reply, 303, "{}", reply.text());
}

#[actix_web::test]
async fn the_invitation_comes_in_the_delegations_language_and_says_what_is_asked() {
    let (world, stage, mut chi) = organiser().await;
    let id = delegation(&world, &stage).await;
    appoint(&mut chi, id).await;
    let mail = world.mail_to(ADA).await;
    assert_eq!(mail.language, "fr");
    for said in ["Ada Okafor", "Atlantis", "Delegate", ADA, "1er novembre 2025", "2 novembre 2025"] {
        assert!(mail.body_text.contains(said) && mail.body_html.contains(said), "lacks {said}: {}", mail.body_text);
    }
    let page = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    assert!(page.contains("Ada Okafor") && page.contains(ADA) && page.contains("Invitation sent"));
    assert_eq!(by_key(&world, &stage, "Atlantis").await.status, DelegationStatus::Invited);
}

#[actix_web::test]
async fn a_button_uses_the_link_and_opening_it_never_does() {
    let (world, stage, mut chi) = organiser().await;
    let id = delegation(&world, &stage).await;
    appoint(&mut chi, id).await;
    let mail = world.mail_to(ADA).await;
    let link = link_in(&mail, "/invitation/");
    // Mail filters open every link, some of them more than once.
    for _ in 0..3 {
        let opened = world.stranger().get(&link).await;
        assert!(opened == 200 && opened.text().contains(&format!("action=\"{link}\"")));
    }
    let mut ada = world.stranger();
    assert_eq!(ada.get(&format!("/delegations/{id}")).await, 303, "nobody is signed in yet");
    let entered = ada.post(&link, &[]).await;
    assert_eq!((entered.status.as_u16(), entered.location()), (303, format!("/delegations/{id}").as_str()));
    assert_eq!(ada.get(&format!("/delegations/{id}")).await, 200);
    assert_eq!(ada.get(&format!("/delegations/{id}/answer")).await, 200);
    assert_eq!(world.stranger().post(&link, &[]).await, 410, "it is used up");
}

#[actix_web::test]
async fn the_link_lives_until_the_window_closes_and_a_new_one_can_be_sent() {
    let (world, stage, mut chi) = organiser().await;
    let id = delegation(&world, &stage).await;
    appoint(&mut chi, id).await;
    let link = link_in(&world.mail_to(ADA).await, "/invitation/");
    world.wait(6 * 86_400);
    assert_eq!(world.stranger().get(&link).await, 200);
    let mut chi = world.on_duty(&stage, "dana@example.org", plenipo::conferences::DutyKind::Organiser).await;
    let page = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    let mut actions = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let invitation = actions.find(|path| path.ends_with("/invitation")).expect("a button").to_owned();
    assert_eq!(chi.post(&invitation, &[]).await, 303);
    let again = link_in(&world.mail_to(ADA).await, "/invitation/");
    assert_ne!(link, again);
    world.wait(2 * 86_400);
    assert_eq!(world.stranger().post(&link, &[]).await, 410, "the window has closed");
    assert_eq!(world.stranger().post(&again, &[]).await, 303, "a late invitation lives for a week");
}

#[actix_web::test]
async fn what_is_typed_wrong_is_kept_and_nobody_is_written_to() {
    let (world, stage, mut chi) = organiser().await;
    let id = delegation(&world, &stage).await;
    let address = format!("/hanoi/delegations/{id}/focal-points");
    for (name, email, language, field) in
        [("", ADA, "fr", "focal_name"), ("Ada Okafor", "ada", "fr", "email"), ("Ada Okafor", ADA, "tlh", "language")]
    {
        let reply = chi.post(&address, &[("focal_name", name), ("email", email), ("language", language)]).await;
        assert_eq!(reply, 422, "{field}");
        let page = reply.text();
        assert!(page.contains(&format!("{field}-error")), "no error at {field}: {page}");
        assert!(page.contains(&format!("value=\"{email}\"")), "the address is gone");
    }
    assert!(world.mails_to(ADA).await.is_empty());
}

#[actix_web::test]
async fn appointing_twice_says_that_nothing_was_changed() {
    let (world, stage, mut chi) = organiser().await;
    let id = delegation(&world, &stage).await;
    appoint(&mut chi, id).await;
    appoint(&mut chi, id).await;
    assert!(chi.get(&format!("/hanoi/delegations/{id}")).await.text().contains("Nothing was changed"));
    assert_eq!(world.mails_to(ADA).await.len(), 1);
}

#[actix_web::test]
async fn one_address_may_act_for_two_delegations_and_chooses() {
    let (world, stage, mut chi) = organiser().await;
    let first = delegation(&world, &stage).await;
    let second = world.delegation(&stage, "Lemuria", 3).await;
    appoint(&mut chi, first).await;
    let fields = [("focal_name", "Ada Okafor"), ("email", ADA), ("language", "en")];
    assert_eq!(chi.post(&format!("/hanoi/delegations/{second}/focal-points"), &fields).await, 303);
    let mails = world.mails_to(ADA).await;
    // Ada's first invitation chose French for her account, and she is written to in French from then on.
    assert!(mails.len() == 2 && mails.iter().all(|mail| mail.language == "fr"));
    let mut ada = world.signed_in(ADA).await;
    for id in [first, second] {
        assert_eq!(ada.get(&format!("/delegations/{id}")).await, 200);
    }
    let start = ada.get("/account").await.text();
    assert!(start.contains("Atlantis") && start.contains("Lemuria") || ada.get("/").await.text().contains("Lemuria"));
}
