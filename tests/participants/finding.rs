//! Finding people: by any of their names in any script, by number, by delegation, and taking the list away.

use plenipo::conferences::DutyKind;

use crate::support::World;
use crate::support::nominees::Nominee;

#[actix_web::test]
async fn staff_find_somebody_by_whatever_they_know() {
    let (world, stage) = World::new().await;
    let viet_nam = world.delegation(&stage, "Viet Nam", 50).await;
    let kenya = world.delegation(&stage, "Kenya", 50).await;
    let mut focal = world.focal_point(&stage, viet_nam, "vn@example.org").await;
    let mut other = world.focal_point(&stage, kenya, "ke@example.org").await;
    let anh = Nominee::new(&stage, "Nguyễn Thị Hồng Ánh").with("native_name", "阮氏紅映").with("email", "");
    anh.save(&mut focal, viet_nam).await;
    Nominee::new(&stage, "Wanjiru Kamau").save(&mut other, kenya).await;
    let reference = world.person(anh.id).await.reference;
    let mut desk = world.on_duty(&stage, "desk@example.org", DutyKind::PassDesk).await;
    for query in ["nguyen", "hong%20anh", "%E9%98%AE%E6%B0%8F", "viet", "NGUY%E1%BB%84N%20viet", &reference.to_string()]
    {
        let found = desk.get(&format!("/{}/participants?q={query}", stage.slug)).await.text();
        assert!(found.contains("Nguyễn Thị Hồng Ánh") && !found.contains("Wanjiru"), "{query}");
    }
    for nobody in ["tran", "%25", "_", "nguyen%20kenya"] {
        let found = desk.get(&format!("/{}/participants?q={nobody}", stage.slug)).await.text();
        assert_eq!(found.contains("Nguyễn Thị"), nobody.starts_with('%') || nobody == "_", "{nobody}");
    }
    let filtered = desk.get(&format!("/{}/participants?delegation={kenya}&status=draft", stage.slug)).await.text();
    assert!(filtered.contains("Wanjiru") && !filtered.contains("Nguyễn Thị"));
    assert!(desk.get(&format!("/{}/participants?status=approved", stage.slug)).await.text().contains("Nobody found"));
}

#[actix_web::test]
async fn an_export_holds_exactly_what_is_shown_and_runs_nothing() {
    let (world, stage) = World::new().await;
    let kenya = world.delegation(&stage, "Kenya", 50).await;
    let mut focal = world.focal_point(&stage, kenya, "ke@example.org").await;
    for name in ["Wanjiru", "=1+1", "Otieno"] {
        Nominee::new(&stage, name).with("email", "").save(&mut focal, kenya).await;
    }
    let mut observer = world.on_duty(&stage, "observer@example.org", DutyKind::Observer).await;
    let reply = observer.get(&format!("/{}/participants/export?format=csv", stage.slug)).await;
    assert_eq!(reply, 200);
    let text = reply.text();
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.contains("'=1+1") && text.contains("Otieno"));
    let one = observer.get(&format!("/{}/participants/export?format=csv&q=otieno", stage.slug)).await.text();
    assert!(one.contains("Otieno") && !one.contains("Wanjiru"));
    let book = observer.get(&format!("/{}/participants/export?q=otieno", stage.slug)).await;
    assert!(book.body.starts_with(b"PK"));
}
