//! The officer's piles: what waits, what is on hold, what was decided; and the news that keeps the desks true.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::listed::{Listed, is_taken};
use super::queue::{Drawn, JustIn, Waiting, just_in};
use crate::accreditation::actions::topic;
use crate::accreditation::duties::{Viewer, authorities};
use crate::accreditation::queries::{Pile, count_files, files, pile_sizes};
use crate::clock::Clock;
use crate::conferences::categories;
use crate::db::Db;
use crate::language::collation::key;
use crate::participants::delegation_names;
use crate::web::{Answer, Choice, Hub, Page, Pager, Query, page};

/// How many files stand on a page.
const SIZE: i64 = 50;

/// A pile with its size.
struct PileLine {
    href: String,
    word: String,
    size: i64,
    current: bool,
}

#[derive(Template)]
#[template(path = "accreditation/pile.html")]
struct PilePage {
    page: Page,
    action: String,
    news: String,
    title: String,
    piles: Vec<PileLine>,
    pile: &'static str,
    query: String,
    categories: Vec<Choice>,
    delegations: Vec<Choice>,
    /// Something was looked for, so that an empty list means that nothing fits.
    is_filtered: bool,
    files: Vec<Waiting>,
    first: Option<String>,
    just_in: Vec<JustIn>,
    pager: Pager,
    caption: String,
}

/// One pile, the longest waiting first.
pub async fn show(by: Viewer, _: Path<String>, listed: Query<Listed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let (listed, now) = (listed.0, clock.now());
    let mut connection = db.connection().await?;
    let conference = by.conference_id();
    let categories = categories(&mut connection, conference).await?;
    let delegations = delegation_names(&mut connection, conference).await?;
    let wanted = listed.wanted(&by, &delegations);
    let sizes = pile_sizes(&mut connection, conference, &wanted).await?;
    let total = count_files(&mut connection, conference, &wanted).await?;
    let pager = Pager::new(listed.page, SIZE, total, by.visit().path());
    let found = files(&mut connection, conference, &wanted, (pager.offset(), pager.size())).await?;
    let language = by.language();
    let drawn = Drawn { categories: &categories, delegations: &delegations, now };
    // The first file that an officer can take: nobody else's, and not their own.
    let free = found.iter().find(|(person, desk)| {
        !is_taken(desk.as_ref(), by.account(), now) && person.email.as_deref() != Some(by.someone().email.as_str())
    });
    let first = free.filter(|_| !authorities(&by).is_empty() && wanted.pile == Pile::Waiting);
    let first = first.map(|(person, _)| by.path(&format!("/files/{}{}", person.id, listed.query())));
    let mut named: Vec<(String, String)> =
        delegations.iter().map(|(id, name)| (id.to_string(), name.in_language(language).to_owned())).collect();
    named.sort_by_cached_key(|(_, name)| key(name, language.code()));
    let all = || std::iter::once((String::new(), language.t("participants-all")));
    let lettered =
        categories.iter().map(|category| (category.id.to_string(), category.name.in_language(language).to_owned()));
    let just_in = just_in(&mut connection, &by, &listed, &drawn).await?;
    let at = language.date_time(now, &by.conference().zone());
    page(PilePage {
        page: by.page(language.t("accreditation-files")),
        action: by.path("/files"),
        news: by.path("/files/news"),
        title: word_of(&by, listed.pile()),
        piles: sizes.into_iter().map(|(pile, size)| pile_line(&by, &listed, pile, size)).collect(),
        pile: listed.pile().as_str(),
        query: listed.q.clone(),
        is_filtered: [&listed.q, &listed.category, &listed.delegation].iter().any(|filter| !filter.is_empty()),
        categories: Choice::one_of(all().chain(lettered), &listed.category),
        delegations: Choice::one_of(all().chain(named), &listed.delegation),
        files: found.iter().map(|filed| drawn.waiting(&by, &listed, filed)).collect(),
        first,
        just_in,
        pager,
        caption: language.with(
            "accreditation-files-caption",
            &[("count", total.into()), ("shown", language.number(total).into()), ("at", at.into())],
        ),
    })
}

fn word_of(by: &Viewer, pile: Pile) -> String {
    by.language().t(&format!("accreditation-pile-{}", pile.as_str().replace('_', "-")))
}

fn pile_line(by: &Viewer, listed: &Listed, pile: Pile, size: i64) -> PileLine {
    let other = Listed { pile: pile.to_string(), ..listed.clone() };
    PileLine {
        href: by.path(&format!("/files{}", other.query())),
        word: word_of(by, pile),
        size,
        current: pile == listed.pile(),
    }
}

/// Says when the conference's piles have changed.
pub async fn news(by: Viewer, _: Path<String>, hub: Data<Hub>) -> Answer<HttpResponse> {
    Ok(hub.stream(topic(by.conference_id())))
}
