//! What is the same for all workers of a process: settings, the secret that keys form tokens, and counters for `/metrics`.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::config::Config;

/// The site's shared state; cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    config: Config,
    secret: Vec<u8>,
    requests: AtomicU64,
    failures: AtomicU64,
    kept: Mutex<HashMap<TypeId, Box<dyn Any + Send>>>,
}

impl Site {
    pub fn new(config: Config, secret: Vec<u8>) -> Self {
        Self(Arc::new(Inner {
            config,
            secret,
            requests: AtomicU64::new(0),
            failures: AtomicU64::new(0),
            kept: Mutex::new(HashMap::new()),
        }))
    }

    /// What a room makes once per process (keys read from a folder), made at first use. A failure is tried again.
    pub fn once<T: Clone + Send + 'static, E>(&self, make: impl FnOnce(&Config) -> Result<T, E>) -> Result<T, E> {
        let mut kept = self.0.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.get(&TypeId::of::<T>()).and_then(|found| found.downcast_ref::<T>()) {
            return Ok(found.clone());
        }
        let made = make(&self.0.config)?;
        kept.insert(TypeId::of::<T>(), Box::new(made.clone()));
        Ok(made)
    }

    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// An absolute link, built from `BASE_URL` and never from the Host header.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.0.config.base_url)
    }

    /// A keyed digest for one purpose, in URL-safe text.
    pub fn keyed(&self, purpose: &str, value: &[u8]) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0.secret) else {
            unreachable!("HMAC takes keys of any length")
        };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(value);
        data_encoding::BASE64URL_NOPAD.encode(&mac.finalize().into_bytes())
    }

    pub(super) fn count_request(&self, failed: bool) {
        self.0.requests.fetch_add(1, Ordering::Relaxed);
        if failed {
            self.0.failures.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Requests answered and, of these, those with a fault of ours, since the start.
    pub fn counts(&self) -> (u64, u64) {
        (self.0.requests.load(Ordering::Relaxed), self.0.failures.load(Ordering::Relaxed))
    }
}
