//! One person, asked by a mail to a shared mailbox, on a line of 64 kbit/s and 800 ms that is cut again and again, while the server is
//! killed and started again: nothing typed is asked twice, and it is one nomination.
//!
//! The line, the server (a process of its own) and the browser are real; what the focal point and the tests do beside it, they do
//! on the same database.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::clock::Clock;
use plenipo::ids::{DelegationId, ParticipantId};
use plenipo::participants::{Participant, Status};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::browser::Chrome;
use crate::support::forms::fields_of;
use crate::support::line::{Line, SLOW};
use crate::support::mails::link_in;
use crate::support::people::Stage;
use crate::support::process::{Process, free_address};
use crate::support::{Browser, World, db};

const MAILBOX: &str = "mission@foreign.so";
/// What the issue allows for the whole way.
const ALLOWED: Duration = Duration::from_secs(8 * 60);

/// The fields of a page and what Amina types into them, exactly once. Lists are typed into as well.
const ROLE: &[(&str, &str)] = &[("functional_title", "Counsellor"), ("organisation", "Ministry of Ports")];
const NAME: &[(&str, &str)] = &[
    ("document_name", "Amina Yusuf Warsame"),
    ("family_name", "Warsame"),
    ("native_name", "أمينة يوسف"),
    ("badge_name", "Amina Warsame"),
];
const BIRTH: &[(&str, &str)] = &[("birth_day", "14"), ("birth_month", "3"), ("birth_year", "1988")];
const DOCUMENT: &[(&str, &str)] = &[
    ("document_number", "P0051 2241"),
    ("document_expires_day", "2"),
    ("document_expires_month", "5"),
    ("document_expires_year", "2030"),
];
const CONTACT: &[(&str, &str)] = &[("phone", "+252 61 234 5678")];
const NEEDS: &[(&str, &str)] = &[("access_needs", "A seat near the door")];
/// What stands on the page of the answers when all of it has arrived.
const ANSWERS: &[&str] = &[
    "Counsellor",
    "Ministry of Ports",
    "Amina Yusuf Warsame",
    "Warsame",
    "أمينة يوسف",
    "Amina Warsame",
    "14 March 1988",
    "Female",
    "Somalia",
    "Passport",
    "P0",
    "2 May 2030",
    "+252612345678",
    "A seat near the door",
];

/// Amina with her telephone, and all that lies between her and her delegation.
struct Walk {
    world: World,
    stage: Stage,
    somalia: DelegationId,
    focal: Browser,
    amina: ParticipantId,
    link: String,
    server: Process,
    line: Line,
    phone: Chrome,
    scripts: bool,
    photograph: (PathBuf, usize),
    begun: Instant,
}

impl Walk {
    async fn begin(scripts: bool, (size, quality): ((u32, u32), f64)) -> Self {
        let address = free_address();
        let line = Line::to(address, SLOW);
        let public = format!("http://{}", line.address);
        let world = World::on(db::fresh().await, &[("BASE_URL", &public)]).await;
        // The server lives today.
        world.parts.clock.set(Clock::system().now());
        let stage = world.conference("hanoi", 1).await;
        world
            .sql(
                "UPDATE conference SET nomination_opens_at = now() - interval '30 days',
                    nomination_closes_at = now() + interval '20 days', confirmation_closes_at = now() + interval '21 days',
                    starts_on = current_date + 25, ends_on = current_date + 26, badges_valid_from = current_date + 24,
                    badges_valid_until = current_date + 27, documents_purge_on = current_date + 60",
            )
            .await;
        let somalia = world.delegation(&stage, "Somalia", 5).await;
        let mut focal = world.focal_point(&stage, somalia, "focal@foreign.so").await;
        let (amina, bashir) = (ParticipantId::new(), ParticipantId::new());
        for (id, name) in [(amina, "Amina"), (bashir, "Bashir")] {
            let (id, category) = (id.to_string(), stage.delegates.to_string());
            let fields = [
                ("id", id.as_str()),
                ("email", MAILBOX),
                ("given_name", name),
                ("category", &category),
                ("composition_title", "adviser"),
                ("language", "en"),
                ("note", ""),
            ];
            let reply = focal.post(&format!("/delegations/{somalia}/people/invitation"), &fields).await;
            assert_eq!(reply, 303, "{}", reply.text());
        }
        let server = Process::serve(&world, address, &public).await;
        let mails = world.mails_to(MAILBOX).await;
        assert_eq!(mails.len(), 2, "two people share the mailbox");
        assert!(mails[0].body_text.contains(&public), "the mail leads to where the server says it is");
        let links: Vec<String> = mails.iter().map(|mail| link_in(mail, "/people/link/")).collect();
        for link in links.iter().chain(&links) {
            filter_opens(address, link).await;
        }
        // What is fetched again must be put back by the page's own script; without scripts the browser has to remember.
        let phone = if scripts { Chrome::forgetful_phone().await } else { Chrome::phone(None).await };
        let phone = phone.patient(Duration::from_secs(60));
        let photograph = photograph(&phone, size, quality, world.folder.path().join("IMG_2041.jpg")).await;
        let phone = if scripts { phone } else { phone.without_scripts().await };
        let (link, begun) = (links[0].clone(), Instant::now());
        Self { world, stage, somalia, focal, amina, link, server, line, phone, scripts, photograph, begun }
    }

    fn said(&self, what: &str) {
        let (up, down) = self.line.passed();
        let (time, who) = (self.begun.elapsed().as_secs_f64(), if self.scripts { "with scripts" } else { "without" });
        let what = what.strip_prefix(&self.form("")).map_or(what, |rest| if rest.is_empty() { "/list" } else { rest });
        println!("{who:>12}, {time:>6.1} s, {up:>7} B up, {down:>7} B down: {what}");
    }

    fn form(&self, rest: &str) -> String {
        format!("/people/{}/form{rest}", self.amina)
    }

    async fn person(&self) -> Participant {
        self.world.person(self.amina).await
    }

    /// Waits until the browser stands on a page, whole.
    async fn stands_on(&self, path: &str) {
        let whole = "document.readyState === 'complete'";
        self.phone.until(&format!("return {whole} && location.pathname === {}", json!(path))).await;
        self.said(path);
    }

    async fn types(&self, fields: &[(&str, &str)]) {
        for (name, typed) in fields {
            self.phone.keys(&format!("main [name={name}]"), typed).await;
        }
    }

    /// Chooses in a list, which scripts turn into a field that finds.
    async fn chooses(&self, name: &str, words: &str) {
        if self.scripts
            && self.phone.js(&format!("return Boolean(document.querySelector('input#{name}'))")).await == json!(true)
        {
            self.phone.keys(&format!("input#{name}"), &format!("{words}\u{e007}")).await;
        } else {
            self.phone.keys(&format!("select[name={name}]"), words).await;
        }
    }

    async fn value(&self, name: &str) -> Value {
        self.phone.js(&format!("return document.querySelector('main [name={name}]')?.value ?? null")).await
    }

    /// What was typed is still in its fields.
    async fn still_says(&self, fields: &[(&str, &str)]) {
        for (name, typed) in fields {
            assert_eq!(self.value(name).await, *typed, "{name} is asked again");
        }
    }

    async fn presses(&self) {
        self.phone.click("main form[method=post] .own-acts .button-main").await;
    }

    /// Presses the button; when something has come about, everything is cut.
    async fn presses_and_is_cut(&self, when: impl AsyncFn() -> bool) {
        let cut = async {
            let begun = Instant::now();
            while !when().await {
                assert!(begun.elapsed() < Duration::from_secs(90), "what the cut waits for does not come");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            assert!(self.line.cut_for(Duration::from_secs(2)) > 0, "nothing was open");
        };
        tokio::join!(self.presses(), cut);
        tokio::time::sleep(Duration::from_secs(2)).await;
        let here = self.phone.js("return document.querySelector('main form[method=post] .own-acts') !== null").await;
        assert_eq!(here, json!(false), "the browser says that it has no line");
        self.said("cut");
        self.phone.back().await;
    }

    /// How much of an upload the server has, and how much was announced.
    async fn upload(&self) -> Option<(i64, i64)> {
        use plenipo::schema::upload;
        let mut c = self.world.db().connection().await.unwrap();
        upload::table.select((upload::received, upload::size)).first(&mut c).await.optional().unwrap()
    }
}

/// Grain as a telephone's sensor makes it in the evening, over a face's soft shades; drawn and encoded by the browser, whose encoder is fast.
const PHOTOGRAPH: &str = r"
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext('2d');
  const picture = pen.createImageData(WIDTH, HEIGHT);
  let seed = 2041;
  for (let at = 0; at < picture.data.length; at += 4) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const x = (at / 4) % WIDTH / WIDTH - .5, y = Math.floor(at / 4 / WIDTH) / HEIGHT - .4;
    const light = 230 - 260 * (x * x + y * y) + ((seed >>> 24) - 128) / 8;
    picture.data.set([light, light * .86, light * .74, 255], at);
  }
  pen.putImageData(picture, 0, 0);
  return new Promise((done) => canvas.toBlob((blob) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(',')[1]);
    reader.readAsDataURL(blob);
  }, 'image/jpeg', QUALITY));
";

/// Takes a photograph; its file and its size in bytes.
async fn photograph(by: &Chrome, (width, height): (u32, u32), quality: f64, path: PathBuf) -> (PathBuf, usize) {
    let known = [("WIDTH", width.to_string()), ("HEIGHT", height.to_string()), ("QUALITY", quality.to_string())];
    let script = known.iter().fold(PHOTOGRAPH.to_owned(), |script, (name, value)| script.replace(name, value));
    let bytes = data_encoding::BASE64.decode(by.js(&script).await.as_str().expect("a picture").as_bytes()).unwrap();
    std::fs::write(&path, &bytes).unwrap();
    println!("a photograph of {} B", bytes.len());
    (path, bytes.len())
}

/// A mail filter looks at what a link leads to, without pressing anything.
async fn filter_opens(server: SocketAddr, link: &str) {
    for method in ["HEAD", "GET"] {
        let mut stream = TcpStream::connect(server).await.unwrap();
        let request = format!("{method} {link} HTTP/1.1\r\nhost: {server}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{method}: {answer}");
    }
}

/// Both at once: they wait most of the time.
#[actix_web::test]
async fn cut_again_and_again_it_is_one_nomination_with_scripts_and_without() {
    tokio::join!(with_a_photograph_of_four_megabytes(), without_scripts_the_picture_is_chosen_again());
}

async fn with_a_photograph_of_four_megabytes() {
    let mut walk = Walk::begin(true, ((3000, 4000), 0.92)).await;
    let (photograph, bytes) = walk.photograph.clone();
    assert!((3_500_000..6_000_000).contains(&bytes), "{bytes}");
    up_to_the_portrait(&walk).await;

    let before = walk.line.passed().0;
    walk.phone.keys("input[name=portrait]", &photograph.display().to_string()).await;
    let begun = Instant::now();
    while walk.upload().await.is_none_or(|(received, _)| received < 60_000) {
        assert!(begun.elapsed() < Duration::from_secs(90), "the picture does not leave: {:?}", walk.upload().await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    walk.server.kill();
    let open = walk.line.cut_for(Duration::from_secs(3));
    let (received, size) = walk.upload().await.unwrap();
    walk.said(&format!("the server is killed at {received} of {size} B"));
    assert!(open > 0 && received < size, "{open} {received} {size}");
    assert!(size < 300_000, "made small before it leaves: {size}");
    tokio::time::sleep(Duration::from_secs(3)).await;
    walk.server.start_again().await;
    walk.said("the server is there again");
    walk.phone.until("return document.querySelector('input[name=portrait_upload]').value").await;
    let sent = walk.line.passed().0 - before;
    walk.said(&format!("the picture is there, for {sent} B"));
    assert!(sent < size as u64 + 80_000, "it went on where it stood: {sent} for {size}");
    assert_eq!(walk.upload().await, Some((size, size)));
    // The picture is taken, and the answer lost.
    walk.presses_and_is_cut(async || walk.person().await.portrait_file_id.is_some()).await;
    walk.stands_on(&walk.form("/portrait")).await;
    walk.presses().await;
    from_the_portrait_on(&mut walk).await;
}

/// A form without scripts sends the file as it is: four megabytes would take over eight minutes on this line whatever the server
/// does. So it is a picture of some hundred kilobytes, as telephones send on when asked for "small".
async fn without_scripts_the_picture_is_chosen_again() {
    let mut walk = Walk::begin(false, ((900, 1200), 0.7)).await;
    let (photograph, bytes) = walk.photograph.clone();
    assert!((100_000..300_000).contains(&bytes), "{bytes}");
    up_to_the_portrait(&walk).await;

    let before = walk.line.passed().0;
    walk.phone.keys("input[name=portrait]", &photograph.display().to_string()).await;
    let killed = async {
        let begun = Instant::now();
        while walk.line.passed().0 < before + 60_000 {
            assert!(begun.elapsed() < Duration::from_secs(90), "the picture does not leave");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        walk.line.cut_for(Duration::from_secs(3))
    };
    let (_, open) = tokio::join!(walk.presses(), killed);
    walk.server.kill();
    let arrived = walk.line.passed().0 - before;
    walk.said(&format!("the server is killed at {arrived} of {bytes} B"));
    assert!(open > 0 && arrived < bytes as u64);
    assert_eq!(walk.person().await.portrait_file_id, None);
    tokio::time::sleep(Duration::from_secs(3)).await;
    walk.server.start_again().await;
    walk.phone.back().await;
    walk.stands_on(&walk.form("/portrait")).await;
    walk.phone.keys("input[name=portrait]", &photograph.display().to_string()).await;
    walk.presses().await;
    from_the_portrait_on(&mut walk).await;
}

/// From the link to the page of the portrait, with two cuts: one when the answer was on its way back, one when the form was on its way there.
async fn up_to_the_portrait(walk: &Walk) {
    walk.phone.go(&format!("http://{}{}", walk.line.address, walk.link)).await;
    walk.said("the link is open");
    walk.phone.click("main form[method=post] .button-main").await;
    walk.stands_on(&walk.form("")).await;
    walk.phone.click(&format!("a.button-main[href='{}']", walk.form("/role"))).await;

    walk.stands_on(&walk.form("/role")).await;
    walk.types(ROLE).await;
    walk.presses().await;

    walk.stands_on(&walk.form("/name")).await;
    // The given name stands there: the delegation knew it.
    walk.types(NAME).await;
    walk.presses_and_is_cut(async || walk.person().await.family_name == "Warsame").await;
    walk.stands_on(&walk.form("/name")).await;
    walk.still_says(NAME).await;
    walk.presses().await;

    walk.stands_on(&walk.form("/identity")).await;
    walk.types(BIRTH).await;
    walk.phone.click("input[name=sex][value=F]").await;
    walk.chooses("nationality", "Somalia").await;
    walk.chooses("residence", "Somalia").await;
    walk.presses().await;

    walk.stands_on(&walk.form("/document")).await;
    walk.chooses("document_kind", "Passport").await;
    walk.chooses("document_country", "Somalia").await;
    walk.types(DOCUMENT).await;
    // This time nothing of it arrives.
    let pressed = Instant::now();
    walk.presses_and_is_cut(async || pressed.elapsed() > Duration::from_millis(300)).await;
    assert_eq!(walk.person().await.document_expires_on, None, "the form was lost on its way");
    walk.stands_on(&walk.form("/document")).await;
    walk.still_says(DOCUMENT).await;
    walk.still_says(&[("document_kind", "passport"), ("document_country", "SO")]).await;
    walk.presses().await;

    walk.stands_on(&walk.form("/contact")).await;
    walk.types(CONTACT).await;
    // What is stored is written otherwise than what was typed; the same form again is no collision.
    walk.presses_and_is_cut(async || walk.person().await.phone.is_some()).await;
    walk.stands_on(&walk.form("/contact")).await;
    walk.presses().await;
    walk.stands_on(&walk.form("/portrait")).await;
}

/// What is left after the portrait, sent twice because its answer is cut off; then the focal point hands it in, twice as well.
async fn from_the_portrait_on(walk: &mut Walk) {
    walk.stands_on(&walk.form("/needs")).await;
    assert!(walk.person().await.portrait_file_id.is_some() && walk.upload().await.is_none());
    walk.types(NEEDS).await;
    walk.presses().await;
    walk.stands_on(&walk.form("/check")).await;
    let answers = walk.phone.js("return document.querySelector('main').innerText").await;
    let answers = answers.as_str().unwrap_or_default();
    for answer in ANSWERS {
        assert!(answers.contains(answer), "{answer} is asked again: {answers}");
    }
    walk.phone.click("input[name=declared]").await;
    walk.presses_and_is_cut(async || is_completed(walk).await).await;
    walk.stands_on(&walk.form("/check")).await;
    if walk.phone.js("return document.querySelector('input[name=declared]').checked").await == json!(false) {
        walk.phone.click("input[name=declared]").await;
    }
    walk.presses().await;
    walk.stands_on(&walk.form("/sent")).await;
    let time = walk.begun.elapsed();
    walk.said(&format!("sent after {:.0} s", time.as_secs_f64()));
    let reference = walk.person().await.reference.to_string();
    let sent = walk.phone.js("return document.querySelector('.own-reference').innerText").await;
    assert!(sent.as_str().unwrap_or_default().contains(&reference), "{sent}");
    assert!(time < ALLOWED, "{time:?}");
    is_nominated_once(walk).await;
}

async fn is_completed(walk: &Walk) -> bool {
    use plenipo::schema::own_form;
    let mut c = walk.world.db().connection().await.unwrap();
    let completed = own_form::table.find(walk.amina).filter(own_form::completed_at.is_not_null());
    diesel::select(diesel::dsl::exists(completed)).get_result(&mut c).await.unwrap()
}

async fn is_nominated_once(walk: &mut Walk) {
    let page = format!("/delegations/{}/people/{}", walk.somalia, walk.amina);
    let fields = fields_of(&walk.focal.get(&page).await.text());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        walk.focal.post(&format!("{page}/submission"), &fields).await;
    }
    assert_eq!(walk.world.status(walk.amina).await, Status::Submitted);
    use plenipo::schema::{decision, participant, stored_file};
    let mut c = walk.world.db().connection().await.unwrap();
    let of = participant::table.filter(participant::conference_id.eq(walk.stage.conference));
    let named = of.filter(participant::family_name.eq("Warsame"));
    let people: i64 = of.count().get_result(&mut c).await.unwrap();
    let amina: i64 = named.count().get_result(&mut c).await.unwrap();
    let nominations: i64 = decision::table.count().get_result(&mut c).await.unwrap();
    let portraits: i64 =
        stored_file::table.filter(stored_file::kind.eq("portrait")).count().get_result(&mut c).await.unwrap();
    assert_eq!((people, amina, nominations, portraits), (2, 1, 1, 1), "people, Amina, nominations, portraits");
    let told = walk.world.mails_to("focal@foreign.so").await;
    assert_eq!(told.iter().filter(|mail| mail.kind == "own_form_completed").count(), 1, "told once");
}
