//! The timetable in real browsers: a session is dragged and moved with the arrow keys, in both directions of writing, and two organisers
//! see each other's moves.

use plenipo::accounts::SESSION_COOKIE;
use plenipo::conferences::DutyKind;
use serde_json::{Value, json};

use crate::support::browser::Chrome;
use crate::support::people::Stage;
use crate::support::{Browser, World};

const PATH: &str = "/hanoi/programme/manage/timetable?day=2025-10-26";

struct Table {
    world: World,
    stage: Stage,
    site: String,
}

/// Three rooms, and a session in the first of them from nine to ten.
async fn table() -> Table {
    let (world, stage) = World::new().await;
    let mut manager = world.on_duty(&stage, "start@example.org", DutyKind::ProgrammeManager).await;
    let file = "key;kind;title_en;room;date;start;end;status\n\
                opening;opening;Opening;Red;2025-10-26;09:00;10:00;confirmed\n\
                talk;workshop;Talk;Green;2025-10-26;14:00;15:00;draft\n\
                film;side_event;Film;Blue;2025-10-26;14:00;15:00;draft\n\
                loose;workshop;Loose;;;;;draft\n";
    let look =
        manager.upload("/hanoi/programme/manage/import", &[], &[("file", "programme.csv", file.as_bytes())]).await;
    assert_eq!(manager.post(look.location(), &[]).await, 303);
    world
        .sql("UPDATE meeting_room SET ordinal = CASE name->>'en' WHEN 'Red' THEN 1 WHEN 'Green' THEN 2 ELSE 3 END")
        .await;
    let site = format!("http://{}", world.serve());
    Table { world, stage, site }
}

impl Table {
    /// An organiser at a desk, reading in this language.
    async fn sits(&self, name: &str, language: &str) -> Chrome {
        let browser = self.world.on_duty(&self.stage, &format!("{name}@example.org"), DutyKind::ProgrammeManager).await;
        let chrome = Chrome::desk().await;
        chrome.go(&format!("{}/healthz", self.site)).await;
        chrome.cookie(SESSION_COOKIE, browser.cookie(SESSION_COOKIE).unwrap()).await;
        chrome.cookie("plenipo_language", language).await;
        chrome.go(&format!("{}{PATH}", self.site)).await;
        chrome.until("return document.getElementById('timetable')?.dataset.ready").await;
        chrome
    }

    /// Where a session is by the server's own page: its room, its hours.
    async fn place(&self, title: &str) -> (String, String) {
        let query = |what: &str| {
            format!(
                "SELECT coalesce({what}, '') AS answer FROM session s LEFT JOIN meeting_room r ON r.id = s.room_id \
                 WHERE s.title->>'en' = '{title}'"
            )
        };
        let hours = "to_char(s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI') || '-' || \
                     to_char(s.ends_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI')";
        (self.world.text(&query("r.name->>'en'")).await, self.world.text(&query(hours)).await)
    }
}

fn block(title: &str) -> String {
    format!(
        "[...document.querySelectorAll('.tt-block')].find((one) => one.querySelector('.tt-name').textContent === '{title}')"
    )
}

/// Waits until the page shows a session in this room at these hours.
async fn shows(chrome: &Chrome, title: &str, room: &str, hours: &str) {
    let script = format!(
        "const block = {}; if (!block || block.closest('.tt-tray') || block.hasAttribute('style')) return false; \
         const column = document.querySelector(`.tt-column[data-room=\"${{block.dataset.room}}\"]`); \
         const box = block.getBoundingClientRect(), in_ = column.getBoundingClientRect(); \
         return column.dataset.name === '{room}' && block.querySelector('.tt-time').textContent === '{hours}' \
           && box.left >= in_.left - 1 && box.right <= in_.right + 1",
        block(title)
    );
    chrome.until(&script).await;
}

/// The middle of something on the page.
async fn middle(chrome: &Chrome, element: &str) -> (f64, f64) {
    let box_ = chrome
        .js(&format!("const box = ({element}).getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]"))
        .await;
    (box_[0].as_f64().unwrap(), box_[1].as_f64().unwrap())
}

/// Takes hold at a point with the mouse, and goes to another one by steps, as a hand does.
async fn drags(chrome: &Chrome, from: (f64, f64), to: (f64, f64), drop: bool) {
    let at = |part: f64| (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
    let step = |(x, y): (f64, f64)| json!({"type": "pointerMove", "duration": 40, "x": x.round(), "y": y.round()});
    let mut acts = vec![step(from), json!({"type": "pointerDown", "button": 0})];
    acts.extend([0.1, 0.4, 0.7, 1.0, 1.0].map(|part| step(at(part))));
    acts.push(json!({"type": "pause", "duration": 60}));
    if drop {
        acts.push(json!({"type": "pointerUp", "button": 0}));
    }
    chrome
        .acts(json!([{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": acts}]))
        .await;
}

/// A point in a room's column at an hour: the upper edge of a block that begins then.
async fn at_hour(chrome: &Chrome, room: &str, minutes_after_eight: i64) -> (f64, f64) {
    let found = chrome
        .js(&format!(
            "const column = document.querySelector('.tt-column[data-name=\"{room}\"]'); const box = column.getBoundingClientRect(); \
             const hours = document.querySelectorAll('.tt-axis span').length; \
             return [box.left + box.width / 2, box.top + box.height * {minutes_after_eight} / (hours * 60)]"
        ))
        .await;
    (found[0].as_f64().unwrap(), found[1].as_f64().unwrap())
}

async fn is_clean(chrome: &Chrome) {
    let log = chrome.log().await;
    let wrong: Vec<&Value> = log.as_array().unwrap().iter().filter(|line| line["level"] == "SEVERE").collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[actix_web::test]
async fn a_session_is_dragged_to_another_room_and_time_in_both_directions_of_writing() {
    for language in ["en", "ar-XB"] {
        let table = table().await;
        let chrome = table.sits("amina", language).await;
        let right_to_left = chrome.js("return document.dir === 'rtl'").await == Value::Bool(true);
        assert_eq!(right_to_left, language == "ar-XB");
        // Columns follow the direction of reading.
        let (red, blue) = (at_hour(&chrome, "Red", 0).await, at_hour(&chrome, "Blue", 0).await);
        assert_eq!(red.0 < blue.0, !right_to_left);
        let from = middle(&chrome, &block("Opening")).await;
        // Held in its middle, half an hour after its beginning; a minute off, it goes to the full five.
        let to = at_hour(&chrome, "Blue", 211 + 30).await;
        drags(&chrome, from, to, true).await;
        shows(&chrome, "Opening", "Blue", "11:30–12:30").await;
        assert_eq!(table.place("Opening").await, ("Blue".into(), "11:30-12:30".into()));
        chrome.until("return document.getElementById('tt-said').textContent.length > 5").await;
        // Ctrl+Z takes it back, Ctrl+Shift+Z makes it again.
        chrome.js("document.activeElement.blur()").await;
        chrome.keys("body", "\u{e009}z").await;
        shows(&chrome, "Opening", "Red", "09:00–10:00").await;
        chrome.keys("body", "\u{e009}\u{e008}z").await;
        shows(&chrome, "Opening", "Blue", "11:30–12:30").await;
        is_clean(&chrome).await;
    }
}

#[actix_web::test]
async fn what_a_drag_breaks_is_shown_while_it_hovers_and_escape_lets_go() {
    let table = table().await;
    let chrome = table.sits("amina", "en").await;
    let from = middle(&chrome, &block("Opening")).await;
    let to = at_hour(&chrome, "Green", 360 + 30).await;
    drags(&chrome, from, to, false).await;
    chrome.until("return document.querySelector('#tt-outlook:not([hidden]) [data-breaks=\"1\"]')").await;
    let said = chrome.js("return document.getElementById('tt-outlook').innerText").await;
    assert!(said.as_str().unwrap().contains("The same room at the same time: Talk"), "{said}");
    chrome
        .acts(json!([{"type": "key", "id": "keys", "actions": [
        {"type": "keyDown", "value": "\u{e00c}"}, {"type": "keyUp", "value": "\u{e00c}"}]}]))
        .await;
    chrome.until("return document.getElementById('tt-outlook').hidden && !document.querySelector('.tt-ghost')").await;
    chrome.acts(json!([{"type": "pointer", "id": "mouse", "actions": [{"type": "pointerUp", "button": 0}]}])).await;
    shows(&chrome, "Opening", "Red", "09:00–10:00").await;
    assert_eq!(table.place("Opening").await, ("Red".into(), "09:00-10:00".into()));
    // To the tray, out of it, and to a day's tab.
    let tray = middle(&chrome, "document.getElementById('tt-tray')").await;
    drags(&chrome, middle(&chrome, &block("Opening")).await, tray, true).await;
    chrome.until(&format!("return {}.closest('.tt-tray')", block("Opening"))).await;
    assert_eq!(table.place("Opening").await, (String::new(), String::new()));
    let loose = middle(&chrome, &block("Loose")).await;
    drags(&chrome, loose, at_hour(&chrome, "Red", 121).await, true).await;
    shows(&chrome, "Loose", "Red", "10:00–11:00").await;
    let tab = middle(&chrome, "document.querySelector('.tt-days a[data-date=\"2025-10-25\"]')").await;
    drags(&chrome, middle(&chrome, &block("Talk")).await, tab, true).await;
    chrome.until(&format!("return !{}", block("Talk"))).await;
    assert_eq!(table.place("Talk").await, ("Green".into(), "14:00-15:00".into()));
    let day = "SELECT to_char(starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS answer FROM session WHERE key = 'talk'";
    assert_eq!(table.world.text(day).await, "2025-10-25");
    is_clean(&chrome).await;
}

#[actix_web::test]
async fn a_session_is_moved_with_the_arrow_keys_in_both_directions_of_writing() {
    for (language, onward) in [("en", "\u{e014}"), ("ar-XB", "\u{e012}")] {
        let table = table().await;
        let chrome = table.sits("amina", language).await;
        let link = format!(
            "#{}",
            chrome.js(&format!("return {}.querySelector('a').id", block("Opening"))).await.as_str().unwrap()
        );
        // Twice later, one room on in the direction of reading, once longer: one move.
        chrome.keys(&link, &format!("\u{e015}\u{e015}{onward}")).await;
        chrome.keys(&link, "\u{e008}\u{e015}").await;
        let said = chrome.until("return document.getElementById('tt-said').textContent").await;
        assert!(said.as_str().unwrap().contains("09:10"), "{said}");
        shows(&chrome, "Opening", "Green", "09:10–10:15").await;
        assert_eq!(table.place("Opening").await, ("Green".into(), "09:10-10:15".into()));
        assert_eq!(table.world.text("SELECT count(*)::text AS answer FROM session_move").await, "1");
        let focused = chrome
            .js("return document.activeElement.closest('.tt-block')?.querySelector('.tt-name').textContent")
            .await;
        assert_eq!(focused, "Opening", "the focus stays with it");
        // Back against the direction of reading, and before the first room there is none.
        let back = if language == "en" { "\u{e012}" } else { "\u{e014}" };
        chrome.keys(&link, &format!("{back}{back}{back}")).await;
        shows(&chrome, "Opening", "Red", "09:10–10:15").await;
        // Enter opens the move, which says what it would do, and makes it.
        chrome.keys(&link, "\u{e007}").await;
        chrome.until("return document.querySelector('#tt-dialog[open] [name=start]')").await;
        let room = "const list = document.querySelector('#tt-dialog .tt-where select[name=room]'); \
                    list.value = [...list.options].find((one) => one.textContent === 'Green').value; \
                    const start = document.querySelector('#tt-dialog .tt-where [name=start]'); start.value = '14:30'; \
                    start.dispatchEvent(new Event('input', { bubbles: true }))";
        chrome.js(room).await;
        chrome.until("return document.querySelector('#tt-dialog [data-breaks=\"1\"]')").await;
        chrome.click("#tt-dialog .button-main").await;
        shows(&chrome, "Opening", "Green", "14:30–15:35").await;
        is_clean(&chrome).await;
    }
}

#[actix_web::test]
async fn two_organisers_see_each_others_moves_within_a_second() {
    let table = table().await;
    let (amina, boris) = (table.sits("amina", "en").await, table.sits("boris", "fr").await);
    for chrome in [&amina, &boris] {
        chrome.until("return document.documentElement.dataset.line === 'on'").await;
    }
    // Boris holds a session in the air and has scrolled; what comes in must disturb neither.
    let watch = format!(
        "window.came = 0; new MutationObserver(() => {{ const one = {}; if (one?.querySelector('.tt-time').textContent === '16:00–17:00') window.came ||= Date.now() }})\
         .observe(document.getElementById('timetable'), {{ childList: true, subtree: true, characterData: true, attributes: true }});",
        block("Talk")
    );
    boris.js(&watch).await;
    let talk = amina.js(&format!("return {}.dataset.session", block("Talk"))).await;
    let version = amina.js(&format!("return {}.dataset.version", block("Talk"))).await;
    let mut hand: Browser = table.world.signed_in("amina@example.org").await;
    let room = table.world.text("SELECT id::text AS answer FROM meeting_room WHERE name->>'en' = 'Green'").await;
    let path = format!("/hanoi/programme/manage/timetable/{}/place", talk.as_str().unwrap());
    let fields = [
        ("version", version.as_str().unwrap()),
        ("day", "2025-10-26"),
        ("start", "16:00"),
        ("length", "60"),
        ("room", &room),
    ];
    let sent = chrono_now(&boris).await;
    assert_eq!(hand.post(&path, &fields).await, 303);
    let came = boris.until("return window.came").await.as_f64().unwrap();
    assert!(came - sent < 1000.0, "it took {} ms", came - sent);
    boris.until("return document.getElementById('tt-toast').innerText.includes('amina a déplacé « Talk »')").await;
    shows(&amina, "Talk", "Green", "16:00–17:00").await;
    // While Boris drags, his page waits; when he has dropped, it has both moves.
    drags(&boris, middle(&boris, &block("Opening")).await, at_hour(&boris, "Blue", 90).await, false).await;
    boris.until("return document.querySelector('.tt-ghost')").await;
    drags(&amina, middle(&amina, &block("Film")).await, at_hour(&amina, "Blue", 480 + 30).await, true).await;
    shows(&amina, "Film", "Blue", "16:00–17:00").await;
    assert_ne!(boris.js("return Boolean(document.querySelector('.tt-ghost'))").await, Value::Bool(false));
    boris.acts(json!([{"type": "pointer", "id": "mouse", "actions": [{"type": "pointerUp", "button": 0}]}])).await;
    shows(&boris, "Film", "Blue", "16:00–17:00").await;
    shows(&boris, "Opening", "Blue", "09:00–10:00").await;
    shows(&amina, "Opening", "Blue", "09:00–10:00").await;
    is_clean(&boris).await;
    is_clean(&amina).await;
}

async fn chrono_now(chrome: &Chrome) -> f64 {
    chrome.js("return Date.now()").await.as_f64().unwrap()
}
