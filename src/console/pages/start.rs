//! The start page: for those signed in, the seats behind their address; for everybody, the conferences.

use actix_web::HttpResponse;
use askama::Template;

use super::super::queries;
use crate::accounts::Anyone;
use crate::db::Db;
use crate::web::{Answer, Page, page, redirect};

/// One thing that an address stands for.
struct Seat {
    href: String,
    title: String,
    note: String,
}

struct Upcoming {
    href: String,
    name: String,
    place: String,
    dates: String,
}

#[derive(Template)]
#[template(path = "console/start.html")]
struct StartPage {
    page: Page,
    signed_in: bool,
    administrator: bool,
    seats: Vec<Seat>,
    conferences: Vec<Upcoming>,
    /// The demonstration is here, and its seats may be taken from this machine.
    demonstration: bool,
}

pub async fn show(by: Anyone, db: Db) -> Answer<HttpResponse> {
    let language = by.visit().language();
    let mut connection = db.connection().await?;
    let mut seats = Vec::new();
    if let Some(someone) = by.someone() {
        for (conference, duty) in queries::duties(&mut connection, someone.account).await? {
            seats.push(Seat {
                href: format!("/{}/desk", conference.slug),
                title: language.t(&format!("duty-{}", duty.as_str().replace('_', "-"))),
                note: conference.name.in_language(language).to_owned(),
            });
        }
        for (delegation, conference) in queries::appointments(&mut connection, someone.account).await? {
            seats.push(Seat {
                href: format!("/delegations/{}", delegation.id),
                title: language
                    .with("start-focal-point-of", &[("delegation", delegation.name.in_language(language).into())]),
                note: conference.name.in_language(language).to_owned(),
            });
        }
        for own in queries::people(&mut connection, &someone.email).await? {
            let (conference, delegation) = (own.conference.in_language(language), own.delegation.in_language(language));
            seats.push(Seat {
                href: format!("/people/{}", own.id),
                title: own.name,
                note: format!("{delegation} · {conference}"),
            });
        }
    }
    let conferences = queries::conferences(&mut connection).await?;
    let here = by.visit().on_this_machine();
    let demonstration = here && conferences.iter().any(|conference| conference.demonstration);
    if demonstration && by.someone().is_none() {
        // Whoever tries it out wants its seats, not a list of one conference.
        return Ok(redirect("/demonstration"));
    }
    let conferences = conferences
        .iter()
        .map(|conference| Upcoming {
            href: format!("/{}", conference.slug),
            name: conference.name.in_language(language).to_owned(),
            place: conference.place.in_language(language).to_owned(),
            dates: language.date_range(conference.starts_on, conference.ends_on),
        })
        .collect();
    page(StartPage {
        page: by.page(language.t("start-title")),
        signed_in: by.someone().is_some(),
        administrator: by.someone().is_some_and(|someone| someone.administrator),
        seats,
        conferences,
        demonstration,
    })
}
