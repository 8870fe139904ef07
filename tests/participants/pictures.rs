//! Many portraits at once: sent together, matched by the names of their files, looked at, and kept with one button.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use plenipo::ids::{DelegationId, ParticipantId};
use plenipo::participants::Participant;

use crate::support::forms::{changed, fields_of};
use crate::support::nominees::Nominee;
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World};

/// A picture of its own, so that no two are the same bytes.
fn picture(shade: u8) -> Vec<u8> {
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(600, 800, Rgb([shade, 120, 90])));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

async fn drafts(stage: &Stage, of: DelegationId, by: &mut Browser, names: &[&str]) -> Vec<ParticipantId> {
    let mut ids = Vec::new();
    for name in names {
        // The first word is the family name, as in Viet Nam; a single name has no given one.
        let (family, given) = name.split_once(' ').unwrap_or((name, ""));
        let nominee =
            Nominee::new(stage, name).with("family_name", family).with("given_name", given).without_portrait();
        assert_eq!(nominee.save(by, of).await, 303, "{name}");
        ids.push(nominee.id);
    }
    ids
}

fn path(of: DelegationId) -> String {
    format!("/delegations/{of}/people/portraits")
}

async fn send(by: &mut Browser, of: DelegationId, pictures: &[(&str, Vec<u8>)]) -> Reply {
    let files: Vec<(&str, &str, &[u8])> =
        pictures.iter().map(|(name, bytes)| ("pictures", *name, bytes.as_slice())).collect();
    by.upload(&path(of), &[], &files).await
}

async fn give(by: &mut Browser, of: DelegationId, changes: &[(&str, &str)]) -> Reply {
    let page = by.get(&path(of)).await.text();
    let fields = fields_of(&page);
    by.post(&format!("{}/given", path(of)), &changed(&fields, changes)).await
}

/// The name of the field that says whose a picture is.
fn field_of(page: &str, file: &str) -> String {
    let html = scraper::Html::parse_document(page);
    let cards = scraper::Selector::parse(".picture").unwrap();
    let fields = scraper::Selector::parse("[name^='of.']").unwrap();
    let card = html.select(&cards).find(|card| card.text().any(|text| text == file)).expect("the card");
    card.select(&fields).next().unwrap().value().attr("name").unwrap().to_owned()
}

async fn faces(world: &World, ids: &[ParticipantId]) -> Vec<bool> {
    let mut found = Vec::new();
    for id in ids {
        let person: Participant = world.person(*id).await;
        found.push(person.portrait_file_id.is_some() && person.portrait_gate_file_id.is_some());
    }
    found
}

#[actix_web::test]
async fn twelve_pictures_find_their_people_by_the_names_of_their_files() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 20).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let names = ["Selma Amukugo", "Purwanto", "Nguyễn Thị Hồng Ánh", "Nguyễn Văn Minh", "عبد الرحمن القحطاني"];
    let ids = drafts(&stage, somalia, &mut focal, &names).await;
    let sent = send(
        &mut focal,
        somalia,
        &[
            ("AMUKUGO_Selma.JPG", picture(1)),
            ("purwanto.jpeg", picture(2)),
            ("nguyen.png", picture(3)),
            ("عبد الرحمن القحطاني.jpg", picture(4)),
            ("IMG_2041.jpg", picture(5)),
            ("small.jpg", crate::support::nominees::jpeg(200, 200)),
            ("apple.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
        ],
    )
    .await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, path(somalia).as_str()));
    let page = focal.get(&path(somalia)).await.text();
    for said in
        ["3 matched, 2 to match", "The name fits 2 people.", "fits nobody", "200 × 200", "HEIC", "Keep the portraits"]
    {
        assert!(page.contains(said), "lacks {said}: {page}");
    }
    assert_eq!(faces(&world, &ids).await, [false; 5], "looking keeps nothing");

    // The two that were left are given by hand; the bad ones go.
    let minh = ids[3].to_string();
    let anh = ids[2].to_string();
    let (one, two) = (field_of(&page, "nguyen.png"), field_of(&page, "IMG_2041.jpg"));
    let kept = give(&mut focal, somalia, &[(&one, &anh), (&two, &minh)]).await;
    assert_eq!(kept, 303, "{}", kept.text());
    assert_eq!(faces(&world, &ids).await, [true; 5]);
    let again = focal.get(&path(somalia)).await.text();
    assert!(!again.contains("class=\"picture\""), "nothing waits any more: {again}");
    let seen = focal.get(&format!("/people/{}/portrait/full", ids[0])).await;
    assert_eq!(seen, 200);
    assert_eq!(image::load_from_memory(&seen.body).unwrap().width(), 600);
}

#[actix_web::test]
async fn a_picture_sent_again_after_a_cut_line_waits_once() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 20).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    drafts(&stage, somalia, &mut focal, &["Purwanto"]).await;
    for _ in 0..2 {
        let reply =
            focal.upload(&path(somalia), &[("then", "next")], &[("pictures", "purwanto.jpg", &picture(1))]).await;
        assert_eq!(reply, 204);
    }
    let page = focal.get(&path(somalia)).await.text();
    assert!(page.contains("1 matched, 0 to match"), "{page}");
}

#[actix_web::test]
async fn nobody_loses_a_portrait_without_being_asked() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 20).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let fatuma = Nominee::new(&stage, "Fatuma");
    fatuma.save(&mut focal, somalia).await;
    let before = world.person(fatuma.id).await.portrait_file_id;
    send(&mut focal, somalia, &[("fatuma.jpg", picture(7))]).await;
    let page = focal.get(&path(somalia)).await.text();
    assert!(page.contains("Replace the portrait on file"), "{page}");
    let kept = give(&mut focal, somalia, &[]).await;
    assert_eq!(kept.location(), path(somalia), "it still waits");
    assert_eq!(world.person(fatuma.id).await.portrait_file_id, before);
    let replace = field_of(&page, "fatuma.jpg").replace("of.", "replace.");
    let kept = give(&mut focal, somalia, &[(&replace, "yes")]).await;
    assert_eq!(kept, 303);
    let after = world.person(fatuma.id).await.portrait_file_id;
    assert!(after.is_some() && after != before);
}

#[actix_web::test]
async fn two_pictures_for_one_person_are_said_at_both_and_nothing_is_kept() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 20).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let ids = drafts(&stage, somalia, &mut focal, &["Purwanto", "Fatuma"]).await;
    send(
        &mut focal,
        somalia,
        &[("purwanto.jpg", picture(1)), ("purwanto 2.jpg", picture(2)), ("fatuma.jpg", picture(3))],
    )
    .await;
    let page = focal.get(&path(somalia)).await.text();
    assert!(page.contains("1 matched, 2 to match") && page.contains("Another picture fits Purwanto"), "{page}");
    let purwanto = ids[0].to_string();
    let fields = ["purwanto.jpg", "purwanto 2.jpg"].map(|file| field_of(&page, file));
    let wrong = give(&mut focal, somalia, &[(&fields[0], &purwanto), (&fields[1], &purwanto)]).await;
    assert_eq!(wrong, 422);
    assert_eq!(wrong.text().matches("Two pictures are for Purwanto.").count(), 2, "{}", wrong.text());
    assert_eq!(faces(&world, &ids).await, [false, false], "all or none");
    let right = give(&mut focal, somalia, &[(&fields[0], &purwanto), (&fields[1], "nobody")]).await;
    assert_eq!(right, 303);
    assert_eq!(faces(&world, &ids).await, [true, true]);
}

#[actix_web::test]
async fn pictures_and_people_of_another_delegation_are_out_of_reach() {
    let (world, stage) = World::new().await;
    let (somalia, kenya) = (world.delegation(&stage, "Somalia", 20).await, world.delegation(&stage, "Kenya", 20).await);
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let mut other = world.focal_point(&stage, kenya, "kenya@example.org").await;
    let ids = drafts(&stage, somalia, &mut focal, &["Purwanto"]).await;
    drafts(&stage, kenya, &mut other, &["Wanjiku"]).await;
    send(&mut focal, somalia, &[("purwanto.jpg", picture(1))]).await;
    let page = focal.get(&path(somalia)).await.text();
    let field = field_of(&page, "purwanto.jpg");
    let id = field.trim_start_matches("of.");
    assert_eq!(focal.get(&format!("{}/{id}", path(somalia))).await, 200);
    assert_eq!(other.get(&format!("{}/{id}", path(somalia))).await, 404);
    assert_eq!(other.get(&format!("{}/{id}", path(kenya))).await, 404);
    // Neither is another's picture given, nor one's own to another's people.
    other.post(&format!("{}/given", path(kenya)), &[(&field, &ids[0].to_string())]).await;
    send(&mut other, kenya, &[("wanjiku.jpg", picture(2))]).await;
    let own = field_of(&other.get(&path(kenya)).await.text(), "wanjiku.jpg");
    let wrong = other.post(&format!("{}/given", path(kenya)), &[(&own, &ids[0].to_string())]).await;
    assert_eq!(wrong, 422);
    assert_eq!(faces(&world, &ids).await, [false]);
}

#[actix_web::test]
async fn what_nobody_was_given_is_forgotten_after_a_day() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 20).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    drafts(&stage, somalia, &mut focal, &["Purwanto"]).await;
    send(&mut focal, somalia, &[("purwanto.jpg", picture(1))]).await;
    let db = world.db();
    for (hours, left) in [(23, 0), (25, 1)] {
        let mut tx = db.begin().await.unwrap();
        let now = world.now().plus_seconds(hours * 3600);
        assert_eq!(plenipo::participants::forget_old_pictures(&mut tx, now).await.unwrap(), left);
        tx.commit().await.unwrap();
    }
    let page = focal.get(&path(somalia)).await.text();
    assert!(page.contains("One person whose file you can change has no portrait yet."), "{page}");
}

/// A ZIP file of these.
fn packed(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[actix_web::test]
async fn a_zip_of_portraits_is_unpacked_and_what_is_no_picture_is_refused_by_its_name() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 20).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let ids = drafts(&stage, somalia, &mut focal, &["Purwanto", "Fatuma"]).await;
    let inside = [
        ("portraits/purwanto.jpg", picture(1)),
        ("__MACOSX/portraits/._purwanto.jpg", b"beside".to_vec()),
        ("portraits/list of people.pdf", b"%PDF-1.7 people".to_vec()),
    ];
    let bomb = packed(&[("a.jpg", vec![0; 30 * 1024 * 1024])]);
    let sheet = packed(&[("[Content_Types].xml", b"<Types/>".to_vec())]);
    let files = [
        ("faces.zip", packed(&inside)),
        ("fatuma.jpg", picture(2)),
        ("bomb.zip", bomb),
        ("people.xlsx", sheet),
        ("notes.txt", b"hello".to_vec()),
    ];
    let sent = send(&mut focal, somalia, &files).await;
    assert_eq!(sent, 303, "{}", sent.text());
    let page = focal.get(&path(somalia)).await.text();
    assert!(page.contains("2 matched, 0 to match"), "{page}");
    for (name, why) in [
        ("list of people.pdf", "This is not a picture that can be used"),
        ("people.xlsx", "This is not a picture that can be used"),
        ("notes.txt", "This is not a picture that can be used"),
        ("bomb.zip", "unpacks to more than can be taken"),
    ] {
        let card =
            page.split("<li class=\"picture picture-bad\"").find(|card| card.contains(&format!("<bdi>{name}</bdi>")));
        assert!(card.is_some_and(|card| card.contains(why)), "{name}: {page}");
    }
    assert!(!page.contains("._purwanto"), "what a system puts beside files is no file of anybody's");
    assert_eq!(give(&mut focal, somalia, &[]).await, 303);
    assert_eq!(faces(&world, &ids).await, [true, true], "the others are kept");
}
