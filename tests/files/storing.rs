//! Files as rows: sealed, chunked, of one conference alone.

use actix_web::body::to_bytes;
use actix_web::http::header;
use diesel_async::SimpleAsyncConnection;
use plenipo::files::{CHUNK, FileType, NewFile, Sealer, Shown, file_head, forget, read, show, store};
use plenipo::ids::{ConferenceId, FileId};
use plenipo::web::Problem;

use crate::support::World;
use crate::support::people::Stage;

/// A PDF of three chunks, the last one short.
fn passport() -> Vec<u8> {
    let mut content = b"%PDF-1.7\n".to_vec();
    content.extend((0..2 * CHUNK + 1000).map(|index| (index % 251) as u8));
    content
}

async fn keep(world: &World, conference: ConferenceId, content: &[u8], sealer: Option<&Sealer>) -> FileId {
    let new = NewFile {
        conference,
        kind: "identity_document",
        name: "Hộ chiếu \"1\".pdf",
        content,
        allowed: FileType::PAPER,
        limit: 10 * 1024 * 1024,
        purge_on: None,
        sealed_with: sealer,
    };
    let mut tx = world.db().begin().await.unwrap();
    let id = store(&mut tx, &new, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn world() -> (World, Stage, Sealer) {
    let (world, stage) = World::new().await;
    let sealer = Sealer::of(&world.parts.site).unwrap();
    (world, stage, sealer)
}

#[actix_web::test]
async fn a_sealed_passport_comes_back_whole_and_streams_with_harmless_headers() {
    let (world, stage, sealer) = world().await;
    let content = passport();
    let id = keep(&world, stage.conference, &content, Some(&sealer)).await;
    let mut c = world.db().connection().await.unwrap();
    let (head, again) = read(&mut c, stage.conference, id, &sealer).await.unwrap();
    assert!(head.sealed && head.media_type == "application/pdf" && *again == content);
    let answer = show(world.db(), head, sealer, Shown::Inline).await.unwrap();
    let header = |name| answer.headers().get(name).unwrap().to_str().unwrap().to_owned();
    assert!(header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none'"));
    assert!(
        header(header::CONTENT_DISPOSITION).starts_with("inline; filename=\"H_ chi_u _1_.pdf\"; filename*=UTF-8''H")
    );
    assert_eq!(to_bytes(answer.into_body()).await.unwrap(), content);
}

#[actix_web::test]
async fn the_database_alone_shows_nothing_of_a_sealed_file() {
    let (world, stage, sealer) = world().await;
    let id = keep(&world, stage.conference, &passport(), Some(&sealer)).await;
    let mut c = world.db().connection().await.unwrap();
    let other = Sealer::open_or_make(&plenipo::files::secrets::Secrets::open(&world.folder.path().join("x")).unwrap());
    assert!(matches!(read(&mut c, stage.conference, id, &other.unwrap()).await, Err(Problem::Broken { .. })));
    c.batch_execute(
        "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM stored_file_chunk WHERE position('%PDF' IN content) > 0); END $$",
    )
    .await
    .unwrap();
}

#[actix_web::test]
async fn a_chunk_in_another_place_is_noticed() {
    let (world, stage, sealer) = world().await;
    let id = keep(&world, stage.conference, &passport(), Some(&sealer)).await;
    let mut c = world.db().connection().await.unwrap();
    c.batch_execute("UPDATE stored_file_chunk SET ordinal = -1 - ordinal WHERE ordinal < 2; UPDATE stored_file_chunk SET ordinal = 2 + ordinal WHERE ordinal < 0")
        .await
        .unwrap();
    assert!(matches!(read(&mut c, stage.conference, id, &sealer).await, Err(Problem::Broken { .. })));
}

#[actix_web::test]
async fn a_file_of_another_conference_is_not_found() {
    let (world, stage, sealer) = world().await;
    let elsewhere = world.conference("geneva", 2).await;
    let id = keep(&world, stage.conference, &passport(), None).await;
    let mut c = world.db().connection().await.unwrap();
    assert!(matches!(file_head(&mut c, elsewhere.conference, id).await, Err(Problem::NotFound)));
    assert!(!forget(&mut c, elsewhere.conference, id).await.unwrap());
    assert!(forget(&mut c, stage.conference, id).await.unwrap());
    assert!(matches!(read(&mut c, stage.conference, id, &sealer).await, Err(Problem::NotFound)));
}

#[actix_web::test]
async fn what_is_no_paper_is_not_kept() {
    let (world, stage, _) = world().await;
    let new = NewFile {
        conference: stage.conference,
        kind: "letter",
        name: "letter.pdf",
        content: b"<html><script>alert(1)</script>",
        allowed: FileType::LETTER,
        limit: 1000,
        purge_on: None,
        sealed_with: None,
    };
    let mut tx = world.db().begin().await.unwrap();
    assert!(
        matches!(store(&mut tx, &new, world.now()).await, Err(Problem::Refused(message)) if message.key() == "file-wrong-type")
    );
}
