//! Figures and how they are printed.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::load::Load;

/// What the database does alone.
pub struct Alone {
    pub per_second: f64,
    /// Sorted.
    latencies: Vec<Duration>,
}

impl Alone {
    /// Reads pgbench's summary and its logs, one line a transaction: client, number, microseconds, ...
    pub fn read(summary: &str, folder: &Path, prefix: &str) -> Self {
        let line = summary.lines().find(|line| line.starts_with("tps = ")).expect("pgbench prints its rate");
        let per_second = line.split_whitespace().nth(2).and_then(|text| text.parse().ok()).expect("a number");
        let mut latencies = Vec::new();
        for entry in fs::read_dir(folder).expect("the folder").flatten() {
            if entry.file_name().to_string_lossy().starts_with(&format!("{prefix}.")) {
                let text = fs::read_to_string(entry.path()).expect("pgbench's log");
                let times = text.lines().filter_map(|line| line.split_whitespace().nth(2)?.parse().ok());
                latencies.extend(times.map(Duration::from_micros));
                let _ = fs::remove_file(entry.path());
            }
        }
        latencies.sort_unstable();
        Self { per_second, latencies }
    }
}

fn part(sorted: &[Duration], share: f64) -> String {
    let at = ((sorted.len() as f64 * share) as usize).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or_else(|| "-".to_owned(), |time| format!("{:.2}", time.as_secs_f64() * 1000.0))
}

/// One line of the table.
pub struct Row(String);

impl Row {
    pub fn head() -> String {
        format!(
            "{:>11} | {:>9} {:>8} {:>8} {:>8} {:>9} | {:>9} {:>8} {:>8} {:>8} | {:>5}",
            "connections",
            "scans/s",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "CPU ms",
            "pgbench/s",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "ratio"
        )
    }

    /// A run of the application beside the database alone; `cpu` is the application's over the whole run.
    pub fn of(connections: usize, alone: &Alone, load: &Load, cpu: Duration) -> Self {
        let per_second = load.scans() as f64 / load.took.as_secs_f64();
        let cpu = cpu.as_secs_f64() * 1000.0 / load.scans().max(1) as f64;
        let (ours, theirs) = (&load.latencies, &alone.latencies);
        assert_eq!(load.admitted, load.scans(), "every scan of this load is an admission");
        Self(format!(
            "{connections:>11} | {per_second:>9.0} {:>8} {:>8} {:>8} {cpu:>9.3} | {:>9.0} {:>8} {:>8} {:>8} | {:>5.2}",
            part(ours, 0.5),
            part(ours, 0.95),
            part(ours, 0.99),
            alone.per_second,
            part(theirs, 0.5),
            part(theirs, 0.95),
            part(theirs, 0.99),
            per_second / alone.per_second,
        ))
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
