//! `plenipo migrate`.

use clap::Args;
use plenipo::db::{Schema, schema_state};

use super::{Failure, Started};

#[derive(Args)]
pub struct Migrate {
    /// Only say whether the schema is current; exit 1 if it is not.
    #[arg(long)]
    check: bool,
}

impl Migrate {
    pub fn run(self) -> Result<(), Failure> {
        let started = Started::new()?;
        let runtime = super::runtime()?;
        if self.check {
            return runtime.block_on(async {
                let mut connection = plenipo::db::tls::establish(&started.database_url).await?;
                match schema_state(&mut connection).await? {
                    Schema::Current => {
                        println!("current");
                        Ok(())
                    }
                    Schema::Behind(missing) => {
                        Err(format!("the schema lacks {}: run plenipo migrate", missing.join(", ")).into())
                    }
                }
            });
        }
        for name in runtime.block_on(plenipo::db::migrate(&started.database_url))? {
            println!("{name}");
        }
        Ok(())
    }
}
