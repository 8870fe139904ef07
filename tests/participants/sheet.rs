//! Many people at once: pasted or sent, looked at, mended in place, and added as drafts.

use plenipo::files::{Cell, Sheet, TableFormat, write_table};
use plenipo::ids::DelegationId;
use plenipo::participants::{Participant, Status, people_of_delegation};

use crate::support::forms::{changed, fields_of};
use crate::support::nominees::Nominee;
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World};

const HEADINGS: &str = "Full name as in the travel document\tFamily name\tGiven names\tCategory\tDate of birth\t\
    Sex as in the document\tNationality\tE-mail";

/// Three of five rows have a mistake each.
fn pasted() -> String {
    [
        HEADINGS,
        "Selma Ndeshimona Amukugo\tAmukugo\tSelma Ndeshimona\tD\t1979-02-11\tFemale\tNamibia\tselma@example.org",
        "Purwanto\tPurwanto\t\td\t٢٠٠١-٠٣-٠٤\tM\tIndonesia\t",
        "Nguyễn Thị Hồng Ánh\tNguyễn\tThị Hồng Ánh\tD\t3/4/1980\tF\tViet Nam\t",
        "Kåre Ødegård\tØdegård\tKåre\tD\t1981-07-30\t?\tNorway\t",
        "عبد الرحمن القحطاني\t\t\tD\t\tM\tQA\tabd",
    ]
    .join("\r\n")
}

async fn somalia() -> (World, Stage, DelegationId, Browser) {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 3).await;
    let focal = world.focal_point(&stage, somalia, "focal@example.org").await;
    (world, stage, somalia, focal)
}

async fn paste(by: &mut Browser, of: DelegationId, rows: &str) -> Reply {
    by.post(&format!("/delegations/{of}/people/sheet"), &[("rows", rows)]).await
}

/// Pastes, and gives the address of the look with its page.
async fn looked(by: &mut Browser, of: DelegationId, rows: &str) -> (String, String) {
    let reply = paste(by, of, rows).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let to = reply.location().to_owned();
    let page = by.get(&to).await;
    assert_eq!(page, 200);
    (to, page.text())
}

async fn people(world: &World, stage: &Stage, of: DelegationId) -> Vec<Participant> {
    people_of_delegation(&mut world.db().connection().await.unwrap(), stage.conference, of).await.unwrap()
}

/// The cells that are marked as wrong, by the ids of their fields.
fn marked(page: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(page);
    let wrong = scraper::Selector::parse("[aria-invalid=true]").unwrap();
    page.select(&wrong).map(|field| field.value().attr("id").unwrap().to_owned()).collect()
}

#[actix_web::test]
async fn thirty_rows_in_one_paste_are_marked_mended_and_added_once() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let home = focal.get(&format!("/delegations/{somalia}")).await.text();
    assert!(home.contains("/people/sheet"), "the way there");
    let (to, page) = looked(&mut focal, somalia, &pasted()).await;
    assert!(page.contains("2 new, 0 changed, 0 unchanged, 3 with mistakes"), "{page}");
    assert_eq!(marked(&page), ["r4-birth_date", "r5-sex", "r6-email"], "exactly these cells");
    assert!(page.contains(r#"aria-label="Row 4, Date of birth""#) && page.contains(r#"id="r4-birth_date-error""#));
    assert!(people(&world, &stage, somalia).await.is_empty(), "looking adds nobody");

    let mended = [("4.birth_date", "1980-04-03"), ("5.sex", "M"), ("6.email", "abd@example.org"), ("then", "check")];
    let again = focal.post(&to, &changed(&fields_of(&page), &mended)).await;
    assert_eq!(again, 303, "{}", again.text());
    let to = again.location().to_owned();
    let page = focal.get(&to).await.text();
    assert!(page.contains("5 new, 0 changed, 0 unchanged, 0 with mistakes") && marked(&page).is_empty(), "{page}");
    assert!(page.contains("3 of 3 left") && page.contains("adds 5 people, more than can be submitted"), "{page}");

    let added = focal.post(&to, &[("then", "add")]).await;
    let on = format!("/delegations/{somalia}/people/portraits");
    assert_eq!((added.status.as_u16(), added.location()), (303, on.as_str()), "drafts lack portraits: these come next");
    let home = focal.get(added.location()).await.text();
    assert!(home.contains("5 drafts added.") && home.contains("Portrait (5)"), "{home}");
    let all = people(&world, &stage, somalia).await;
    assert!(all.iter().all(|person| person.status == Status::Draft && person.created_by.is_some()));
    let one = |name: &str| all.iter().find(|person| person.document_name == name).unwrap();
    let purwanto = one("Purwanto");
    assert_eq!((purwanto.family_name.as_str(), purwanto.given_name.as_str()), ("Purwanto", ""));
    assert_eq!(purwanto.birth_date.unwrap().to_string(), "2001-03-04");
    assert_eq!(one("عبد الرحمن القحطاني").email.as_deref(), Some("abd@example.org"));
    assert_eq!(one("Kåre Ødegård").nationality.as_deref(), Some("NO"));

    let twice = focal.post(&to, &[("then", "add")]).await;
    assert_eq!((twice.status.as_u16(), twice.location()), (303, to.as_str()), "carried out once");
    let rows = pasted().replace("3/4/1980", "1980-04-03").replace('?', "M").replace("abd", "abd@example.org");
    let (to, page) = looked(&mut focal, somalia, &rows).await;
    assert!(page.contains("0 new, 0 changed, 5 unchanged, 0 with mistakes"), "{page}");
    focal.post(&to, &[("then", "add")]).await;
    assert_eq!(people(&world, &stage, somalia).await.len(), 5);
}

#[actix_web::test]
async fn going_back_to_a_sheet_that_was_added_finds_its_people() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let (to, _) = looked(&mut focal, somalia, &pasted()).await;
    assert_eq!(focal.post(&to, &[("then", "add"), ("leave_out", "yes")]).await, 303);
    let back = focal.get(&to).await;
    assert_eq!(back, 200);
    let page = back.text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("This sheet has been added") && page.contains("these 2 people"), "{page}");
    assert!(page.contains("Purwanto") && page.contains(&format!("href=\"/delegations/{somalia}\"")), "{page}");
    let kenya = world.delegation(&stage, "Kenya", 5).await;
    let mut other = world.focal_point(&stage, kenya, "kenya@example.org").await;
    let own = to.replace(&somalia.to_string(), &kenya.to_string());
    assert!(!other.get(&own).await.text().contains("Purwanto"), "nobody else's");
    // The next sheet takes its place: of the former one there is nothing more to tell.
    let rows = pasted().replace("3/4/1980", "1980-04-03");
    let (next, _) = looked(&mut focal, somalia, &rows).await;
    assert_eq!(focal.post(&next, &[("then", "add"), ("leave_out", "yes")]).await, 303);
    assert_eq!((focal.get(&next).await.status.as_u16(), focal.get(&to).await.status.as_u16()), (200, 422));
}

#[actix_web::test]
async fn a_word_that_is_not_understood_is_told_with_those_that_are() {
    let (_world, _stage, somalia, mut focal) = somalia().await;
    let rows = [
        HEADINGS,
        "Selma\tAmukugo\tSelma\tD\t1979-02-11\tfemme\tNamibie\t",
        "Kåre\tØdegård\tKåre\tD\t1981-07-30\thomme\tNorway\t",
        "Minh\tNguyễn\tMinh\tD\t1981-07-30\tgarçon\tUtopia\t",
    ]
    .join("\n");
    let (_, page) = looked(&mut focal, somalia, &rows).await;
    let page = page.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(marked(&page), ["r4-sex", "r4-nationality"], "both languages are understood: {page}");
    assert!(page.contains("Write “Female”, “Male” or “Unspecified (X)”."), "{page}");
    assert!(page.contains("No country or territory is called “Utopia” here."), "{page}");
    assert_eq!(focal.post("/language", &[("language", "fr"), ("back", "/")]).await, 303);
    let (_, page) = looked(&mut focal, somalia, &rows).await;
    let page = page.replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("Écrivez « Féminin », « Masculin » ou « Non précisé (X) »."), "{page}");
}

#[actix_web::test]
async fn rows_with_mistakes_are_left_out_only_where_that_is_said() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let (to, _) = looked(&mut focal, somalia, &pasted()).await;
    let refused = focal.post(&to, &[("then", "add")]).await;
    assert!(refused == 422 && refused.text().contains("say here that these rows are left out"), "{}", refused.text());
    assert!(people(&world, &stage, somalia).await.is_empty());
    let added = focal.post(&to, &[("then", "add"), ("leave_out", "yes")]).await;
    assert_eq!(added, 303);
    let home = focal.get(added.location()).await.text();
    assert!(home.contains("2 drafts added. 3 rows with mistakes were left out."), "{home}");
    assert_eq!(people(&world, &stage, somalia).await.len(), 2);
}

#[actix_web::test]
async fn what_was_mended_is_not_lost_by_the_other_button() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let (to, page) = looked(&mut focal, somalia, &pasted()).await;
    let mended = [("4.birth_date", "1980-04-03"), ("5.remove", "yes"), ("then", "add"), ("leave_out", "yes")];
    let checked = focal.post(&to, &changed(&fields_of(&page), &mended)).await;
    assert_eq!(checked, 303);
    let page = focal.get(checked.location()).await.text();
    assert!(page.contains("What you mended was checked first") && page.contains("3 new"), "{page}");
    assert_eq!(marked(&page), ["r6-email"], "rows keep their numbers");
    assert!(people(&world, &stage, somalia).await.is_empty());
}

#[actix_web::test]
async fn a_sheet_that_waits_belongs_to_its_delegation() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let kenya = world.delegation(&stage, "Kenya", 5).await;
    let mut other = world.focal_point(&stage, kenya, "kenya@example.org").await;
    let (to, _) = looked(&mut focal, somalia, &pasted()).await;
    assert_eq!(other.get(&to).await, 404);
    assert_eq!(other.post(&to, &[("then", "add")]).await, 404);
    let own = to.replace(&somalia.to_string(), &kenya.to_string());
    let look = other.get(&own).await;
    assert!(look == 422 && !look.text().contains("Purwanto"), "{}", look.text());
    assert_eq!(other.post(&own, &[("then", "add"), ("leave_out", "yes")]).await, 422);
    assert!(people(&world, &stage, kenya).await.is_empty());
    // Nor does a row reach over: neither by a delegation's name nor by the number of a file.
    let fatuma = Nominee::new(&stage, "Fatuma");
    fatuma.save(&mut focal, somalia).await;
    let number = world.person(fatuma.id).await.reference;
    let rows = format!("Full name\tDelegation\tReference\nAda\tSomalia\t\nEve\t\t{number}\nBen\tkenya\t");
    let (_, page) = looked(&mut other, kenya, &rows).await;
    assert_eq!(marked(&page), ["r2-delegation", "r3-reference"]);
    assert!(page.contains("1 new") && !page.contains("Fatuma"), "{page}");
}

#[actix_web::test]
async fn whoever_stands_in_the_list_is_changed_and_not_added_again() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let (draft, frozen) = (Nominee::new(&stage, "Fatuma"), Nominee::new(&stage, "Halima"));
    draft.save(&mut focal, somalia).await;
    assert_eq!(frozen.submit(&mut focal, somalia).await, 303);
    let rows = "Full name\tFunctional title\tDate of birth\n\
        Fatuma\tMinister of Ports\t\nHalima\tMinister of Posts\t\nFatuma\t\t1990-01-01\nSahra\t\t\nSAHRA\t\t";
    let (to, page) = looked(&mut focal, somalia, rows).await;
    assert!(page.contains("2 new, 1 changed, 0 unchanged, 2 with mistakes"), "{page}");
    for said in
        ["Changes: Functional title", "cannot be changed by a table", "has the same name", "stands in row 5 already"]
    {
        assert!(page.contains(said), "lacks {said}: {page}");
    }
    assert_eq!(focal.post(&to, &[("then", "add"), ("leave_out", "yes")]).await, 303);
    let all = people(&world, &stage, somalia).await;
    assert_eq!(all.len(), 4, "two were there, a namesake and Sahra came");
    assert_eq!(world.person(draft.id).await.functional_title, "Minister of Ports");
    assert_eq!(world.person(frozen.id).await.functional_title, "Adviser");
}

#[actix_web::test]
async fn what_is_no_sheet_is_said_at_its_field_and_stays() {
    let (_world, _stage, somalia, mut focal) = somalia().await;
    let path = format!("/delegations/{somalia}/people/sheet");
    let many = format!("Full name\n{}", "Ada\n".repeat(301));
    for (rows, said) in [
        ("", "Paste rows here"),
        (" \t\n ", "Paste rows here"),
        ("Full name\n", "there is no row"),
        ("Full name\tName in passport\nAda\tAda", "Two columns are called"),
        (many.as_str(), "300 at most"),
    ] {
        let reply = paste(&mut focal, somalia, rows).await;
        let page = reply.text();
        assert!(reply == 422 && page.contains(said), "lacks {said}: {page}");
        assert!(
            rows.trim().is_empty() || page.contains(rows.lines().next().unwrap()),
            "what was pasted is still there"
        );
    }
    let cases: [(&[u8], &str); 2] = [(b"", "this one is empty"), (b"PK\x03\x04 nothing of the kind", "cannot be read")];
    for (content, said) in cases {
        let reply = focal.upload(&path, &[("rows", "")], &[("table", "people.xlsx", content)]).await;
        assert!(reply == 422 && reply.text().contains(said), "lacks {said}: {}", reply.text());
    }
}

#[actix_web::test]
async fn cells_are_text_and_nothing_else() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let names = ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "O'Brien; DROP TABLE", "\"Quoted\" Name", "X 🕊️ Æ"];
    let mut rows = "Full name,<b>Shoe</b> size,E-mail\n".to_owned();
    for name in names {
        rows.push_str(&format!("\"{}\",39,wrong\n", name.replace('"', "\"\"")));
    }
    let (to, page) = looked(&mut focal, somalia, &rows).await;
    assert!(!page.contains("<script>alert") && !page.contains("<b>Shoe"), "never markup: {page}");
    assert_eq!(marked(&page).len(), 5);
    let fields: Vec<(String, String)> = fields_of(&page)
        .into_iter()
        .map(|(name, value)| if name.ends_with(".email") { (name, String::new()) } else { (name, value) })
        .collect();
    let more = [("9999.family_name", "Nobody"), ("2.status", "approved"), ("2.no_column", "x"), ("then", "check")];
    let to = focal.post(&to, &changed(&fields, &more)).await.location().to_owned();
    assert_eq!(focal.post(&to, &[("then", "add")]).await, 303);
    let mut kept: Vec<String> =
        people(&world, &stage, somalia).await.iter().map(|one| one.document_name.clone()).collect();
    let mut expected = names.map(ToOwned::to_owned).to_vec();
    kept.sort();
    expected.sort();
    assert_eq!(kept, expected);
}

#[actix_web::test]
async fn a_sheet_full_of_mistakes_is_mended_part_by_part() {
    let (_world, _stage, somalia, mut focal) = somalia().await;
    let rows = "Full name\tDate of birth\n".to_owned()
        + (0..60).map(|place| format!("Ada {place}\t3/4/1980\n")).collect::<String>().as_str();
    let (to, page) = looked(&mut focal, somalia, &rows).await;
    assert_eq!(marked(&page).len(), 40);
    assert!(page.contains("20 more rows with mistakes are shown"), "{page}");
    assert!(page.contains("can be two days. Write it as 1980-04-03 or 1980-03-04."), "{page}");
    let fields = fields_of(&page);
    let mended: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), if name.ends_with("birth_date") { "1980-04-03" } else { value }))
        .collect();
    let to = focal.post(&to, &mended).await.location().to_owned();
    let page = focal.get(&to).await.text();
    assert!(page.contains("40 new, 0 changed, 0 unchanged, 20 with mistakes") && marked(&page).len() == 20, "{page}");
}

#[actix_web::test]
async fn a_workbook_with_french_headings_is_read_and_the_template_is_nobody() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let path = format!("/delegations/{somalia}/people/sheet");
    let mut french = focal.clone().with_cookie("plenipo_language", "fr");
    let template = french.get(&format!("{path}/template?format=xlsx")).await;
    assert_eq!(template, 200);
    let reply = focal.upload(&path, &[("rows", "")], &[("table", "modele.xlsx", &template.body)]).await;
    assert!(reply == 422 && reply.text().contains("there is no row"), "the example alone is nobody");
    let csv = french.get(&format!("{path}/template")).await.text();
    assert!(csv.contains("Nom de famille,Prénoms") && csv.contains("Passeport") && csv.contains("Exemple"), "{csv}");
    let headings = ["Nom de famille", "Prénom(s)", "Sexe", "Né(e) le", "Nationalité", "Numéro de passeport"];
    let row = ["Cissé", "Aïssatou", "Féminin", "1990-12-01", "Sénégal", "A 0123456"].map(Cell::from).to_vec();
    let sheet = Sheet { name: String::new(), headings: headings.map(ToOwned::to_owned).to_vec(), rows: vec![row] };
    let book = write_table(&sheet, TableFormat::Xlsx).unwrap();
    let to = french.upload(&path, &[("rows", "")], &[("table", "liste.xlsx", &book)]).await.location().to_owned();
    let page = french.get(&to).await.text();
    assert!(marked(&page).is_empty() && page.contains("Cissé"), "{page}");
    assert!(!page.contains("0123456"), "numbers of good rows are not shown");
    assert_eq!(french.post(&to, &[("then", "add")]).await, 303);
    let aissatou = &people(&world, &stage, somalia).await[0];
    assert_eq!((aissatou.family_name.as_str(), aissatou.given_name.as_str()), ("Cissé", "Aïssatou"));
    assert_eq!(
        (aissatou.nationality.as_deref(), aissatou.sex.map(|sex| sex.to_string())),
        (Some("SN"), Some("F".into()))
    );
    assert!(aissatou.document_number_hint.is_some());
    world.sql("DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM stored_file WHERE kind LIKE 'import_of_people%'), 'a sheet is left'; END $$").await;
}

#[actix_web::test]
async fn what_was_mended_stays_when_columns_are_said() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let rows = "Participant\tPost held\tDate of birth\tCategory\nSelma Amukugo\tMinister\t3/4/1988\tD";
    let (to, page) = looked(&mut focal, somalia, rows).await;
    say(&mut focal, &to, &[("column.0", "document_name")]).await;
    let page = {
        drop(page);
        focal.get(&to).await.text()
    };
    assert_eq!(marked(&page), ["r2-birth_date"], "{page}");
    let fields = fields_of(&page);
    let mended = [("2.birth_date", "1988-04-03"), ("column.1", "functional_title"), ("then", "columns")];
    let again = focal.post(&to, &changed(&fields, &mended)).await;
    let page = focal.get(again.location()).await.text();
    assert!(page.contains("1 new, 0 changed, 0 unchanged, 0 with mistakes"), "{page}");
    assert_eq!(focal.post(again.location(), &[("then", "add")]).await, 303);
    let selma = &people(&world, &stage, somalia).await[0];
    assert_eq!(
        (selma.functional_title.as_str(), selma.birth_date),
        ("Minister", plenipo::clock::Day::parse("1988-04-03"))
    );
}

/// The fields of the form that says what columns mean.
async fn say(by: &mut Browser, to: &str, columns: &[(&str, &str)]) {
    let said = columns.iter().copied().chain([("then", "columns")]).collect::<Vec<_>>();
    assert_eq!(by.post(to, &said).await, 303);
}

#[actix_web::test]
async fn a_column_that_nobody_knows_is_said_once_and_remembered() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let rows = "Participant\tShoe size\tPost held\tCategory\nSelma Amukugo\t39\tMinister\tD\nPurwanto\t44\tAdviser\tD";
    let (to, page) = looked(&mut focal, somalia, rows).await;
    assert!(page.contains("3 columns have headings that are not known") && page.contains("Selma Amukugo · Purwanto"));
    assert!(page.contains("No column with names was found"), "{page}");
    say(&mut focal, &to, &[("column.0", "document_name"), ("column.1", "ignored"), ("column.2", "functional_title")])
        .await;
    let page = focal.get(&to).await.text();
    assert!(page.contains("2 new, 0 changed, 0 unchanged, 0 with mistakes"), "{page}");
    assert_eq!(focal.post(&to, &[("then", "add")]).await, 303);
    let added = people(&world, &stage, somalia).await;
    let selma = added.iter().find(|one| one.document_name == "Selma Amukugo").unwrap();
    assert_eq!(selma.functional_title, "Minister");
    // The next sheet is read so at once; another delegation's is not.
    let (_, page) = looked(&mut focal, somalia, &rows.replace("Purwanto", "Halima")).await;
    assert!(page.contains("1 new, 0 changed, 1 unchanged"), "{page}");
    let kenya = world.delegation(&stage, "Kenya", 5).await;
    let mut other = world.focal_point(&stage, kenya, "kenya@example.org").await;
    let (to, page) = looked(&mut other, kenya, rows).await;
    assert!(page.contains("No column with names was found"));
    // What no column is called means nothing.
    say(&mut other, &to, &[("column.0", "password_hash")]).await;
    assert!(other.get(&to).await.text().contains("No column with names was found"));
}

#[actix_web::test]
async fn the_sample_of_a_demonstration_has_three_mistakes_at_exactly_these_cells() {
    let (world, stage, somalia, mut focal) = somalia().await;
    let path = format!("/delegations/{somalia}/people/sheet?sample=1");
    let plain = focal.get(&path).await.text();
    assert!(!plain.contains("Try it with a sample") && !plain.contains("Lemalu"), "only in demonstrations");
    let portraits = format!("/delegations/{somalia}/people/portraits/sample");
    assert_eq!(focal.post(&portraits, &[]).await, 404);
    assert_eq!(focal.get(&format!("{portraits}.zip")).await, 404);
    world.sql("UPDATE conference SET demonstration = true; UPDATE delegation SET entity = 'SO'").await;
    let page = focal.get(&path).await.text();
    let rows = fields_of(&page).into_iter().find(|(name, _)| name == "rows").unwrap().1;
    let (to, page) = looked(&mut focal, somalia, &rows).await;
    assert_eq!(marked(&page), ["r4-birth_date", "r8-sex", "r11-email"], "{page}");
    assert!(page.contains("27 new, 0 changed, 0 unchanged, 3 with mistakes"), "{page}");
    let mended = [("4.birth_date", "1988-04-03"), ("8.sex", "M"), ("11.email", ""), ("then", "check")];
    let again = focal.post(&to, &changed(&fields_of(&page), &mended)).await;
    let added = focal.post(again.location(), &[("then", "add")]).await;
    assert_eq!(added, 303);
    assert_eq!(focal.post(&portraits, &[]).await, 303);
    let page = focal.get(&format!("/delegations/{somalia}/people/portraits")).await.text();
    assert!(page.contains("12 matched, 0 to match"), "{page}");
    let with_papers = people(&world, &stage, somalia).await.iter().filter(|one| one.document_file_id.is_some()).count();
    assert_eq!(with_papers, 12, "specimens of their passports");
    let zip = focal.get(&format!("{portraits}.zip")).await;
    assert_eq!(zip, 200);
    assert!(zip.body.starts_with(b"PK\x03\x04") && zip.body.len() > 100_000);
    let all = people(&world, &stage, somalia).await;
    let siaosi = all.iter().find(|one| one.family_name == "Siaosi").unwrap();
    assert_eq!((siaosi.given_name.as_str(), siaosi.document_name.as_str()), ("", "Siaosi"));
    assert!(all.iter().any(|one| one.document_name == "Sināmoni Rosa Lemalu"));
}
