//! The public page and the feeds, beside the plainest answer.

use crate::read::run;
use crate::world::World;

const CONNECTIONS: usize = 4;

/// Prints what each address costs.
pub fn measure(sizes: &[usize], seconds: u64) {
    let world = World::build(sizes);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let read = |path: &str| runtime.block_on(run(&world.server, path, CONNECTIONS, seconds));
    // The first answers meet cold pages of the database.
    for size in sizes {
        let _ = runtime.block_on(run(&world.server, &format!("/of-{size}/programme"), 1, 1));
    }
    let plain = read("/healthz");
    println!("\n{CONNECTIONS} connections, {seconds} s an address\n");
    println!(
        "| sessions | address | requests/s | CPU ms per request | KB sent | CPU, times /healthz |\n|---:|---|---:|---:|---:|---:|"
    );
    println!(
        "| - | /healthz | {:.0} | {:.3} | {:.1} | 1 |",
        plain.per_second(),
        plain.cpu_ms(),
        plain.bytes as f64 / 1024.0
    );
    for size in sizes {
        for name in ["programme", "programme.xml", "programme.json", "programme.ics"] {
            let reading = read(&format!("/of-{size}/{name}"));
            let (cpu, kilobytes) = (reading.cpu_ms(), reading.bytes as f64 / 1024.0);
            let times = cpu / plain.cpu_ms();
            println!("| {size} | {name} | {:.0} | {cpu:.2} | {kilobytes:.1} | {times:.0} |", reading.per_second());
        }
    }
}
