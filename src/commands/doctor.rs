//! `plenipo doctor`: says in one line each whether everything an installation needs is there.

use plenipo::clock::Clock;
use plenipo::config::Config;
use plenipo::console::doctor::{Word, examine};

use super::Failure;

pub fn run() -> Result<(), Failure> {
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(wrong) => {
            // Without settings there is nothing else to look at.
            println!("{:<8} {:<14} {wrong}", "failed", "configuration");
            return Err("the settings cannot be used".into());
        }
    };
    let findings = super::runtime()?.block_on(examine(&config, &Clock::system()));
    for finding in &findings {
        println!("{finding}");
    }
    match findings.iter().filter(|finding| finding.word == Word::Failed).count() {
        0 => Ok(()),
        1 => Err("one check failed".into()),
        failed => Err(format!("{failed} checks failed").into()),
    }
}
