//! The console: what looks over everything and owns no tables. The start page and the choice among one's seats, the staff's
//! overview, the components page, what machines ask (`/healthz`, `/readyz`, `/metrics`), and the demonstration.

pub mod demo;
pub mod doctor;
mod pages;
mod proofs;
mod queries;

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/" => pages::start::show;
        GET "/healthz" => pages::machine::alive;
        GET "/readyz" => pages::machine::ready;
        GET "/metrics" => pages::machine::metrics;
        GET "/authority.crt" => pages::machine::authority;
        GET "/privacy" => pages::statements::privacy;
        GET "/accessibility" => pages::statements::accessibility;
        GET "/api/v1/openapi.json" => pages::description::show;
        GET "/demonstration" => pages::demonstration::show;
        POST "/demonstration" => pages::demonstration::sit;
        GET "/{conference}/desk" => pages::desk::show;
        GET "/{conference}/mails" => pages::mails::list;
        GET "/{conference}/mails/news" => pages::mails::news;
        GET "/{conference}/mails/{mail}" => pages::mails::show;
        GET "/{conference}/mails/{mail}/html" => pages::mails::preview;
        GET "/{conference}/mails/{mail}/parts/{part}" => pages::mails::part;
        POST "/{conference}/mails/{mail}/attempt" => pages::mails::attempt;
        GET "/mailbox" => pages::mailbox::list;
        GET "/mailbox/count" => pages::mailbox::count;
        GET "/mailbox/news" => pages::mailbox::news;
        GET "/mailbox/{mail}" => pages::mailbox::show;
        GET "/mailbox/{mail}/html" => pages::mailbox::preview;
        GET "/mailbox/{mail}/parts/{part}" => pages::mailbox::part;
        POST "/delegations/{delegation}/people/portraits/sample" => pages::sample::send;
        GET "/delegations/{delegation}/people/portraits/sample.zip" => pages::sample::zip;
        GET "/components" => pages::components::show;
        GET "/components/{screen}" => pages::components::show_screen;
    }
}
