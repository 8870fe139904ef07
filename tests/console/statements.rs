//! The pages in every foot: privacy and accessibility, with whom to write to.

use plenipo::schema::conference;

use crate::support::World;

#[actix_web::test]
async fn everybody_reads_what_is_kept_and_whom_to_ask_in_their_language() {
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    let (world, stage) = World::new().await;
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    diesel::update(conference::table.find(stage.conference))
        .set(conference::contact_email.eq("secretariat@example.org"))
        .execute(&mut *c)
        .await
        .unwrap();
    for (language, privacy, erased) in [("en", "Privacy", "31 December 2025"), ("fr", "Vie privée", "31 décembre 2025")]
    {
        let mut visitor = world.stranger().with_cookie("plenipo_language", language);
        let page = visitor.get("/privacy").await;
        assert_eq!(page, 200);
        let text = page.text();
        assert!(text.contains(privacy) && text.contains(erased), "{text}");
        assert!(text.contains("mailto:secretariat@example.org"));
        let page = visitor.get("/accessibility").await;
        assert!(page == 200 && page.text().contains("WCAG 2.2") && page.text().contains("mailto:secretariat@"));
    }
}

#[actix_web::test]
async fn they_stand_before_there_is_a_conference() {
    let world = World::empty().await;
    for address in ["/privacy", "/accessibility"] {
        let page = world.stranger().get(address).await;
        assert!(page == 200 && page.text().contains("There is no conference here yet"), "{address}");
    }
}
