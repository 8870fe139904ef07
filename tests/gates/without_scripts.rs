//! The scanner in a browser without scripts: a number by hand, by plain forms.

use plenipo::conferences::DutyKind;
use scraper::{Html, Selector};

use super::venue::Venue;
use crate::support::app::Browser;

const SCANNER: &str = "/hanoi/gates/main-entrance/scanner";

async fn guard(venue: &Venue) -> Browser {
    venue.world.on_duty(&venue.stage, "guard@example.org", DutyKind::GateStaff).await
}

/// What a browser without scripts shows: inside `noscript` the parser with scripts sees only text.
fn plain(html: &str) -> Html {
    Html::parse_document(&html.replace("<noscript>", "<div>").replace("</noscript>", "</div>"))
}

fn scan_id(page: &Html) -> String {
    let field = page.select(&Selector::parse("[name=scan_id]").unwrap()).next().expect("the form has an id");
    field.attr("value").unwrap().to_owned()
}

fn said(page: &Html) -> String {
    let said = page.select(&Selector::parse("#said").unwrap()).next().expect("an answer");
    said.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[actix_web::test]
async fn a_number_by_hand_is_answered_and_sent_twice_counts_once() {
    let venue = Venue::new().await;
    let (mut guard, ada) = (guard(&venue).await, venue.delegate("Ada").await);
    let id = scan_id(&plain(&guard.get(SCANNER).await.text()));
    let number = format!("{:03} {:03}", ada.number / 1000, ada.number % 1000);
    let form = [("scan_id", id.as_str()), ("number", &number), ("direction", "entry"), ("face_matches", "yes")];
    for _ in 0..2 {
        let reply = guard.post(SCANNER, &form).await;
        assert_eq!(reply, 200, "{}", reply.text());
        let page = plain(&reply.text());
        assert_eq!(said(&page), "Enter Ada Ruritania D Delegate");
        assert_ne!(scan_id(&page), id, "the next person is another scan");
    }
    assert_eq!((venue.scans().await, venue.rows_inside(venue.stage.perimeter).await), (1, 1));
    let other = [("scan_id", id.as_str()), ("number", "999999"), ("direction", "entry"), ("face_matches", "yes")];
    assert_eq!(guard.post(SCANNER, &other).await, 409, "another number is another form");
}

#[actix_web::test]
async fn a_refusal_says_why_and_in_french() {
    let venue = Venue::new().await;
    let (guard, ada) = (guard(&venue).await, venue.delegate("Ada").await);
    venue.set_badge(&ada, "lost").await;
    let mut guard = guard.with_header("accept-language", "fr");
    let id = scan_id(&plain(&guard.get(SCANNER).await.text()));
    let number = ada.number.to_string();
    let form = [("scan_id", id.as_str()), ("number", &number), ("direction", "entry"), ("face_matches", "yes")];
    let page = plain(&guard.post(SCANNER, &form).await.text());
    assert!(said(&page).starts_with("Stop Ce badge n’est plus valable Ada"), "{}", said(&page));
    assert!(page.select(&Selector::parse("main[data-look=no]").unwrap()).next().is_some());
}

#[actix_web::test]
async fn without_a_look_at_the_face_or_a_number_nothing_is_kept() {
    let venue = Venue::new().await;
    let (mut guard, ada) = (guard(&venue).await, venue.delegate("Ada").await);
    let id = scan_id(&plain(&guard.get(SCANNER).await.text()));
    let number = ada.number.to_string();
    for (number, face, field) in
        [(number.as_str(), "", "face_matches"), ("Ada", "yes", "number"), ("", "yes", "number")]
    {
        let form = [("scan_id", id.as_str()), ("number", number), ("direction", "exit"), ("face_matches", face)];
        let reply = guard.post(SCANNER, &form).await;
        assert_eq!(reply, 422);
        let page = plain(&reply.text());
        let error = Selector::parse(&format!("#{field}-error")).unwrap();
        assert!(page.select(&error).next().is_some(), "{field}");
        let exit = Selector::parse("[name=direction][value=exit][checked]").unwrap();
        assert!(page.select(&exit).next().is_some(), "what was chosen stays");
    }
    assert_eq!(venue.scans().await, 0);
}

#[actix_web::test]
async fn a_note_is_read_without_scripts_too() {
    let venue = Venue::new().await;
    let (mut guard, ada) = (guard(&venue).await, venue.delegate("Ada").await);
    let mut officer = venue.world.on_duty(&venue.stage, "o@example.org", DutyKind::AccreditationOfficer).await;
    let page = format!("/hanoi/gates/attention/{}", ada.participant);
    officer.post(&page, &[("note", "Escort to the protocol desk"), ("version", "0")]).await;
    let id = scan_id(&plain(&guard.get(SCANNER).await.text()));
    let number = ada.number.to_string();
    let form = [("scan_id", id.as_str()), ("number", &number), ("direction", "entry"), ("face_matches", "yes")];
    let page = plain(&guard.post(SCANNER, &form).await.text());
    assert!(said(&page).starts_with("Look Escort to the protocol desk Ada"), "{}", said(&page));
}
