//! The staff's overview of a conference: counts, each with its definition and time, and the way to where work waits.

use actix_web::HttpResponse;
use askama::Template;

use super::super::queries;
use crate::clock::Clock;
use crate::conferences::{AnyDuty, OnDuty};
use crate::db::Db;
use crate::delegations::DelegationStatus;
use crate::web::{Answer, Page, page};

/// A count with what it counts.
struct Count {
    number: String,
    label: String,
    definition: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "console/desk.html")]
struct DeskPage {
    page: Page,
    dates: String,
    time: String,
    counts: Vec<Count>,
}

pub async fn show(by: OnDuty<AnyDuty>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let people = queries::people_by_status(&mut connection, conference.id).await?;
    let delegations = queries::delegations_by_status(&mut connection, conference.id).await?;
    let collected = queries::badges_collected(&mut connection, conference.id).await?;
    let inside = queries::people_inside(&mut connection, conference.id).await?;
    let with_status =
        |wanted: &str| people.iter().filter(|(status, _)| status == wanted).map(|(_, count)| count).sum::<i64>();
    let confirmed: i64 =
        delegations.iter().filter(|(status, _)| *status == DelegationStatus::Confirmed).map(|(_, count)| count).sum();
    let listed: i64 = delegations.iter().map(|(_, count)| count).sum();
    let way = |label: &str, rest: &str| {
        let href = by.path(rest);
        by.page("").nav().iter().any(|item| item.href == href || item.label == language.t(label)).then_some(href)
    };
    let count = |number: i64, key: &str, href: Option<String>| Count {
        number: language.number(number),
        label: language.t(&format!("desk-{key}")),
        definition: language.t(&format!("desk-{key}-definition")),
        href,
    };
    let mut confirmed_count = count(confirmed, "confirmed", way("nav-delegations", "/delegations"));
    confirmed_count.definition = language.with("desk-confirmed-definition", &[("listed", listed.into())]);
    let counts = vec![
        count(with_status("submitted"), "waiting", way("nav-files", "/files")),
        count(with_status("approved"), "approved", way("nav-participants", "/participants")),
        count(collected, "collected", way("nav-pass-desk", "/pass-desk")),
        count(inside, "inside", way("nav-gates", "/gates")),
        confirmed_count,
    ];
    page(DeskPage {
        page: by.page(language.t("desk-title")),
        dates: language.date_range(conference.starts_on, conference.ends_on),
        time: language.date_time(clock.now(), &conference.zone()),
        counts,
    })
}
