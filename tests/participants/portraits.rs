//! Pictures of every kind, good and bad, through the form.

use plenipo::conferences::DutyKind;

use crate::support::World;
use crate::support::nominees::{Nominee, jpeg};

/// A PNG that announces this size and holds next to nothing: a few bytes that would unpack to a gigabyte.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let size = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &size), chunk(b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01")].concat()
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind, data].concat();
    let crc = !body.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    });
    [&u32::try_from(data.len()).unwrap().to_be_bytes(), &body[..], &crc.to_be_bytes()].concat()
}

#[actix_web::test]
async fn every_bad_picture_has_its_own_message_and_loses_nothing() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 50).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let good = jpeg(600, 800);
    let cases: [(&str, Vec<u8>, &str); 7] = [
        ("bomb.png", bomb(16_000, 16_000), "too many pixels"),
        ("wide.png", bomb(2_000_000_000, 1), "too many pixels"),
        ("letter.jpg", b"%PDF-1.7 not a picture".to_vec(), "not a picture"),
        ("page.jpg", b"<html><script>alert(1)</script>".to_vec(), "not a picture"),
        ("cut.jpg", good[..good.len() / 3].to_vec(), "cannot be read"),
        ("small.jpg", jpeg(479, 640), "479 × 640"),
        ("iphone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "HEIC"),
    ];
    for (name, bytes, said) in cases {
        let mut nominee = Nominee::new(&stage, name);
        nominee.portrait = Some(bytes);
        let reply = nominee.save(&mut focal, somalia).await;
        assert_eq!(reply, 422, "{name}");
        assert!(reply.text().contains(said), "{name}: {}", reply.text());
        let person = world.person(nominee.id).await;
        assert_eq!((person.name(), person.portrait_file_id), (name.to_owned(), None), "the rest is kept");
    }
}

#[actix_web::test]
async fn a_large_file_is_refused_by_its_size() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let mut nominee = Nominee::new(&stage, "Fatuma");
    nominee.portrait = Some([&jpeg(600, 800)[..], &vec![0; 13 * 1024 * 1024]].concat());
    let reply = nominee.save(&mut focal, somalia).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("larger than 12 MB"));
}

#[actix_web::test]
async fn a_file_larger_than_any_form_is_said_at_its_field_and_what_was_typed_stays() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let mut nominee = Nominee::new(&stage, "Fatuma");
    nominee.portrait = Some(vec![0; 25 * 1024 * 1024]);
    let reply = nominee.save(&mut focal, somalia).await;
    assert_eq!(reply, 422);
    let page = reply.text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("larger than its field takes"), "{page}");
    let person = world.person(nominee.id).await;
    assert_eq!((person.name(), person.portrait_file_id), ("Fatuma".to_owned(), None), "the rest is kept");
}

#[actix_web::test]
async fn a_portrait_is_seen_by_those_who_may_and_by_nobody_else() {
    let (world, stage) = World::new().await;
    let (somalia, kenya) = (world.delegation(&stage, "Somalia", 5).await, world.delegation(&stage, "Kenya", 5).await);
    let mut focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    let nominee = Nominee::new(&stage, "Fatuma");
    nominee.save(&mut focal, somalia).await;
    let path = |size: &str| format!("/people/{}/portrait/{size}", nominee.id);
    let mut may = vec![focal, world.signed_in("fatuma@example.org").await];
    may.push(world.on_duty(&stage, "guard@example.org", DutyKind::GateStaff).await);
    for browser in &mut may {
        let reply = browser.get(&path("full")).await;
        assert_eq!(reply, 200);
        assert_eq!(reply.headers.get("cache-control").unwrap(), "private, max-age=3600");
        let picture = image::load_from_memory(&reply.body).unwrap();
        assert_eq!((picture.width(), picture.height()), (600, 800));
    }
    let gate = image::load_from_memory(&may[0].get(&path("gate")).await.body).unwrap();
    assert_eq!((gate.width(), gate.height()), (96, 128));
    let mut may_not = vec![world.signed_in("nobody@example.org").await];
    may_not.push(world.focal_point(&stage, kenya, "kenya@example.org").await);
    let elsewhere = world.conference("geneva", 2).await;
    may_not.push(world.on_duty(&elsewhere, "elsewhere@example.org", DutyKind::Organiser).await);
    for browser in &mut may_not {
        assert_eq!(browser.get(&path("full")).await, 404);
    }
    assert_eq!(may[0].get(&path("huge")).await, 404);
}
