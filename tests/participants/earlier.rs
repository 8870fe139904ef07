//! Answers of an earlier conference are offered again: to the focal point who handed them in, and to the person.

use plenipo::ids::{DelegationId, ParticipantId};
use plenipo::participants::{Participant, Status, people_of_delegation};

use crate::support::mails::link_in;
use crate::support::nominees::Nominee;
use crate::support::people::Stage;
use crate::support::{Browser, World};

/// Somalia at a conference of last year and at the one of now, with one focal point for both.
struct Years {
    world: World,
    now: Stage,
    before: Stage,
    somalia: DelegationId,
    somalia_before: DelegationId,
    focal: Browser,
}

async fn years() -> Years {
    let (world, now) = World::new().await;
    let before = world.conference("geneva", 2).await;
    world
        .sql(
            "UPDATE conference SET starts_on = '2024-11-04', ends_on = '2024-11-05', name = '{\"en\": \"Preparatory meeting\"}'
               WHERE slug = 'geneva'",
        )
        .await;
    let somalia = world.delegation(&now, "Somalia", 5).await;
    let somalia_before = world.delegation(&before, "Somalia", 5).await;
    world.focal_point(&before, somalia_before, "focal@example.org").await;
    let focal = world.focal_point(&now, somalia, "focal@example.org").await;
    Years { world, now, before, somalia, somalia_before, focal }
}

impl Years {
    /// Somebody handed in last year.
    async fn handed_in(&mut self, nominee: Nominee) -> ParticipantId {
        let reply = nominee.submit(&mut self.focal, self.somalia_before).await;
        assert_eq!(reply, 303, "{}", reply.text());
        nominee.id
    }

    async fn people(&self) -> Vec<Participant> {
        let db = self.world.db();
        people_of_delegation(&mut db.connection().await.unwrap(), self.now.conference, self.somalia).await.unwrap()
    }

    fn address(&self) -> String {
        format!("/delegations/{}/people/earlier", self.somalia)
    }
}

#[actix_web::test]
async fn a_focal_point_takes_people_of_last_year_over_without_their_papers() {
    let mut years = years().await;
    let home = format!("/delegations/{}", years.somalia);
    assert!(!years.focal.get(&home).await.text().contains("/people/earlier"), "there is nobody");
    let fatuma = Nominee::new(&years.before, "Fatuma").with("access_needs", "A ramp").with("public_list", "yes");
    let fatuma = years.handed_in(fatuma).await;
    let hodan = years.handed_in(Nominee::new(&years.before, "Hodan")).await;
    Nominee::new(&years.before, "Draft").save(&mut years.focal, years.somalia_before).await;
    // Hodan stands in this year's list already.
    Nominee::new(&years.now, "Hodan").save(&mut years.focal, years.somalia).await;
    assert!(years.focal.get(&home).await.text().contains(&years.address()));
    let page = years.focal.get(&years.address()).await.text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("Fatuma") && page.contains("Preparatory meeting, 4 November 2024"), "{page}");
    assert!(!page.contains(&hodan.to_string()) && !page.contains("Draft"), "{page}");
    let nobody = years.focal.post(&years.address(), &[]).await;
    assert!(nobody == 422 && nobody.text().contains("Nobody is ticked."), "{}", nobody.text());
    let ids = [fatuma.to_string(), hodan.to_string()];
    let ticked = [("person", ids[0].as_str()), ("person", &ids[1])];
    for _ in 0..2 {
        assert_eq!(years.focal.post(&years.address(), &ticked).await, 303);
    }
    let people = years.people().await;
    assert_eq!(people.len(), 2, "each once");
    let again = people.iter().find(|person| person.name() == "Fatuma").unwrap();
    let before = years.world.person(fatuma).await;
    assert_eq!((again.status, again.birth_date, &again.email), (Status::Draft, before.birth_date, &before.email));
    assert_eq!((again.category_id, again.functional_title.as_str()), (years.now.delegates, "Adviser"));
    assert!(again.document_number_hint.is_none() && again.document_number_digest.is_none());
    assert!(again.portrait_file_id.is_none() && again.document_file_id.is_none() && again.document_country.is_none());
    assert!(again.access_needs.is_empty() && !again.public_list && again.consent_at.is_none());
    assert!(years.focal.get(&years.address()).await.text().contains("There is nobody to take over"));
}

#[actix_web::test]
async fn people_of_last_year_are_offered_to_nobody_else() {
    let mut years = years().await;
    let fatuma = years.handed_in(Nominee::new(&years.before, "Fatuma")).await.to_string();
    let kenya = years.world.delegation(&years.now, "Kenya", 5).await;
    // Another delegation's focal point, one of the same delegation who was not there, and one whose appointment ended.
    let mut others = vec![
        (kenya, years.world.focal_point(&years.now, kenya, "kenya@example.org").await),
        (years.somalia, years.world.focal_point(&years.now, years.somalia, "new@example.org").await),
    ];
    let former = years.world.focal_point(&years.now, years.somalia, "former@example.org").await;
    years.world.focal_point(&years.before, years.somalia_before, "former@example.org").await;
    years
        .world
        .sql(
            "UPDATE focal_point SET ended_at = now() WHERE name = 'former@example.org'
               AND conference_id = (SELECT id FROM conference WHERE slug = 'geneva')",
        )
        .await;
    others.push((years.somalia, former));
    // The focal point of both years, asked for another delegation, is offered that one's people alone.
    others.push((kenya, years.world.focal_point(&years.now, kenya, "focal@example.org").await));
    for (of, mut browser) in others {
        let address = format!("/delegations/{of}/people/earlier");
        let page = browser.get(&address).await;
        assert!(page == 200 && !page.text().contains(&fatuma), "{}", page.text());
        assert_eq!(browser.post(&address, &[("person", &fatuma)]).await, 303);
    }
    assert!(years.people().await.is_empty());
}

#[actix_web::test]
async fn somebody_fills_their_own_form_with_what_they_answered_last_year() {
    let mut years = years().await;
    let mail = "mission@foreign.so";
    let amina = Nominee::new(&years.before, "Amina")
        .with("email", mail)
        .with("document_name", "Amina Yusuf Warsame")
        .with("family_name", "Warsame")
        .with("given_name", "Amina Yusuf")
        .with("phone", "+252612345678")
        .with("organisation", "Ministry of Justice");
    let amina = years.handed_in(amina).await.to_string();
    // The mailbox is shared: what a colleague answered is not hers.
    let halima = years.handed_in(Nominee::new(&years.before, "Halima").with("email", mail)).await.to_string();
    let id = ParticipantId::new();
    let (id_text, category) = (id.to_string(), years.now.delegates.to_string());
    let invitation = [
        ("id", id_text.as_str()),
        ("email", mail),
        ("given_name", "Amina"),
        ("category", &category),
        ("composition_title", "adviser"),
        ("language", "en"),
        ("note", ""),
    ];
    let reply = years.focal.post(&format!("/delegations/{}/people/invitation", years.somalia), &invitation).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let mut phone = years.world.stranger();
    let link = link_in(&years.world.mail_to(mail).await, "/people/link/");
    assert_eq!(phone.post(&link, &[]).await, 303);
    let (form, take) = (format!("/people/{id}/form"), format!("/people/{id}/form/earlier"));
    let page = phone.get(&form).await.text().replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("Use what Amina Yusuf Warsame answered at Preparatory meeting (4 November 2024)"), "{page}");
    assert!(!page.contains(&halima), "{page}");
    assert_eq!(phone.post(&take, &[("from", &halima)]).await, 404);
    let reply = phone.post(&take, &[("from", &amina)]).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, form.as_str()), "{}", reply.text());
    let person = years.world.person(id).await;
    assert_eq!((person.organisation.as_str(), person.phone.as_deref()), ("Ministry of Justice", Some("+252612345678")));
    let names = [&person.document_name, &person.family_name, &person.given_name].map(String::as_str);
    assert_eq!(names, ["Amina Yusuf Warsame", "Warsame", "Amina"], "what the delegation typed stays");
    assert!(person.birth_date.is_some() && person.email.as_deref() == Some(mail));
    assert!(person.document_number_hint.is_none() && person.portrait_file_id.is_none());
    let page = phone.get(&form).await.text();
    assert!(page.contains("Taken over:") && !page.contains(&take), "said once, and not offered again: {page}");
    let mut stranger = years.world.signed_in("eve@example.org").await;
    assert_eq!(stranger.post(&take, &[("from", &amina)]).await, 404);
}
