//! A worker that dies leaves its claims behind; they are rescued by age, and whoever was only slow cannot write any more.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::mail::MailState;
use plenipo::schema::mail;

use super::delivery::{ADA, draft, queue, worker};
use crate::support::World;

/// A worker claimed everything and was killed before it sent anything.
async fn claimed_by_the_dead(world: &World) {
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    diesel::update(mail::table)
        .set((
            mail::state.eq(MailState::Sending),
            mail::claimed_at.eq(world.now()),
            mail::attempts.eq(mail::attempts + 1),
        ))
        .execute(&mut *c)
        .await
        .unwrap();
}

#[actix_web::test]
async fn what_a_dead_worker_claimed_is_sent_by_another_after_ten_minutes() {
    let world = World::empty().await;
    queue(&world, &draft(&world, "Confirmed")).await;
    claimed_by_the_dead(&world).await;
    let worker = worker(&world);
    // The negative twin: as long as the claim may be alive, nobody touches it.
    world.wait(599);
    assert_eq!(worker.work().await.unwrap(), 0);
    assert_eq!(world.mail_to(ADA).await.state, MailState::Sending);
    world.wait(1);
    assert_eq!(worker.work().await.unwrap(), 1);
    let sent = world.mail_to(ADA).await;
    assert_eq!((sent.state, sent.attempts), (MailState::Sent, 2));
}

#[actix_web::test]
async fn a_mail_that_kills_every_worker_is_given_up_in_the_end() {
    let world = World::empty().await;
    queue(&world, &draft(&world, "Poison")).await;
    let worker = worker(&world);
    for _ in 0..6 {
        claimed_by_the_dead(&world).await;
    }
    world.wait(600);
    assert_eq!(worker.work().await.unwrap(), 0, "six attempts are enough");
    let given_up = world.mail_to(ADA).await;
    assert_eq!(given_up.state, MailState::Failed);
    assert!(given_up.last_error.unwrap().contains("ended"));
}

#[actix_web::test]
async fn whoever_lost_the_claim_cannot_undo_what_the_rescuer_did() {
    let world = World::empty().await;
    queue(&world, &draft(&world, "Confirmed")).await;
    // The slow one: its server takes the connection and says nothing until the test lets it go.
    let slow = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = slow.local_addr().unwrap().port();
    let config =
        plenipo::config::Config::from_lookup(|name| (name == "SMTP_URL").then(|| format!("smtp://127.0.0.1:{port}")));
    let transport = plenipo::mail::Transport::new(&config.unwrap(), world.folder.path()).unwrap();
    let slow_worker = plenipo::mail::Worker::new(world.parts.pool.clone(), world.parts.clock.clone(), transport);
    let sending = actix_web::rt::spawn(async move { slow_worker.work().await });
    // It has claimed once its connection arrives.
    let accepted = actix_web::rt::task::spawn_blocking(move || slow.accept().unwrap().0).await.unwrap();
    world.wait(600);
    assert_eq!(worker(&world).work().await.unwrap(), 1);
    assert_eq!(world.mail_to(ADA).await.state, MailState::Sent);
    drop(accepted);
    sending.await.unwrap().unwrap();
    let sent = world.mail_to(ADA).await;
    assert_eq!(sent.state, MailState::Sent, "the late failure changes nothing");
    assert_eq!(sent.last_error, None);
}
