//! A file that the delegation can look at and withdraw, and no longer change.

use actix_web::HttpResponse;
use askama::Template;

use crate::accreditation::model::Step;
use crate::accreditation::pages::review::{Happened, so_far};
use crate::accreditation::queries;
use crate::accreditation::rules::next;
use crate::clock::Moment;
use crate::conferences::categories;
use crate::db::Connection;
use crate::delegations::FocalPoint;
use crate::participants::{
    DocumentLine, Fact, Mark, Participant, PortraitSize, Told, Worded, companion, substitute_of,
};
use crate::web::{Answer, Page, page};

#[derive(Template)]
#[template(path = "accreditation/frozen.html")]
struct Frozen {
    page: Page,
    back: String,
    delegation: String,
    name: String,
    native: String,
    reference: i32,
    mark: Mark,
    status: (&'static str, String),
    portrait: Option<String>,
    function: Vec<Fact>,
    identity: Vec<Fact>,
    document: Option<DocumentLine>,
    contact: Vec<Fact>,
    happened: Vec<Happened>,
    withdrawal: Option<String>,
    substitution: Option<String>,
    /// Who takes their place, or has taken it: name and address.
    substitute: Option<(String, String)>,
}

/// The facts of a file, what happened to it, and the way to withdraw it.
pub(super) async fn show(
    connection: &mut Connection,
    by: &FocalPoint,
    person: &Participant,
    now: Moment,
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let categories = categories(connection, conference.id).await?;
    let made = queries::decisions(connection, conference.id, person.id).await?;
    let accompanies = companion(connection, person).await?;
    let told = Told { language, conference, person, accompanies, now };
    let substitute = substitute_of(connection, person).await?;
    let can_withdraw = next(person.status, Step::Withdraw).is_ok();
    page(Frozen {
        page: by.page(person.name()),
        back: by.path(""),
        delegation: by.delegation().name.in_language(language).to_owned(),
        name: person.name(),
        native: person.native_name.clone(),
        reference: person.reference,
        mark: Mark::among(language, &categories, person.category_id),
        status: (person.status.mark(), language.t(&person.status.word())),
        portrait: person.portrait_url(PortraitSize::Print),
        function: told.function(),
        identity: told.identity(),
        document: told.document(),
        contact: told.contact(),
        happened: so_far(language, conference, &made, false),
        substitution: (can_withdraw && substitute.is_none())
            .then(|| by.path(&format!("/people/{}/substitution", person.id))),
        substitute: substitute.map(|other| {
            let name = other.name();
            let name = if name.is_empty() { language.t("participants-no-name-yet") } else { name };
            (name, by.path(&format!("/people/{}", other.id)))
        }),
        withdrawal: can_withdraw.then(|| by.path(&format!("/people/{}/withdrawal", person.id))),
    })
}
