//! The room's pages: the organiser's list and one delegation's file, the import, and what focal points answer and file.

mod admission;
mod answer;
mod answers;
mod applications;
mod colleagues;
mod delegation;
mod documents;
mod export;
mod focal_points;
mod form;
mod import;
mod letters;
mod list;
mod quotas;
mod reminders;
mod removal;

use crate::web::routes::Entry;
use crate::web::{Flash, FlashKind};

pub fn routes() -> Vec<Entry> {
    crate::routes! {
        GET "/{conference}/delegations" => list::show;
        POST "/{conference}/delegations" => form::add;
        GET "/{conference}/delegations/export" => export::show;
        GET "/{conference}/admission" => admission::show;
        POST "/{conference}/admission" => admission::ask;
        GET "/{conference}/admission/applications" => admission::begin;
        POST "/{conference}/admission/applications" => admission::send;
        GET "/{conference}/admission/applications/{application}" => admission::stands;
        POST "/{conference}/admission/applications/{application}" => admission::mend;
        GET "/{conference}/admission/applications/{application}/documents/{document}" => documents::open_own;
        POST "/{conference}/admission/applications/{application}/withdrawal" => admission::withdraw;
        GET "/{conference}/delegations/applications" => applications::list::show;
        GET "/{conference}/delegations/applications/export" => applications::list::export;
        POST "/{conference}/delegations/applications/window" => applications::list::set_window;
        GET "/{conference}/delegations/applications/{application}" => applications::show;
        GET "/{conference}/delegations/applications/{application}/documents/{document}" => documents::open_for;
        POST "/{conference}/delegations/applications/{application}/admission" => applications::admit;
        POST "/{conference}/delegations/applications/{application}/refusal" => applications::decline;
        POST "/{conference}/delegations/applications/{application}/return" => applications::give_back;
        GET "/{conference}/delegations/answers" => answers::show;
        GET "/{conference}/delegations/answers/export" => answers::export;
        GET "/{conference}/delegations/reminders" => reminders::show;
        POST "/{conference}/delegations/reminders" => reminders::send;
        GET "/{conference}/delegations/new" => form::new;
        GET "/{conference}/delegations/import" => import::show;
        POST "/{conference}/delegations/import" => import::look;
        GET "/{conference}/delegations/import/{file}" => import::preview;
        POST "/{conference}/delegations/import/{file}" => import::carry_out;
        GET "/{conference}/delegations/import/{file}/progress" => import::progress;
        GET "/{conference}/delegations/{delegation}" => delegation::show;
        GET "/{conference}/delegations/{delegation}/particulars" => form::show;
        POST "/{conference}/delegations/{delegation}/particulars" => form::change;
        GET "/{conference}/delegations/{delegation}/quotas" => quotas::show;
        POST "/{conference}/delegations/{delegation}/quotas" => quotas::change;
        GET "/{conference}/delegations/{delegation}/removal" => removal::ask;
        POST "/{conference}/delegations/{delegation}/removal" => removal::remove;
        POST "/{conference}/delegations/{delegation}/focal-points" => focal_points::appoint;
        POST "/{conference}/delegations/{delegation}/focal-points/{focal_point}/invitation" => focal_points::invite;
        POST "/{conference}/delegations/{delegation}/focal-points/{focal_point}/end" => focal_points::end;
        POST "/{conference}/delegations/{delegation}/focal-points/{focal_point}/appointment" => focal_points::resume;
        POST "/{conference}/delegations/{delegation}/letters" => letters::file_for;
        GET "/{conference}/delegations/{delegation}/letters/{letter}" => letters::open_for;
        POST "/{conference}/delegations/{delegation}/focal-point-requests/{request}/appointment" => colleagues::appoint;
        POST "/{conference}/delegations/{delegation}/focal-point-requests/{request}/refusal" => colleagues::decline;
        GET "/delegations/{delegation}/focal-points" => colleagues::show;
        POST "/delegations/{delegation}/focal-points" => colleagues::ask;
        POST "/delegations/{delegation}/focal-points/{request}/withdrawal" => colleagues::take_back;
        GET "/delegations/{delegation}/answer" => answer::show;
        POST "/delegations/{delegation}/answer" => answer::give;
        GET "/delegations/{delegation}/letters" => letters::show;
        POST "/delegations/{delegation}/letters" => letters::file;
        GET "/delegations/{delegation}/letters/{letter}" => letters::open;
    }
}

/// The notice after something went well.
fn done(text: String) -> Flash {
    Flash { kind: FlashKind::Ok, text, undo: None }
}
