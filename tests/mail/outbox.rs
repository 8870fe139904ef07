//! The outbox of a conference and the demonstration's mailbox: who may read what.

use actix_web::test::TestRequest;
use plenipo::conferences::DutyKind;
use plenipo::mail::{Draft, MailState};

use super::delivery::{ADA, draft, queue, worker};
use crate::support::{Browser, Reply, World};

/// A request from this very machine, as a browser sends it.
async fn here(browser: &mut Browser, path: &str) -> Reply {
    from(browser, path, "127.0.0.1:50000", "127.0.0.1:8080").await
}

async fn from(browser: &mut Browser, path: &str, peer: &str, host: &str) -> Reply {
    let request = TestRequest::get()
        .uri(path)
        .peer_addr(peer.parse().unwrap())
        .insert_header(("accept", "text/html"))
        .insert_header(("host", host));
    browser.send(request).await
}

#[actix_web::test]
async fn staff_see_what_was_mailed_but_never_a_code_or_a_link() {
    let (world, stage) = World::new().await;
    let invitation = Draft { conference: Some(stage.conference), ..draft(&world, "You are invited") };
    let id = queue(&world, &invitation).await;
    let mut organiser = world.on_duty(&stage, "org@example.org", DutyKind::Organiser).await;
    let list = organiser.get(&format!("/{}/mails?q=invited", stage.slug)).await;
    assert_eq!(list, 200);
    assert!(list.text().contains("You are invited") && list.text().contains(ADA));
    for page in ["", "/html"] {
        let reply = organiser.get(&format!("/{}/mails/{id}{page}", stage.slug)).await;
        assert_eq!(reply, 200);
        assert!(!reply.text().contains("482913"), "{}", reply.text());
        assert!(reply.text().contains("Your code is"));
    }
}

#[actix_web::test]
async fn sign_in_mails_are_in_no_conferences_outbox() {
    let (world, stage) = World::new().await;
    let id = queue(&world, &draft(&world, "Your code")).await;
    let mut organiser = world.on_duty(&stage, "org@example.org", DutyKind::Organiser).await;
    assert!(!organiser.get(&format!("/{}/mails", stage.slug)).await.text().contains("Your code"));
    assert_eq!(organiser.get(&format!("/{}/mails/{id}", stage.slug)).await, 404);
}

#[actix_web::test]
async fn an_organiser_sends_a_failed_mail_again_and_an_observer_does_not() {
    let (world, stage) = World::new().await;
    let lost =
        Draft { conference: Some(stage.conference), to_address: "not an address".to_owned(), ..draft(&world, "Lost") };
    let id = queue(&world, &lost).await;
    worker(&world).work().await.unwrap();
    let attempt = format!("/{}/mails/{id}/attempt", stage.slug);
    let mut observer = world.on_duty(&stage, "obs@example.org", DutyKind::Observer).await;
    let page = observer.get(&format!("/{}/mails/{id}", stage.slug)).await.text();
    assert!(page.contains("Failed") && !page.contains("/attempt"));
    assert_eq!(observer.post(&attempt, &[]).await, 404);
    let mut organiser = world.on_duty(&stage, "org@example.org", DutyKind::Organiser).await;
    assert_eq!(organiser.post(&attempt, &[]).await, 303);
    assert_eq!(world.mail_to("not an address").await.state, MailState::Waiting);
    assert_eq!(organiser.post(&attempt, &[]).await, 409, "it waits already");
}

#[actix_web::test]
async fn the_html_of_a_mail_is_shown_in_a_frame_that_can_do_nothing() {
    let (world, stage) = World::new().await;
    let hostile = Draft {
        conference: Some(stage.conference),
        html: "<html><head></head><body><script>alert(1)</script><img src=\"cid:qr\"></body></html>".to_owned(),
        ..draft(&world, "Hostile")
    }
    .with(plenipo::mail::Part {
        content_id: Some("qr".to_owned()),
        file_name: "qr.png".to_owned(),
        media_type: "image/png".to_owned(),
        content: b"png".to_vec(),
    });
    let id = queue(&world, &hostile).await;
    let mut organiser = world.on_duty(&stage, "org@example.org", DutyKind::Organiser).await;
    let page = organiser.get(&format!("/{}/mails/{id}", stage.slug)).await.text();
    assert!(page.contains("<iframe") && page.contains("sandbox=\"allow-popups") && !page.contains("alert(1)"));
    let preview = organiser.get(&format!("/{}/mails/{id}/html", stage.slug)).await;
    let policy = preview.headers.get("content-security-policy").unwrap().to_str().unwrap();
    assert!(policy.contains("sandbox") && !policy.contains("allow-scripts") && policy.contains("default-src 'none'"));
    assert!(preview.text().contains("src=\"data:image/png;base64,cG5n\""));
}

#[actix_web::test]
async fn the_mailbox_is_for_this_very_machine_alone() {
    let world = World::empty().await;
    let id = queue(&world, &draft(&world, "Your code")).await;
    let mut visitor = world.stranger();
    let list = here(&mut visitor, "/mailbox").await;
    assert_eq!(list, 200);
    assert!(
        list.text().contains("Your code") && list.text().contains("data-behaviour=\"mailbox-count\">1</b>"),
        "{}",
        list.text()
    );
    let mail = here(&mut visitor, &format!("/mailbox/{id}")).await;
    assert!(mail.text().contains("482913"));
    assert!(
        here(&mut visitor, "/sign-in").await.text().contains("data-behaviour=\"mailbox-count\">0</b>"),
        "opened is read"
    );
    for (peer, host) in [
        ("192.0.2.7:50000", "127.0.0.1:8080"),
        // Another site's name that leads to this machine.
        ("127.0.0.1:50000", "rebound.evil.example"),
    ] {
        assert_eq!(from(&mut visitor, "/mailbox", peer, host).await, 404, "{peer} {host}");
        assert_eq!(from(&mut visitor, &format!("/mailbox/{id}/html"), peer, host).await, 404);
    }
    for header in ["x-forwarded-for", "forwarded", "via", "x-real-ip"] {
        let mut behind_a_proxy = world.stranger().with_header(header, "127.0.0.1");
        assert_eq!(here(&mut behind_a_proxy, "/mailbox").await, 404, "{header}");
    }
}

#[actix_web::test]
async fn a_site_with_a_public_name_or_a_mail_server_has_no_mailbox() {
    let public = World::on(crate::support::db::fresh().await, &[("BASE_URL", "http://plenipo.example.org")]).await;
    assert_eq!(here(&mut public.stranger(), "/mailbox").await, 404);
    let sending = World::on(crate::support::db::fresh().await, &[("SMTP_URL", "smtp://127.0.0.1:1")]).await;
    assert_eq!(here(&mut sending.stranger(), "/mailbox").await, 404);
}
