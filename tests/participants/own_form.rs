//! A delegation asks somebody to fill in their own form: by a link that filters open twice, on a slow line, page by page.

use plenipo::ids::{DelegationId, ParticipantId};
use plenipo::participants::Status;

use crate::support::forms::{changed, fields_of};
use crate::support::mails::link_in;
use crate::support::nominees::jpeg;
use crate::support::people::Stage;
use crate::support::{Browser, World};

const AMINA: &str = "mission@foreign.so";

/// A delegation of five places, its focal point, and Amina, who was asked.
pub(super) struct Asked {
    pub(super) world: World,
    stage: Stage,
    somalia: DelegationId,
    focal: Browser,
    pub(super) amina: ParticipantId,
    pub(super) link: String,
}

pub(super) async fn asked() -> Asked {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@foreign.so").await;
    let amina = ParticipantId::new();
    let reply = invite(&mut focal, &stage, somalia, amina, AMINA).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let link = link_in(&world.mail_to(AMINA).await, "/people/link/");
    Asked { world, stage, somalia, focal, amina, link }
}

async fn invite(
    by: &mut Browser,
    stage: &Stage,
    of: DelegationId,
    id: ParticipantId,
    email: &str,
) -> crate::support::Reply {
    let (id, category) = (id.to_string(), stage.delegates.to_string());
    let fields = [
        ("id", id.as_str()),
        ("email", email),
        ("given_name", "Amina"),
        ("category", &category),
        ("composition_title", "adviser"),
        ("language", "en"),
        ("note", "Please bring the letter, too."),
    ];
    by.post(&format!("/delegations/{of}/people/invitation"), &fields).await
}

/// What Amina types, page by page; digits of two scripts among it.
const PAGES: &[(&str, &[(&str, &str)])] = &[
    ("role", &[("functional_title", "Counsellor")]),
    ("name", &[("document_name", "Amina Yusuf Warsame"), ("family_name", "Warsame"), ("given_name", "Amina Yusuf")]),
    (
        "identity",
        &[
            ("birth_day", "١٤"),
            ("birth_month", "۳"),
            ("birth_year", "1988"),
            ("sex", "F"),
            ("nationality", "SO"),
            ("residence", "SO"),
        ],
    ),
    (
        "document",
        &[
            ("document_kind", "passport"),
            ("document_country", "SO"),
            ("document_number", "P0051 2241"),
            ("document_expires_day", "2"),
            ("document_expires_month", "5"),
            ("document_expires_year", "2030"),
        ],
    ),
    ("contact", &[("phone", "+٢٥٢ ٦١ ٢٣٤ ٥٦٧٨"), ("language", "en")]),
];

impl Asked {
    pub(super) fn form(&self, rest: &str) -> String {
        format!("/people/{}/form{rest}", self.amina)
    }

    async fn phone(&self) -> Browser {
        let mut phone = self.world.stranger();
        assert_eq!(phone.post(&self.link, &[]).await, 303);
        phone
    }

    /// Looks at a page and sends it as it was shown but for these fields.
    async fn page(&self, phone: &mut Browser, page: &str, fields: &[(&str, &str)]) -> crate::support::Reply {
        let path = self.form(&format!("/{page}"));
        let shown = fields_of(&phone.get(&path).await.text());
        phone.post(&path, &changed(&shown, fields)).await
    }

    /// Fills in every page, picture and all.
    async fn fill_in(&self, phone: &mut Browser) {
        for (page, fields) in PAGES {
            let reply = self.page(phone, page, fields).await;
            assert_eq!(reply, 303, "{page}: {}", reply.text());
        }
        let picture = jpeg(600, 800);
        let reply = phone.upload(&self.form("/portrait"), &[], &[("portrait", "me.jpg", &picture)]).await;
        assert_eq!(reply, 303, "{}", reply.text());
        assert_eq!(phone.post(&self.form("/needs"), &[("access_needs", "")]).await, 303);
    }

    async fn send(&self, phone: &mut Browser) -> crate::support::Reply {
        let version = self.world.person(self.amina).await.version.to_string();
        phone.post(&self.form("/check"), &[("version", &version), ("declared", "yes")]).await
    }
}

#[actix_web::test]
async fn a_filter_that_opens_the_link_twice_uses_nothing_up_and_the_button_goes_on_working() {
    let asked = asked().await;
    for _ in 0..2 {
        let opened = asked.world.stranger().get(&asked.link).await;
        assert_eq!(opened, 200);
        let page = opened.text();
        assert!(page.contains("Amina") && page.contains("Somalia") && page.contains("mission@"), "says whom it is for");
    }
    // Her telephone, then a borrowed computer, then the telephone again, when its session has ended.
    for _ in 0..3 {
        let mut phone = asked.phone().await;
        assert_eq!(phone.get(&asked.form("")).await, 200);
    }
    assert_eq!(asked.world.mails_to(AMINA).await.len(), 1, "and it needed no other mail");
}

#[actix_web::test]
async fn somebody_fills_in_their_own_form_and_the_delegation_submits_it() {
    let mut asked = asked().await;
    let mut phone = asked.phone().await;
    let list = phone.get(&asked.form("")).await.text();
    assert!(list.contains("0 of 7") && list.contains("Begin"), "{list}");
    asked.fill_in(&mut phone).await;
    let answers = phone.get(&asked.form("/check")).await.text();
    assert!(answers.contains("Amina Yusuf Warsame") && answers.contains("+252612345678"), "{answers}");
    assert!(answers.contains("P0") && !answers.contains("00512241"), "the number is not shown again");
    assert_eq!(asked.send(&mut phone).await, 303);
    let sent = phone.get(&asked.form("/sent")).await.text();
    let person = asked.world.person(asked.amina).await;
    assert!(sent.contains(&person.reference.to_string()) && sent.contains("Somalia"), "{sent}");
    assert_eq!(person.status, Status::Draft, "only focal points nominate");
    assert_eq!(person.birth_date.map(|day| day.to_string()).as_deref(), Some("1988-03-14"));
    let home = asked.focal.get(&format!("/delegations/{}", asked.somalia)).await.text();
    assert!(home.contains("Completed by the person") && home.contains("check and submit"), "{home}");
    let told = asked.world.mails_to("focal@foreign.so").await;
    assert_eq!(told.iter().filter(|mail| mail.kind == "own_form_completed").count(), 1);
    let page = format!("/delegations/{}/people/{}", asked.somalia, asked.amina);
    let shown = asked.focal.get(&page).await.text();
    let fields = fields_of(&shown);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let reply = asked.focal.post(&format!("{page}/submission"), &fields).await;
    assert_eq!(reply, 303, "{}", reply.text());
    assert_eq!(asked.world.status(asked.amina).await, Status::Submitted);
    // What is handed in is frozen to its person, too, and the link says where it stands.
    assert_eq!(asked.world.stranger().get(&asked.link).await, 410);
    assert_eq!(asked.world.stranger().post(&asked.link, &[]).await, 410);
    let reply = phone.post(&asked.form("/role"), &[("functional_title", "Minister")]).await;
    assert_eq!(reply, 409, "{}", reply.text());
    assert_eq!(asked.world.person(asked.amina).await.functional_title, "Counsellor");
}

#[actix_web::test]
async fn the_lines_of_a_passport_fill_in_three_pages() {
    let asked = asked().await;
    let mut phone = asked.phone().await;
    let shown = fields_of(&phone.get(&asked.form("/name")).await.text());
    let wrong = [("mrz", "not the lines")];
    let reply = phone.post(&asked.form("/mrz"), &changed(&shown, &wrong)).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("not the lines"), "what was typed is still there");
    assert_eq!(phone.post(&asked.form("/mrz"), &changed(&shown, &[])).await, 422, "Enter in a field means Continue");
    let lines = "P<SOMWARSAME<<FATUMA<ABDIKARIM<<<<<<<<<<<<<<\nP012345673SOM8803148F3005028<<<<<<<<<<<<<<00";
    let pasted = [("given_name", ""), ("native_name", "أمينة"), ("mrz", lines)];
    let reply = phone.post(&asked.form("/mrz"), &changed(&shown, &pasted)).await;
    assert_eq!(reply, 303, "{}", reply.text());
    let person = asked.world.person(asked.amina).await;
    assert_eq!((person.family_name.as_str(), person.native_name.as_str()), ("Warsame", "أمينة"));
    assert_eq!(person.birth_date.map(|day| day.to_string()).as_deref(), Some("1988-03-14"));
    assert_eq!((person.nationality.as_deref(), person.document_country.as_deref()), (Some("SO"), Some("SO")));
    assert!(person.document_number_hint.is_some());
    // A name that stands there is not overwritten with capitals.
    assert_eq!(
        asked.page(&mut phone, "name", &[("family_name", "Warsame"), ("document_name", "Amina Warsame")]).await,
        303
    );
    let shown = fields_of(&phone.get(&asked.form("/name")).await.text());
    assert_eq!(phone.post(&asked.form("/mrz"), &changed(&shown, &[("mrz", lines)])).await, 303);
    assert_eq!(asked.world.person(asked.amina).await.family_name, "Warsame");
}

#[actix_web::test]
async fn a_wrong_field_is_said_at_once_and_the_good_ones_are_kept() {
    let asked = asked().await;
    let mut phone = asked.phone().await;
    let typed =
        [("birth_day", "31"), ("birth_month", "2"), ("birth_year", "1988"), ("sex", "F"), ("nationality", "SO")];
    let reply = asked.page(&mut phone, "identity", &typed).await;
    assert_eq!(reply, 422);
    let page = reply.text();
    assert!(page.contains(r#"value="31""#), "what was typed is still there");
    let person = asked.world.person(asked.amina).await;
    assert_eq!((person.nationality.as_deref(), person.birth_date), (Some("SO"), None));
    // What is missing can wait; what is wrong cannot.
    let later: Vec<(&str, &str)> = typed.iter().copied().chain([("then", "later")]).collect();
    assert_eq!(asked.page(&mut phone, "identity", &later).await, 422);
    assert_eq!(asked.page(&mut phone, "identity", &[("then", "later")]).await, 303);
}

#[actix_web::test]
async fn nothing_is_declared_before_it_is_whole_and_meant() {
    let asked = asked().await;
    let mut phone = asked.phone().await;
    let reply = asked.send(&mut phone).await;
    assert_eq!(reply, 422);
    assert!(reply.text().contains("Still missing"));
    asked.fill_in(&mut phone).await;
    let version = asked.world.person(asked.amina).await.version.to_string();
    assert_eq!(phone.post(&asked.form("/check"), &[("version", &version)]).await, 422, "without a declaration");
    assert_eq!(
        phone.post(&asked.form("/check"), &[("version", "1"), ("declared", "yes")]).await,
        409,
        "another version"
    );
    assert_eq!(phone.get(&asked.form("/sent")).await, 303, "nothing was sent yet");
}

#[actix_web::test]
async fn a_button_pressed_twice_sends_once() {
    let asked = asked().await;
    let mut phone = asked.phone().await;
    asked.fill_in(&mut phone).await;
    let version = asked.world.person(asked.amina).await.version.to_string();
    let sent = [("version", version.as_str()), ("declared", "yes"), ("public_list", "yes")];
    assert_eq!(phone.post(&asked.form("/check"), &sent).await, 303);
    assert_eq!(phone.post(&asked.form("/check"), &sent).await, 303);
    let told = asked.world.mails_to("focal@foreign.so").await;
    assert_eq!(told.iter().filter(|mail| mail.kind == "own_form_completed").count(), 1);
    let person = asked.world.person(asked.amina).await;
    assert!(person.public_list && person.consent_notice.is_some());
}

#[actix_web::test]
async fn the_same_invitation_sent_twice_makes_one_person_and_one_mail() {
    let mut asked = asked().await;
    let again = invite(&mut asked.focal, &asked.stage, asked.somalia, asked.amina, AMINA).await;
    assert_eq!(again, 303, "{}", again.text());
    assert_eq!(asked.world.mails_to(AMINA).await.len(), 1);
}

#[actix_web::test]
async fn what_was_changed_after_sending_is_told_and_declared_again() {
    let mut asked = asked().await;
    let mut phone = asked.phone().await;
    asked.fill_in(&mut phone).await;
    assert_eq!(asked.send(&mut phone).await, 303);
    assert_eq!(asked.page(&mut phone, "role", &[("functional_title", "Deputy Minister")]).await, 303);
    let home = asked.focal.get(&format!("/delegations/{}", asked.somalia)).await.text();
    assert!(home.contains("changed since"), "{home}");
    assert!(phone.get(&asked.form("/check")).await.text().contains("Send them once more"));
    assert_eq!(asked.send(&mut phone).await, 303);
    let told = asked.world.mails_to("focal@foreign.so").await;
    assert_eq!(told.iter().filter(|mail| mail.kind == "own_form_completed").count(), 1, "the focal point is told once");
}

#[actix_web::test]
async fn person_and_delegation_may_fill_in_different_pages_at_once() {
    let mut asked = asked().await;
    let mut phone = asked.phone().await;
    let (role, name) = (asked.form("/role"), asked.form("/name"));
    let seen = fields_of(&phone.get(&role).await.text());
    let named = fields_of(&phone.get(&name).await.text());
    let page = format!("/delegations/{}/people/{}", asked.somalia, asked.amina);
    let shown = fields_of(&asked.focal.get(&page).await.text());
    let native = [("native_name", "أمينة يوسف")];
    assert_eq!(asked.focal.post(&page, &changed(&shown, &native)).await, 303);
    let function = [("functional_title", "Counsellor")];
    assert_eq!(phone.post(&role, &changed(&seen, &function)).await, 303, "another page is no collision");
    let person = asked.world.person(asked.amina).await;
    assert_eq!((person.native_name.as_str(), person.functional_title.as_str()), ("أمينة يوسف", "Counsellor"));
    // The page with the names is: what the delegation wrote stands beside what she typed.
    let mine = [("document_name", "Amina Yusuf"), ("family_name", "Yusuf")];
    let reply = phone.post(&name, &changed(&named, &mine)).await;
    assert_eq!(reply, 409);
    assert!(reply.text().contains("أمينة يوسف") && reply.text().contains("Amina Yusuf"), "both are shown");
    let again = fields_of(&reply.text());
    assert_eq!(phone.post(&name, &changed(&again, &mine)).await, 303, "and sending again is meant");
}

#[actix_web::test]
async fn a_page_whose_answer_was_lost_is_sent_again_and_is_no_collision() {
    let asked = asked().await;
    let mut phone = asked.phone().await;
    for (page, fields) in PAGES {
        let path = asked.form(&format!("/{page}"));
        let shown = fields_of(&phone.get(&path).await.text());
        for _ in 0..2 {
            let reply = phone.post(&path, &changed(&shown, fields)).await;
            assert_eq!(reply, 303, "{page}: {}", reply.text());
        }
    }
    // A picture that came piece by piece has been taken when its page is sent again, and another one is not there.
    let picture = jpeg(600, 800);
    let begun = phone.post("/uploads", &[("name", "me.jpg"), ("size", &picture.len().to_string())]).await;
    let upload = begun.json()["id"].as_str().unwrap().to_owned();
    let all = phone.upload(&format!("/uploads/{upload}"), &[("offset", "0")], &[("piece", "piece", &picture)]).await;
    assert_eq!(all, 200);
    for _ in 0..2 {
        let reply = phone.post(&asked.form("/portrait"), &[("portrait_upload", &upload)]).await;
        assert_eq!(reply, 303, "{}", reply.text());
    }
    let file = asked.world.person(asked.amina).await.portrait_file_id;
    assert_eq!(file.map(|id| id.to_string()), Some(upload));
    let lost = plenipo::ids::UploadId::new().to_string();
    assert_eq!(phone.post(&asked.form("/portrait"), &[("portrait_upload", &lost)]).await, 422);
}

#[actix_web::test]
async fn whoever_does_not_come_is_told_so_by_their_own_link() {
    let asked = asked().await;
    let mut phone = asked.phone().await;
    let left = phone.post(&format!("/people/{}/withdrawal", asked.amina), &[]).await;
    assert_eq!((left.status.as_u16(), left.location()), (303, "/hanoi"));
    assert!(phone.get("/hanoi").await.text().contains("Thank you for telling us"));
    let link = asked.world.stranger().get(&asked.link).await;
    assert_eq!(link, 410);
    assert!(link.text().contains("You have withdrawn"), "{}", link.text());
}

#[actix_web::test]
async fn a_link_that_was_taken_back_replaced_or_ran_out_says_so() {
    let mut asked = asked().await;
    let base = format!("/delegations/{}/people/{}/invitation", asked.somalia, asked.amina);
    let mut phone = asked.phone().await;
    asked.world.wait(120);
    assert_eq!(asked.focal.post(&base, &[]).await, 303);
    let newer = link_in(&asked.world.mail_to(AMINA).await, "/people/link/");
    assert_ne!(newer, asked.link);
    let older = asked.world.stranger().get(&asked.link).await;
    assert_eq!(older, 410);
    assert!(older.text().contains("newer one"));
    assert_eq!(asked.world.stranger().get(&newer).await, 200);
    assert_eq!(asked.focal.post(&format!("{base}/revocation"), &[]).await, 303);
    assert_eq!(asked.world.stranger().post(&newer, &[]).await, 410);
    assert_eq!(phone.get(&asked.form("")).await, 404, "and whoever was inside is outside");
    asked.world.wait(120);
    assert_eq!(asked.focal.post(&base, &[]).await, 303);
    let last = link_in(&asked.world.mail_to(AMINA).await, "/people/link/");
    asked.world.wait(90 * 24 * 3600);
    let over = asked.world.stranger().post(&last, &[]).await;
    assert_eq!(over, 410);
    assert!(over.text().contains("run out"), "{}", over.text());
    assert_eq!(asked.world.stranger().get("/people/link/nobody-sent-this").await, 410);
}

#[actix_web::test]
async fn other_peoples_forms_refuse() {
    let mut asked = asked().await;
    let bashir = ParticipantId::new();
    invite(&mut asked.focal, &asked.stage, asked.somalia, bashir, "bashir@foreign.so").await;
    let mut phone = asked.phone().await;
    for rest in ["", "/role", "/check", "/sent"] {
        assert_eq!(phone.get(&format!("/people/{bashir}/form{rest}")).await, 404, "{rest}");
    }
    assert_eq!(phone.post(&format!("/people/{bashir}/form/role"), &[("functional_title", "x")]).await, 404);
    assert_eq!(phone.post(&format!("/people/{bashir}/form/check"), &[("declared", "yes")]).await, 404);
    // A draft that names an address is not the address's to fill in before its delegation asks.
    let fatuma = crate::support::nominees::Nominee::new(&asked.stage, "Fatuma").with("email", AMINA);
    assert_eq!(fatuma.save(&mut asked.focal, asked.somalia).await, 303);
    assert_eq!(phone.get(&format!("/people/{}/form", fatuma.id)).await, 404);
    // Another delegation's focal point asks nobody here.
    let kenya = asked.world.delegation(&asked.stage, "Kenya", 5).await;
    let mut other = asked.world.focal_point(&asked.stage, kenya, "kenya@example.org").await;
    assert_eq!(other.post(&format!("/delegations/{kenya}/people/{bashir}/invitation"), &[]).await, 404);
    assert_eq!(other.post(&format!("/delegations/{kenya}/people/{bashir}/invitation/revocation"), &[]).await, 404);
}

#[actix_web::test]
async fn a_mailbox_that_two_people_share_opens_each_its_own_form() {
    let mut asked = asked().await;
    let bashir = ParticipantId::new();
    assert_eq!(invite(&mut asked.focal, &asked.stage, asked.somalia, bashir, AMINA).await, 303);
    let links: Vec<String> =
        asked.world.mails_to(AMINA).await.iter().map(|mail| link_in(mail, "/people/link/")).collect();
    assert_eq!(links.len(), 2);
    for (link, person) in links.iter().zip([asked.amina, bashir]) {
        let mut phone = asked.world.stranger();
        let reply = phone.post(link, &[]).await;
        let to = reply.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(to, format!("/people/{person}/form"));
    }
}

#[actix_web::test]
async fn the_button_lets_staff_in_by_their_password_alone_and_a_focal_point_once() {
    let mut asked = asked().await;
    let himself = ParticipantId::new();
    invite(&mut asked.focal, &asked.stage, asked.somalia, himself, "focal@foreign.so").await;
    let link = link_in(&asked.world.mail_to("focal@foreign.so").await, "/people/link/");
    let mut first = asked.world.stranger();
    assert_eq!(first.post(&link, &[]).await, 303);
    assert_eq!(first.get(&format!("/delegations/{}", asked.somalia)).await, 200);
    let mut second = asked.world.stranger();
    let reply = second.post(&link, &[]).await;
    let to = reply.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
    assert!(to.starts_with("/sign-in?next="), "a code by mail leads to the form: {to}");
    assert_eq!(second.get(&format!("/delegations/{}", asked.somalia)).await, 303, "and not in without it");
}

#[actix_web::test]
async fn what_was_typed_comes_back_when_the_session_had_ended() {
    let asked = asked().await;
    let mut phone = asked.phone().await;
    phone.get(&asked.form("/role")).await;
    asked.world.sql("UPDATE browser_session SET revoked_at = now()").await;
    let reply = phone.post(&asked.form("/role"), &[("functional_title", "Counsellor for the sea")]).await;
    assert_eq!(reply, 303, "to the sign-in");
    // The mail is at hand: the same button, and the page that was sent waits.
    assert_eq!(phone.post(&asked.link, &[]).await, 303);
    let waiting = phone.get("/resume").await.text();
    assert!(waiting.contains("Counsellor for the sea"), "{waiting}");
}

#[actix_web::test]
async fn what_the_delegation_filled_in_is_to_be_checked_not_typed_again() {
    let (world, stage) = World::new().await;
    let somalia = world.delegation(&stage, "Somalia", 5).await;
    let mut focal = world.focal_point(&stage, somalia, "focal@foreign.so").await;
    let fatuma = crate::support::nominees::Nominee::new(&stage, "Fatuma");
    assert_eq!(fatuma.save(&mut focal, somalia).await, 303);
    let reply = focal.post(&format!("/delegations/{somalia}/people/{}/invitation", fatuma.id), &[]).await;
    assert_eq!(reply, 303);
    let link = link_in(&world.mail_to("fatuma@example.org").await, "/people/link/");
    let mut phone = world.stranger();
    assert_eq!(phone.post(&link, &[]).await, 303);
    let list = phone.get(&format!("/people/{}/form", fatuma.id)).await.text();
    assert!(list.matches("Please check").count() >= 4, "{list}");
    let page = phone.get(&format!("/people/{}/form/name", fatuma.id)).await.text();
    assert!(page.contains(r#"value="Fatuma""#));
}
