//! Letters: PDF alone, versioned, filed by the focal point or the organiser and read by both.

use super::organiser;

const LETTER: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// The addresses of letters on a page.
fn letters(page: &str) -> Vec<String> {
    let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|href| href.contains("/letters/")).map(ToOwned::to_owned).collect()
}

#[actix_web::test]
async fn a_note_verbale_is_filed_and_the_organiser_reads_it() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut ada = world.focal_point(&stage, id, "ada@example.org").await;
    let own = format!("/delegations/{id}/letters");
    assert!(ada.get(&own).await.text().contains("No letter is filed yet"));
    for _ in 0..2 {
        let filed =
            ada.upload(&own, &[("letter_kind", "note_verbale")], &[("letter", "Note verbale.pdf", LETTER)]).await;
        assert_eq!((filed.status.as_u16(), filed.location()), (303, own.as_str()), "{}", filed.text());
    }
    let page = ada.get(&own).await.text();
    assert!(page.contains("version 1") && page.contains("version 2"), "earlier versions stay");
    let opened = ada.get(&letters(&page)[0]).await;
    assert_eq!((opened.status.as_u16(), opened.body.as_slice()), (200, LETTER));
    assert_eq!(opened.headers.get("content-type").unwrap(), "application/pdf");
    let file = chi.get(&format!("/hanoi/delegations/{id}")).await.text();
    assert!(file.contains("Note verbale") && file.contains("Letter filed"));
    let theirs = letters(&file).into_iter().find(|href| href.starts_with("/hanoi/")).unwrap();
    assert_eq!(chi.get(&theirs).await.body, LETTER);
}

#[actix_web::test]
async fn an_organiser_files_what_came_by_other_ways() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let address = format!("/hanoi/delegations/{id}/letters");
    let filed = chi.upload(&address, &[("letter_kind", "nomination_letter")], &[("letter", "l.pdf", LETTER)]).await;
    assert_eq!((filed.status.as_u16(), filed.location()), (303, format!("/hanoi/delegations/{id}").as_str()));
    let mut ada = world.focal_point(&stage, id, "ada@example.org").await;
    assert!(ada.get(&format!("/delegations/{id}/letters")).await.text().contains("Nomination letter"));
}

#[actix_web::test]
async fn what_is_no_letter_is_refused_at_its_field() {
    let (world, stage, mut chi) = organiser().await;
    let id = world.delegation(&stage, "Atlantis", 5).await;
    let mut ada = world.focal_point(&stage, id, "ada@example.org").await;
    let huge = [LETTER, &vec![b' '; 11 * 1024 * 1024]].concat();
    let cases: [(&str, &[u8], &str); 3] = [
        ("letter.pdf", b"<html><script>alert(1)</script>", "PDF"),
        ("letter.pdf", b"", "this one is empty"),
        ("letter.pdf", &huge, "10 MB"),
    ];
    for (name, content, said) in cases {
        for (browser, address) in
            [(&mut ada, format!("/delegations/{id}/letters")), (&mut chi, format!("/hanoi/delegations/{id}/letters"))]
        {
            let reply = browser
                .upload(&address, &[("letter_kind", "letter_of_assignment")], &[("letter", name, content)])
                .await;
            assert_eq!(reply, 422, "{address}");
            let page = reply.text();
            assert!(page.contains(said) && page.contains("letter-error"), "{said}: {page}");
            assert!(page.contains("value=\"letter_of_assignment\" selected"), "the kind that was chosen is gone");
        }
    }
    assert!(letters(&ada.get(&format!("/delegations/{id}/letters")).await.text()).is_empty());
}
