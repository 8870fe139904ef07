//! `POST /api/v1/scans` and `/api/v1/scans/batch`.

use actix_web::HttpResponse;
use actix_web::web::Payload;
use futures_util::StreamExt;
use serde::Serialize;
use serde_json::Value;

use super::problems::ApiProblem;
use crate::clock::{Clock, Moment};
use crate::db::{Connection, Db};
use crate::gates::actions::{self, Asking, Outcome, PersonShown, ScanAnswer};
use crate::gates::model::{Flag, Reason, Ruling};
use crate::gates::proofs::Caller;
use crate::gates::queries::device_of_token;
use crate::gates::wanted::{self, Fault, Wanted};
use crate::ids::ScanId;
use crate::web::{Answer, Problem};

/// Scans in one batch.
pub(super) const MOST: usize = 500;
const LARGEST_SCAN: usize = 16 * 1024;
const LARGEST_BATCH: usize = 2 * 1024 * 1024;

#[derive(Serialize)]
struct Person {
    name: String,
    native_name: String,
    delegation: String,
    category: String,
    category_name: String,
    pattern: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl From<PersonShown> for Person {
    fn from(shown: PersonShown) -> Self {
        Self {
            photo: shown.photo.map(|file| format!("/api/v1/photos/{}/{file}", shown.id)),
            name: shown.name,
            native_name: shown.native_name,
            delegation: shown.delegation,
            category: shown.category,
            category_name: shown.category_name,
            pattern: shown.pattern,
            note: shown.note,
        }
    }
}

#[derive(Serialize)]
struct Said {
    scan_id: ScanId,
    verdict: Ruling,
    reason: Reason,
    flags: Vec<Flag>,
    replayed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<Person>,
    inside: i64,
}

impl From<ScanAnswer> for Said {
    fn from(answer: ScanAnswer) -> Self {
        Self {
            scan_id: answer.scan,
            verdict: answer.verdict,
            reason: answer.reason,
            flags: answer.flags,
            replayed: answer.replayed,
            person: answer.person.map(Person::from),
            inside: answer.inside,
        }
    }
}

/// One item of a batch's answer: what the scan alone would have been answered, or its problem beside its id.
#[derive(Serialize)]
#[serde(untagged)]
enum Item {
    Said(Box<Said>),
    Failed { scan_id: Value, problem: ApiProblem },
}

/// Judges one scan.
pub async fn post(caller: Caller, body: Payload, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let body = read_body(body, LARGEST_SCAN).await?;
    let wanted = match wanted::parse(&body) {
        Ok(wanted) => wanted,
        Err(fault) => return unreadable(&caller, &fault, &clock, &db).await,
    };
    let outcome = judge(&mut *db.connection().await?, &caller, &wanted, clock.now()).await?;
    match (ApiProblem::of(&outcome), outcome) {
        (None, Outcome::Answer(answer)) => {
            caller.lobby.tell(answer.conference, &caller.pool);
            let body = serde_json::to_string(&Said::from(*answer))?;
            Ok(HttpResponse::Ok().content_type("application/json").body(body))
        }
        (Some(problem), _) => Ok(problem.respond()),
        (None, _) => Err(Problem::broken("an outcome without an answer and without a problem")),
    }
}

/// Judges up to 500 scans one by one: a bad item holds back none of the others.
pub async fn post_batch(caller: Caller, body: Payload, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let body = read_body(body, LARGEST_BATCH).await?;
    let (items, sent_at) = match batch(&body) {
        Ok(batch) => batch,
        Err(fault) => return unreadable(&caller, &fault, &clock, &db).await,
    };
    let mut connection = db.connection().await?;
    let mut answers = Vec::with_capacity(items.len());
    for item in &items {
        let answer = match wanted::read(item, sent_at) {
            Ok(wanted) => item_of(judge(&mut connection, &caller, &wanted, clock.now()).await?, &wanted, &caller),
            Err(fault) => Ok(failed(item, ApiProblem::from(&fault))),
        };
        match answer {
            Ok(answer) => answers.push(answer),
            // Without a device there is nobody to answer item by item.
            Err(problem) => return Ok(problem.respond()),
        }
    }
    let body = serde_json::to_string(&serde_json::json!({ "scans": answers }))?;
    Ok(HttpResponse::Ok().content_type("application/json").body(body))
}

/// What is wrong with a body is told to devices alone. Off the hot path there is time to ask who it is.
async fn unreadable(caller: &Caller, fault: &Fault, clock: &Clock, db: &Db) -> Answer<HttpResponse> {
    let device = device_of_token(&mut *db.connection().await?, &caller.token_hash, clock.now()).await?;
    let problem = match device {
        Some(_) => Some(ApiProblem::from(fault)),
        None => ApiProblem::of(&Outcome::NoDevice),
    };
    problem.map(|problem| problem.respond()).ok_or(Problem::SignInFirst)
}

fn item_of(outcome: Outcome, wanted: &Wanted, caller: &Caller) -> Result<Item, ApiProblem> {
    match (ApiProblem::of(&outcome), outcome) {
        (None, Outcome::Answer(answer)) => {
            caller.lobby.tell(answer.conference, &caller.pool);
            Ok(Item::Said(Box::new(Said::from(*answer))))
        }
        (Some(problem), Outcome::NoDevice) => Err(problem),
        (problem, _) => {
            let problem = problem.unwrap_or_else(|| ApiProblem::from(&Fault { field: "scan", should: "answerable" }));
            Ok(Item::Failed { scan_id: serde_json::json!(wanted.scan), problem })
        }
    }
}

fn failed(item: &Value, problem: ApiProblem) -> Item {
    Item::Failed { scan_id: item.get("scan_id").cloned().unwrap_or_default(), problem }
}

fn batch(body: &[u8]) -> Result<(Vec<Value>, Option<Moment>), Fault> {
    let whole: Value = serde_json::from_slice(body).map_err(|_| Fault { field: "body", should: "a JSON object" })?;
    let sent_at = wanted::moment(whole.get("sent_at").unwrap_or(&Value::Null), "sent_at")?;
    let scans = whole.get("scans").and_then(Value::as_array).filter(|scans| scans.len() <= MOST);
    let scans = scans.ok_or(Fault { field: "scans", should: "a list of at most 500 scans" })?;
    Ok((scans.clone(), sent_at))
}

async fn judge(connection: &mut Connection, caller: &Caller, wanted: &Wanted, now: Moment) -> Answer<Outcome> {
    let asking = Asking {
        token_hash: &caller.token_hash,
        keys: &caller.keys,
        lobby: &caller.lobby,
        language: caller.language,
        now,
    };
    actions::scan(connection, asking, wanted).await
}

async fn read_body(mut payload: Payload, largest: usize) -> Answer<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| Problem::Unreadable(error.to_string()))?;
        if body.len() + chunk.len() > largest {
            return Err(Problem::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
