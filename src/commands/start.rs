//! What every command begins with: settings, the database (private where none is given), keys, and a schema that is current.

use std::path::PathBuf;
use std::sync::{Arc, RwLock};

use plenipo::app::Parts;
use plenipo::badges::keys::Keyring;
use plenipo::clock::Clock;
use plenipo::config::Config;
use plenipo::db::private::{self, Private};
use plenipo::files::sealing::Sealer;
use plenipo::files::secrets::Secrets;
use plenipo::gates::Lobby;
use plenipo::web::{Hub, Site};

use super::Failure;

/// A process with settings, a database and keys.
pub struct Started {
    pub config: Config,
    pub data: PathBuf,
    pub database_url: String,
    pub clock: Clock,
    pub site: Site,
    pub hub: Hub,
    pub sealer: Arc<Sealer>,
    pub keyring: Arc<RwLock<Keyring>>,
    pub lobby: Lobby,
    /// Kept for its end: dropping it stops the private database if this process owns it.
    _private: Option<Private>,
}

impl Started {
    /// Starts without touching the schema.
    ///
    /// # Errors
    /// A setting that cannot be used, a database that cannot be started, keys that cannot be read.
    pub fn new() -> Result<Self, Failure> {
        Self::with(Config::from_env()?)
    }

    /// Starts with these settings, without touching the schema.
    ///
    /// # Errors
    /// A database that cannot be started, keys that cannot be read.
    pub fn with(config: Config) -> Result<Self, Failure> {
        let data = private::usable_data_dir(config.data.as_deref())?;
        // From here on everybody who asks the settings for a folder gets the one that was found usable.
        let config = Config { data: Some(data.clone()), ..config };
        let (database_url, private) = match &config.database_url {
            Some(url) => (url.clone(), None),
            None => {
                let private = private::start(&private::Options::new(&data))?;
                (private.url(private::DATABASE), Some(private))
            }
        };
        let keys = config.keys_folder();
        let clock = Clock::system();
        let secrets = Secrets::open(&keys)?;
        let secret = match &config.secret_key {
            Some(text) => text.clone().into_bytes(),
            None => secrets
                .read_or_make("form-secret", || plenipo::files::secrets::random::<32>().to_vec().into())?
                .to_vec(),
        };
        let sealer = Arc::new(Sealer::open_or_make(&secrets)?);
        let keyring = Arc::new(RwLock::new(Keyring::open_or_make(&keys, clock.now())?));
        let site = Site::new(config.clone(), secret);
        let (hub, lobby) = (Hub::default(), Lobby::default());
        Ok(Self { config, data, database_url, clock, site, hub, sealer, keyring, lobby, _private: private })
    }

    /// Starts and brings the schema up to date.
    ///
    /// # Errors
    /// As [`Started::new`], and a migration that fails.
    pub fn with_current_schema() -> Result<Self, Failure> {
        Self::new()?.migrated()
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// A migration that fails.
    pub fn migrated(self) -> Result<Self, Failure> {
        let started = self;
        let ran = super::runtime()?.block_on(plenipo::db::migrate(&started.database_url))?;
        if !ran.is_empty() {
            tracing::info!(count = ran.len(), "the schema was brought up to date");
        }
        Ok(started)
    }

    /// The parts of an application with a pool of its own of so many connections.
    pub fn parts(&self, connections: usize) -> Parts {
        Parts {
            site: self.site.clone(),
            pool: plenipo::db::pool(&self.database_url, connections),
            hub: self.hub.clone(),
            clock: self.clock.clone(),
            sealer: self.sealer.clone(),
            keyring: self.keyring.clone(),
            lobby: self.lobby.clone(),
            authority: None,
        }
    }
}
