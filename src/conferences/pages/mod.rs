//! The room's pages: the administrator's list, the organiser's settings, and what everybody sees.

mod home;
mod list;
mod new;
mod particulars;
mod settings;
mod stylesheet;

pub use settings::Frame;

use crate::web::routes::Entry;

pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/conferences" => list::show;
        POST "/conferences" => new::create;
        GET "/conferences/new" => new::show;
        POST "/conferences/{conference}/organisers" => list::appoint;
        GET "/{conference}" => home::show;
        GET "/{conference}/categories.css" => stylesheet::show;
        GET "/{conference}/settings" => settings::overview::show;
        GET "/{conference}/settings/conference" => settings::conference::show;
        POST "/{conference}/settings/conference" => settings::conference::change;
        GET "/{conference}/settings/categories" => settings::categories::show;
        POST "/{conference}/settings/categories" => settings::category::add;
        GET "/{conference}/settings/categories/new" => settings::category::new;
        GET "/{conference}/settings/categories/{category}" => settings::category::show;
        POST "/{conference}/settings/categories/{category}" => settings::category::change;
        GET "/{conference}/settings/categories/{category}/removal" => settings::category::ask_removal;
        POST "/{conference}/settings/categories/{category}/removal" => settings::category::remove;
        GET "/{conference}/settings/areas" => settings::areas::show;
        POST "/{conference}/settings/areas" => settings::area::add;
        GET "/{conference}/settings/areas/new" => settings::area::new;
        GET "/{conference}/settings/areas/{area}" => settings::area::show;
        POST "/{conference}/settings/areas/{area}" => settings::area::change;
        GET "/{conference}/settings/areas/{area}/removal" => settings::area::ask_removal;
        POST "/{conference}/settings/areas/{area}/removal" => settings::area::remove;
        GET "/{conference}/settings/hours" => settings::hours::show;
        GET "/{conference}/settings/hours/{category}" => settings::category_hours::show;
        POST "/{conference}/settings/hours/{category}" => settings::category_hours::change;
        GET "/{conference}/settings/duties" => settings::duties::show;
        POST "/{conference}/settings/duties" => settings::duties::give;
        POST "/{conference}/settings/duties/{duty}/removal" => settings::duties::take_back;
        POST "/{conference}/settings/duties/of/{account}/{duty_kind}" => settings::duties::give_again;
    }
}
