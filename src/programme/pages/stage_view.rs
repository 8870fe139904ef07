//! The rows of people on stage as a page shows them: who each is, whom a search finds, and the words for where they stand.

use std::collections::{BTreeSet, HashMap};

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::super::model::StageRole;
use super::super::queries;
use super::super::tongues::tongues;
use super::stage_rows::{Row, rows_of};
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::ids::{ConferenceId, DelegationId, ParticipantId, SessionId};
use crate::language::{Language, Localized};
use crate::participants::rules::words_with_delegations;
use crate::participants::{Order, Participant, Sought, Status, people};
use crate::web::{Answer, Choice, Page, Query, Typed, page};

/// How many people a search shows.
const FOUND: i64 = 8;

/// Somebody of whom it is known who they are.
pub struct Known {
    pub id: ParticipantId,
    pub name: String,
    /// Delegation and number.
    pub rest: String,
    /// How their accreditation stands: sign and word.
    pub mark: &'static str,
    pub word: String,
}

/// One row with everything round it.
pub struct RowView {
    pub place: usize,
    pub id: String,
    pub row: Row,
    pub role_field: String,
    pub name_field: String,
    pub title_field: String,
    pub affiliation_field: String,
    pub email_field: String,
    pub language_field: String,
    pub roles: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub known: Option<Known>,
    /// Whom the search for this row found; nothing where nobody searched.
    pub found: Option<Vec<Known>>,
    /// Where the named guest is invited.
    pub invite: Option<String>,
    pub is_first: bool,
    pub is_last: bool,
}

/// The participants whom rows name.
pub async fn people_of(
    connection: &mut Connection,
    conference: ConferenceId,
    rows: &[Row],
) -> Answer<HashMap<ParticipantId, Participant>> {
    let ids: BTreeSet<ParticipantId> = rows.iter().filter_map(Row::participant).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = queries::participants(connection, conference, &ids).await?;
    Ok(found.into_iter().map(|person| (person.id, person)).collect())
}

/// The roles on stage.
pub fn roles(chosen: &str, language: Language) -> Vec<Choice> {
    let role = |role: &StageRole| (role.as_str(), role_label(*role, language));
    Choice::one_of(StageRole::ALL.iter().map(role), if chosen.is_empty() { "speaker" } else { chosen })
}

/// `programme-role-co-chair`
pub fn role_label(role: StageRole, language: Language) -> String {
    language.t(&format!("programme-role-{}", role.as_str().replace('_', "-")))
}

/// The rows of a form; `found` is the one whose person is looked for.
pub async fn row_views(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    (session, typed): (Option<SessionId>, &Typed),
    people: &HashMap<ParticipantId, Participant>,
    bodies: &[(DelegationId, String, Localized)],
    found: Option<usize>,
) -> Answer<Vec<RowView>> {
    let language = by.language();
    let rows = rows_of(typed);
    let last = rows.len().saturating_sub(1);
    let mut views = Vec::new();
    for (place, row) in rows.into_iter().enumerate() {
        let found = match found {
            Some(searched) if searched == place => Some(find(by, connection, &row.name, bodies).await?),
            _ => None,
        };
        let field = |field: &str| format!("person_{place}_{field}");
        let known = row.participant().and_then(|id| people.get(&id)).map(|person| known(person, bodies, language));
        let invite = session.filter(|_| known.is_none() && !row.key.is_empty());
        let invite = invite.map(|id| by.path(&format!("/programme/manage/sessions/{id}/guests/{}", row.key)));
        let offered = tongues(&by.conference().languages);
        let offered = offered.into_iter().map(|(tongue, _)| (tongue.code, tongue.own_name));
        views.push(RowView {
            id: format!("person-{place}"),
            role_field: field("role"),
            name_field: field("name"),
            title_field: field("title"),
            affiliation_field: field("affiliation"),
            email_field: field("email"),
            language_field: field("language"),
            roles: roles(&row.role, language),
            languages: Choice::one_of(offered, &row.language),
            known,
            found,
            invite,
            is_first: place == 0,
            is_last: place == last,
            place,
            row,
        });
    }
    Ok(views)
}

fn known(person: &Participant, bodies: &[(DelegationId, String, Localized)], language: Language) -> Known {
    let body = bodies.iter().find(|(id, _, _)| *id == person.delegation_id);
    let body = body.map(|(_, _, name)| name.in_language(language).to_owned()).unwrap_or_default();
    let (mark, word) = standing(person.status);
    Known {
        id: person.id,
        name: person.name_on_badge(),
        rest: language.with(
            "programme-person-of",
            &[("delegation", body.into()), ("number", i64::from(person.reference).into())],
        ),
        mark,
        word: language.t(word),
    }
}

/// How an accreditation stands for those who make the programme: given, still to come, or not to be expected.
fn standing(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Approved => ("ok", "programme-person-accredited"),
        Status::Draft | Status::Submitted | Status::Returned | Status::OnHold => ("sent", "programme-person-awaited"),
        Status::Refused | Status::Withdrawn => ("no", "programme-person-not-coming"),
    }
}

/// Whom a name, a number or a delegation means, the likeliest first.
async fn find(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    query: &str,
    bodies: &[(DelegationId, String, Localized)],
) -> Answer<Vec<Known>> {
    if query.trim().chars().count() < 2 {
        return Ok(Vec::new());
    }
    let names: Vec<(DelegationId, Localized)> = bodies.iter().map(|(id, _, name)| (*id, name.clone())).collect();
    let sought = Sought { words: words_with_delegations(query, &names), ..Sought::default() };
    let found = people(connection, by.conference_id(), &sought, Order::Name, (0, FOUND)).await?;
    Ok(found.iter().map(|person| known(person, bodies, by.language())).collect())
}

/// What is typed into a row, and which row it is.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Looked {
    q: String,
    row: usize,
}

#[derive(Template)]
#[template(path = "programme/found.html")]
struct FoundPage {
    page: Page,
    place: usize,
    found: Vec<Known>,
}

/// `GET /{conference}/programme/manage/people`: whom a row means, for its own part of the form, as one types.
pub async fn looked_for(by: OnDuty<ProgrammeManager>, looked: Query<Looked>, db: Db) -> Answer<HttpResponse> {
    let Query(looked) = looked;
    let mut connection = db.connection().await?;
    let bodies = queries::organisers(&mut connection, by.conference_id()).await?;
    let found = find(&by, &mut connection, &looked.q, &bodies).await?;
    page(FoundPage { page: by.page(by.language().t("programme-people")), place: looked.row, found })
}
