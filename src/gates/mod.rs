//! Gates, devices, scans and the access decision.
//!
//! Organisers set up gates and devices; gate staff open the scanner in their browser; devices speak the scanner API with a
//! bearer token. [`rules::decide`] says who may pass; what it needs to know is read in one statement and what it decides is
//! written in one, so that two scans of one badge cannot both be let in.

mod actions;
mod api;
mod lobby;
mod model;
mod proofs;
pub mod queries;
pub mod rules;
mod wanted;

pub use actions::{Token, add_device_with_token};
pub use lobby::Lobby;
pub use model::{Direction, Flag, Reason, Ruling};

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        POST "/api/v1/scans" => api::scans::post;
        POST "/api/v1/scans/batch" => api::scans::post_batch;
        POST "/api/v1/devices" => api::devices::post;
        GET "/api/v1/photos/{person}/{file}" => api::photos::show;
    }
}
