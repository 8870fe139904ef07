//! The organiser's list: found by any name, filtered, in pages, and exported as it is shown.

use super::organiser;
use crate::support::Browser;

const LIST: &str = "key,kind,entity,name_en,name_fr,focal_email\n\
    ,,VN,,,\n,,DE,,,herr@mission.example\n,,CI,,,\n,,TR,,,\n,,EU,,,\n\
    icrc,observer,,International Committee of the Red Cross,Comité international de la Croix-Rouge,\n";

async fn filled(chi: &mut Browser) {
    let looked = chi.upload("/hanoi/delegations/import", &[], &[("table", "l.csv", LIST.as_bytes())]).await;
    assert_eq!(chi.post(looked.location(), &[]).await, 303);
}

/// The names in the list, in its order.
fn names(page: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(page);
    let rows = scraper::Selector::parse("#delegations tbody th").unwrap();
    page.select(&rows).map(|row| row.text().collect::<String>().trim().to_owned()).collect()
}

#[actix_web::test]
async fn names_stand_in_the_order_of_nameplates_of_the_readers_language() {
    let (_world, _stage, mut chi) = organiser().await;
    filled(&mut chi).await;
    let english = names(&chi.get("/hanoi/delegations").await.text());
    let red_cross = "International Committee of the Red Cross";
    assert_eq!(english, ["Côte d'Ivoire", "European Union", "Germany", red_cross, "Türkiye", "Viet Nam"]);
    let mut french = chi.clone().with_header("accept-language", "fr");
    let french = names(&french.get("/hanoi/delegations").await.text());
    assert_eq!(french[0], "Allemagne");
    assert!(french.contains(&"Union européenne".to_owned()), "{french:?}");
}

#[actix_web::test]
async fn a_delegation_is_found_by_any_of_its_names_and_by_its_focal_point() {
    let (_world, _stage, mut chi) = organiser().await;
    filled(&mut chi).await;
    for (query, found) in [
        ("q=allemagne", vec!["Germany"]),
        ("q=COTE+d%27ivoire", vec!["Côte d'Ivoire"]),
        ("q=herr%40mission", vec!["Germany"]),
        ("q=croix", vec!["International Committee of the Red Cross"]),
        ("kind=european_union", vec!["European Union"]),
        ("kind=state&region=africa", vec!["Côte d'Ivoire"]),
        ("status=confirmed", vec![]),
        ("kind=embassy&q=turk", vec!["Türkiye"]),
    ] {
        let page = chi.get(&format!("/hanoi/delegations?{query}")).await;
        assert_eq!(page, 200, "{query}");
        assert_eq!(names(&page.text()), found, "{query}");
    }
    let nothing = chi.get("/hanoi/delegations?q=nowhere").await.text();
    assert!(nothing.contains("No delegation fits") && nothing.contains("value=\"nowhere\""));
}

#[actix_web::test]
async fn the_export_is_what_the_list_shows_and_runs_nothing_in_a_spreadsheet() {
    let (_world, _stage, mut chi) = organiser().await;
    filled(&mut chi).await;
    let hostile = [("kind", "ngo"), ("name_en", "=HYPERLINK(\"http://evil.example\")"), ("language", "en")];
    assert_eq!(chi.post("/hanoi/delegations", &hostile).await, 303);
    let states = chi.get("/hanoi/delegations/export?kind=state").await;
    let text = states.text();
    assert_eq!(text.lines().count(), 5, "{text}");
    assert!(states.headers.get("content-disposition").unwrap().to_str().unwrap().contains("hanoi-delegations.csv"));
    assert!(text.contains("herr@mission.example") && !text.contains("icrc"));
    let all = chi.get("/hanoi/delegations/export").await.text();
    assert!(all.contains("'=HYPERLINK") && !all.contains(",=HYPERLINK") && !all.contains("\"=HYPERLINK"), "{all}");
    // The list leads to a workbook of exactly what it shows.
    let list = chi.get("/hanoi/delegations?kind=state&page=1").await.text();
    let export = "/hanoi/delegations/export?format=xlsx&kind=state&page=1";
    assert!(list.replace("&#38;", "&").replace("&amp;", "&").contains(&format!("href=\"{export}\"")), "{list}");
    let book = chi.get(export).await;
    let table = plenipo::files::read_table(&book.body, "book.xlsx").unwrap();
    assert_eq!(table.rows.len(), 4);
}

#[actix_web::test]
async fn a_long_list_comes_in_pages_and_an_empty_one_says_what_to_do() {
    let (world, stage, mut chi) = organiser().await;
    let empty = chi.get("/hanoi/delegations").await.text();
    assert!(empty.contains("No delegation yet") && empty.contains("/hanoi/delegations/import"));
    for number in 1..=53 {
        world.delegation(&stage, &format!("Island {number:02}"), 1).await;
    }
    let first = chi.get("/hanoi/delegations").await.text();
    assert_eq!(names(&first).len(), 50);
    assert!(first.contains("53 delegations") && first.contains("page=2"));
    assert_eq!(names(&chi.get("/hanoi/delegations?page=2").await.text()), ["Island 51", "Island 52", "Island 53"]);
    // Beyond the last page stands the last one, and what is no number is the first.
    assert!(!names(&chi.get("/hanoi/delegations?page=99").await.text()).is_empty());
    assert_eq!(names(&chi.get("/hanoi/delegations?page=x").await.text()).len(), 50);
}
