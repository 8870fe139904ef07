//! Gates, devices, scans and the access decision.
//!
//! Organisers set up gates and devices; gate staff open the scanner in their browser; devices speak the scanner API with a
//! bearer token. Officers ask gates to look twice at somebody; organisers grant passes for areas that are open by pass only.
//! [`rules::decide`] says who may pass; what it needs to know is read in one statement and what it decides is
//! written in one, so that two scans of one badge cannot both be let in.

mod actions;
mod api;
mod export;
mod lobby;
mod model;
mod pages;
mod proofs;
pub mod queries;
pub mod rules;
mod wanted;

pub use actions::{Token, add_device_with_token};
pub use api::description as api_description;
pub use export::scans_sheet;
pub use lobby::Lobby;
pub use model::{Direction, Flag, Reason, Ruling};
pub use queries::gate_codes;

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        POST "/api/v1/scans" => api::scans::post;
        POST "/api/v1/scans/batch" => api::scans::post_batch;
        POST "/api/v1/devices" => api::devices::post;
        GET "/api/v1/device" => api::devices::show;
        GET "/device" => pages::scanner::device;
        GET "/api/v1/photos/{participant}/{file}" => api::photos::show;
        GET "/{conference}/gates" => pages::list::show;
        POST "/{conference}/gates" => pages::form::add;
        GET "/{conference}/gates/new" => pages::form::new;
        GET "/{conference}/gates/board" => pages::board::show;
        GET "/{conference}/gates/board/events" => pages::board::events;
        GET "/{conference}/gates/devices" => pages::devices::list;
        POST "/{conference}/gates/devices" => pages::devices::add;
        GET "/{conference}/gates/devices/new" => pages::devices::new;
        POST "/{conference}/gates/devices/{device}/revocation" => pages::devices::revoke;
        GET "/{conference}/gates/attention" => pages::attention::list;
        GET "/{conference}/gates/attention/{participant}" => pages::attention::show;
        POST "/{conference}/gates/attention/{participant}" => pages::attention::set;
        POST "/{conference}/gates/attention/{participant}/removal" => pages::attention::remove;
        GET "/{conference}/gates/passes" => pages::passes::show;
        GET "/{conference}/gates/passes/{area}" => pages::passes::list;
        POST "/{conference}/gates/passes/{area}" => pages::passes::grant;
        GET "/{conference}/gates/passes/{area}/export" => pages::passes::export;
        POST "/{conference}/gates/passes/{area}/{participant}/revocation" => pages::passes::revoke;
        GET "/{conference}/gates/{gate}" => pages::form::show;
        POST "/{conference}/gates/{gate}" => pages::form::change;
        GET "/{conference}/gates/{gate}/scanner" => pages::scanner::show;
        POST "/{conference}/gates/{gate}/scanner" => pages::plain::check;
        GET "/{conference}/gates/{gate}/crowd" => pages::tray::crowd;
    }
}
