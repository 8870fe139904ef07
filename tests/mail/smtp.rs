//! Mails to a real server: taken, refused, taken later, encrypted or not at all.

use std::path::Path;

use mailparse::MailHeaderMap;
use plenipo::config::Config;
use plenipo::mail::{Draft, MailState, Transport, Worker};

use super::delivery::{ADA, draft, queue};
use crate::support::World;
use crate::support::post::Server;

fn worker(world: &World, url: &str) -> Worker {
    let config = Config::from_lookup(|name| match name {
        "SMTP_URL" => Some(url.to_owned()),
        "MAIL_FROM" => Some("Secrétariat <no-reply@example.org>".to_owned()),
        _ => None,
    });
    let transport = Transport::new(&config.unwrap(), Path::new("/nowhere")).unwrap();
    Worker::new(world.parts.pool.clone(), world.parts.clock.clone(), transport)
}

#[actix_web::test]
async fn a_server_takes_the_mail_and_its_codes_are_forgotten_here() {
    let world = World::empty().await;
    let server = Server::start(&[]);
    let subject = "Confirmé : Nguyễn Thị Hồng Ánh — عبد الرحمن";
    queue(&world, &Draft { reply_to: "desk@example.org".to_owned(), ..draft(&world, subject) }).await;
    assert_eq!(worker(&world, &format!("smtp://127.0.0.1:{}", server.port)).work().await.unwrap(), 1);
    let sent = world.mail_to(ADA).await;
    assert_eq!((sent.state, sent.attempts), (MailState::Sent, 1));
    assert!(!sent.body_text.contains("482913") && !sent.body_html.contains("482913"), "{}", sent.body_text);
    assert!(sent.secrets.is_empty());
    let [(_, bytes)] = &server.mails()[..] else { panic!("one mail") };
    let parsed = mailparse::parse_mail(bytes).unwrap();
    let header = |name: &str| parsed.headers.get_first_value(name).unwrap_or_default();
    assert_eq!(header("Subject"), subject);
    assert_eq!(header("Message-ID"), format!("<{}>", sent.message_id));
    assert!(header("From").contains("Secrétariat"));
    assert_eq!(header("Reply-To"), "desk@example.org");
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("Content-Language"), "en");
    assert!(parsed.headers.get_first_value("List-Id").is_none());
    assert!(parsed.subparts[0].get_body().unwrap().contains("482913"));
    assert_eq!(parsed.subparts[1].ctype.mimetype, "text/html");
}

#[actix_web::test]
async fn a_server_that_is_busy_is_asked_again_with_the_same_message() {
    let world = World::empty().await;
    let server = Server::start(&["--defer", "2"]);
    let worker = worker(&world, &format!("smtp://127.0.0.1:{}", server.port));
    queue(&world, &draft(&world, "Patience")).await;
    for (attempt, wait) in [(1, 30), (2, 120)] {
        assert_eq!(worker.work().await.unwrap(), 1);
        let waiting = world.mail_to(ADA).await;
        assert_eq!((waiting.state, waiting.attempts), (MailState::Waiting, attempt));
        assert!(waiting.last_error.unwrap().contains("451"));
        assert_eq!(waiting.due_at, world.now().plus_seconds(wait));
        assert_eq!(worker.work().await.unwrap(), 0, "not before its time");
        world.wait(wait);
    }
    assert_eq!(worker.work().await.unwrap(), 1);
    let sent = world.mail_to(ADA).await;
    assert_eq!((sent.state, sent.attempts), (MailState::Sent, 3));
    assert_eq!(server.mails().len(), 1);
    assert!(String::from_utf8_lossy(&server.mails()[0].1).contains(&sent.message_id));
}

#[actix_web::test]
async fn a_mailbox_that_does_not_exist_is_given_up_at_once() {
    let world = World::empty().await;
    let server = Server::start(&["--refuse", ADA]);
    queue(&world, &draft(&world, "Gone")).await;
    worker(&world, &format!("smtp://127.0.0.1:{}", server.port)).work().await.unwrap();
    let failed = world.mail_to(ADA).await;
    assert_eq!((failed.state, failed.attempts), (MailState::Failed, 1));
    assert!(failed.last_error.unwrap().contains("no such mailbox"));
}

#[actix_web::test]
async fn where_encryption_is_required_nothing_leaves_without_it() {
    let world = World::empty().await;
    // The server does not offer STARTTLS.
    let server = Server::start(&[]);
    queue(&world, &draft(&world, "Secret")).await;
    worker(&world, &format!("smtp://127.0.0.1:{}?tls=required", server.port)).work().await.unwrap();
    let waiting = world.mail_to(ADA).await;
    assert_eq!(waiting.state, MailState::Waiting);
    assert!(server.mails().is_empty());
    // The same where it is welcome but not required: it leaves.
    let open = worker(&world, &format!("smtp://127.0.0.1:{}?tls=opportunistic", server.port));
    world.wait(30);
    open.work().await.unwrap();
    assert_eq!(world.mail_to(ADA).await.state, MailState::Sent);
}

#[actix_web::test]
async fn a_server_with_a_certificate_we_do_not_know_is_not_trusted_and_one_we_know_is() {
    let world = World::empty().await;
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let (certificate, key) = (certificate.to_str().unwrap(), key.to_str().unwrap());
    let server = Server::start(&["--certificate", certificate, "--key", key]);
    queue(&world, &draft(&world, "Sealed")).await;
    let url = format!("smtp://localhost:{}?tls=required", server.port);
    worker(&world, &url).work().await.unwrap();
    assert_eq!(world.mail_to(ADA).await.state, MailState::Waiting);
    assert!(server.mails().is_empty());
    world.wait(30);
    worker(&world, &format!("{url}&ca={certificate}")).work().await.unwrap();
    assert_eq!(world.mail_to(ADA).await.state, MailState::Sent);
    assert!(server.mails()[0].0.contains("-tls"), "it went through STARTTLS");
}

#[actix_web::test]
async fn a_server_that_is_away_costs_nothing_but_time() {
    let world = World::empty().await;
    queue(&world, &draft(&world, "Later")).await;
    for wait in [30, 120, 600, 3_600, 21_600, 0] {
        worker(&world, "smtp://127.0.0.1:1").work().await.unwrap();
        world.wait(wait);
    }
    let failed = world.mail_to(ADA).await;
    assert_eq!((failed.state, failed.attempts), (MailState::Failed, 6));
    assert!(failed.body_text.contains("482913"), "what was not sent stays whole, to be sent again");
}
