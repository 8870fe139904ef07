//! Organisations that were not invited apply; the secretariat admits, asks or declines.

use plenipo::delegations::DelegationKind;
use plenipo::ids::ApplicationId;

use super::{by_key, listed, organiser, places};
use crate::support::mails::{code_in, link_in};
use crate::support::{Browser, Reply, World};

const OWN: &str = "/hanoi/admission/applications";
const DESK: &str = "/hanoi/delegations/applications";

async fn open(world: &World) {
    world
        .sql(
            "INSERT INTO admission_window (conference_id, closes_at)
              SELECT id, nomination_closes_at FROM conference WHERE slug = 'hanoi'",
        )
        .await;
}

fn form(id: ApplicationId) -> Vec<(&'static str, String)> {
    let fields = [
        ("name_en", "Ocean Watch"),
        ("name_fr", "Veille océane"),
        ("kind", "ngo"),
        ("country", "FR"),
        ("website", "https://watch.example"),
        ("about", "We watch the ocean."),
        ("people", "٣"),
        ("contact_name", "Zoé Faure"),
        ("language", "fr"),
    ];
    let mut fields: Vec<_> = fields.map(|(field, text)| (field, text.to_owned())).to_vec();
    fields.push(("id", id.to_string()));
    fields
}

async fn send(by: &mut Browser, fields: &[(&'static str, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(field, text)| (*field, text.as_str())).collect();
    by.post(OWN, &fields).await
}

/// Zoé has applied for Ocean Watch.
async fn applied(world: &World) -> (Browser, ApplicationId) {
    open(world).await;
    let mut zoe = world.signed_in("zoe@watch.example").await;
    let id = ApplicationId::new();
    let reply = send(&mut zoe, &form(id)).await;
    assert_eq!(reply, 303, "{}", reply.text());
    (zoe, id)
}

#[actix_web::test]
async fn an_organisation_applies_with_a_code_is_admitted_and_nominates() {
    let (world, stage, mut chi) = organiser().await;
    let mut zoe = world.stranger();
    assert!(zoe.get("/hanoi/admission").await.text().contains("takes no applications"));
    let until = [("closes_at", "2025-10-30T18:00")];
    assert_eq!(chi.post(&format!("{DESK}/window"), &until).await, 303);
    assert!(zoe.get("/hanoi").await.text().contains("/hanoi/admission"));
    assert_eq!(zoe.post("/hanoi/admission", &[("email", "zoe@watch.example")]).await, 303);
    let code = code_in(&world.mail_to("zoe@watch.example").await);
    let entered = zoe.post("/sign-in/code", &[("code", &code)]).await;
    assert_eq!(entered.location(), OWN, "{}", entered.text());
    let id = ApplicationId::new();
    let reply = send(&mut zoe, &form(id)).await;
    assert_eq!(reply.location(), format!("{OWN}/{id}"), "{}", reply.text());
    assert_eq!(send(&mut zoe, &form(id)).await, 303, "a double tap is one application");
    assert!(chi.get(DESK).await.text().contains("One application waits"));
    let page = chi.get(&format!("{DESK}/{id}")).await.text();
    assert!(
        page.contains("Veille océane") && page.contains("We watch the ocean.") && page.contains("France"),
        "{page}"
    );
    let reply = chi.post(&format!("{DESK}/{id}/admission"), &[("version", "1"), ("places", "4")]).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let one = by_key(&world, &stage, "ocean-watch").await;
    assert_eq!(
        (one.kind, one.name.get("fr"), one.language.as_str()),
        (DelegationKind::Ngo, Some("Veille océane"), "fr")
    );
    let mails = world.mails_to("zoe@watch.example").await;
    let mail = mails.iter().find(|mail| mail.kind == "focal_point_invitation").expect("an invitation");
    let mut again = world.stranger();
    assert_eq!(again.post(&link_in(mail, "/invitation/"), &[]).await.location(), format!("/delegations/{}", one.id));
    assert!(zoe.get(&format!("{OWN}/{id}")).await.text().contains("Admitted"));
    // The conference of this world has places for delegates only: an NGO begins with none of those.
    assert_eq!(places(&world, &one, stage.delegates).await, None);
}

#[actix_web::test]
async fn what_is_asked_is_answered_and_what_is_declined_says_why() {
    let (world, stage, mut chi) = organiser().await;
    let (mut zoe, id) = applied(&world).await;
    let empty = chi.post(&format!("{DESK}/{id}/return"), &[("version", "1"), ("note", "")]).await;
    assert!(empty == 422 && empty.text().contains("note-error"), "{}", empty.text());
    let asked = [("version", "1"), ("note", "Who pays for you?")];
    assert_eq!(chi.post(&format!("{DESK}/{id}/return"), &asked).await, 303);
    let mail = world.mail_to("zoe@watch.example").await;
    assert!(mail.language == "fr" && mail.body_text.contains("Who pays for you?"), "{}", mail.body_text);
    assert!(mail.body_text.contains(&format!("{OWN}/{id}")));
    assert!(zoe.get(&format!("{OWN}/{id}")).await.text().contains("Who pays for you?"));
    let stale = chi.post(&format!("{DESK}/{id}/refusal"), &asked).await;
    assert_eq!(stale, 409, "somebody acted in between: {}", stale.text());
    let mended = form(id).into_iter().map(|(field, text)| match field {
        "about" => (field, "Our members pay.".to_owned()),
        _ => (field, text),
    });
    let mended: Vec<_> = mended.collect();
    let fields: Vec<(&str, &str)> = mended.iter().map(|(field, text)| (*field, text.as_str())).collect();
    assert_eq!(zoe.post(&format!("{OWN}/{id}"), &fields).await, 303);
    assert!(chi.get(&format!("{DESK}/{id}")).await.text().contains("Our members pay."));
    let no = [("version", "3"), ("note", "The hall is full.")];
    let reply = chi.post(&format!("{DESK}/{id}/refusal"), &no).await;
    assert_eq!(reply, 303, "{}", reply.text());
    assert!(world.mails_to("zoe@watch.example").await.iter().any(|mail| mail.body_text.contains("The hall is full.")));
    let late = chi.post(&format!("{DESK}/{id}/admission"), &[("version", "4"), ("places", "1")]).await;
    assert_eq!(late, 409, "what is decided stays decided");
    assert!(listed(&world, &stage).await.is_empty());
}

#[actix_web::test]
async fn two_organisers_admit_one_organisation_once() {
    let (world, stage, mut chi) = organiser().await;
    let mut dana = world.on_duty(&stage, "dana@example.org", plenipo::conferences::DutyKind::Organiser).await;
    let (_, id) = applied(&world).await;
    let (act, fields) = (format!("{DESK}/{id}/admission"), [("version", "1"), ("places", "2")]);
    let (one, other) = futures_util::join!(chi.post(&act, &fields), dana.post(&act, &fields));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(listed(&world, &stage).await.len(), 1);
}

#[actix_web::test]
async fn mistakes_are_said_at_their_fields_and_nothing_typed_is_lost() {
    let (world, _stage, _chi) = organiser().await;
    open(&world).await;
    let mut zoe = world.signed_in("zoe@watch.example").await;
    let wrong = [
        ("id", ApplicationId::new().to_string()),
        ("kind", "state".to_owned()),
        ("people", "many".to_owned()),
        ("about", "We watch.".to_owned()),
    ];
    let reply = send(&mut zoe, &wrong).await;
    assert_eq!(reply, 422);
    for said in ["kind-error", "people-error", "name_en-error", "contact_name-error", "We watch.", "value=\"many\""] {
        assert!(reply.text().contains(said), "lacks {said}: {}", reply.text());
    }
}

#[actix_web::test]
async fn nobody_reads_the_application_of_another_and_one_name_is_applied_for_once() {
    let (world, _stage, mut chi) = organiser().await;
    let (mut zoe, id) = applied(&world).await;
    let mut eve = world.signed_in("eve@example.org").await;
    assert_eq!(eve.get(&format!("{OWN}/{id}")).await, 404);
    assert_eq!(eve.post(&format!("{OWN}/{id}/withdrawal"), &[]).await, 404);
    assert_eq!(world.stranger().get(OWN).await, 303, "an address is proved first");
    let again = send(&mut zoe, &form(ApplicationId::new())).await;
    assert!(again == 422 && again.text().contains("applied for an organisation of this name"), "{}", again.text());
    // Somebody else of the same organisation may not know; the secretariat sees it.
    let other = ApplicationId::new();
    assert_eq!(send(&mut eve, &form(other)).await, 303);
    let page = chi.get(&format!("{DESK}/{other}")).await.text();
    assert!(page.contains("Perhaps the same organisation") && page.contains(&format!("{DESK}/{id}")), "{page}");
    assert_eq!(zoe.post(&format!("{OWN}/{id}/withdrawal"), &[]).await, 303);
    assert!(zoe.get(&format!("{OWN}/{id}")).await.text().contains("Withdrawn"));
    assert_eq!(send(&mut zoe, &form(ApplicationId::new())).await, 303, "and once more after that");
}

#[actix_web::test]
async fn after_the_hour_nothing_more_is_taken() {
    let (world, _stage, mut chi) = organiser().await;
    open(&world).await;
    let mut zoe = world.signed_in("zoe@watch.example").await;
    assert_eq!(chi.post(&format!("{DESK}/window"), &[("close", "yes"), ("closes_at", "2025-10-30T18:00")]).await, 303);
    assert_eq!(send(&mut zoe, &form(ApplicationId::new())).await, 409);
    assert_eq!(world.stranger().post("/hanoi/admission", &[("email", "late@example.org")]).await, 409);
    assert!(world.mails_to("late@example.org").await.is_empty());
    for nothing in ["tomorrow", ""] {
        let wrong = chi.post(&format!("{DESK}/window"), &[("closes_at", nothing)]).await;
        assert!(wrong == 422 && wrong.text().contains("closes_at-error"), "{}", wrong.text());
    }
}

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF";

async fn send_with(by: &mut Browser, to: &str, fields: &[(&'static str, String)], files: &[(&str, &[u8])]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(field, text)| (*field, text.as_str())).collect();
    let files: Vec<(&str, &str, &[u8])> = files.iter().map(|(name, bytes)| ("documents", *name, *bytes)).collect();
    by.upload(to, &fields, &files).await
}

/// The address of a document on a page, by its name.
fn document_on(page: &str, name: &str) -> String {
    let html = scraper::Html::parse_document(page);
    let links = scraper::Selector::parse("a[href*='/documents/']").unwrap();
    let found = html.select(&links).find(|link| link.text().collect::<String>() == name);
    found.unwrap_or_else(|| panic!("no {name}: {page}")).value().attr("href").unwrap().to_owned()
}

#[actix_web::test]
async fn documents_come_with_an_application_and_are_opened_by_the_secretariat() {
    let (world, _stage, mut chi) = organiser().await;
    open(&world).await;
    let mut zoe = world.signed_in("zoe@watch.example").await;
    let id = ApplicationId::new();
    let picture = crate::support::nominees::jpeg(20, 20);
    // What is no paper is refused by its name, and the page asks for the others again.
    let wrong = [("statute.pdf", PDF), ("evil.html", b"<script>1</script>".as_slice())];
    let reply = send_with(&mut zoe, OWN, &form(id), &wrong).await;
    let page = reply.text().replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(reply, 422);
    assert!(page.contains("evil.html: This is not a file of a type we accept: PDF, JPG, PNG"), "{page}");
    assert!(page.contains("We watch the ocean."), "what was typed stays");
    let four = [("1.pdf", PDF), ("2.pdf", PDF), ("3.pdf", PDF), ("4.pdf", PDF)];
    let reply = send_with(&mut zoe, OWN, &form(id), &four).await;
    assert!(reply == 422 && reply.text().contains("Three documents at most."), "{}", reply.text());
    let two = [("statute.pdf", PDF), ("register.jpg", picture.as_slice())];
    for _ in 0..2 {
        let reply = send_with(&mut zoe, OWN, &form(id), &two).await;
        assert_eq!(reply, 303, "a double tap is one application: {}", reply.text());
    }
    assert!(chi.get(DESK).await.text().replace(['\u{2068}', '\u{2069}'], "").contains("2 documents"));
    let page = chi.get(&format!("{DESK}/{id}")).await.text();
    let paper = document_on(&page, "statute.pdf");
    let shown = chi.get(&paper).await;
    assert_eq!((shown.status.as_u16(), shown.body.as_slice()), (200, PDF));
    let header = |name: &str| shown.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default();
    assert_eq!(header("content-type"), "application/pdf");
    assert!(header("content-security-policy").contains("default-src 'none'"));
    // Nobody else sees it, under any address.
    let own = document_on(&zoe.get(&format!("{OWN}/{id}")).await.text(), "statute.pdf");
    assert_eq!(zoe.get(&own).await, 200);
    let mut eve = world.signed_in("eve@example.org").await;
    for path in [&own, &paper] {
        assert_eq!(eve.get(path).await, 404);
    }
    assert_eq!(zoe.get(&paper).await, 404);
    // Asked for more, the applicant changes them.
    let asked = [("version", "1"), ("note", "Your register is of last year.")];
    assert_eq!(chi.post(&format!("{DESK}/{id}/return"), &asked).await, 303);
    let page = zoe.get(&format!("{OWN}/{id}")).await.text();
    let old = document_on(&page, "register.jpg");
    let mut mended = form(id);
    mended.push(("remove_document", old.rsplit('/').next().unwrap().to_owned()));
    let new = [("register 2025.pdf", PDF), ("letter.pdf", PDF)];
    let reply = send_with(&mut zoe, &format!("{OWN}/{id}"), &mended, &new).await;
    assert_eq!(reply, 303, "{}", reply.text());
    assert_eq!(zoe.get(&old).await, 404);
    let page = chi.get(&format!("{DESK}/{id}")).await.text();
    for name in ["statute.pdf", "register 2025.pdf", "letter.pdf"] {
        document_on(&page, name);
    }
}

#[actix_web::test]
async fn a_website_is_one_that_a_browser_opens() {
    let (world, _stage, _chi) = organiser().await;
    open(&world).await;
    let mut zoe = world.signed_in("zoe@watch.example").await;
    let with = |website: &str| {
        let typed = form(ApplicationId::new()).into_iter().map(|(field, text)| match field {
            "website" => (field, website.to_owned()),
            _ => (field, text),
        });
        typed.collect::<Vec<_>>()
    };
    let wrong = send(&mut zoe, &with("javascript:alert(1)")).await;
    assert_eq!(wrong, 422);
    assert!(wrong.text().contains("website-error") && wrong.text().contains("javascript:alert(1)"), "{}", wrong.text());
    assert_eq!(send(&mut zoe, &with("www.watch.example")).await, 303);
}

#[actix_web::test]
async fn applications_are_searched_filtered_and_exported_as_they_are_shown() {
    let (world, _stage, mut chi) = organiser().await;
    let (_zoe, id) = applied(&world).await;
    let mut ben = world.signed_in("ben@reef.example").await;
    let reef = form(ApplicationId::new()).into_iter().map(|(field, text)| match field {
        "name_en" => (field, "Reef Alliance".to_owned()),
        "name_fr" => (field, "Alliance récifs".to_owned()),
        "country" => (field, "FJ".to_owned()),
        "contact_name" => (field, "Ben Koroi".to_owned()),
        _ => (field, text),
    });
    assert_eq!(send(&mut ben, &reef.collect::<Vec<_>>()).await, 303);
    for (query, ocean, reefs) in [
        ("", true, true),
        ("?q=oceane", true, false),
        ("?q=koroi", false, true),
        ("?q=ben%40reef", false, true),
        ("?q=fiji", false, true),
        ("?q=fidji+alliance", false, true),
        ("?status=submitted&q=ocean", true, false),
        ("?status=admitted", false, false),
    ] {
        let page = chi.get(&format!("{DESK}{query}")).await.text();
        assert_eq!((page.contains("Ocean Watch"), page.contains("Reef Alliance")), (ocean, reefs), "{query}: {page}");
        let export = chi.get(&format!("{DESK}/export{query}")).await;
        assert_eq!(export, 200);
        let table = export.text();
        assert_eq!(
            (table.contains("Ocean Watch"), table.contains("Reef Alliance")),
            (ocean, reefs),
            "{query}: {table}"
        );
    }
    let page = chi.get(&format!("{DESK}?q=ocean")).await.text();
    assert!(
        page.contains(&format!("{DESK}/export?format=xlsx&amp;q=ocean"))
            || page.contains("export?format=xlsx&#38;q=ocean"),
        "{page}"
    );
    let workbook = chi.get(&format!("{DESK}/export?format=xlsx&q=ocean")).await;
    assert!(workbook.body.starts_with(b"PK"));
    assert!(workbook.headers.get("content-disposition").unwrap().to_str().unwrap().contains(".xlsx"));
    assert!(chi.get(&format!("{DESK}?q=nothing")).await.text().contains("No application fits"));
    assert!(chi.get(&format!("{DESK}/{id}")).await.text().contains("Ocean Watch"));
    assert_eq!(world.signed_in("eve@example.org").await.get(&format!("{DESK}/export")).await, 404);
}

#[actix_web::test]
async fn many_applications_stand_on_several_pages() {
    let (world, _stage, mut chi) = organiser().await;
    let (_zoe, _) = applied(&world).await;
    world
        .sql(
            "INSERT INTO admission_application (id, conference_id, account_id, kind, name, name_key, about, people,
                    contact_name, language, submitted_at)
               SELECT gen_random_uuid(), a.conference_id, a.account_id, 'ngo', jsonb_build_object('en', 'League ' || n),
                    'league ' || n, 'We meet.', 2, 'Zoé', 'en', a.submitted_at + n * interval '1 minute'
               FROM admission_application a, generate_series(1, 60) n",
        )
        .await;
    let first = chi.get(DESK).await.text();
    assert!(first.contains("Ocean Watch") && first.contains("League 49<") && !first.contains("League 50<"), "{first}");
    let second = chi.get(&format!("{DESK}?page=2")).await.text();
    assert!(!second.contains("Ocean Watch") && second.contains("League 60<"), "{second}");
    let table = chi.get(&format!("{DESK}/export?page=2")).await.text();
    assert!(table.contains("Ocean Watch") && table.contains("League 60"), "every row, not only the page");
}
