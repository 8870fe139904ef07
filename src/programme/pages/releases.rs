//! The releases there were, and what each of them changed.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::super::model::Release;
use super::super::queries;
use super::super::rules::counts;
use super::changes::{Group, counted, groups, of_release, release_line};
use crate::conferences::{OnDuty, ProgrammeManager, Reading};
use crate::db::Db;
use crate::ids::ReleaseId;
use crate::web::{Answer, Page, Problem, page};

struct Line {
    number: String,
    name: String,
    href: String,
    time: String,
    who: String,
    sessions: String,
    changes: String,
    told: String,
    urgent: bool,
}

#[derive(Template)]
#[template(path = "programme/releases.html")]
struct ReleasesPage {
    page: Page,
    lines: Vec<Line>,
    may_change: bool,
    base: String,
}

pub async fn list(by: OnDuty<Reading<ProgrammeManager>>, db: Db) -> Answer<HttpResponse> {
    let (language, zone) = (by.language(), by.conference().zone());
    let mut connection = db.connection().await?;
    let base = by.path("/programme/manage");
    let line = |(release, who): (Release, Option<String>)| {
        let counts = release.counts.unwrap_or_default();
        let number = |count: usize| language.number(i64::try_from(count).unwrap_or(i64::MAX));
        Line {
            number: language.number(release.number.into()),
            href: format!("{base}/releases/{}", release.id),
            time: language.date_time(release.released_at, &zone),
            who: who.unwrap_or_default(),
            sessions: release.counts.map(|counts| number(counts.sessions)).unwrap_or_default(),
            changes: release.counts.map(|counts| counted(&counts, language)).unwrap_or_default(),
            told: release.counts.map(|counts| number(counts.told)).unwrap_or_default(),
            urgent: counts.urgent,
            name: release.name,
        }
    };
    let lines = queries::releases(&mut connection, by.conference_id()).await?.into_iter().map(line).collect();
    let may_change = by.holds::<ProgrammeManager>();
    page(ReleasesPage { page: by.page(language.t("programme-releases-title")), lines, may_change, base })
}

#[derive(Template)]
#[template(path = "programme/released.html")]
struct ReleasedPage {
    page: Page,
    line: String,
    who: String,
    /// The release that it is compared with; nothing for the first.
    former: Option<String>,
    counted: String,
    told: Option<usize>,
    groups: Vec<Group>,
    back: String,
}

pub async fn show(
    by: OnDuty<Reading<ProgrammeManager>>,
    path: Path<(String, ReleaseId)>,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, id) = path.into_inner();
    let (language, conference) = (by.language(), by.conference());
    let zone = conference.zone();
    let mut connection = db.connection().await?;
    let all = queries::releases(&mut connection, conference.id).await?;
    let (release, who) = all.into_iter().find(|(release, _)| release.id == id).ok_or(Problem::NotFound)?;
    let (former, changes) = of_release(&mut connection, conference.id, &release).await?;
    let base = by.path("/programme/manage");
    let may_change = by.holds::<ProgrammeManager>();
    // Who may only read has no use for the draft's form: the public page says it, too.
    let sessions = if may_change { format!("{base}/sessions") } else { by.path("/programme/sessions") };
    page(ReleasedPage {
        page: by.page(release.name.as_str()),
        line: release_line(&release, language, &zone),
        who: who.unwrap_or_default(),
        former: former.map(|former| former.name),
        counted: counted(&counts(&changes, 0), language),
        told: release.counts.map(|counts| counts.told),
        groups: groups(&changes, language, &zone, |session| format!("{sessions}/{session}")),
        back: format!("{base}/releases"),
    })
}
