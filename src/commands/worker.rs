//! `plenipo worker`: background work alone.

use super::background::Background;
use super::{Failure, Started};

pub fn run() -> Result<(), Failure> {
    let started = Started::with_current_schema()?;
    let background = Background::start(&started, true)?;
    super::runtime()?.block_on(super::serve::asked_to_stop())?;
    background.stop();
    Ok(())
}
