//! Which screens there are, with their addresses, for those who set them up.

use actix_web::HttpResponse;
use askama::Template;

use super::super::queries;
use crate::conferences::{OnDuty, ProgrammeManager, Reading};
use crate::db::Db;
use crate::web::{Answer, Page, page};

struct Screen {
    name: String,
    href: String,
    address: String,
}

#[derive(Template)]
#[template(path = "programme/screen_list.html")]
struct ScreensPage {
    page: Page,
    screens: Vec<Screen>,
    back: String,
}

/// `GET /{conference}/programme/manage/screens`
pub async fn show(by: OnDuty<Reading<ProgrammeManager>>, db: Db) -> Answer<HttpResponse> {
    let language = by.language();
    let mut connection = db.connection().await?;
    let rooms = queries::rooms(&mut connection, by.conference_id()).await?;
    let screen = |name: String, rest: &str| {
        let href = by.path(rest);
        Screen { name, address: by.visit().site().link(&href), href }
    };
    let mut screens = vec![screen(language.t("screen-overview"), "/screens/overview")];
    screens.extend(
        rooms
            .iter()
            .map(|room| screen(room.name.in_language(language).to_owned(), &format!("/screens/rooms/{}", room.code))),
    );
    page(ScreensPage {
        page: by.page(language.t("screen-list-title")),
        screens,
        back: by.path("/programme/manage/rooms"),
    })
}
