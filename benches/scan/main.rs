//! How many scans a second the application answers, beside what the database alone does with the same two statements.
//!
//! `cargo bench --bench scan` starts a private PostgreSQL with durable settings, fills it with 100,000 people with badges, starts the
//! real `plenipo serve`, and then, at 1, 8 and 32 connections in turn, lets `pgbench -M prepared` run the read and the write of a
//! scan and lets as many HTTP connections post scans. It prints scans a second, latencies, the ratio of the two, and the
//! application's CPU time per scan. Load generator, application and database share one machine, as pgbench shares it.
//!
//! `SCAN_PEOPLE`, `SCAN_SECONDS` and `SCAN_CONNECTIONS` (`1,8,32`) change the size.

mod fill;
mod load;
mod measure;
#[path = "../support/server.rs"]
mod server;
mod world;

use measure::Row;

fn setting<T: std::str::FromStr>(name: &str, otherwise: T) -> T {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn main() {
    // `cargo test --benches` calls with --test: there is nothing to measure then.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let people: usize = setting("SCAN_PEOPLE", 100_000);
    let seconds: u64 = setting("SCAN_SECONDS", 8);
    let connections: String = setting("SCAN_CONNECTIONS", "1,8,32".to_owned());
    let world = world::World::build(people);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    println!("{people} people, {seconds} s a run, {} logical processors", server::processors());
    println!("{}", Row::head());
    // The first run after a fill meets cold pages and the checkpoint of what was filled in: it counts for neither side.
    let _ = world.pgbench(8, seconds);
    let mut used = 0;
    for count in connections.split(',').filter_map(|text| text.trim().parse::<usize>().ok()) {
        let alone = world.pgbench(count, seconds);
        let before = world.application_cpu();
        let load = runtime.block_on(load::run(&world, count, seconds, used));
        used += load.scans();
        let cpu = world.application_cpu() - before;
        println!("{}", Row::of(count, &alone, &load, cpu));
    }
}
