//! Handing somebody in: completeness, places, windows, and what comes back.

use futures_util::future::join_all;
use plenipo::participants::Status;

use super::stage::Office;
use crate::support::nominees::Nominee;

#[actix_web::test]
async fn a_whole_file_is_handed_in_and_the_person_told() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let person = office.world.person(id).await;
    assert_eq!((person.status, person.identity_version), (Status::Submitted, 1));
    let (decision, step, _) = office.last_decision(id).await;
    let mails = office.mails_about(decision).await;
    assert_eq!(step, "submit");
    assert_eq!(mails.len(), 1);
    let (kind, to, _, due, text) = &mails[0];
    assert_eq!((kind.as_str(), to.as_str(), *due), ("file_received", "fatuma@example.org", 0));
    assert!(text.contains("Somalia") && text.contains(&format!("/people/{id}")), "{text}");
    let home = office.focal.get(&format!("/delegations/{}", office.delegation)).await.text();
    assert!(home.contains("1 of 5") && home.contains("Submitted"));
}

#[actix_web::test]
async fn the_person_signs_in_with_the_address_of_the_file_from_the_day_it_is_handed_in() {
    use crate::support::mails::code_in;
    let mut office = Office::new(5).await;
    let draft = office.nominee("Ayaan");
    draft.save(&mut office.focal, office.delegation).await;
    let mut stranger = office.world.stranger();
    stranger.post("/sign-in", &[("email", "ayaan@example.org")]).await;
    assert!(office.world.mails_to("ayaan@example.org").await.is_empty(), "a draft is nobody's business yet");
    let id = office.submitted("Fatuma").await;
    let mut fatuma = office.world.stranger();
    let page = format!("/people/{id}");
    fatuma.post("/sign-in", &[("email", "fatuma@example.org"), ("next", &page)]).await;
    let code = code_in(&office.world.mail_to("fatuma@example.org").await);
    assert_eq!(fatuma.post("/sign-in/code", &[("code", &code)]).await.location(), page);
    assert!(fatuma.get(&page).await.text().contains("Fatuma"), "the page that the mail leads to");
}

#[actix_web::test]
async fn the_address_of_an_act_leads_to_its_page() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let page = format!("/delegations/{}/people/{id}", office.delegation);
    let asked = office.focal.get(&format!("{page}/submission")).await;
    assert_eq!((asked.status.as_u16(), asked.location()), (303, page.as_str()));
    let elsewhere = office.focal.get(&format!("/\\evil.example/files/{id}/approval")).await;
    assert_eq!((elsewhere.status.as_u16(), elsewhere.location()), (303, "/"), "nobody is sent to another site");
}

#[actix_web::test]
async fn what_is_missing_is_said_at_its_field_and_nothing_is_lost() {
    let mut office = Office::new(5).await;
    let fatuma = office
        .nominee("Fatuma")
        .without_portrait()
        .with("sex", "")
        .with("birth_day", "")
        .with("birth_month", "")
        .with("birth_year", "");
    let reply = fatuma.submit(&mut office.focal, office.delegation).await;
    assert_eq!(reply, 422);
    let page = reply.text();
    for field in ["#sex", "#birth", "#portrait"] {
        assert!(page.contains(&format!("href=\"{field}\"")), "no way to {field}");
    }
    let person = office.world.person(fatuma.id).await;
    assert_eq!((person.status, person.name()), (Status::Draft, "Fatuma".to_owned()));
}

#[actix_web::test]
async fn a_head_of_state_needs_no_passport_and_an_adviser_does() {
    let mut office = Office::new(5).await;
    let king = Nominee::head_of_state(&office.stage, "Letsie");
    assert_eq!(king.submit(&mut office.focal, office.delegation).await, 303);
    let adviser = king.clone().with("protocol_rank", "other");
    let adviser = Nominee { id: plenipo::ids::ParticipantId::new(), ..adviser };
    assert_eq!(adviser.submit(&mut office.focal, office.delegation).await, 422);
}

async fn file_together(office: &Office, people: usize) -> usize {
    let nominees: Vec<Nominee> =
        (0..people).map(|place| Nominee::head_of_state(&office.stage, &format!("Minister {place}"))).collect();
    let submissions = nominees.iter().map(|nominee| {
        let mut browser = office.focal.clone();
        async move { nominee.submit(&mut browser, office.delegation).await.status.as_u16() }
    });
    let answers = join_all(submissions).await;
    assert!(answers.iter().all(|status| [303, 422].contains(status)), "{answers:?}");
    answers.into_iter().filter(|status| *status == 303).count()
}

#[actix_web::test]
async fn however_many_file_at_once_no_place_is_given_twice() {
    let office = Office::new(4).await;
    assert_eq!(file_together(&office, 12).await, 4);
    let mut focal = office.focal.clone();
    let home = focal.get(&format!("/delegations/{}", office.delegation)).await.text();
    assert!(home.contains("4 of 4") && home.contains("8 drafts are not counted"), "nobody's form is lost");
}

/// The negative twin: without the constraint the same test fails, so it is the constraint that keeps the rule.
#[actix_web::test]
async fn without_the_constraint_places_would_be_given_twice() {
    let office = Office::new(4).await;
    office.world.sql("ALTER TABLE quota DROP CONSTRAINT quota_is_not_exceeded").await;
    assert_eq!(file_together(&office, 12).await, 12);
}

#[actix_web::test]
async fn withdrawing_frees_the_place_at_once() {
    let mut office = Office::new(1).await;
    let first = office.submitted("Fatuma").await;
    let second = office.nominee("Wanjiru");
    let refused = second.submit(&mut office.focal, office.delegation).await;
    assert_eq!(refused, 422);
    assert!(refused.text().contains("All places of this category are taken"));
    let path = format!("/delegations/{}/people/{first}/withdrawal", office.delegation);
    assert_eq!(office.focal.post(&path, &[]).await, 303);
    assert_eq!(office.world.status(first).await, Status::Withdrawn);
    let version = office.world.person(second.id).await.version.to_string();
    let again = second.without_portrait().with("version", &version);
    assert_eq!(again.submit(&mut office.focal, office.delegation).await, 303);
}

#[actix_web::test]
async fn a_delegation_has_one_head() {
    let mut office = Office::new(5).await;
    let head = office.nominee("Fatuma").with("composition_title", "head");
    assert_eq!(head.submit(&mut office.focal, office.delegation).await, 303);
    let second = office.nominee("Wanjiru").with("composition_title", "head");
    let refused = second.submit(&mut office.focal, office.delegation).await;
    assert_eq!(refused, 422);
    assert!(refused.text().contains("already has a head"));
    assert_eq!(office.world.status(second.id).await, Status::Draft);
}

#[actix_web::test]
async fn submitted_data_is_frozen() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let version = office.world.person(id).await.version.to_string();
    let changed = Nominee { id, ..office.nominee("Fatima").without_portrait() }.with("version", &version);
    assert_eq!(changed.save(&mut office.focal, office.delegation).await, 409);
    assert_eq!(office.world.person(id).await.name(), "Fatuma");
    let page = office.focal.get(&format!("/delegations/{}/people/{id}", office.delegation)).await.text();
    assert!(page.contains("Submitted data is frozen") && !page.contains("name=\"family_name\""));
}

#[actix_web::test]
async fn after_the_window_a_newcomer_needs_a_reason_and_a_returned_file_does_not() {
    let mut office = Office::new(5).await;
    let returned = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    office.act(&mut officer, returned, "/return", &[("reason", "portrait_unfit")]).await;
    // The window closes on 1 November; it is the 26th of October.
    office.world.wait(8 * 24 * 3600);
    office.focal = office.world.signed_in("focal@example.org").await;
    let newcomer = office.nominee("Wanjiru");
    let refused = newcomer.submit(&mut office.focal, office.delegation).await;
    assert_eq!(refused, 422);
    assert!(refused.text().contains("href=\"#late_reason\""), "{}", refused.text());
    let version = office.world.person(newcomer.id).await.version.to_string();
    let late = newcomer.without_portrait().with("version", &version).with("late_reason", "The minister changed");
    assert_eq!(late.submit(&mut office.focal, office.delegation).await, 303);
    let version = office.world.person(returned).await.version.to_string();
    let mended = Nominee { id: returned, ..office.nominee("Fatuma") }.with("version", &version);
    assert_eq!(mended.submit(&mut office.focal, office.delegation).await, 303);
    assert_eq!(office.world.status(returned).await, Status::Submitted);
    let mut officer = office.world.signed_in("mwangi@example.org").await;
    let pile = officer.get(&format!("/{}/files?pile=late", office.stage.slug)).await.text();
    assert!(pile.contains("Wanjiru") && !pile.contains("Fatuma"));
    let file = officer.get(&office.file(late.id, "")).await.text();
    assert!(file.contains("The minister changed"), "the officer has the reason before their eyes");
}

#[actix_web::test]
async fn nominations_wait_for_their_window() {
    let mut office = Office::new(5).await;
    office.world.sql("UPDATE conference SET nomination_opens_at = '2025-10-30T00:00:00Z'").await;
    let early = office.nominee("Fatuma");
    let refused = early.submit(&mut office.focal, office.delegation).await;
    assert_eq!(refused, 409);
    assert!(refused.text().contains("Nominations open on"));
    assert_eq!(office.world.status(early.id).await, Status::Draft, "the draft is kept");
}

#[actix_web::test]
async fn somebody_who_was_refused_comes_back_through_an_officer_alone() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    assert_eq!(office.act(&mut officer, id, "/refusal", &[("reason", "not_eligible")]).await, 303);
    let again = office.nominee("Fatuma");
    let refused = again.submit(&mut office.focal, office.delegation).await;
    assert_eq!(refused, 409);
    assert!(refused.text().contains("An earlier file of this person"));
    assert_eq!(office.act(&mut officer, id, "/resumption", &[]).await, 303);
    assert_eq!(office.world.status(id).await, Status::Submitted);
}

#[actix_web::test]
async fn what_is_wrong_and_what_is_missing_are_said_at_once_each_with_its_label() {
    let mut office = Office::new(5).await;
    let fatuma =
        office.nominee("Fatuma").without_portrait().with("phone", "0123").with("functional_title", "").with("sex", "");
    let reply = fatuma.submit(&mut office.focal, office.delegation).await;
    assert_eq!(reply, 422);
    let page = reply.text();
    for wrong in
        ["\"#phone\"><b>Telephone:</b>", "\"#portrait\"><b>Photograph:</b>", "\"#sex\"><b>Sex as in the document:</b>"]
    {
        assert!(page.contains(wrong), "{wrong}: {page}");
    }
    let first = page.find("#functional_title").unwrap();
    assert!(first < page.find("#phone").unwrap(), "in the order of the form");
    let draft = Nominee { id: plenipo::ids::ParticipantId::new(), ..fatuma };
    let page = draft.save(&mut office.focal, office.delegation).await.text();
    assert!(page.contains("#phone") && !page.contains("#portrait"), "a draft may have gaps");
}

#[actix_web::test]
async fn a_returned_file_says_why_also_when_the_mended_form_has_a_mistake() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    office.act(&mut officer, id, "/return", &[("note", "The photo is in profile")]).await;
    let home = office.focal.get(&format!("/delegations/{}", office.delegation)).await.text();
    assert!(home.contains("A file was returned"), "the home says so before anything else");
    let version = office.world.person(id).await.version.to_string();
    let mended = Nominee { id, ..office.nominee("Fatuma") }.with("version", &version).with("phone", "0123");
    let again = mended.submit(&mut office.focal, office.delegation).await;
    assert_eq!(again, 422);
    assert!(again.text().contains("The photo is in profile"));
}

#[actix_web::test]
async fn a_returned_file_that_nobody_mended_asks_first() {
    let mut office = Office::new(5).await;
    let id = office.submitted("Fatuma").await;
    let mut officer = office.officer.clone();
    office.world.wait(60);
    office.act(&mut officer, id, "/return", &[("note", "The photo is in profile")]).await;
    let sent_back = |version: i32| {
        let same = Nominee { id, ..office.nominee("Fatuma") }.without_portrait();
        same.with("version", &version.to_string()).with("document_number", "")
    };
    let (mut focal, of) = (office.focal.clone(), office.delegation);
    office.world.wait(60);
    let untouched = sent_back(office.world.person(id).await.version);
    let asked = untouched.submit(&mut focal, of).await;
    assert_eq!(asked, 409);
    assert!(asked.text().contains("Nothing was changed since") && asked.text().contains("The photo is in profile"));
    assert_eq!(office.world.person(id).await.status, Status::Returned);
    assert_eq!(untouched.with("unchanged", "yes").submit(&mut focal, of).await, 303, "they mean it");
    office.world.wait(60);
    office.act(&mut officer, id, "/return", &[("note", "Which ministry?")]).await;
    office.world.wait(60);
    let mended = sent_back(office.world.person(id).await.version).with("organisation", "Ministry of Fisheries");
    assert_eq!(mended.submit(&mut focal, of).await, 303, "what was mended is not asked about");
}

#[actix_web::test]
async fn an_organisation_has_no_heads_of_state() {
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    use plenipo::delegations::DelegationKind;
    use plenipo::schema::delegation;
    let mut office = Office::new(5).await;
    let db = office.world.db();
    diesel::update(delegation::table.find(office.delegation))
        .set((delegation::kind.eq(DelegationKind::Ngo), delegation::entity.eq(None::<String>)))
        .execute(&mut *db.connection().await.unwrap())
        .await
        .unwrap();
    let page = office.focal.get(&format!("/delegations/{}/people/new", office.delegation)).await.text();
    assert!(page.contains("value=\"director\"") && !page.contains("value=\"head_of_state\""), "{page}");
    let king = Nominee::head_of_state(&office.stage, "King of the Reef");
    let reply = king.submit(&mut office.focal, office.delegation).await;
    assert_eq!(reply, 422, "a rank that spares the papers is not for the asking");
    assert!(reply.text().contains("href=\"#protocol_rank\"") && reply.text().contains("href=\"#portrait\""));
}

#[actix_web::test]
async fn a_draft_without_a_place_is_not_called_ready() {
    let mut office = Office::new(1).await;
    let draft = office.nominee("Ayaan");
    draft.save(&mut office.focal, office.delegation).await;
    let home = format!("/delegations/{}", office.delegation);
    assert!(office.focal.get(&home).await.text().contains("ready to submit"));
    office.submitted("Fatuma").await;
    let full = office.focal.get(&home).await.text();
    assert!(full.contains("no place is left") && !full.contains("ready to submit"), "{full}");
}

#[actix_web::test]
async fn a_new_person_is_offered_the_category_with_the_most_places_left() {
    let mut office = Office::new(5).await;
    let page = office.focal.get(&format!("/delegations/{}/people/new", office.delegation)).await.text();
    let chosen = format!("<option value=\"{}\" selected", office.stage.delegates);
    assert!(page.contains(&chosen), "{page}");
}
