//! `plenipo account`.

use clap::{Args, Subcommand};
use plenipo::accounts::create_account;
use plenipo::db::Db;

use super::{Failure, Started};

#[derive(Args)]
pub struct Account {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make an account, or find the one that is there, and print a one-time link to set its password (good for a day).
    Create {
        /// The e-mail address that signs in.
        email: String,
        /// Whoever creates conferences.
        #[arg(long)]
        administrator: bool,
    },
}

impl Account {
    pub fn run(self) -> Result<(), Failure> {
        let Command::Create { email, administrator } = self.command;
        let started = Started::with_current_schema()?;
        let link = super::runtime()?.block_on(async {
            let mut tx = Db::new(started.parts(1).pool).begin().await?;
            let link = create_account(&mut tx, &started.site, &email, administrator, started.clock.now()).await?;
            tx.commit().await?;
            Ok::<_, Failure>(link)
        });
        println!("{}", link.map_err(|error| explained(&email, error))?);
        Ok(())
    }
}

/// A refusal in words; whoever types commands reads English.
fn explained(email: &str, error: Failure) -> Failure {
    match error.downcast_ref::<plenipo::web::Problem>() {
        Some(plenipo::web::Problem::Refused(_)) => format!("{email} is not an e-mail address").into(),
        _ => error,
    }
}
