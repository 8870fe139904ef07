//! Files that arrive piece by piece, over lines that are cut and servers that are restarted.

use plenipo::ids::DelegationId;
use plenipo::participants::people_of_delegation;
use serde_json::Value;

use crate::support::nominees::{Nominee, jpeg};
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World, db};

async fn begin(by: &mut Browser, size: usize) -> String {
    let begun = by.post("/uploads", &[("name", "IMG_2041.jpg"), ("size", &size.to_string())]).await;
    assert_eq!(begun, 201, "{}", begun.text());
    begun.json()["id"].as_str().unwrap().to_owned()
}

async fn piece(by: &mut Browser, id: &str, offset: usize, bytes: &[u8]) -> Reply {
    by.upload(&format!("/uploads/{id}"), &[("offset", &offset.to_string())], &[("piece", "piece", bytes)]).await
}

fn offset(reply: &Reply) -> Value {
    reply.json()["offset"].clone()
}

async fn whole(by: &mut Browser, bytes: &[u8]) -> String {
    let id = begin(by, bytes.len()).await;
    assert_eq!(piece(by, &id, 0, bytes).await, 200);
    id
}

async fn portraits(world: &World, stage: &Stage, of: DelegationId) -> (usize, usize) {
    let people = people_of_delegation(&mut world.db().connection().await.unwrap(), stage.conference, of).await.unwrap();
    (people.len(), people.iter().filter(|person| person.portrait_file_id.is_some()).count())
}

#[actix_web::test]
async fn cut_in_the_middle_while_the_server_restarts_it_goes_on_where_it_stood() {
    let url = db::fresh().await;
    let world = World::on(url.clone(), &[]).await;
    let stage = world.conference("hanoi", 1).await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let photo = jpeg(1200, 1600);
    let half = photo.len() / 2;
    let id = begin(&mut focal, photo.len()).await;
    assert_eq!(offset(&piece(&mut focal, &id, 0, &photo[..half]).await), half);
    // The answer was lost, and the piece is sent again: it is not taken twice.
    let twice = piece(&mut focal, &id, 0, &photo[..half]).await;
    assert_eq!((twice.status.as_u16(), offset(&twice)), (409, half.into()));

    let restarted = World::on(url, &[]).await;
    let mut focal = restarted.signed_in("focal@example.org").await;
    let stands = focal.get(&format!("/uploads/{id}")).await;
    assert_eq!((stands.status.as_u16(), offset(&stands)), (200, half.into()));
    // A form that is sent too early says so and loses nothing else.
    let nominee = Nominee::new(&stage, "Fatuma").without_portrait().with("portrait_upload", &id);
    let early = nominee.save(&mut focal, somalia).await;
    assert!(early == 422 && early.text().contains("no longer here"), "{}", early.text());
    assert_eq!(piece(&mut focal, &id, half, &photo[half..]).await, 200);
    let version = restarted.person(nominee.id).await.version.to_string();
    let kept = nominee.clone().with("version", &version).save(&mut focal, somalia).await;
    assert_eq!(kept, 303, "{}", kept.text());
    assert_eq!(portraits(&restarted, &stage, somalia).await, (1, 1), "exactly one portrait");
    assert_eq!(focal.get(&format!("/uploads/{id}")).await, 404, "it was taken once");
    let again = Nominee::new(&stage, "Halima").without_portrait().with("portrait_upload", &id);
    assert_eq!(again.save(&mut focal, somalia).await, 422);
    assert_eq!(portraits(&restarted, &stage, somalia).await, (2, 1));
}

#[actix_web::test]
async fn an_upload_is_its_accounts_own() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let mut delegate = world.signed_in("fatuma@example.org").await;
    let photo = jpeg(600, 800);
    let id = whole(&mut delegate, &photo).await;
    assert_eq!(focal.get(&format!("/uploads/{id}")).await, 404);
    assert_eq!(piece(&mut focal, &id, 0, &photo).await, 404);
    let stolen = Nominee::new(&stage, "Fatuma").without_portrait().with("portrait_upload", &id);
    assert_eq!(stolen.save(&mut focal, somalia).await, 422);
    assert_eq!(portraits(&world, &stage, somalia).await, (1, 0));
    let mut stranger = world.stranger();
    assert_eq!(stranger.get(&format!("/uploads/{id}")).await, 401);
    let refused = stranger.post("/uploads", &[("name", "a.jpg"), ("size", "10")]).await;
    assert_eq!(refused, 401);
    assert!(refused.headers.get("set-cookie").is_none_or(|cookie| !cookie.to_str().unwrap().contains("plenipo_kept")));
}

#[actix_web::test]
async fn nobody_sends_more_than_was_announced_or_may_be_kept() {
    let (world, _) = World::new().await;
    let mut delegate = world.signed_in("fatuma@example.org").await;
    let id = begin(&mut delegate, 10).await;
    assert_eq!(piece(&mut delegate, &id, 0, &[0; 11]).await, 413);
    for size in ["0", "-1", "99999999"] {
        assert_eq!(delegate.post("/uploads", &[("name", "a"), ("size", size)]).await, 413, "{size}");
    }
    assert_eq!(delegate.post("/uploads", &[("name", "a"), ("size", "many")]).await, 400);
    // Beyond a handful the oldest is let go: nobody is locked out by what they left.
    for _ in 0..8 {
        begin(&mut delegate, 10).await;
        world.wait(1);
    }
    assert_eq!(delegate.get(&format!("/uploads/{id}")).await, 404);
}

#[actix_web::test]
async fn a_picture_that_is_none_is_said_at_its_field() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let id = whole(&mut focal, &jpeg(200, 300)).await;
    let nominee = Nominee::new(&stage, "Fatuma").without_portrait().with("portrait_upload", &id);
    let reply = nominee.save(&mut focal, somalia).await;
    assert!(reply == 422 && reply.text().contains("200 × 300"), "{}", reply.text());
}

#[actix_web::test]
async fn what_nobody_took_is_forgotten_after_a_day() {
    let (world, _) = World::new().await;
    let mut delegate = world.signed_in("fatuma@example.org").await;
    whole(&mut delegate, &jpeg(600, 800)).await;
    for (hours, gone) in [(23, 0), (25, 1)] {
        let mut tx = world.db().begin().await.unwrap();
        let now = world.now().plus_seconds(hours * 3600);
        assert_eq!(plenipo::accounts::forget_old_uploads(&mut tx, now).await.unwrap(), gone);
        tx.commit().await.unwrap();
    }
}
