//! Where the officer's acts are posted. Each goes on to the next file at once; a refusal by a rule is said on the same file.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::listed::{Listed, next_address};
use crate::accreditation::actions::{Stated, ask_person, hold, refuse, resume, return_file, take_over, undo};
use crate::accreditation::duties::Reviewer;
use crate::accreditation::model::Reason;
use crate::accreditation::queries::last_decision_on;
use crate::clock::Clock;
use crate::clock::Moment;
use crate::db::{Connection, Db, Tx};
use crate::ids::{DecisionId, ParticipantId};
use crate::language::Message;
use crate::participants::participant_by_id;
use crate::participants::rules::read_text;
use crate::web::{Answer, Flash, FlashKind, Form, Problem, redirect, redirect_with};

/// What every act on a file carries.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    /// The version of the file that was looked at.
    pub version: i32,
    pub reason: Vec<String>,
    pub note: String,
    /// The filters of the pile, as a query string.
    pub list: String,
    /// Which decision is taken back.
    pub decision: String,
}

impl DecisionForm {
    fn stated(&self) -> Answer<Stated> {
        let reasons = self.reason.iter().filter_map(|text| Reason::parse(text)).collect();
        let note = read_text(&self.note).map_err(Problem::Refused)?;
        Ok(Stated { reasons, note, version: self.version })
    }

    fn listed(&self) -> Listed {
        Listed::parse(self.list.trim_start_matches('?'))
    }
}

type Address = Path<(String, ParticipantId)>;

/// Where the officer goes after a decision: the next file of the pile.
pub async fn onward(
    connection: &mut Connection,
    by: &Reviewer,
    id: ParticipantId,
    form: &DecisionForm,
    now: Moment,
) -> Answer<String> {
    let decided = participant_by_id(connection, by.conference_id(), id).await?;
    next_address(connection, by, &form.listed(), &decided, now).await
}

/// Says on the same file why an act was not carried out, and gives back what was written with it.
pub fn told(by: &Reviewer, id: ParticipantId, form: &DecisionForm, message: &Message) -> HttpResponse {
    let text = by.language().message(message);
    let note = form.note.trim();
    let text = if note.is_empty() {
        text
    } else {
        by.language().with("accreditation-your-words", &[("text", text.into()), ("note", note.into())])
    };
    redirect_with(by.visit(), &address(by, id, form), &Flash { kind: FlashKind::No, text, undo: None })
}

fn address(by: &Reviewer, id: ParticipantId, form: &DecisionForm) -> String {
    by.path(&format!("/files/{id}{}", form.listed().query()))
}

/// What an act answers: on to the next file, or the rule that forbids it on the same one.
async fn answer<T>(
    by: &Reviewer,
    (id, form): (ParticipantId, &DecisionForm),
    (mut tx, acted): (Tx, Answer<T>),
    now: Moment,
) -> Answer<HttpResponse> {
    match acted {
        Ok(_) => {
            let onward = onward(&mut tx, by, id, form, now).await?;
            tx.commit().await?;
            Ok(redirect(&onward))
        }
        Err(Problem::Refused(message)) => Ok(told(by, id, form, &message)),
        Err(other) => Err(other),
    }
}

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident: $act:path;)*) => {$(
        $(#[$doc])*
        pub async fn $name(
            by: Reviewer,
            path: Address,
            form: Form<DecisionForm>,
            clock: Clock,
            db: Db,
        ) -> Answer<HttpResponse> {
            let (id, form, now) = (path.1, form.fields, clock.now());
            let stated = match form.stated() {
                Ok(stated) => stated,
                Err(Problem::Refused(message)) => return Ok(told(&by, id, &form, &message)),
                Err(other) => return Err(other),
            };
            let mut tx = db.begin().await?;
            let acted = $act(&mut tx, &by, id, &stated, now).await;
            answer(&by, (id, &form), (tx, acted), now).await
        }
    )*};
}
acts! {
    /// Sends the file back to its delegation.
    give_back: return_file;
    /// Refuses it.
    turn_down: refuse;
    /// Sets it aside.
    set_aside: hold;
    /// Asks the person something.
    put_question: ask_person;
}

/// Takes up a file that was set aside or closed; the officer stays on it.
pub async fn take_up_again(
    by: Reviewer,
    path: Address,
    form: Form<DecisionForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, form) = (path.1, form.fields);
    let mut tx = db.begin().await?;
    match resume(&mut tx, &by, id, &form.stated()?, clock.now()).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(redirect(&by.path(&format!("/files/{id}"))))
        }
        Err(Problem::Refused(message)) => Ok(told(&by, id, &form, &message)),
        Err(other) => Err(other),
    }
}

/// Takes the officer's last decision on a file back, and shows it again.
pub async fn take_back(
    by: Reviewer,
    path: Address,
    form: Form<DecisionForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (id, form) = (path.1, form.fields);
    let mut tx = db.begin().await?;
    // A notice's undo names no decision: it means the officer's last one on this file.
    let decision = match DecisionId::parse(&form.decision) {
        Some(decision) => decision,
        None => last_decision_on(&mut tx, by.account(), id).await?.ok_or(Problem::NotFound)?,
    };
    match undo(&mut tx, &by, id, decision, clock.now()).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(redirect(&address(&by, id, &form)))
        }
        Err(Problem::Refused(message)) => Ok(told(&by, id, &form, &message)),
        Err(other) => Err(other),
    }
}

/// Takes a file over from a colleague's desk.
pub async fn take_desk(
    by: Reviewer,
    path: Address,
    form: Form<DecisionForm>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    take_over(&mut tx, &by, path.1, clock.now()).await?;
    tx.commit().await?;
    Ok(redirect(&address(&by, path.1, &form.fields)))
}
