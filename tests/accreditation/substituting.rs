//! Somebody takes another's place: the one who leaves keeps it until the other is handed in.

use plenipo::ids::ParticipantId;
use plenipo::participants::Status;

use super::stage::Office;
use crate::support::nominees::Nominee;

/// Presses "Replace by somebody else"; gives the key of the form that opens.
async fn replaced(office: &mut Office, id: ParticipantId) -> ParticipantId {
    let path = format!("/delegations/{}/people/{id}/substitution", office.delegation);
    let reply = office.focal.post(&path, &[]).await;
    assert_eq!(reply, 303, "{}", reply.text());
    ParticipantId::parse(reply.location().rsplit('/').next().unwrap()).unwrap()
}

/// The form of this person under a key that was begun.
async fn form(office: &Office, id: ParticipantId, name: &str) -> Nominee {
    let version = office.world.person(id).await.version.to_string();
    Nominee { id, ..office.nominee(name) }.with("version", &version)
}

#[actix_web::test]
async fn the_place_is_kept_until_the_other_is_handed_in() {
    let mut office = Office::new(1).await;
    let fatuma = office.submitted("Fatuma").await;
    let other = replaced(&mut office, fatuma).await;
    let page = office.focal.get(&format!("/delegations/{}/people/{other}", office.delegation)).await.text();
    let page = page.replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("Takes the place of Fatuma"), "{page}");
    assert_eq!(office.world.status(fatuma).await, Status::Submitted, "nothing changes before");
    // Pressed again, it is the same form.
    assert_eq!(replaced(&mut office, fatuma).await, other);
    let wanjiru = form(&office, other, "Wanjiru").await;
    let reply = wanjiru.submit(&mut office.focal, office.delegation).await;
    assert_eq!(reply, 303, "{}", reply.text());
    assert_eq!(office.world.status(other).await, Status::Submitted);
    assert_eq!(office.world.status(fatuma).await, Status::Withdrawn);
    let home = office.focal.get(&format!("/delegations/{}", office.delegation)).await.text();
    assert!(home.contains("1 of 1"), "{home}");
    assert!(office.world.mail_to("fatuma@example.org").await.subject.contains("withdrawn"));
    let officers = office.officer.get(&office.file(other, "")).await.text();
    assert!(officers.contains("In place of") && officers.contains("Fatuma"), "{officers}");
}

#[actix_web::test]
async fn a_form_that_lacks_something_takes_nobodys_place() {
    let mut office = Office::new(1).await;
    let fatuma = office.submitted("Fatuma").await;
    let other = replaced(&mut office, fatuma).await;
    let gaps = form(&office, other, "Wanjiru").await.with("sex", "");
    assert_eq!(gaps.submit(&mut office.focal, office.delegation).await, 422);
    assert_eq!(office.world.status(fatuma).await, Status::Submitted);
}

#[actix_web::test]
async fn a_head_may_be_replaced_by_a_head_and_an_approved_person_too() {
    let mut office = Office::new(2).await;
    let minister = Nominee::new(&office.stage, "Minister").with("composition_title", "head");
    assert_eq!(minister.submit(&mut office.focal, office.delegation).await, 303);
    let mut officer = office.officer.clone();
    assert_eq!(office.act(&mut officer, minister.id, "/approval", &[]).await, 303);
    let other = replaced(&mut office, minister.id).await;
    let deputy = form(&office, other, "Deputy").await.with("composition_title", "head");
    let reply = deputy.submit(&mut office.focal, office.delegation).await;
    assert_eq!(reply, 303, "{}", reply.text());
    assert_eq!(office.world.status(minister.id).await, Status::Withdrawn);
}

#[actix_web::test]
async fn after_nominations_close_a_substitute_needs_no_reason_and_somebody_new_does() {
    let mut office = Office::new(2).await;
    let fatuma = office.submitted("Fatuma").await;
    office.world.sql("UPDATE conference SET nomination_closes_at = nomination_opens_at + interval '1 minute'").await;
    let late = office.nominee("Late").submit(&mut office.focal, office.delegation).await;
    assert!(late == 422 && late.text().contains("late_reason-error"), "{}", late.text());
    let other = replaced(&mut office, fatuma).await;
    let wanjiru = form(&office, other, "Wanjiru").await;
    let reply = wanjiru.submit(&mut office.focal, office.delegation).await;
    assert_eq!(reply, 303, "{}", reply.text());
    assert_eq!(office.world.status(fatuma).await, Status::Withdrawn);
}

#[actix_web::test]
async fn who_has_no_place_any_more_cannot_give_it() {
    let mut office = Office::new(2).await;
    let fatuma = office.submitted("Fatuma").await;
    let other = replaced(&mut office, fatuma).await;
    let withdrawal = format!("/delegations/{}/people/{fatuma}/withdrawal", office.delegation);
    assert_eq!(office.focal.post(&withdrawal, &[]).await, 303);
    office.world.sql("UPDATE conference SET nomination_closes_at = nomination_opens_at + interval '1 minute'").await;
    let wanjiru = form(&office, other, "Wanjiru").await;
    let reply = wanjiru.submit(&mut office.focal, office.delegation).await;
    assert!(reply == 422 && reply.text().contains("late_reason"), "an ordinary late entry: {}", reply.text());
    let again = format!("/delegations/{}/people/{fatuma}/substitution", office.delegation);
    assert_eq!(office.focal.post(&again, &[]).await, 409);
}

#[actix_web::test]
async fn nobody_replaces_people_of_another_delegation() {
    let mut office = Office::new(1).await;
    let fatuma = office.submitted("Fatuma").await;
    let kenya = office.world.delegation(&office.stage, "Kenya", 1).await;
    let mut ken = office.world.focal_point(&office.stage, kenya, "ken@example.org").await;
    assert_eq!(ken.post(&format!("/delegations/{kenya}/people/{fatuma}/substitution"), &[]).await, 404);
    assert_eq!(ken.post(&format!("/delegations/{}/people/{fatuma}/substitution", office.delegation), &[]).await, 404);
}

#[actix_web::test]
async fn somebody_not_named_yet_stands_in_the_place_of_the_one_they_replace() {
    let mut office = Office::new(3).await;
    for (name, title) in [("Zeinab", "head"), ("Ahmed", "adviser")] {
        let nominee = office.nominee(name).with("composition_title", title);
        assert_eq!(nominee.submit(&mut office.focal, office.delegation).await, 303);
    }
    let fatuma = office.submitted("Fatuma").await;
    let other = replaced(&mut office, fatuma).await;
    let home = format!("/delegations/{}", office.delegation);
    let page = office.focal.get(&home).await.text().replace(['\u{2068}', '\u{2069}'], "");
    let table = page.split("<tbody>").nth(1).unwrap();
    let at = |text: &str| table.find(text).unwrap_or_else(|| panic!("no {text}: {table}"));
    let places = [
        "Zeinab",
        "Ahmed",
        "Not named yet",
        "In place of Fatuma",
        "<bdi>Fatuma</bdi>",
        "To be replaced by somebody not named yet",
    ]
    .map(at);
    assert!(places.is_sorted(), "{places:?} {table}");
    // And once the other is named and handed in.
    let wanjiru = form(&office, other, "Wanjiru").await;
    assert_eq!(wanjiru.submit(&mut office.focal, office.delegation).await, 303);
    let page = office.focal.get(&home).await.text().replace(['\u{2068}', '\u{2069}'], "");
    let table = page.split("<tbody>").nth(1).unwrap();
    let at = |text: &str| table.find(text).unwrap_or_else(|| panic!("no {text}: {table}"));
    assert!(["Ahmed", "<bdi>Wanjiru</bdi>", "<bdi>Fatuma</bdi>", "Replaced by Wanjiru"].map(at).is_sorted(), "{table}");
}
