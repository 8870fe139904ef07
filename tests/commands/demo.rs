//! `plenipo demo`: what stands in the database when it has filled it.

use actix_web::http::header;
use actix_web::test::TestRequest;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::accreditation::Step;
use plenipo::console::demo::fill::SEATS;
use plenipo::delegations::{DelegationKind, DelegationStatus};
use plenipo::mail::MailState;
use plenipo::participants::Status;
use plenipo::schema::{clearance, decision, delegation, mail, mail_part, participant, released_session};

use super::tables::{plenipo, said};
use crate::support::{Browser, Reply, World};

/// An installation with a small demonstration.
async fn demonstration() -> World {
    let world = World::empty().await;
    let filled = plenipo(&world, &["demo", "--people", "500"], "");
    assert!(filled.status.success(), "{}", said(&filled));
    world
}

async fn sit(browser: &mut Browser, seat: &str) -> Reply {
    let token = browser.token();
    let request = TestRequest::post().uri("/demonstration").peer_addr("127.0.0.1:50000".parse().unwrap());
    let request = request.insert_header((header::HOST, "127.0.0.1:8080"));
    browser.send(request.set_form([("form_token", token.as_str()), ("seat", seat)])).await
}

#[actix_web::test]
async fn the_demonstration_is_full_of_life_and_no_state_is_suspected() {
    let world = demonstration().await;
    let mut c = world.db().connection().await.unwrap();
    // The mailbox: sent at its time, and never again.
    let mails: Vec<(String, MailState, String)> =
        mail::table.select((mail::kind, mail::state, mail::language)).load(&mut c).await.unwrap();
    assert!(mails.len() >= 24, "{} mails", mails.len());
    assert!(mails.iter().all(|(_, state, _)| *state == MailState::Sent));
    for kind in ["focal_point_invitation", "confirmation", "file_received", "file_returned", "file_refused"] {
        assert!(mails.iter().any(|(one, _, _)| one == kind), "no {kind}");
    }
    assert!(mails.iter().filter(|(_, _, language)| language == "fr").count() >= 4);
    let codes: i64 =
        mail_part::table.filter(mail_part::content_id.eq("code")).count().get_result(&mut c).await.unwrap();
    assert!(codes > 0, "no code was mailed");
    // Delegations with people have confirmed; no State has declined.
    let answers: Vec<(DelegationKind, DelegationStatus)> =
        delegation::table.select((delegation::kind, delegation::status)).load(&mut c).await.unwrap();
    for status in DelegationStatus::ALL {
        assert!(answers.iter().any(|(_, one)| one == status), "no delegation is {status}");
    }
    assert!(!answers.iter().any(|(kind, one)| kind.is_entity() && *one == DelegationStatus::Declined));
    let people: Vec<(DelegationKind, DelegationStatus, Status)> = participant::table
        .inner_join(delegation::table)
        .select((delegation::kind, delegation::status, participant::status))
        .load(&mut c)
        .await
        .unwrap();
    assert!(people.iter().all(|(_, answer, _)| *answer == DelegationStatus::Confirmed));
    let suspect = |status: Status| matches!(status, Status::Refused | Status::OnHold | Status::Withdrawn);
    assert!(!people.iter().any(|(kind, _, status)| kind.is_entity() && suspect(*status)));
    // The piles that only a long conference fills.
    let late = participant::table.filter(participant::late_reason.is_not_null());
    let came_back = decision::table.filter(decision::step.eq(Step::Submit)).filter(decision::identity_version.eq(2));
    let security = clearance::table.filter(clearance::kind.eq("security")).filter(clearance::state.eq("open"));
    assert!(late.count().get_result::<i64>(&mut c).await.unwrap() > 0, "nobody is late");
    assert!(came_back.count().get_result::<i64>(&mut c).await.unwrap() > 0, "nothing came back");
    assert!(security.count().get_result::<i64>(&mut c).await.unwrap() > 0, "nobody waits for security");
    // States on stage are called by their names in both languages.
    let facts: Vec<plenipo::programme::Facts> =
        released_session::table.select(released_session::facts).load(&mut c).await.unwrap();
    assert!(facts.iter().flat_map(|one| &one.affiliations).any(|name| name.get("en") != name.get("fr")));
    drop(c);
    for (seat, _) in SEATS {
        let mut browser = world.stranger();
        let seated = sit(&mut browser, seat).await;
        assert_eq!(seated.status.as_u16(), 303, "{seat}");
        let to = seated.location().to_owned();
        assert_ne!(to, "/", "{seat} leads nowhere");
        assert_eq!(browser.get(&to).await, 200, "{seat} at {to}");
    }
    let again = plenipo(&world, &["demo"], "");
    assert!(said(&again).contains("is there already"), "{}", said(&again));
}
