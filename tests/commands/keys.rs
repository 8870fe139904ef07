//! The keys of badges by the command line.

use super::tables::{plenipo, said, written};
use crate::support::World;

#[actix_web::test]
async fn a_key_is_rotated_and_retired_and_badges_in_print_are_not_ended_by_mistake() {
    let (world, stage) = World::new().await;
    let atlantis = world.delegation(&stage, "Atlantis", 5).await;
    let ada = world.participant(&stage, atlantis, "Ada", "approved").await;
    world.badge(&stage, ada).await;
    let line = |id: &str| {
        let listed = written(&plenipo(&world, &["keys", "list"], ""));
        listed.lines().find(|line| line.starts_with(id)).unwrap_or_default().to_owned()
    };
    assert!(line("1").ends_with("\tsigns\t1"), "{}", line("1"));
    let signing = plenipo(&world, &["keys", "retire", "1"], "");
    assert!(said(&signing).contains("key 1 signs at present"), "{}", said(&signing));
    assert_eq!(signing.status.code(), Some(1));
    assert!(plenipo(&world, &["keys", "rotate"], "").status.success());
    assert!(line("1").ends_with("\treads\t1") && line("2").ends_with("\tsigns\t0"), "{}", line("2"));
    let refused = plenipo(&world, &["keys", "retire", "1"], "");
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("1 badges and collection codes that are still good"), "{}", said(&refused));
    let stolen = plenipo(&world, &["keys", "retire", "1", "--with-its-badges"], "");
    assert!(stolen.status.success(), "{}", said(&stolen));
    assert!(line("1").contains("\tretired "), "{}", line("1"));
    let exported = written(&plenipo(&world, &["export", "badges", "--conference", "hanoi", "--format", "json"], ""));
    assert!(exported.contains("\"code\": null") || exported.contains("\"code\":null"), "{exported}");
    assert_eq!(plenipo(&world, &["keys", "retire", "9"], "").status.code(), Some(1));
    assert_eq!(plenipo(&world, &["keys", "retire", "many"], "").status.code(), Some(2));
}
