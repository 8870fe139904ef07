//! Who speaks to the scanner API: whoever sends a device's bearer token. And who may ask gates to look twice.

use std::future::Future;
use std::pin::Pin;
use std::sync::{PoisonError, RwLock};

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};

use super::actions::digest;
use super::lobby::Lobby;
use super::queries;
use crate::badges::keys::{Keyring, Keys};
use crate::clock::Clock;
use crate::conferences::{Duty, DutyKind};
use crate::db::{Db, Pool};
use crate::ids::{ConferenceId, DeviceId};
use crate::language::Language;
use crate::web::{Answer, Problem, Visit};

/// Who may ask gates to look twice at somebody.
pub struct LookTwice;

impl Duty for LookTwice {
    fn allows(kind: DutyKind) -> bool {
        use DutyKind::{AccreditationOfficer, GateSupervisor, Organiser, SecurityAuthority};
        matches!(kind, AccreditationOfficer | SecurityAuthority | GateSupervisor | Organiser)
    }
}

/// A request with a bearer token that nobody has looked at yet: on the hot path the first statement finds out whose it is.
pub struct Caller {
    pub token_hash: Vec<u8>,
    pub language: Language,
    pub keys: Keys,
    pub lobby: Lobby,
    pub pool: Data<Pool>,
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = std::future::Ready<Answer<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        std::future::ready(caller(request, payload))
    }
}

fn caller(request: &HttpRequest, _: &mut Payload) -> Answer<Caller> {
    let token_hash = token_hash(request).ok_or(Problem::SignInFirst)?;
    let (keys, lobby, pool) = parts(request)?;
    let visit = request.extensions().get::<Visit>().cloned().ok_or_else(incomplete)?;
    Ok(Caller { token_hash, language: visit.language(), keys, lobby, pool })
}

/// The digest of the bearer token, if there is one.
fn token_hash(request: &HttpRequest) -> Option<Vec<u8>> {
    let header = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| digest(token.trim()))
}

/// A live device.
pub struct Device {
    pub id: DeviceId,
    pub conference: ConferenceId,
}

impl FromRequest for Device {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let hash = token_hash(&request).ok_or(Problem::SignInFirst)?;
            let pool = request.app_data::<Data<Pool>>().ok_or_else(incomplete)?;
            let now = request.app_data::<Data<Clock>>().ok_or_else(incomplete)?.now();
            let mut connection = pool.get().await?;
            let found = queries::device_of_token(&mut connection, &hash, now).await?;
            let (id, conference) = found.ok_or(Problem::SignInFirst)?;
            Ok(Self { id, conference })
        })
    }
}

/// What a page needs to judge a scan by itself.
pub struct Judging {
    pub keys: Keys,
    pub lobby: Lobby,
    pub pool: Data<Pool>,
    pub clock: Clock,
    pub db: Db,
}

impl FromRequest for Judging {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (keys, lobby, pool) = parts(&request)?;
            let clock = Clock::extract(&request).await.map_err(|_| incomplete())?;
            Ok(Self { keys, lobby, pool, clock, db: Db::extract(&request).await? })
        })
    }
}

fn incomplete() -> Problem {
    Problem::broken("the application was built without its parts")
}

/// The keys that codes are read with, the counts in memory, and the pool.
fn parts(request: &HttpRequest) -> Answer<(Keys, Lobby, Data<Pool>)> {
    let keyring = request.app_data::<Data<RwLock<Keyring>>>().ok_or_else(incomplete)?;
    let keys = keyring.read().unwrap_or_else(PoisonError::into_inner).public_keys().clone();
    let lobby = request.app_data::<Data<Lobby>>().ok_or_else(incomplete)?.get_ref().clone();
    Ok((keys, lobby, request.app_data::<Data<Pool>>().ok_or_else(incomplete)?.clone()))
}
