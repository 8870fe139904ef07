//! Granting passes to a pasted list, to a whole delegation, or to one person of the list; and revoking one.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::{Drawn, Filters, Wrong, area_of, draw};
use crate::clock::{Clock, Moment};
use crate::conferences::{OnDuty, ProgrammeManager};
use crate::db::{Connection, Db};
use crate::delegations::delegation_by_id;
use crate::gates::actions::{self, Granted};
use crate::gates::queries;
use crate::gates::rules::{Mistake, Window, read_pass_list};
use crate::ids::{AreaId, DelegationId, ParticipantId};
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Reader, Typed, redirect_with};

/// Mistakes that are shown at once.
const SHOWN: usize = 50;

type Passes = BTreeMap<ParticipantId, Window>;

/// What is wrong with the form, and with which lines of its list.
#[derive(Default)]
struct Faults {
    errors: Errors,
    lines: Vec<Mistake>,
}

/// `POST /{conference}/gates/passes/{area}`: all or nothing.
pub async fn grant(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, AreaId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let mut tx = db.begin().await?;
    let area = area_of(&by, &mut tx, path.1).await?;
    let filters = Filters { who: form.fields.text("who").to_owned(), ..Filters::default() };
    let read = read(&by, &mut tx, &form.fields).await?;
    let passes = match read {
        Ok(passes) if !form.resumed => passes,
        read => {
            let faults = read.err().unwrap_or_default();
            let lines = faults.lines.iter().take(SHOWN).map(|mistake| Wrong {
                line: mistake.line,
                text: by.language().with(mistake.key, &[("text", mistake.text.clone().into())]),
            });
            let drawn = Drawn { wrong: lines.collect(), typed: form.fields, errors: faults.errors };
            return draw(&by, &mut tx, area, filters, drawn).await;
        }
    };
    let granted = actions::grant_passes(&mut tx, &by, path.1, &passes, clock.now()).await?;
    tx.commit().await?;
    let Granted { new, changed, kept } = granted;
    let counts = [("new", new.into()), ("changed", changed.into()), ("kept", kept.into())];
    Ok(back(&by, path.1, &filters, by.language().with("gates-pass-granted", &counts)))
}

fn back(by: &OnDuty<ProgrammeManager>, area: AreaId, filters: &Filters, text: String) -> HttpResponse {
    let who = if filters.who == "everybody" { "?who=everybody" } else { "" };
    let flash = Flash { kind: FlashKind::Ok, text, undo: None };
    redirect_with(by.visit(), &by.path(&format!("/gates/passes/{area}{who}")), &flash)
}

/// Whom the form names, each with the time of the pass.
async fn read(
    by: &OnDuty<ProgrammeManager>,
    connection: &mut Connection,
    typed: &Typed,
) -> Answer<Result<Passes, Faults>> {
    let zone = by.conference().zone();
    let mut reader = Reader::of(typed);
    let mut end = |field: &str| -> Option<Moment> { if typed.has(field) { reader.moment(field, &zone) } else { None } };
    let (opens, closes) = (end("opens_at"), end("closes_at"));
    let window = Window::new(opens, closes);
    if window.is_none() {
        reader.errors.say("closes_at", "gates-pass-ends-first");
    }
    let window = window.unwrap_or_default();
    let (wishes, mut lines) = read_pass_list(typed.text("numbers"), &zone, window);
    let mut passes = Passes::new();
    if let Some(person) = ParticipantId::parse(typed.text("person")) {
        let known = crate::badges::holder(connection, by.conference_id(), person).await?;
        passes.insert(known.person.id, window);
    }
    if let Some(delegation) = DelegationId::parse(typed.text("delegation")) {
        let known = delegation_by_id(connection, by.conference_id(), delegation).await?;
        let people = queries::people_of_delegation(connection, by.conference_id(), known.id).await?;
        if people.is_empty() {
            reader.errors.say("delegation", "gates-pass-delegation-empty");
        }
        passes.extend(people.into_iter().map(|person| (person, window)));
    }
    let numbers: Vec<i32> = wishes.iter().map(|wish| wish.number).collect();
    let known: BTreeMap<i32, ParticipantId> =
        queries::people_of_numbers(connection, by.conference_id(), &numbers).await?.into_iter().collect();
    for wish in wishes {
        match known.get(&wish.number) {
            Some(person) => {
                passes.insert(*person, wish.window);
            }
            None => {
                let text = wish.number.to_string();
                lines.push(Mistake { line: wish.line, key: "gates-list-no-such-number", text });
            }
        }
    }
    lines.sort_by_key(|mistake| mistake.line);
    if !lines.is_empty() {
        reader.errors.say("numbers", "gates-list-wrong");
    } else if passes.is_empty() && reader.errors.is_empty() {
        reader.errors.say("numbers", "gates-pass-nobody");
    }
    let errors = reader.errors;
    Ok(if errors.is_empty() { Ok(passes) } else { Err(Faults { errors, lines }) })
}

/// `POST /{conference}/gates/passes/{area}/{participant}/revocation`
pub async fn revoke(
    by: OnDuty<ProgrammeManager>,
    path: Path<(String, AreaId, ParticipantId)>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let (_, area, of) = path.into_inner();
    let mut tx = db.begin().await?;
    area_of(&by, &mut tx, area).await?;
    let whom = crate::badges::holder(&mut tx, by.conference_id(), of).await?;
    actions::revoke_pass(&mut tx, &by, area, of, clock.now()).await?;
    tx.commit().await?;
    let filters = Filters { who: form.fields.text("who").to_owned(), ..Filters::default() };
    let text = by.language().with("gates-pass-revoked", &[("person", whom.person.name().into())]);
    Ok(back(&by, area, &filters, text))
}
