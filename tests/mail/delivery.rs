//! Without a server a mail becomes a file; due times, withdrawal and lateness hold.

use plenipo::mail::{self, Draft, MailState, Transport, Worker};

use crate::support::World;

pub const ADA: &str = "ada@mission.example";

/// A mail as a room would queue it.
pub fn draft(world: &World, subject: &str) -> Draft {
    Draft {
        conference: None,
        kind: "test",
        about: None,
        to_address: ADA.to_owned(),
        to_name: "Ada".to_owned(),
        language: plenipo::language::Language::parse("en").unwrap(),
        subject: subject.to_owned(),
        text: "Your code is 482913.".to_owned(),
        html: "<p>Your code is 482913.</p>".to_owned(),
        parts: Vec::new(),
        due: world.now(),
        useless_after: None,
        reply_to: String::new(),
        secrets: vec!["482913".to_owned()],
        host: "plenipo.example.org".to_owned(),
    }
}

pub async fn queue(world: &World, draft: &Draft) -> plenipo::ids::MailId {
    let mut tx = world.db().begin().await.unwrap();
    let id = mail::queue(&mut tx, draft, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A worker with the world's settings.
pub fn worker(world: &World) -> Worker {
    let transport = Transport::new(world.parts.site.config(), &world.folder.path().join("mail")).unwrap();
    Worker::new(world.parts.pool.clone(), world.parts.clock.clone(), transport)
}

fn files(world: &World) -> Vec<std::path::PathBuf> {
    let folder = std::fs::read_dir(world.folder.path().join("mail"));
    folder.map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default()
}

#[actix_web::test]
async fn a_mail_becomes_a_file_and_stays_readable() {
    let world = World::empty().await;
    queue(&world, &draft(&world, "Willkommen — مرحبا")).await;
    assert_eq!(worker(&world).work().await.unwrap(), 1);
    let sent = world.mail_to(ADA).await;
    assert_eq!(sent.state, MailState::Sent);
    assert!(sent.body_text.contains("482913"), "the mailbox of the demonstration shows codes");
    let files = files(&world);
    assert_eq!(files.len(), 1);
    let bytes = std::fs::read(&files[0]).unwrap();
    let parsed = mailparse::parse_mail(&bytes).unwrap();
    use mailparse::MailHeaderMap;
    assert_eq!(parsed.headers.get_first_value("Subject").unwrap(), "Willkommen — مرحبا");
    assert_eq!(parsed.headers.get_first_value("Message-ID").unwrap(), format!("<{}>", sent.message_id));
    assert!(sent.message_id.ends_with("@plenipo.example.org"));
}

#[actix_web::test]
async fn a_mail_waits_for_its_time_and_may_be_withdrawn_until_then() {
    let world = World::empty().await;
    let later = Draft { due: world.now().plus_seconds(10), ..draft(&world, "Approved") };
    let (stays, goes) = (queue(&world, &later).await, queue(&world, &later).await);
    let worker = worker(&world);
    assert_eq!(worker.work().await.unwrap(), 0);
    let mut tx = world.db().begin().await.unwrap();
    assert!(mail::withdraw(&mut tx, stays).await.unwrap());
    tx.commit().await.unwrap();
    world.wait(10);
    assert_eq!(worker.work().await.unwrap(), 1);
    let mut tx = world.db().begin().await.unwrap();
    assert!(!mail::withdraw(&mut tx, goes).await.unwrap(), "it has left");
}

#[actix_web::test]
async fn a_code_that_expired_while_the_worker_was_away_is_not_sent() {
    let world = World::empty().await;
    queue(&world, &draft(&world, "Code").useless_after(world.now().plus_seconds(600))).await;
    world.wait(601);
    assert_eq!(worker(&world).work().await.unwrap(), 0);
    assert_eq!(world.mail_to(ADA).await.state, MailState::Failed);
    assert!(files(&world).is_empty());
}

#[actix_web::test]
async fn a_mail_to_what_is_no_address_fails_at_once_and_holds_up_nobody() {
    let world = World::empty().await;
    let wrong = Draft { to_address: "not an address".to_owned(), ..draft(&world, "Lost") };
    queue(&world, &wrong).await;
    queue(&world, &draft(&world, "Found")).await;
    assert_eq!(worker(&world).work().await.unwrap(), 2);
    assert_eq!(world.mail_to("not an address").await.state, MailState::Failed);
    assert_eq!(world.mail_to(ADA).await.state, MailState::Sent);
}

#[actix_web::test]
async fn many_workers_send_every_mail_once() {
    let world = World::empty().await;
    for number in 0..60 {
        queue(&world, &draft(&world, &format!("Mail {number}"))).await;
    }
    let (one, two, three) = (worker(&world), worker(&world), worker(&world));
    let (one, two, three) = futures_util::join!(one.work(), two.work(), three.work());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 60);
    assert_eq!(files(&world).len(), 60);
}

#[actix_web::test]
async fn a_failed_mail_is_sent_again_when_somebody_asks() {
    let world = World::empty().await;
    let id = queue(&world, &Draft { to_address: "not an address".to_owned(), ..draft(&world, "Lost") }).await;
    let worker = worker(&world);
    worker.work().await.unwrap();
    let again = async |wanted: bool| {
        let mut tx = world.db().begin().await.unwrap();
        assert_eq!(mail::try_again(&mut tx, id, world.now()).await.unwrap(), wanted);
        tx.commit().await.unwrap();
    };
    again(true).await;
    again(false).await;
    assert_eq!(worker.work().await.unwrap(), 1);
}
