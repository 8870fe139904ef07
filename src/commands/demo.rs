//! `plenipo demo`: fills the database with the demonstration.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args;
use plenipo::clock::Day;
use plenipo::console::demo::fill::{Options, Progress, SEATS, Tools, fill};
use plenipo::language::FALLBACK;
use plenipo::web::Problem;

use super::{Failure, Started};

#[derive(Args)]
pub struct Demo {
    /// How many people have a file.
    #[arg(long, default_value_t = 2500)]
    people: usize,
    /// The same seed and start give the same conference.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The conference's first day (2025-10-25); yesterday when absent.
    #[arg(long)]
    start: Option<String>,
}

impl Demo {
    pub fn run(self) -> Result<(), Failure> {
        let start = match &self.start {
            None => None,
            Some(text) => Some(Day::parse(text).ok_or("--start should be a day such as 2025-10-25")?),
        };
        let started = Started::with_current_schema()?;
        let options = Options { people: self.people, seed: self.seed, start };
        super::runtime()?.block_on(carry_out(&started, options))?;
        Ok(())
    }
}

/// Fills, with a bar on a terminal and a line every tenth elsewhere.
pub async fn carry_out(started: &Started, options: Options) -> Result<(), Failure> {
    let begun = std::time::Instant::now();
    let tools = Tools {
        url: started.database_url.clone(),
        sealer: started.sealer.clone(),
        keyring: started.keyring.clone(),
        site: started.site.clone(),
        clock: started.clock.clone(),
    };
    let filled = fill(&tools, options, bar()).await;
    match filled {
        Ok(true) => eprintln!("The demonstration is ready after {} s.", begun.elapsed().as_secs()),
        Ok(false) => eprintln!("The demonstration is there already."),
        Err(Problem::Refused(message)) => return Err(FALLBACK.message(&message).into()),
        Err(problem) => return Err(problem.into()),
    }
    Ok(())
}

/// One sign-in per role, as links to the page whose buttons sign in.
pub fn say_seats(base: &str) {
    eprintln!("Take a seat (on this machine only): {base}/demonstration");
    for (seat, address) in SEATS {
        eprintln!("  {seat:14} {base}/demonstration#{seat}  ({address})");
    }
}

fn bar() -> Progress {
    let terminal = std::io::stderr().is_terminal();
    let told = AtomicUsize::new(0);
    Arc::new(move |done, total| {
        let tenth = done * 10 / total.max(1);
        if terminal {
            let full = done * 30 / total.max(1);
            eprint!("\r[{}{}] {done} of {total} people", "#".repeat(full), ".".repeat(30 - full));
            if done == total {
                eprintln!();
            }
        } else if told.fetch_max(tenth, Ordering::Relaxed) < tenth {
            eprintln!("{done} of {total} people");
        }
    })
}
