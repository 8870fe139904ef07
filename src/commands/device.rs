//! `plenipo device`: gate devices from the command line.

use clap::{Args, Subcommand};
use diesel_async::AsyncConnection;
use plenipo::gates::{add_device_with_token, gate_codes};
use plenipo::web::Problem;

use super::{Failure, Started};

#[derive(Args)]
pub struct Device {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Add a device and print its bearer token, alone on stdout.
    Add(Add),
}

#[derive(Args)]
struct Add {
    /// What is written on the device.
    name: String,
    /// The conference's short name.
    #[arg(long, value_name = "SLUG")]
    conference: String,
    /// The gate it scans for.
    #[arg(long, value_name = "CODE")]
    gate: String,
}

impl Device {
    pub fn run(self) -> Result<(), Failure> {
        let Act::Add(add) = self.act;
        let started = Started::with_current_schema()?;
        let token = super::runtime()?.block_on(add.run(&started))?;
        println!("{token}");
        Ok(())
    }
}

impl Add {
    async fn run(&self, started: &Started) -> Result<String, Failure> {
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > 60 {
            return Err("the name of a device has 1 to 60 characters".into());
        }
        let mut connection = plenipo::db::tls::establish(&started.database_url).await?;
        let conference = super::conference(&mut connection, &self.conference).await?;
        let gates = gate_codes(&mut connection, conference.id).await?;
        if !gates.contains(&self.gate) {
            let there =
                if gates.is_empty() { "it has none".to_owned() } else { format!("it has {}", gates.join(", ")) };
            return Err(format!("{} has no gate {}: {there}", self.conference, self.gate).into());
        }
        let now = started.clock.now();
        let token = connection
            .transaction::<_, Problem, _>(async |tx| {
                add_device_with_token(tx, &conference, &self.gate, name, now).await
            })
            .await?;
        Ok(token.as_str().to_owned())
    }
}
