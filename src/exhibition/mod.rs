//! The exhibition: halls, stands and their holders. Exhibition managers and organisers keep them; anybody may look.
//! Applications, offers and crews come later; a stand has at most one holder because the holder is a column of the stand.

mod actions;
mod import;
mod model;
mod pages;
mod queries;

pub use actions::{NewStand, save_stand};
pub use import::{ImportReport, import_stands};
pub use model::Stand;

use crate::web::routes::Entry;

/// The room's addresses.
pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/{conference}/stands" => pages::public::list;
        GET "/{conference}/stands/manage" => pages::list::show;
        GET "/{conference}/stands/manage/new" => pages::edit::new;
        POST "/{conference}/stands/manage/new" => pages::edit::create;
        GET "/{conference}/stands/manage/{stand}" => pages::edit::show;
        POST "/{conference}/stands/manage/{stand}" => pages::edit::save;
        GET "/{conference}/stands/manage/import" => pages::import::show;
        POST "/{conference}/stands/manage/import" => pages::import::look;
        GET "/{conference}/stands/manage/import/{file}" => pages::import::preview;
        POST "/{conference}/stands/manage/import/{file}" => pages::import::carry_out;
    }
}
