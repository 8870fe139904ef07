//! `plenipo keys`: the keys that sign badge codes. Running servers read a change within seconds and without a restart.

use clap::{Args, Subcommand};
use plenipo::badges::current_by_key;
use plenipo::badges::keys::{Entry, Keyring};

use super::{Failure, Started};

#[derive(Args)]
pub struct Keys {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// List the keys: id, when it was made, where it stands, and how many badges that are still good bear its codes.
    List,
    /// Make a new key and sign with it from now on. What the former keys signed is read as before.
    Rotate,
    /// Read no code of a former key any more, and delete its private half. This cannot be undone.
    Retire(Retire),
}

#[derive(Args)]
struct Retire {
    /// The key's id, as `plenipo keys list` says it.
    id: u8,
    /// Retire it although badges that are still good bear its codes: they open nothing from then on.
    #[arg(long)]
    with_its_badges: bool,
}

const UNUSABLE: &str = "the keys are not usable";

impl Keys {
    pub fn run(self) -> Result<(), Failure> {
        let started = Started::with_current_schema()?;
        match self.act {
            Act::List => list(&started),
            Act::Rotate => rotate(&started),
            Act::Retire(retire) => retire.run(&started),
        }
    }
}

fn rotate(started: &Started) -> Result<(), Failure> {
    let mut keyring = started.keyring.write().map_err(|_| UNUSABLE)?;
    keyring.rotate(started.clock.now())?;
    eprintln!("key {} signs from now on; copy the keys' folder to its backup", keyring.current().id());
    Ok(())
}

impl Retire {
    fn run(self, started: &Started) -> Result<(), Failure> {
        let bearing = badges_of(&bearers(started)?, self.id);
        let signs = started.keyring.read().map_err(|_| UNUSABLE)?.current().id() == self.id;
        // The key that signs is refused by the keyring itself, whatever bears it.
        if bearing > 0 && !self.with_its_badges && !signs {
            let told = format!(
                "{bearing} badges and collection codes that are still good bear codes of key {}: print them anew first, or \
                 retire it --with-its-badges",
                self.id
            );
            return Err(told.into());
        }
        started.keyring.write().map_err(|_| UNUSABLE)?.retire(self.id, started.clock.now())?;
        eprintln!("no code of key {} is read any more; {bearing} badges ended with it", self.id);
        Ok(())
    }
}

fn bearers(started: &Started) -> Result<Vec<(i16, i64)>, Failure> {
    super::runtime()?.block_on(async {
        let mut connection = plenipo::db::tls::establish(&started.database_url).await?;
        Ok(current_by_key(&mut connection).await?)
    })
}

fn badges_of(bearers: &[(i16, i64)], id: u8) -> i64 {
    bearers.iter().find(|(key, _)| *key == i16::from(id)).map_or(0, |(_, badges)| *badges)
}

fn list(started: &Started) -> Result<(), Failure> {
    let bearers = bearers(started)?;
    let keyring = started.keyring.read().map_err(|_| UNUSABLE)?;
    println!("id\tmade\tstate\tbadges");
    for key in keyring.entries() {
        println!("{}\t{}\t{}\t{}", key.id, key.made, state(key, &keyring), badges_of(&bearers, key.id));
    }
    Ok(())
}

fn state(key: &Entry, keyring: &Keyring) -> String {
    match key.retired {
        Some(at) => format!("retired {at}"),
        None if keyring.current().id() == key.id => "signs".to_owned(),
        None => "reads".to_owned(),
    }
}
