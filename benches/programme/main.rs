//! What the programme costs: its conflict check, its public page and its feeds.
//!
//! `cargo bench --bench programme` first judges programmes of 60 and 1,100 sessions as a whole and after single moves, and prints how
//! many times less a move costs than the whole check. Then it starts a private PostgreSQL and the real `plenipo serve`, releases
//! programmes of both sizes, and lets four connections read the page, the XML, the JSON and the calendar, as browsers do, compressed.
//! It prints requests a second, the application's CPU time per request, and how many times more that is than of the plainest answer
//! there is, `/healthz`, in the same run.
//!
//! `PROGRAMME_SECONDS` changes how long each address is read.

mod engine;
mod feeds;
mod read;
#[path = "../support/server.rs"]
mod server;
mod world;

fn main() {
    // `cargo test --benches` calls with --test: there is nothing to measure then.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let seconds = std::env::var("PROGRAMME_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(5);
    println!("{} logical processors", server::processors());
    engine::measure(&[60, 1_100]);
    feeds::measure(&[60, 1_100], seconds);
}
