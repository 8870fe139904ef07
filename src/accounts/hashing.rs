//! Passwords are hashed with argon2id, off the asynchronous threads, and only so many at a time: each takes 19 MiB and a
//! core for a while, and nobody shall stop the site by guessing.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use actix_web::web;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::web::{Answer, Problem};

/// One password per core.
static PLACES: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)));
/// How long somebody waits for a place before they are told to try later.
const PATIENCE: Duration = Duration::from_secs(10);
/// More bytes than this are not looked at.
const LONGEST: usize = 1024;
/// What passwords of addresses that have none are compared with, so that the answer takes the same time.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hashed("nobody has this password").unwrap_or_default());
static COMPARED: AtomicU64 = AtomicU64::new(0);

/// How many passwords were compared since the start.
pub fn passwords_compared() -> u64 {
    COMPARED.load(Ordering::Relaxed)
}

fn hashed(password: &str) -> Answer<String> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    Ok(hash.map_err(|error| Problem::broken(error.to_string()))?.to_string())
}

async fn place() -> Answer<SemaphorePermit<'static>> {
    match tokio::time::timeout(PATIENCE, PLACES.acquire()).await {
        Ok(Ok(permit)) => Ok(permit),
        _ => Err(Problem::TooMany),
    }
}

/// The hash to keep of a new password.
pub(super) async fn hash(password: String) -> Answer<String> {
    let _place = place().await?;
    web::block(move || hashed(&password)).await?
}

/// Whether a password is the one of a kept hash. Without one it is compared all the same, and is wrong.
pub(super) async fn matches(password: String, kept: Option<String>) -> Answer<bool> {
    let _place = place().await?;
    let known = kept.is_some() && password.len() <= LONGEST;
    let same = web::block(move || {
        COMPARED.fetch_add(1, Ordering::Relaxed);
        let kept = kept.unwrap_or_else(|| NOBODYS.clone());
        let typed = &password.as_bytes()[..password.len().min(LONGEST)];
        Argon2::default().verify_password(typed, kept.as_str()).is_ok()
    });
    Ok(same.await? && known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn a_password_matches_its_own_hash_only() {
        let kept = hash("correct horse battery".into()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(matches("correct horse battery".into(), Some(kept.clone())).await.unwrap());
        assert!(!matches("correct horse batterz".into(), Some(kept.clone())).await.unwrap());
        assert!(!matches("x".repeat(4000), Some(kept)).await.unwrap());
    }

    #[actix_web::test]
    async fn an_address_without_a_password_costs_the_same_work() {
        let before = passwords_compared();
        assert!(!matches("nobody has this password".into(), None).await.unwrap());
        assert!(passwords_compared() > before);
    }
}
