//! What everybody sees of a conference.

use crate::support::World;

#[actix_web::test]
async fn the_public_page_says_when_where_and_until_when() {
    let (world, _stage) = World::new().await;
    let page = world.stranger().get("/hanoi").await.text();
    for said in
        ["25–26 October 2025", "Hà Nội", "Nominations close", "1 November 2025, 07:00", "now 10:04", "/hanoi/programme"]
    {
        assert!(page.contains(said), "{said}");
    }
    let french = world.stranger().with_cookie("plenipo_language", "fr").get("/hanoi").await.text();
    assert!(french.contains("25–26 octobre 2025") && french.contains("Clôture des désignations"));
    assert_eq!(world.stranger().get("/nowhere").await, 404);
}

#[actix_web::test]
async fn the_colours_are_sent_once_and_again_when_they_change() {
    let (world, stage) = World::new().await;
    let sheet = world.stranger().get("/hanoi/categories.css").await;
    assert_eq!(sheet.headers.get("content-type").unwrap(), "text/css; charset=utf-8");
    assert_eq!(sheet.headers.get("cache-control").unwrap(), "public, max-age=300");
    assert!(sheet.text().contains(".cat-D{--cat:#0b4f6c;--on-cat:#ffffff}"));
    let tag = sheet.headers.get("etag").unwrap().to_str().unwrap().to_owned();
    let same = world.stranger().with_header("if-none-match", &tag).get("/hanoi/categories.css").await;
    assert_eq!(same, 304);
    assert!(same.body.is_empty());
    let mut c = world.db().connection().await.unwrap();
    use diesel_async::SimpleAsyncConnection;
    c.batch_execute(&format!("UPDATE category SET colour = '#ffe08a' WHERE id = '{}'", stage.press)).await.unwrap();
    let changed = world.stranger().with_header("if-none-match", &tag).get("/hanoi/categories.css").await;
    assert!(changed == 200 && changed.text().contains(".cat-P{--cat:#ffe08a;--on-cat:#17212c}"));
}
