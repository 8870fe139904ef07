//! One delegate, from a line in the organiser's table to the red screen for a badge that was reported lost.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::Command;

use plenipo::accounts::SESSION_COOKIE;
use plenipo::conferences::DutyKind;
use serde_json::Value;

use super::post::{Post, read_code};
use crate::support::browser::Chrome;
use crate::support::nominees::jpeg;
use crate::support::people::Stage;
use crate::support::{Browser, World, film};

const TABLE: &str = "key,kind,entity,language,focal_name,focal_email,quota_D\n\
                     state-ws,state,WS,en,Sina Tuilagi,focal@samoa.example,3\n\
                     state-ci,state,CI,fr,Awa Koné,focal@civ.example,4\n";

/// The installation, its address, its mail server, and the browsers of those who take part.
struct Walk {
    world: World,
    stage: Stage,
    site: String,
    post: Post,
    /// The desk of whoever of the staff is at work.
    staff: Chrome,
    shift: Cell<u32>,
    /// The focal point's phone.
    phone: Chrome,
}

impl Walk {
    async fn begin() -> Self {
        let (world, stage) = World::new().await;
        let site = format!("http://{}", world.serve());
        let post = Post::start(&world);
        Self {
            world,
            stage,
            site,
            post,
            staff: Chrome::desk().await,
            shift: Cell::new(1),
            phone: Chrome::phone(None).await,
        }
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.world.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Somebody of the staff, each time another, sits down at the desk and opens a page.
    async fn sits(&self, kind: DutyKind, path: &str) -> Browser {
        let shift = self.shift.replace(self.shift.get() + 1);
        let email = format!("{}-{shift}@hanoi.example", kind.as_str());
        let browser = self.world.on_duty(&self.stage, &email, kind).await;
        signs_in(&self.staff, &self.site, &browser).await;
        self.staff.go(&format!("{}{path}", self.site)).await;
        browser
    }
}

async fn signs_in(chrome: &Chrome, site: &str, browser: &Browser) {
    chrome.go(&format!("{site}/healthz")).await;
    chrome.cookie(SESSION_COOKIE, browser.cookie(SESSION_COOKIE).unwrap()).await;
}

/// What stands on the page.
async fn text(chrome: &Chrome) -> String {
    chrome.js("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
}

async fn path(chrome: &Chrome) -> String {
    chrome.js("return location.pathname").await.as_str().unwrap_or_default().to_owned()
}

/// Waits until a page says something.
async fn says(chrome: &Chrome, words: &str) {
    chrome.until(&format!("return document.body.innerText.includes({})", Value::from(words))).await;
}

/// Chooses in a list as a person would: by its words.
async fn choose(chrome: &Chrome, name: &str, words: &str) {
    let chosen = chrome
        .js(&format!(
            "const list = document.querySelector('select[name={name}]');
             const option = [...list.options].find((one) => one.textContent.trim() === {words});
             if (!option) return [...list.options].map((one) => one.textContent.trim()).slice(0, 30).join('|');
             list.value = option.value; list.dispatchEvent(new Event('change', {{ bubbles: true }})); return true",
            words = Value::from(words)
        ))
        .await;
    assert_eq!(chosen, Value::Bool(true), "{words} is not offered for {name}");
}

/// The organiser imports two delegations; their focal points get their invitations.
async fn imports(walk: &Walk) {
    let table = walk.file("delegations.csv", TABLE.as_bytes());
    let organiser = walk.sits(DutyKind::Organiser, "/hanoi/delegations/import").await;
    walk.staff.keys("input[name=table]", &table.display().to_string()).await;
    walk.staff.click("main form .button-main").await;
    says(&walk.staff, "Samoa").await;
    says(&walk.staff, "Côte d'Ivoire").await;
    walk.staff.click("form.preview .button-main").await;
    walk.staff.until("return location.pathname === '/hanoi/delegations'").await;
    let mut organiser = organiser;
    let perimeter = walk.stage.perimeter.to_string();
    let gate = [
        ("code", "main-entrance"),
        ("name_en", "Main entrance"),
        ("name_fr", "Entrée principale"),
        ("from", "street"),
        ("into", &perimeter),
        ("unlisted", "refuse"),
        ("exit_before_reentry", "yes"),
    ];
    let reply = organiser.post("/hanoi/gates", &gate).await;
    assert_eq!(reply, 303, "{}", reply.text());
}

/// The focal point follows the link of the mail, confirms, and submits a person. Gives the person's address here.
async fn registers(walk: &Walk) -> String {
    let french = walk.post.letters_to(&walk.world, "focal@civ.example").await;
    assert!(
        french[0].subject.contains("Côte d'Ivoire") && french[0].text.contains("point focal"),
        "{}",
        french[0].text
    );
    let letters = walk.post.letters_to(&walk.world, "focal@samoa.example").await;
    assert_eq!(letters.len(), 1);
    let invitation = letters[0].path("/invitation/");
    let phone = &walk.phone;
    // A mail filter opens every link first; that must use nothing up.
    for _ in 0..2 {
        assert_eq!(walk.world.stranger().get(&invitation).await, 200);
    }
    phone.go(&format!("{}{invitation}", walk.site)).await;
    phone.click("main form .button-main").await;
    phone.until("return location.pathname.startsWith('/delegations/')").await;
    let home: String = path(phone).await.split('/').take(3).collect::<Vec<_>>().join("/");
    phone.go(&format!("{}{home}/answer", walk.site)).await;
    phone.click("input[name=reply]").await;
    phone.keys("input[name=expected_people]", "3").await;
    phone.click("main form .button-main").await;
    phone.until(&format!("return location.pathname === '{home}'")).await;
    phone.go(&format!("{}{home}/people/new", walk.site)).await;
    for (name, typed) in [
        ("document_name", "TUILAGI SINA"),
        ("family_name", "Tuilagi"),
        ("given_name", "Sina"),
        ("badge_name", "Sina Tuilagi"),
        ("functional_title", "Legal adviser"),
        ("document_number", "M4810273"),
        ("birth_day", "14"),
        ("birth_month", "3"),
        ("birth_year", "1988"),
        ("document_expires_day", "2"),
        ("document_expires_month", "5"),
        ("document_expires_year", "2030"),
        ("email", "sina@samoa.example"),
    ] {
        phone.keys(&format!("[name={name}]"), typed).await;
    }
    choose(phone, "composition_title", "Adviser").await;
    choose(phone, "nationality", "Samoa").await;
    choose(phone, "residence", "Samoa").await;
    choose(phone, "document_kind", "Passport").await;
    choose(phone, "document_country", "Samoa").await;
    phone.click("input[name=sex][value=F]").await;
    // First without a photograph: told so at the field, and nothing of what was typed is lost.
    phone.click("[formaction$='/submission']").await;
    phone.until("return document.querySelector('#portrait-error')").await;
    assert_eq!(phone.js("return document.querySelector('[name=family_name]').value").await, "Tuilagi");
    assert_eq!(phone.js("return document.querySelector('[name=nationality]').value").await, "WS");
    let portrait = walk.file("sina.jpg", &jpeg(900, 1200));
    phone.keys("input[name=portrait]", &portrait.display().to_string()).await;
    let number = phone.js("return document.querySelector('[name=document_number]').value").await;
    if number == "" {
        phone.keys("[name=document_number]", "M4810273").await;
    }
    phone.click("[formaction$='/submission']").await;
    phone.until(&format!("return location.pathname === '{home}' && document.body.innerText.includes('TUILAGI')")).await;
    home
}

/// The officer finds the file in the queue, looks and approves.
async fn approves(walk: &Walk) {
    walk.sits(DutyKind::AccreditationOfficer, "/hanoi/files").await;
    let file = "return [...document.querySelectorAll('main a')].find((one) => /tuilagi/i.test(one.textContent))?.href ?? false";
    let file = walk.staff.until(file).await;
    walk.staff.go(file.as_str().unwrap()).await;
    walk.staff.until("const face = document.querySelector('img.portrait'); return face && face.complete && face.naturalWidth > 100").await;
    walk.staff.click("form[action$='/approval'] button").await;
    walk.staff.until("return document.querySelector('.undo, .flash, [role=status]')").await;
}

/// The mail to the person; gives the code that collects the badge, as a reader sees it in the mail's picture.
async fn confirmation(walk: &Walk) -> String {
    let letters = walk.post.letters_to(&walk.world, "sina@samoa.example").await;
    // Another one says that the file was received.
    assert_eq!(letters.len(), 2);
    let letter = letters.iter().find(|letter| letter.parts.len() > 1).expect("a confirmation with its code");
    assert!(letter.message_id.ends_with('>') && letter.text.contains("Samoa"), "{}", letter.text);
    let calendar = String::from_utf8_lossy(letter.part("text/calendar")).into_owned();
    assert!(calendar.contains("BEGIN:VEVENT"), "{calendar}");
    let picture = walk.file("collection.png", letter.part("image/png"));
    let code = read_code(&picture);
    assert_eq!(code.len(), 193);
    let written: String = letter.text.chars().filter(|sign| !sign.is_whitespace()).collect();
    assert!(written.contains(&code), "{}", letter.text);
    code
}

/// The pass desk scans the collection code, prints and hands over. Gives the badge as it lies in the hand: a picture of its PDF.
async fn collects(walk: &Walk, collection: &str) -> PathBuf {
    let mut desk = walk.sits(DutyKind::PassDesk, "/hanoi/pass-desk").await;
    walk.staff.keys("input[name=q]", &format!("{collection}\u{e007}")).await;
    walk.staff.until("return document.querySelector(\"form[action$='/badge']\")").await;
    says(&walk.staff, "TUILAGI").await;
    walk.staff.click("form[action$='/badge'] button").await;
    let sheet =
        walk.staff.until("return document.querySelector(\"a[href*='/badges/']\")?.getAttribute('href') ?? false").await;
    let pdf = desk.get(sheet.as_str().unwrap()).await;
    assert!(pdf.status.is_success() && pdf.body.starts_with(b"%PDF"), "{}", pdf.status);
    let file = walk.file("badge.pdf", &pdf.body);
    let target = walk.world.folder.path().join("badge");
    let drawn = Command::new("pdftoppm")
        .args(["-r", "200", "-singlefile", "-png"])
        .args([&file, &target])
        .status()
        .expect("pdftoppm is installed");
    assert!(drawn.success());
    walk.staff.click("form[action$='/hand-over'] button").await;
    walk.staff.until("return !document.querySelector(\"form[action$='/hand-over']\")").await;
    target.with_extension("png")
}

/// Notes every verdict that the page shows.
const WATCH: &str = r#"
  const gate = document.querySelector('[data-gate]');
  const part = (name) => gate.querySelector(`[data-part=${name}]`).textContent;
  window.seen = [];
  new MutationObserver(() => {
    if (['ready', 'wait'].includes(gate.dataset.look)) return;
    const said = [gate.dataset.look, part('word'), part('why'), gate.querySelector('[data-part=card]').hidden ? '' : part('name')].join('|');
    if (window.seen.at(-1) !== said) window.seen.push(said);
  }).observe(gate, { attributes: true, attributeFilter: ['data-look'] });
"#;

async fn seen(gate: &Chrome, verdict: &str) {
    gate.until(&format!("return window.seen.some((said) => said.startsWith({}))", Value::from(verdict))).await;
}

/// What the camera films: the badge as printed, cut to the height of the picture, and the collection code from the mail.
fn films(walk: &Walk, badge: &Path, collection: &str) -> PathBuf {
    let page = image::open(badge).unwrap().into_luma8();
    let badge = image::imageops::crop_imm(&page, 0, 80, page.width(), 700).to_image();
    let film = walk.world.folder.path().join("camera.mjpeg");
    film::write_pictures(&film, &[badge, film::drawn(collection)]);
    film
}

#[actix_web::test]
async fn a_delegate_is_invited_registered_accredited_badged_admitted_and_shut_out() {
    let walk = Walk::begin().await;
    imports(&walk).await;
    registers(&walk).await;
    approves(&walk).await;
    let collection = confirmation(&walk).await;
    let badge = collects(&walk, &collection).await;
    let gate = Chrome::phone(Some(&films(&walk, &badge, &collection))).await;
    let guard = walk.world.on_duty(&walk.stage, "guard@hanoi.example", DutyKind::GateStaff).await;
    signs_in(&gate, &walk.site, &guard).await;
    gate.go(&format!("{}/hanoi/gates/main-entrance/scanner", walk.site)).await;
    gate.until("return document.querySelector('[data-gate]')?.dataset.ready").await;
    gate.js(WATCH).await;
    gate.click("[data-act=start-camera]").await;
    seen(&gate, "ok|Enter||Sina Tuilagi").await;
    seen(&gate, "no|Stop|Not a badge: collect your badge at the pass desk|").await;
    seen(&gate, "no|Stop|Already inside: no exit on record|Sina Tuilagi").await;
    // The organiser's board has seen them come.
    walk.sits(DutyKind::Organiser, "/hanoi/gates/board").await;
    says(&walk.staff, "Sina Tuilagi").await;
    // Reported lost at the pass desk, the badge opens nothing any more.
    walk.sits(DutyKind::PassDesk, "/hanoi/pass-desk?q=Tuilagi").await;
    if path(&walk.staff).await == "/hanoi/pass-desk" {
        walk.staff.click(".hits a").await;
    }
    walk.staff.until("return document.querySelector(\"form[action$='/loss']\")").await;
    walk.staff.click("#lost summary").await;
    walk.staff.click("form[action$='/loss'] button").await;
    seen(&gate, "no|Stop|This badge is no longer valid").await;
    let log = gate.log().await;
    let wrong: Vec<&Value> = log.as_array().unwrap().iter().filter(|line| line["level"] == "SEVERE").collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(text(&walk.phone).await.contains("TUILAGI"));
}
