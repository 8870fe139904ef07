//! Signing up: a place for who comes first, a queue that moves by itself, and nobody too many.

use plenipo::conferences::DutyKind;
use plenipo::ids::{ParticipantId, SessionId};
use plenipo::schema::{session, sign_up};

use crate::support::forms::{changed, fields_of};
use crate::support::people::Stage;
use crate::support::{Browser, World};

const TABLE: &str = "key;kind;title_en;title_fr;room;date;start;end;status\n\
    talk;workshop;Talk;Atelier;Hall;2025-10-26;16:00;17:00;confirmed\n";

struct Scene {
    world: World,
    stage: Stage,
    manager: Browser,
    session: SessionId,
    /// The organisers' page.
    desk: String,
}

async fn import(manager: &mut Browser, table: &str) {
    let look = manager.upload("/hanoi/programme/manage/import", &[], &[("file", "p.csv", table.as_bytes())]).await;
    assert_eq!(manager.post(look.location(), &[]).await, 303);
}

/// A released session for which one signs up so.
async fn scene(mode: &str, places: &str) -> Scene {
    use diesel::prelude::*;
    use diesel_async::RunQueryDsl;
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "programme@example.org", DutyKind::ProgrammeManager).await;
    import(&mut manager, TABLE).await;
    let release = [("name", "Release 1"), ("mails", "nobody")];
    assert_eq!(manager.post("/hanoi/programme/manage/release", &release).await, 303);
    let db = world.db();
    let session = session::table.select(session::id).first(&mut *db.connection().await.unwrap()).await.unwrap();
    let desk = format!("/hanoi/programme/manage/sessions/{session}/sign-up");
    let reply = manager.post(&desk, &[("mode", mode), ("places", places)]).await;
    assert_eq!(reply, 303, "{}", reply.text());
    Scene { world, stage, manager, session, desk }
}

impl Scene {
    /// Somebody accredited, with their own browser.
    async fn person(&self, name: &str) -> (ParticipantId, Browser) {
        let delegation = self.world.delegation(&self.stage, &format!("State of {name}"), 5).await;
        let id = self.world.participant(&self.stage, delegation, name, "approved").await;
        (id, self.world.signed_in(&format!("{}@example.org", name.to_lowercase())).await)
    }

    async fn act(&self, (id, browser): (ParticipantId, &mut Browser), act: &str) -> String {
        let to = format!("/people/{id}/sessions/{}", self.session);
        let reply = browser.post(&to, &[("act", act)]).await;
        assert_eq!(reply, 303, "{}", reply.text());
        let after = reply.location().split('#').next().unwrap().to_owned();
        browser.get(&after).await.text()
    }

    async fn with(&self, status: &str) -> Vec<ParticipantId> {
        use diesel::prelude::*;
        use diesel_async::RunQueryDsl;
        let db = self.world.db();
        let rows = sign_up::table
            .filter(sign_up::status.eq(status.to_owned()))
            .order((sign_up::queued_at, sign_up::ticket))
            .select(sign_up::participant_id);
        rows.load(&mut *db.connection().await.unwrap()).await.unwrap()
    }
}

#[actix_web::test]
async fn who_gives_up_a_place_gives_it_to_whoever_has_waited_longest_and_they_are_told_in_their_language() {
    let scene = scene("open", "1").await;
    let (ada, mut of_ada) = scene.person("Ada").await;
    let (grace, mut of_grace) = scene.person("Grace").await;
    let (alan, mut of_alan) = scene.person("Alan").await;
    scene.world.sql("UPDATE participant SET language = 'fr' WHERE document_name = 'Grace'").await;
    assert!(scene.act((ada, &mut of_ada), "join").await.contains("You have a place."));
    scene.world.wait(1);
    assert!(scene.act((grace, &mut of_grace), "join").await.contains("You are number 1 on the waiting list"));
    scene.world.wait(1);
    assert!(scene.act((alan, &mut of_alan), "join").await.contains("You are number 2 on the waiting list"));
    assert!(scene.act((alan, &mut of_alan), "join").await.contains("number 2"), "pressed twice, it is done once");
    assert!(scene.world.mails_to("grace@example.org").await.is_empty());
    scene.act((ada, &mut of_ada), "leave").await;
    assert_eq!(scene.with("placed").await, [grace]);
    let mail = scene.world.mail_to("grace@example.org").await;
    assert!(mail.subject.contains("Une place pour vous : Atelier"), "{}", mail.subject);
    assert!(scene.world.mails_to("alan@example.org").await.is_empty());
    let page = of_alan.get(&format!("/people/{alan}/sessions")).await.text();
    assert!(page.contains("You are number 1 on the waiting list"), "{page}");
    // Giving up twice frees nothing twice.
    scene.act((ada, &mut of_ada), "leave").await;
    assert_eq!((scene.with("placed").await, scene.with("waiting").await), (vec![grace], vec![alan]));
    let calendar = of_grace.get(&format!("/people/{grace}/sessions.ics")).await.text();
    assert!(calendar.contains("SUMMARY:Talk"), "{calendar}");
    let none = of_alan.get(&format!("/people/{alan}/sessions.ics")).await.text();
    assert!(!none.contains("SUMMARY:Talk"));
}

/// Eight people ask for three places at the same moment; gives how many have one.
async fn rush(scene: &Scene) -> (usize, usize) {
    let mut people = Vec::new();
    for name in ["Ada", "Grace", "Alan", "Mary", "Emmy", "Kurt", "Rosa", "Otto"] {
        people.push(scene.person(name).await);
    }
    let to = |id: &ParticipantId| format!("/people/{id}/sessions/{}", scene.session);
    let asking = people.iter_mut().map(|(id, browser)| {
        let to = to(id);
        async move { browser.post(&to, &[("act", "join")]).await.status.as_u16() }
    });
    let answers = futures_util::future::join_all(asking).await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    (scene.with("placed").await.len(), scene.with("waiting").await.len())
}

#[actix_web::test]
async fn of_eight_who_ask_at_once_for_three_places_three_have_one_and_five_wait() {
    let scene = scene("open", "3").await;
    assert_eq!(rush(&scene).await, (3, 5));
    // And of those who leave at once, each place goes to one of those who wait.
    let placed = scene.with("placed").await;
    let mut browsers = Vec::new();
    for id in &placed {
        let email = scene.world.person(*id).await.email.clone().unwrap();
        browsers.push((*id, scene.world.signed_in(&email).await));
    }
    let leaving = browsers.iter_mut().map(|(id, browser)| {
        let to = format!("/people/{id}/sessions/{}", scene.session);
        async move { browser.post(&to, &[("act", "leave")]).await.status.as_u16() }
    });
    let answers = futures_util::future::join_all(leaving).await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    assert_eq!((scene.with("placed").await.len(), scene.with("waiting").await.len()), (3, 2));
}

#[actix_web::test]
async fn without_the_rule_of_the_database_too_many_have_a_place() {
    // The twin of the test above: it shows that eight at once are enough to overfill a session that nothing keeps.
    let scene = scene("open", "3").await;
    scene.world.sql("ALTER TABLE session DROP CONSTRAINT session_is_not_overfull").await;
    let (placed, _) = rush(&scene).await;
    assert!(placed > 3, "{placed}");
}

#[actix_web::test]
async fn organisers_approve_refuse_put_first_and_take_back_and_each_is_told() {
    let mut scene = scene("approval", "1").await;
    let (ada, mut of_ada) = scene.person("Ada").await;
    let (grace, mut of_grace) = scene.person("Grace").await;
    let (alan, mut of_alan) = scene.person("Alan").await;
    for (id, browser) in [(ada, &mut of_ada), (grace, &mut of_grace), (alan, &mut of_alan)] {
        assert!(scene.act((id, browser), "join").await.contains("To be approved"));
        scene.world.wait(1);
    }
    let people = format!("{}/people", scene.desk);
    let [first, second, third] = [ada, grace, alan].map(|id| id.to_string());
    let both = [("who", first.as_str()), ("who", second.as_str()), ("act", "approve")];
    assert_eq!(scene.manager.post(&people, &both).await, 303);
    assert_eq!((scene.with("placed").await, scene.with("waiting").await), (vec![ada], vec![grace]));
    assert!(scene.world.mail_to("ada@example.org").await.subject.contains("You have a place: Talk"));
    assert!(scene.world.mail_to("grace@example.org").await.subject.contains("On the waiting list"));
    // Somebody is put first only with a reason, and only where there is a place.
    for reason in ["", "Speaks for the group"] {
        let wish = [("who", third.as_str()), ("act", "promote"), ("reason", reason)];
        assert_eq!(scene.manager.post(&people, &wish).await, 303);
        assert_eq!(scene.with("placed").await, [ada]);
    }
    assert_eq!(scene.manager.post(&scene.desk, &[("mode", "approval"), ("places", "2")]).await, 303);
    assert_eq!(scene.with("placed").await, [ada, grace], "more places go to those who wait");
    assert!(scene.world.mail_to("grace@example.org").await.subject.contains("A place for you"));
    let less = scene.manager.post(&scene.desk, &[("mode", "approval"), ("places", "1")]).await;
    assert!(less == 422 && less.text().contains("More people than that have a place already"), "{}", less.text());
    let back = [("who", first.as_str()), ("act", "take_back"), ("reason", "The room is smaller")];
    assert_eq!(scene.manager.post(&people, &back).await, 303);
    let mail = scene.world.mail_to("ada@example.org").await;
    assert!(mail.body_text.contains("The room is smaller") && mail.subject.contains("taken back"), "{}", mail.subject);
    let wish = [("who", third.as_str()), ("act", "promote"), ("reason", "Speaks for the group")];
    assert_eq!(scene.manager.post(&people, &wish).await, 303);
    assert_eq!(scene.with("placed").await, [grace, alan]);
    assert!(scene.act((ada, &mut of_ada), "join").await.contains("Not accepted"), "an organiser's no stands");
    let list = scene.manager.get(&format!("{}?q=alan&status=placed", scene.desk)).await.text();
    assert!(list.contains("<bdi>Alan</bdi>") && !list.contains("<bdi>Grace</bdi>"), "{list}");
    let table = scene.manager.get(&format!("{}/export?status=placed&format=csv", scene.desk)).await.text();
    assert!(table.contains("Alan") && table.contains("Grace") && !table.contains("Ada"), "{table}");
}

#[actix_web::test]
async fn whole_delegations_are_invited_and_only_those_invited_come() {
    let mut scene = scene("invitation", "").await;
    let samoa = scene.world.delegation(&scene.stage, "Samoa", 5).await;
    let ada = scene.world.participant(&scene.stage, samoa, "Ada", "approved").await;
    scene.world.participant(&scene.stage, samoa, "Grace", "withdrawn").await;
    let (alan, mut of_alan) = scene.person("Alan").await;
    let invitations = format!("{}/invitations", scene.desk);
    assert_eq!(scene.manager.post(&invitations, &[("delegation", &samoa.to_string())]).await, 303);
    assert_eq!(scene.with("invited").await, [ada], "who has withdrawn is not asked");
    assert!(scene.world.mail_to("ada@example.org").await.subject.contains("Invitation: Talk"));
    assert!(scene.world.mails_to("grace@example.org").await.is_empty());
    assert!(!scene.act((alan, &mut of_alan), "join").await.contains("You have a place"));
    let mut of_ada = scene.world.signed_in("ada@example.org").await;
    assert!(scene.act((ada, &mut of_ada), "join").await.contains("You have a place."));
    assert_eq!(scene.with("placed").await, [ada]);
    let found = scene.manager.get(&format!("{}?find=alan", scene.desk)).await.text();
    assert!(found.contains(&format!("value=\"{alan}\"")), "{found}");
}

#[actix_web::test]
async fn too_late_cancelled_or_for_others_is_said_and_refused() {
    let mut scene = scene("open", "").await;
    let (ada, mut of_ada) = scene.person("Ada").await;
    let press = scene.stage.press;
    scene
        .world
        .sql(&format!(
            "INSERT INTO session_audience (conference_id, session_id, category_id) VALUES ('{}', '{}', '{press}')",
            scene.stage.conference, scene.session
        ))
        .await;
    assert!(scene.act((ada, &mut of_ada), "join").await.contains("for other categories"));
    scene.world.sql("DELETE FROM session_audience").await;
    let closed = [("mode", "open"), ("places", ""), ("closes_at", "2025-01-01T00:00")];
    assert_eq!(scene.manager.post(&scene.desk, &closed).await, 303);
    assert!(scene.act((ada, &mut of_ada), "join").await.contains("Sign-up is closed."));
    assert_eq!(scene.manager.post(&scene.desk, &[("mode", "open"), ("places", "")]).await, 303);
    scene.world.sql("UPDATE released_session SET cancelled = true, off_since = now()").await;
    assert!(scene.act((ada, &mut of_ada), "join").await.contains("The session is cancelled."));
    assert!(scene.with("placed").await.is_empty());
    let other = scene.person("Grace").await.0;
    let to = format!("/people/{other}/sessions/{}", scene.session);
    assert_eq!(of_ada.post(&to, &[("act", "join")]).await, 404, "nobody signs up for another");
}

#[actix_web::test]
async fn a_move_tells_those_who_signed_up_with_an_update_and_a_new_webcast_tells_them_nothing() {
    let mut scene = scene("open", "1").await;
    let (ada, mut of_ada) = scene.person("Ada").await;
    let (grace, mut of_grace) = scene.person("Grace").await;
    scene.act((ada, &mut of_ada), "join").await;
    scene.act((grace, &mut of_grace), "join").await;
    import(
        &mut scene.manager,
        &TABLE.replace("status\n", "status;webcast\n").replace("confirmed\n", "confirmed;yes\n"),
    )
    .await;
    let page = scene.manager.get("/hanoi/programme/manage/release").await.text();
    assert!(!page.contains("ada@example.org"), "{page}");
    import(&mut scene.manager, &TABLE.replace("16:00;17:00", "18:00;19:00")).await;
    let page = scene.manager.get("/hanoi/programme/manage/release").await.text();
    assert!(page.contains("ada@example.org") && page.contains("grace@example.org"), "{page}");
    let fields = fields_of(&page);
    let reply =
        scene.manager.post("/hanoi/programme/manage/release", &changed(&fields, &[("name", "Release 2")])).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let mail = scene.world.mail_to("ada@example.org").await;
    assert!(
        mail.body_text.contains("You signed up for this") && mail.body_text.contains("18:00–19:00"),
        "{}",
        mail.body_text
    );
}

#[actix_web::test]
async fn a_place_of_somebody_who_leaves_the_conference_goes_to_the_next() {
    let scene = scene("open", "1").await;
    let (ada, mut of_ada) = scene.person("Ada").await;
    let (grace, mut of_grace) = scene.person("Grace").await;
    scene.act((ada, &mut of_ada), "join").await;
    scene.act((grace, &mut of_grace), "join").await;
    scene.world.sql(&format!("UPDATE participant SET status = 'withdrawn' WHERE id = '{ada}'")).await;
    let db = scene.world.db();
    let mut tx = db.begin().await.unwrap();
    let now = scene.world.now();
    assert_eq!(plenipo::programme::fill_free_places(&mut tx, &scene.world.parts.site, now).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(scene.with("placed").await, [grace]);
    assert_eq!(scene.world.mails_to("grace@example.org").await.len(), 1);
}

#[actix_web::test]
async fn the_public_page_leads_to_ones_own_sessions() {
    let scene = scene("open", "5").await;
    let (ada, mut of_ada) = scene.person("Ada").await;
    let way = format!("/hanoi/programme/sessions/{}/sign-up", scene.session);
    let page = scene.world.stranger().get(&format!("/hanoi/programme/sessions/{}", scene.session)).await.text();
    assert!(page.contains(&way), "{page}");
    let there = of_ada.get(&way).await;
    assert_eq!(
        (there.status.as_u16(), there.location()),
        (303, format!("/people/{ada}/sessions#session-{}", scene.session).as_str())
    );
    let mut nobody = scene.world.signed_in("nobody@example.org").await;
    assert!(nobody.get(&way).await.text().contains("No participant of this conference has the address"));
}

#[actix_web::test]
async fn more_places_than_the_room_has_are_said_on_the_sessions_page() {
    let mut scene = scene("open", "3").await;
    let path = scene.desk.trim_end_matches("/sign-up").to_owned();
    scene.world.sql("UPDATE meeting_room SET capacity = 3").await;
    assert!(!scene.manager.get(&path).await.text().contains("people are expected"));
    scene.world.sql("UPDATE meeting_room SET capacity = 2").await;
    let page = scene.manager.get(&path).await.text();
    assert!(page.contains("3 people are expected, and the room has 2 places"), "{page}");
}
