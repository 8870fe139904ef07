//! A private PostgreSQL with two released programmes, and the application on it.

use std::fs;
use std::path::PathBuf;

use diesel_async::SimpleAsyncConnection;
use plenipo::audit::Who;
use plenipo::clock::Clock;
use plenipo::conferences::conference_by_slug;
use plenipo::db::Db;
use plenipo::db::private::{self, Options, Private};
use plenipo::ids::AccountId;
use plenipo::programme::{import_programme, release_as};

use crate::server::Server;

const KINDS: [&str; 5] = ["plenary", "discussion", "workshop", "side_event", "press_conference"];
const ROOMS: usize = 20;

pub struct World {
    pub server: Server,
    _database: Private,
}

impl World {
    /// Starts the database, fills it with a conference for each size, called `of-60` for one of 60 sessions, and starts the application.
    pub fn build(sizes: &[usize]) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("programme-bench");
        let _ = fs::remove_dir_all(&folder);
        let folder = private::usable_data_dir(Some(&folder)).expect("a folder that PostgreSQL's user reaches");
        let _ = fs::remove_dir_all(&folder);
        let database = private::start(&Options::new(folder.join("database"))).expect("PostgreSQL starts");
        let url = database.url(private::DATABASE);
        tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime").block_on(async {
            plenipo::db::migrate(&url).await.expect("the migrations run");
            for (number, size) in (1..).zip(sizes) {
                fill(&url, number, *size).await;
            }
        });
        Self { server: Server::start(&folder, &url), _database: database }
    }
}

async fn fill(url: &str, number: usize, sessions: usize) {
    let mut plain = plenipo::db::tls::establish(url).await.expect("the database answers");
    let conference = format!(
        "INSERT INTO conference (id, number, slug, name, place, starts_on, ends_on, time_zone, languages, nomination_opens_at,
         nomination_closes_at, confirmation_closes_at, badges_valid_from, badges_valid_until, documents_purge_on, created_at)
         VALUES (gen_random_uuid(), {number}, 'of-{sessions}', '{{\"en\": \"A conference\", \"fr\": \"Une conférence\"}}', '{{\"en\": \"Here\"}}',
         current_date, current_date + 12, 'Asia/Ho_Chi_Minh', '{{en,fr}}', now() - interval '9 days', now() - interval '2 days',
         now() - interval '1 day', current_date - 2, current_date + 12, current_date + 30, now())"
    );
    plain.batch_execute(&conference).await.expect("the conference is written");
    let by = AccountId::new();
    let account = format!(
        "INSERT INTO account (id, email, language, created_at) VALUES ('{by}', 'of-{sessions}@example.org', 'en', now())"
    );
    plain.batch_execute(&account).await.expect("the account is written");
    let db = Db::new(plenipo::db::pool(url, 2));
    let now = Clock::system().now();
    let mut tx = db.begin().await.expect("a transaction");
    let conference = conference_by_slug(&mut tx, &format!("of-{sessions}")).await.expect("the conference");
    let table = plenipo::files::read_table(table(sessions, now.day(&conference.zone())).as_bytes(), "programme.csv")
        .expect("a table");
    let report = import_programme(&mut tx, &conference, Who::System, &table, now).await.expect("an import");
    assert!(report.errors.is_empty() && report.new == sessions, "{:?}", report.errors);
    release_as(&mut tx, conference.id, by, "First", now).await.expect("a release");
    tx.commit().await.expect("all of it");
    plain.batch_execute("VACUUM ANALYZE").await.expect("statistics");
}

/// Sessions of an hour in twenty rooms, with an hour between them; two days for sixty, ten for a thousand.
fn table(sessions: usize, first: plenipo::clock::Day) -> String {
    let mut table = String::from(
        "key;kind;number;title_en;title_fr;description_en;description_fr;date;start;end;room;interpretation;chairs;speakers\n",
    );
    // Few in parallel for a small conference, as such have few rooms.
    let abreast = if sessions < 200 { 6 } else { ROOMS };
    for one in 0..sessions {
        let (room, slot) = (one % abreast, one / abreast);
        let (day, hour) = (slot / 6, 8 + slot % 6 * 2);
        let date = first.plus_days(i32::try_from(day).unwrap_or(0));
        let kind = KINDS[one % KINDS.len()];
        table.push_str(&format!(
            "s{one};{kind};{one};Session {one} on mutual legal assistance;Séance {one} sur l'entraide judiciaire;\
             How requests for electronic evidence are made and answered, with cases of three States.;\
             Comment les demandes de preuves électroniques sont faites et traitées, avec les cas de trois États.;\
             {date};{hour:02}:00;{:02}:00;Meeting room {room};ar en fr;Ada Chair {one} | Minister | Atlantis;\
             \"Grace Speaker {one} | Director | Ocean Watch; Alan Speaker {one} | Judge | Atlantis\"\n",
            hour + 1
        ));
    }
    table
}
