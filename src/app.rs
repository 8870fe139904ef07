//! Builds the application out of its rooms: middleware, then every room's routes. Used by `main` and by the tests.

use std::sync::{Arc, RwLock};

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use actix_web::{App, Error};

use crate::badges::keys::Keyring;
use crate::clock::Clock;
use crate::db::Pool;
use crate::files::sealing::Sealer;
use crate::gates::Lobby;
use crate::web::routes::{Entry, register};
use crate::web::tls::Authority;
use crate::web::{Hub, Site, drawing, not_found, visiting};

/// What a worker's application is made of.
#[derive(Clone)]
pub struct Parts {
    pub site: Site,
    pub pool: Pool,
    pub hub: Hub,
    pub clock: Clock,
    pub sealer: Arc<Sealer>,
    pub keyring: Arc<RwLock<Keyring>>,
    pub lobby: Lobby,
    /// With `serve --lan`: the authority that phones install.
    pub authority: Option<Arc<Authority>>,
}

/// Every route of every room: what the application is built from, and what the permission test walks.
pub fn all_routes() -> Vec<Entry> {
    let mut entries = crate::routes! {
        GET "/static/{version}/{name:.*}" => crate::web::serve_asset;
        GET "/favicon.ico" => crate::web::favicon;
    };
    entries.extend(crate::accounts::routes());
    entries.extend(crate::conferences::routes());
    entries.extend(crate::delegations::routes());
    entries.extend(crate::participants::routes());
    entries.extend(crate::accreditation::routes());
    entries.extend(crate::badges::routes());
    entries.extend(crate::gates::routes());
    entries.extend(crate::programme::routes());
    entries.extend(crate::exhibition::routes());
    entries.extend(crate::console::routes());
    entries
}

/// The application of one worker.
pub fn app(
    parts: Parts,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl actix_web::body::MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let entries = all_routes();
    App::new()
        .app_data(Data::new(parts.site))
        .app_data(Data::new(parts.pool))
        .app_data(Data::new(parts.hub))
        .app_data(Data::new(parts.clock))
        .app_data(Data::from(parts.sealer))
        .app_data(Data::from(parts.keyring))
        .app_data(Data::new(parts.lobby))
        .app_data(Data::new(parts.authority))
        .wrap(from_fn(drawing::<BoxBody>))
        .wrap(from_fn(visiting))
        .wrap(Compress::default())
        .configure(|config| register(config, &entries))
        .default_service(web::route().to(not_found))
}
