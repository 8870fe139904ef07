//! Delegations come all at once from a table: looked at first, row by row, then all or nothing.

use plenipo::delegations::DelegationKind;
use plenipo::files::{Cell, Sheet, TableFormat, claim_run, write_table};
use plenipo::ids::FileId;

use super::{by_key, listed, organiser, places};
use crate::support::{Browser, Reply};

const GOOD: &str = "key;kind;entity;name_en;name_fr;language;focal_name;focal_email;quota_D\r\n\
    ;;NA;;;en;;;4\r\n\
    ;state;NO;;;en;;;\r\n\
    ;territory;AW;;;en;;;2\r\n\
    EU;european_union;EU;;;fr;;;6\r\n\
    ocean-watch;ngo;;Ocean Watch;Veille océane;fr;Zoë Faure;zoe@watch.example;1\r\n";

async fn previewed(browser: &mut Browser, name: &str, content: &[u8]) -> Reply {
    let reply = browser.upload("/hanoi/delegations/import", &[], &[("table", name, content)]).await;
    // A table that can be read has a page of its own, which may be loaded again.
    if reply == 303 { browser.get(reply.location()).await } else { reply }
}

/// Where the button of a preview leads, if it has one.
fn act_of(page: &str) -> Option<String> {
    let mut actions = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    actions.find(|action| action.contains("/delegations/import/")).map(ToOwned::to_owned)
}

#[actix_web::test]
async fn a_table_is_looked_at_before_anything_is_done_and_then_carried_out() {
    let (world, stage, mut chi) = organiser().await;
    let preview = previewed(&mut chi, "list.csv", GOOD.as_bytes()).await;
    assert_eq!(preview, 200, "{}", preview.text());
    let page = preview.text();
    assert!(page.contains("5 new, 0 changed, 0 unchanged, 0 with mistakes"), "{page}");
    assert!(page.contains("One focal point is appointed") && page.contains("Norway") && page.contains("Ocean Watch"));
    assert!(listed(&world, &stage).await.is_empty(), "looking changes nothing");
    let act = act_of(&page).expect("a button");
    let done = chi.post(&act, &[("invite", "yes")]).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/hanoi/delegations"));
    assert!(chi.get("/hanoi/delegations").await.text().contains("5 new, 0 changed"));
    // The codes that careless readers turn into nothing.
    assert_eq!(by_key(&world, &stage, "NA").await.name.get("en"), Some("Namibia"));
    assert_eq!(by_key(&world, &stage, "NO").await.kind, DelegationKind::State);
    assert_eq!(places(&world, &by_key(&world, &stage, "NA").await, stage.delegates).await, Some((4, 0)));
    let mail = world.mail_to("zoe@watch.example").await;
    assert!(mail.language == "fr" && mail.body_text.contains("Veille océane"), "{}", mail.body_text);
    // The same table again has nothing to do, and the button of the first preview is dead.
    let again = previewed(&mut chi, "list.csv", GOOD.as_bytes()).await.text();
    assert!(again.contains("There is nothing to do") && act_of(&again).is_none());
    let twice = chi.post(&act, &[]).await;
    assert!(twice == 422 && twice.text().contains("no longer kept"), "{}", twice.text());
}

#[actix_web::test]
async fn nobody_is_written_to_when_the_box_is_not_ticked() {
    let (world, stage, mut chi) = organiser().await;
    let act = act_of(&previewed(&mut chi, "list.csv", GOOD.as_bytes()).await.text()).unwrap();
    assert_eq!(chi.post(&act, &[]).await, 303);
    assert_eq!(listed(&world, &stage).await.len(), 5);
    assert!(world.mails_to("zoe@watch.example").await.is_empty());
}

#[actix_web::test]
async fn every_mistake_is_told_with_its_row_and_nothing_is_imported() {
    let (world, stage, mut chi) = organiser().await;
    let table = "key,kind,entity,name_en,region,language,focal_email,quota_D\n\
        ,,NA,,,,,\n\
        ,,Atlantis,,,,,\n\
        one,embassy,,One,,,,\n\
        two,ngo,,,,,,\n\
        three,ngo,,Three,mars,,,\n\
        four,ngo,,Four,,tlh,,\n\
        five,ngo,,Five,,,not an address,\n\
        six,ngo,,Six,,,,many\n\
        six,ngo,,Six again,,,,\n\
        ,state,NA,,,,,\n";
    let reply = previewed(&mut chi, "list.csv", table.as_bytes()).await;
    let page = reply.text();
    assert!(act_of(&page).is_none(), "nothing to press while anything is wrong");
    for said in [
        "no State, territory or Union called “Atlantis”",
        "There is no kind “embassy”",
        "A name is needed",
        "no regional group “mars”",
        "not one of ar, en, es, fr, ru, zh",
        "not an e-mail address",
        "0 to 9999",
        "The key six stands in row 9 already",
        "The key NA stands in row 2 already",
    ] {
        let told = page.replace(['\u{2068}', '\u{2069}'], "");
        assert!(told.contains(said), "lacks {said}: {told}");
    }
    for row in [3, 4, 5, 6, 7, 8, 9, 10, 11] {
        assert!(page.contains(&format!("data-label=\"Row\">{row}<")), "row {row} is not shown");
    }
    assert!(!page.contains("data-label=\"Row\">2<"), "a good row stands among those to mend");
    assert!(act_of(&page).is_none() && listed(&world, &stage).await.is_empty());
}

#[actix_web::test]
async fn a_workbook_is_read_as_well_as_text() {
    let (world, stage, mut chi) = organiser().await;
    let headings = ["entity", "quota_D", "focal_email"].map(ToOwned::to_owned).to_vec();
    let rows = vec![
        vec![Cell::from("Côte d’Ivoire"), Cell::from(3_i64), Cell::Nothing],
        vec![Cell::from("TUR"), Cell::Nothing, Cell::from("ayse@mission.example")],
    ];
    let sheet = Sheet { name: "Delegations".to_owned(), headings, rows };
    let book = write_table(&sheet, TableFormat::Xlsx).unwrap();
    let page = previewed(&mut chi, "list.xlsx", &book).await.text();
    assert!(page.contains("Türkiye") && page.contains("2 new"), "{page}");
    assert_eq!(chi.post(&act_of(&page).unwrap(), &[("invite", "yes")]).await, 303);
    assert_eq!(places(&world, &by_key(&world, &stage, "CI").await, stage.delegates).await, Some((3, 0)));
    assert_eq!(world.mails_to("ayse@mission.example").await.len(), 1);
}

#[actix_web::test]
async fn what_is_no_table_of_delegations_is_said_at_once() {
    let (_world, _stage, mut chi) = organiser().await;
    let cases: [(&str, &[u8], &str); 5] = [
        ("list.csv", b"", "this one is empty"),
        ("list.csv", b"name,place\nA,B\n", "neither a column"),
        ("list.csv", b"key,kind\n", "there is no row"),
        ("list.csv", b"entity,quota_Q\nVN,3\n", "column of places for category"),
        ("list.xlsx", b"PK\x03\x04 and then nothing of the kind", "cannot be read"),
    ];
    for (name, content, said) in cases {
        let reply = previewed(&mut chi, name, content).await;
        assert!(act_of(&reply.text()).is_none(), "{said}");
        assert!(reply.text().contains(said), "lacks {said}: {}", reply.text());
    }
    assert_eq!(chi.post("/hanoi/delegations/import", &[]).await, 422);
}

#[actix_web::test]
async fn a_delegation_that_changed_since_the_preview_is_not_overwritten_unseen() {
    let (world, stage, mut chi) = organiser().await;
    let table = "key,entity\nNA,NA\nNO,NO\n";
    let act = act_of(&previewed(&mut chi, "list.csv", table.as_bytes()).await.text()).unwrap();
    // Meanwhile Namibia was added by hand, under another key.
    chi.post("/hanoi/delegations", &[("kind", "state"), ("entity", "NA"), ("language", "en"), ("key", "nam")]).await;
    let reply = chi.post(&act, &[]).await;
    assert_eq!(reply, 422);
    assert!(
        reply.text().replace(['\u{2068}', '\u{2069}'], "").contains("NA is on the list already, under the key nam")
    );
    assert_eq!(listed(&world, &stage).await.len(), 1);
}

#[actix_web::test]
async fn a_state_without_a_key_is_found_again_under_the_key_it_has() {
    let (world, stage, mut chi) = organiser().await;
    chi.post("/hanoi/delegations", &[("kind", "state"), ("entity", "NA"), ("language", "en"), ("key", "nam")]).await;
    let page = previewed(&mut chi, "list.csv", b"entity,language\nNamibia,fr\n").await.text();
    assert!(page.contains("0 new, 1 changed"), "{page}");
    assert_eq!(chi.post(&act_of(&page).unwrap(), &[]).await, 303);
    let all = listed(&world, &stage).await;
    assert!(all.len() == 1 && all[0].key == "nam" && all[0].language == "fr");
}

#[actix_web::test]
async fn what_the_export_wrote_can_be_imported_and_changes_nothing() {
    let (world, stage, mut chi) = organiser().await;
    let act = act_of(&previewed(&mut chi, "list.csv", GOOD.as_bytes()).await.text()).unwrap();
    chi.post(&act, &[]).await;
    for format in ["csv", "xlsx"] {
        let table = chi.get(&format!("/hanoi/delegations/export?format={format}")).await;
        assert_eq!(table, 200);
        let page = previewed(&mut chi, "again", &table.body).await.text();
        assert!(page.contains("0 new, 0 changed, 5 unchanged, 0 with mistakes"), "{format}: {page}");
    }
    assert_eq!(listed(&world, &stage).await.len(), 5);
}

#[actix_web::test]
async fn a_table_that_waits_belongs_to_its_conference() {
    let (world, _stage, mut chi) = organiser().await;
    let geneva = world.conference("geneva", 2).await;
    let mut gina = world.on_duty(&geneva, "gina@example.org", plenipo::conferences::DutyKind::Organiser).await;
    let act = act_of(&previewed(&mut chi, "list.csv", GOOD.as_bytes()).await.text()).unwrap();
    assert_eq!(gina.post(&act, &[]).await, 404);
    assert_eq!(gina.post(&act.replace("/hanoi/", "/geneva/"), &[]).await, 422);
    assert!(listed(&world, &geneva).await.is_empty());
}

#[actix_web::test]
async fn a_second_table_says_which_delegations_it_has_forgotten_and_takes_nobody_away() {
    let (world, stage, mut chi) = organiser().await;
    let act = act_of(&previewed(&mut chi, "list.csv", GOOD.as_bytes()).await.text()).unwrap();
    chi.post(&act, &[]).await;
    let corrected = "key,entity,kind,name_en,quota_D\nNA,NA,,,4\n,NO,,,7\nred-cross,,ngo,Red Cross,1\n";
    let page = previewed(&mut chi, "list.csv", corrected.as_bytes()).await.text();
    assert!(page.contains("1 new, 1 changed, 1 unchanged, 0 with mistakes"), "{page}");
    assert!(page.contains("3 delegations on the list are not in this table"), "{page}");
    let missing = page.split("<details class=\"panel\"").nth(1).expect("what is missing");
    for name in ["Aruba", "European Union", "Ocean Watch"] {
        assert!(missing.contains(name), "{name} is not among the missing: {missing}");
    }
    assert!(!missing.contains("Namibia") && !missing.contains("Norway"), "{missing}");
    assert_eq!(chi.post(&act_of(&page).unwrap(), &[]).await, 303);
    assert_eq!(listed(&world, &stage).await.len(), 6);
}

#[actix_web::test]
async fn an_observer_that_is_a_state_comes_back_from_the_export_as_it_was() {
    let (world, stage, mut chi) = organiser().await;
    let table = "key,kind,entity,name_en\nVA,observer,VA,Holy See\nred-cross,ngo,,Red Cross\n";
    let page = previewed(&mut chi, "list.csv", table.as_bytes()).await.text();
    assert_eq!(chi.post(&act_of(&page).unwrap(), &[]).await, 303);
    assert_eq!(by_key(&world, &stage, "VA").await.entity.as_deref(), Some("VA"));
    let written = chi.get("/hanoi/delegations/export?format=csv").await;
    let again = previewed(&mut chi, "list.csv", &written.body).await.text();
    assert!(again.contains("0 new, 0 changed, 2 unchanged, 0 with mistakes"), "{again}");
    let wrong = previewed(&mut chi, "list.csv", b"key,kind,entity,name_en\nred-cross,ngo,FR,Red Cross\n").await.text();
    assert!(wrong.contains("1 with mistakes"), "{wrong}");
}

#[actix_web::test]
async fn a_conference_calls_a_state_otherwise_in_one_language_and_keeps_the_table_in_the_others() {
    let (world, stage, mut chi) = organiser().await;
    let table = "entity,own_name_fr,own_formal_name_fr\nTR,Türkiye (Rép. de),\nNO,,\n";
    let page = previewed(&mut chi, "list.csv", table.as_bytes()).await.text();
    assert_eq!(chi.post(&act_of(&page).unwrap(), &[]).await, 303);
    let one = by_key(&world, &stage, "TR").await;
    assert_eq!((one.name.get("en"), one.name.get("fr")), (Some("Türkiye"), Some("Türkiye (Rép. de)")));
    // What the export wrote changes nothing; taken back on the page, the name of the table stands again.
    let written = chi.get("/hanoi/delegations/export?format=csv").await;
    let again = previewed(&mut chi, "list.csv", &written.body).await.text();
    assert!(again.contains("0 new, 0 changed, 2 unchanged"), "{again}");
    let address = format!("/hanoi/delegations/{}/particulars", one.id);
    let form = chi.get(&address).await.text();
    assert!(form.contains("<details open>") && form.contains("Türkiye (Rép. de)"), "{form}");
    let version = one.version.to_string();
    let fields = [
        ("kind", "state"),
        ("entity", "TR"),
        ("language", "fr"),
        ("key", "TR"),
        ("version", version.as_str()),
        ("own_name_fr", ""),
        ("own_name_en", "Turkiye Republic"),
    ];
    assert_eq!(chi.post(&address, &fields).await, 303);
    let one = by_key(&world, &stage, "TR").await;
    assert_eq!((one.name.get("en"), one.name.get("fr")), (Some("Turkiye Republic"), Some("Türkiye")));
}

/// A table longer than what is carried out within a request.
fn long_table() -> Vec<u8> {
    let rows = (1..=250).map(|n| format!("house-{n};ngo;;House {n};Maison {n};en;1\r\n"));
    std::iter::once("key;kind;entity;name_en;name_fr;language;quota_D\r\nNA;state;NA;;;en;4\r\n".to_owned())
        .chain(rows)
        .collect::<String>()
        .into_bytes()
}

/// The page of a long import once it has come to its end.
async fn ended(browser: &mut Browser, progress: &str) -> String {
    for _ in 0..600 {
        let page = browser.get(progress).await;
        assert_eq!(page, 200, "{}", page.text());
        let page = page.text();
        if !page.contains("<progress") {
            return page;
        }
        assert!(page.contains("of 251 rows"), "{page}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the import never ended");
}

#[actix_web::test]
async fn a_long_table_is_carried_out_once_while_its_page_shows_how_far_it_is() {
    let (world, stage, mut chi) = organiser().await;
    let act = act_of(&previewed(&mut chi, "list.csv", &long_table()).await.text()).expect("a button");
    let mut other = chi.clone();
    let (one, two) = futures_util::join!(chi.post(&act, &[]), other.post(&act, &[]));
    let progress = format!("{act}/progress");
    assert_eq!((one.status.as_u16(), one.location()), (303, &*progress), "{}", one.text());
    assert_eq!((two.status.as_u16(), two.location()), (303, &*progress), "{}", two.text());
    let page = ended(&mut chi, &progress).await;
    assert!(page.contains("251 new, 0 changed"), "{page}");
    assert_eq!(listed(&world, &stage).await.len(), 251);
    assert_eq!(chi.post(&act, &[]).await, 422, "what is done is not done again");
}

#[actix_web::test]
async fn a_long_import_whose_server_was_stopped_says_that_nothing_was_done_and_begins_anew() {
    let (world, stage, mut chi) = organiser().await;
    let act = act_of(&previewed(&mut chi, "list.csv", &long_table()).await.text()).expect("a button");
    let progress = format!("{act}/progress");
    assert_eq!(chi.get(&progress).await, 404, "nothing was begun");
    let file = act.rsplit('/').next().and_then(FileId::parse).expect("its key");
    let mut tx = world.db().begin().await.unwrap();
    assert!(claim_run(&mut tx, stage.conference, file, 251, world.now()).await.unwrap());
    assert!(!claim_run(&mut tx, stage.conference, file, 251, world.now()).await.unwrap(), "it runs already");
    tx.commit().await.unwrap();
    assert!(chi.get(&progress).await.text().contains("<progress"));
    // Whoever presses again while it seems to run is shown it, and nothing is begun.
    assert_eq!(chi.post(&act, &[]).await.location(), progress);
    assert!(listed(&world, &stage).await.is_empty());
    world.wait(30);
    let page = chi.get(&progress).await.text();
    assert!(page.contains("The server was stopped") && page.contains(&format!("href=\"{act}\"")), "{page}");
    assert_eq!(chi.post(&act, &[]).await.location(), progress);
    assert!(ended(&mut chi, &progress).await.contains("251 new"));
    assert_eq!(listed(&world, &stage).await.len(), 251);
}

#[actix_web::test]
async fn a_long_import_that_clashes_with_somebody_elses_change_does_nothing_and_says_why() {
    let (world, stage, mut chi) = organiser().await;
    let act = act_of(&previewed(&mut chi, "list.csv", &long_table()).await.text()).expect("a button");
    // Meanwhile Namibia was added by hand, under another key.
    chi.post("/hanoi/delegations", &[("kind", "state"), ("entity", "NA"), ("language", "en"), ("key", "nam")]).await;
    let carried = chi.post(&act, &[]).await;
    let page = ended(&mut chi, carried.location()).await;
    assert!(page.contains("Nothing was imported") && !page.contains("251 new"), "{page}");
    assert_eq!(listed(&world, &stage).await.len(), 1);
}
