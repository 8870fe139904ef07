//! Fifty planners at once, in two processes, place and move sessions at random and release the programme: no release ever holds two
//! sessions in one room, because the schema judges that. Its twin takes the constraint away and finds one.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::join_all;
use plenipo::conferences::DutyKind;
use rand::RngExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::World;
use crate::support::people::Stage;
use crate::support::process::{Process, free_address};

const ROOMS: usize = 20;
/// Hours of a day in which sessions are held.
const HOURS: usize = 12;
const PLANNERS: usize = 50;

/// Sessions of an hour, one in each place of a grid of rooms, days and hours; the last places stay free.
async fn programme(world: &World, stage: &Stage, sessions: usize) {
    let conference = stage.conference;
    let id = |kind: usize, number: &str| {
        format!("('0000000{kind}-0000-4000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid")
    };
    let (room, session, held) = (id(1, "n"), id(2, "n"), id(1, &format!("n % {ROOMS}")));
    world
        .sql(&format!(
            "INSERT INTO meeting_room (id, conference_id, code, name, ordinal)
             SELECT {room}, '{conference}', 'room-' || n, jsonb_build_object('en', 'Room ' || n), n FROM generate_series(0, {ROOMS} - 1) n;
             INSERT INTO session (id, conference_id, key, kind, title, room_id, starts_at, ends_at, status, changed_at)
             SELECT {session}, '{conference}', 'session-' || n, 'workshop', jsonb_build_object('en', 'Session ' || n),
                 {held}, t, t + interval '1 hour', 'confirmed', now()
             FROM generate_series(0, {sessions} - 1) n, LATERAL (SELECT timestamptz '2025-10-20T01:00:00Z'
                 + n / {ROOMS} % {HOURS} * interval '1 hour' + n / {ROOMS} / {HOURS} * interval '1 day' AS t) start;
             ANALYZE"
        ))
        .await;
}

/// A planner's browser on one of the processes.
#[derive(Clone)]
struct Planner {
    at: SocketAddr,
    cookies: String,
    token: String,
}

impl Planner {
    async fn sign_in(at: SocketAddr, session: &str) -> Self {
        let mut planner = Self { at, cookies: format!("plenipo_session={session}"), token: String::new() };
        let (status, page) = planner.send("GET", "/account", "").await;
        assert_eq!(status, 200, "{page}");
        let key = page.split("plenipo_form=").nth(1).expect("a form's cookie").split(';').next().unwrap();
        planner.cookies = format!("{}; plenipo_form={key}", planner.cookies);
        let token = page.split("name=\"form_token\" value=\"").nth(1).expect("a form's token");
        planner.token = token.split('"').next().unwrap().to_owned();
        planner
    }

    /// The answer's status, and its head and body.
    async fn send(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        let mut stream = tokio::net::TcpStream::connect(self.at).await.unwrap();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nconnection: close\r\naccept: text/html\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.at,
            self.cookies,
            body.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        (status, answer)
    }

    /// Posts a form; where the program says that it is too busy, again.
    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("form_token", &self.token)
            .extend_pairs(fields)
            .finish();
        let mut answer = (503, String::new());
        for _ in 0..100 {
            answer = self.send("POST", &format!("/hanoi/programme/manage/{path}"), &body).await;
            if answer.0 != 503 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        answer
    }

    /// Puts a session into a place of the grid.
    async fn place(&self, session: usize, version: usize, place: usize) -> u16 {
        let (room, hour, day) = (place % ROOMS, place / ROOMS % HOURS, place / ROOMS / HOURS);
        let id = |kind: usize, number: usize| format!("0000000{kind}-0000-4000-8000-{number:012x}");
        let fields = [
            ("version", version.to_string()),
            ("day", format!("2025-10-{}", 20 + day)),
            // The grid begins at eight in Hà Nội.
            ("start", format!("{:02}:00", 8 + hour)),
            ("length", "60".to_owned()),
            ("room", id(1, room)),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.post(&format!("timetable/{}/place", id(2, session)), &fields).await.0
    }
}

#[derive(Default)]
struct Counts {
    moved: AtomicUsize,
    released: AtomicUsize,
    refused: AtomicUsize,
}

/// Lets all of them plan; gives what they did.
async fn plan(world: &World, stage: &Stage, sessions: usize) -> Arc<Counts> {
    programme(world, stage, sessions).await;
    let processes = [free_address(), free_address()];
    let mut running = Vec::new();
    for address in processes {
        running.push(Process::serve(world, address, &format!("http://{address}")).await);
    }
    let counts = Arc::new(Counts::default());
    let mut signed_in = Vec::new();
    for number in 0..PLANNERS {
        let email = format!("planner{number}@example.org");
        let browser = world.on_duty(stage, &email, DutyKind::ProgrammeManager).await;
        signed_in.push(browser.cookie(plenipo::accounts::SESSION_COOKIE).unwrap().to_owned());
    }
    // The processes have clocks of their own, which are right.
    world.sql("UPDATE browser_session SET created_at = now(), last_seen_at = now(), expires_at = now() + interval '1 day'").await;
    let each = signed_in
        .iter()
        .enumerate()
        .map(|(number, session)| one(number, processes[number % 2], session.clone(), sessions, counts.clone()));
    join_all(each).await;
    counts
}

/// One planner moves a session of theirs to a place that is theirs alone, or onto somebody else's, and some release what is there. What
/// was put onto another is taken back.
async fn one(number: usize, at: SocketAddr, session: String, sessions: usize, counts: Arc<Counts>) {
    let planner = Planner::sign_in(at, &session).await;
    let own = number * (sessions / PLANNERS);
    let free = (ROOMS * HOURS).max(sessions) + number;
    let over = number % 4 == 3;
    let target = if over { rand::rng().random_range(0..sessions) } else { free };
    if planner.place(own, 1, target).await == 303 {
        counts.moved.fetch_add(1, Ordering::Relaxed);
    }
    if number % 5 == 3 || over {
        let (status, answer) = planner.post("release", &[("name", &format!("Release of {number}"))]).await;
        match status {
            303 => counts.released.fetch_add(1, Ordering::Relaxed),
            422 => {
                // Listed on the page, unless whoever was in the way has gone in this very moment.
                let named = ["The same room at the same time", "hold the same room at the same time"];
                let main = answer.split("<main").nth(1).unwrap_or_default();
                assert!(main.contains("Session ") && named.iter().any(|text| main.contains(text)), "{main}");
                counts.refused.fetch_add(1, Ordering::Relaxed)
            }
            other => panic!("{other}: {answer}"),
        };
    }
    if over {
        planner.post("timetable/undo", &[]).await;
    }
}

/// Pairs of sessions of one release in one room at once.
async fn overlaps(world: &World) -> i64 {
    use diesel::sql_types::BigInt;
    use diesel_async::RunQueryDsl;
    #[derive(diesel::QueryableByName)]
    struct Found {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let sql = "SELECT count(*) FROM released_session a JOIN released_session b USING (release_id, room_id)
        WHERE a.session_id < b.session_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at AND NOT a.cancelled AND NOT b.cancelled";
    let db = world.db();
    let mut c = db.connection().await.unwrap();
    let found: Found = diesel::sql_query(sql).get_result(&mut *c).await.unwrap();
    found.count
}

#[actix_web::test]
async fn fifty_planners_in_two_processes_never_release_an_overlap() {
    let (world, stage) = World::new().await;
    let counts = plan(&world, &stage, 2_000).await;
    let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
    assert!(count(&counts.moved) >= PLANNERS / 2, "{} moved", count(&counts.moved));
    assert!(count(&counts.refused) > 0, "nobody was refused: nothing was tried");
    assert_eq!(overlaps(&world).await, 0);
    // When all is back in its place, the programme is released.
    let mut manager = world.on_duty(&stage, "last@example.org", DutyKind::ProgrammeManager).await;
    let last = manager.post("/hanoi/programme/manage/release", &[("name", "The last")]).await;
    assert_eq!(last, 303, "{}", last.text());
    assert_eq!(overlaps(&world).await, 0);
}

#[actix_web::test]
async fn without_the_constraint_planners_release_an_overlap() {
    let (world, stage) = World::new().await;
    world.sql("ALTER TABLE released_hold DROP CONSTRAINT one_session_per_room_at_a_time").await;
    let counts = plan(&world, &stage, 250).await;
    assert_eq!(counts.refused.load(Ordering::Relaxed), 0);
    assert!(overlaps(&world).await > 0);
}
