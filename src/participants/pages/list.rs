//! The staff's search: everybody of a conference, by words, status, category and delegation.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::words::Mark;
use crate::clock::Clock;
use crate::conferences::{Category, Duty, DutyKind, OnDuty, categories};
use crate::db::{Connection, Db};
use crate::ids::{CategoryId, DelegationId};
use crate::language::Localized;
use crate::language::collation::key;
use crate::participants::model::{Participant, PortraitSize, Status, Worded};
use crate::participants::queries::{Order, Sought, count_people, delegation_names, people};
use crate::participants::rules::words_with_delegations;
use crate::web::{Answer, Choice, Page, Pager, Query, page};

/// Finding people: the secretariat, those who decide on files, the pass desk, and those who only read.
pub struct Finding;

impl Duty for Finding {
    fn allows(kind: DutyKind) -> bool {
        use DutyKind::{AccreditationOfficer, Observer, Organiser, PassDesk, SecurityAuthority};
        matches!(kind, Organiser | AccreditationOfficer | SecurityAuthority | PassDesk | Observer)
    }
}

/// Somebody who may find people.
pub type Finder = OnDuty<Finding>;

/// How many people stand on a page.
const SIZE: i64 = 50;

/// The filters of the list, as the address has them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filters {
    pub q: String,
    pub status: String,
    pub category: String,
    pub delegation: String,
    pub order: String,
    pub page: Option<i64>,
    pub format: String,
}

impl Filters {
    /// Whom these filters want. A word is looked for in the person and in the names of delegations.
    pub fn sought(&self, delegations: &[(DelegationId, Localized)]) -> Sought {
        Sought {
            words: words_with_delegations(&self.q, delegations),
            status: Status::parse(&self.status),
            category: CategoryId::parse(&self.category),
            delegation: DelegationId::parse(&self.delegation),
        }
    }

    pub fn order(&self) -> Order {
        Order::parse(&self.order).unwrap_or(Order::Name)
    }

    fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let filters = [
            ("q", &self.q),
            ("status", &self.status),
            ("category", &self.category),
            ("delegation", &self.delegation),
            ("order", &self.order),
        ];
        for (name, value) in filters.iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        query.finish()
    }
}

/// One person of the list.
struct Line {
    href: String,
    reference: i32,
    name: String,
    native: String,
    delegation: String,
    function: String,
    mark: Mark,
    status: (&'static str, String),
    portrait: Option<String>,
}

#[derive(Template)]
#[template(path = "participants/list.html")]
struct List {
    page: Page,
    action: String,
    export: String,
    query: String,
    statuses: Vec<Choice>,
    categories: Vec<Choice>,
    delegations: Vec<Choice>,
    orders: Vec<Choice>,
    lines: Vec<Line>,
    pager: Pager,
    caption: String,
}

/// What a list is made with: the conference's categories and delegations.
pub struct Known {
    pub categories: Vec<Category>,
    pub delegations: Vec<(DelegationId, Localized)>,
}

impl Known {
    /// Reads them.
    pub async fn of(connection: &mut Connection, by: &Finder) -> Answer<Self> {
        Ok(Self {
            categories: categories(connection, by.conference_id()).await?,
            delegations: delegation_names(connection, by.conference_id()).await?,
        })
    }

    /// The name of a delegation.
    pub fn delegation(&self, by: &Finder, id: DelegationId) -> String {
        let found = self.delegations.iter().find(|(known, _)| *known == id);
        found.map(|(_, name)| name.in_language(by.language()).to_owned()).unwrap_or_default()
    }
}

/// The list of people.
pub async fn show(by: Finder, _: Path<String>, filters: Query<Filters>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let filters = filters.0;
    let mut connection = db.connection().await?;
    let known = Known::of(&mut connection, &by).await?;
    let sought = filters.sought(&known.delegations);
    let total = count_people(&mut connection, by.conference_id(), &sought).await?;
    let pager = Pager::new(filters.page, SIZE, total, by.visit().path());
    let found =
        people(&mut connection, by.conference_id(), &sought, filters.order(), (pager.offset(), pager.size())).await?;
    let language = by.language();
    let at = language.date_time(clock.now(), &by.conference().zone());
    let query = filters.query();
    page(List {
        page: by.page(language.t("participants-list-title")),
        action: by.path("/participants"),
        export: by.path(&format!("/participants/export?format=xlsx{}{query}", if query.is_empty() { "" } else { "&" })),
        statuses: with_all(
            &by,
            Status::ALL.iter().map(|status| (status.to_string(), language.t(&status.word()))),
            &filters.status,
        ),
        categories: with_all(
            &by,
            known
                .categories
                .iter()
                .map(|category| (category.id.to_string(), category.name.in_language(language).to_owned())),
            &filters.category,
        ),
        delegations: with_all(&by, sorted_names(&by, &known.delegations), &filters.delegation),
        orders: Choice::one_of(
            Order::ALL.iter().map(|order| (order.to_string(), language.t(&format!("participants-order-{order}")))),
            filters.order().as_str(),
        ),
        lines: found.iter().map(|person| line(&by, &known, person)).collect(),
        caption: language.with(
            "participants-list-caption",
            &[("count", total.into()), ("shown", language.number(total).into()), ("at", at.into())],
        ),
        query: filters.q,
        pager,
    })
}

/// The options of a filter, with the one that filters nothing first.
fn with_all(by: &Finder, options: impl Iterator<Item = (String, String)>, chosen: &str) -> Vec<Choice> {
    let all = (String::new(), by.language().t("participants-all"));
    Choice::one_of(std::iter::once(all).chain(options), chosen)
}

fn sorted_names(by: &Finder, delegations: &[(DelegationId, Localized)]) -> std::vec::IntoIter<(String, String)> {
    let language = by.language();
    let mut named: Vec<(String, String)> =
        delegations.iter().map(|(id, name)| (id.to_string(), name.in_language(language).to_owned())).collect();
    named.sort_by_cached_key(|(_, name)| key(name, language.code()));
    named.into_iter()
}

fn line(by: &Finder, known: &Known, person: &Participant) -> Line {
    let language = by.language();
    let name = person.name();
    Line {
        href: by.path(&format!("/participants/{}", person.id)),
        reference: person.reference,
        name: if name.is_empty() { language.t("participants-no-name-yet") } else { name },
        native: person.native_name.clone(),
        delegation: known.delegation(by, person.delegation_id),
        function: person.function_line(),
        mark: Mark::among(language, &known.categories, person.category_id),
        status: (person.status.mark(), language.t(&person.status.word())),
        portrait: person.portrait_url(PortraitSize::Gate),
    }
}
