//! The demonstration's tray: badges of every kind to try a gate with, without a printer or a second telephone, and people who
//! arrive when they are asked to. Only where the conference is the demonstration, and for who sits at this very machine.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use std::sync::RwLock;

use crate::badges::{Badge, code_text, keys::Keyring, picture::code_png};
use crate::clock::{Clock, Moment};
use crate::conferences::{Conference, GateStaff, OnDuty};
use crate::db::{Connection, Db};
use crate::gates::model::GateRow;
use crate::gates::queries::{self, Sample};
use crate::participants::PortraitSize;
use crate::web::{Answer, Problem};

/// People who arrive at one press.
const CROWD: i64 = 100;

/// One badge of the tray.
pub struct Card {
    pub word: String,
    /// Empty for a badge that is nobody's.
    pub name: String,
    pub portrait: Option<String>,
    pub code: String,
    /// The code as a picture, to be held before another camera.
    pub picture: String,
}

/// What the scanner of a demonstration's gate shows besides.
pub struct Tray {
    pub cards: Vec<Card>,
    /// A gate that is shut to some, and its name, where this one opens to everybody.
    pub elsewhere: Option<(String, String)>,
    pub board: String,
    pub news: String,
    pub crowd: String,
}

/// Whether there is a tray at all.
fn is_shown(by: &OnDuty<GateStaff>) -> bool {
    by.conference().demonstration && by.visit().on_this_machine()
}

/// The tray of a gate; nothing but in the demonstration.
pub async fn tray(
    connection: &mut Connection,
    by: &OnDuty<GateStaff>,
    keyring: &RwLock<Keyring>,
    gate: &GateRow,
    now: Moment,
) -> Answer<Option<Tray>> {
    if !is_shown(by) {
        return Ok(None);
    }
    let conference = by.conference();
    let mut cards = Vec::new();
    let (mut forged, mut has_wrong_area) = (None, false);
    for sample in Sample::ALL {
        let Some((badge, holder)) = queries::sample(connection, conference.id, (gate, *sample), now).await? else {
            continue;
        };
        let Some(code) = code_of(keyring, conference, &badge)? else { continue };
        if forged.is_none() {
            forged = Some(forge(&code));
        }
        has_wrong_area |= *sample == Sample::WrongArea;
        let (name, portrait) = (holder.person.name_on_badge(), holder.person.portrait_url(PortraitSize::Gate));
        cards.push(card(by, sample.as_str(), (name, portrait), code)?);
    }
    if let Some(code) = forged {
        cards.push(card(by, "forged", (String::new(), None), code)?);
    }
    let elsewhere = if has_wrong_area { None } else { elsewhere(connection, by, now).await? };
    Ok(Some(Tray {
        cards,
        elsewhere,
        board: by.path("/gates/board"),
        news: by.path("/gates/board/events"),
        crowd: by.path(&format!("/gates/{}/crowd", gate.code)),
    }))
}

/// The first gate that some badges do not open.
async fn elsewhere(
    connection: &mut Connection,
    by: &OnDuty<GateStaff>,
    now: Moment,
) -> Answer<Option<(String, String)>> {
    let open = |gate: &GateRow| gate.closed_at.is_none();
    for gate in queries::gates(connection, by.conference_id()).await?.into_iter().filter(open) {
        let shut = queries::sample(connection, by.conference_id(), (&gate, Sample::WrongArea), now).await?;
        if shut.is_some() {
            let name = gate.name.in_language(by.language()).to_owned();
            return Ok(Some((by.path(&format!("/gates/{}/scanner", gate.code)), name)));
        }
    }
    Ok(None)
}

/// The digits of a badge's code; none for one whose key is retired.
fn code_of(keyring: &RwLock<Keyring>, conference: &Conference, badge: &Badge) -> Answer<Option<String>> {
    match code_text(keyring, conference, badge) {
        Ok(code) => Ok(Some(code)),
        Err(Problem::Refused(_)) => Ok(None),
        Err(problem) => Err(problem),
    }
}

fn card(
    by: &OnDuty<GateStaff>,
    sample: &str,
    (name, portrait): (String, Option<String>),
    code: String,
) -> Answer<Card> {
    let picture = code_png(&code).map_err(|_| Problem::broken("the code does not fit a picture"))?;
    let word = by.language().t(&format!("gates-sample-{}", sample.replace('_', "-")));
    Ok(Card {
        word,
        name,
        portrait,
        code,
        picture: format!("data:image/png;base64,{}", data_encoding::BASE64.encode(&picture)),
    })
}

/// The same code with its last digit changed: our format, and nobody's signature.
fn forge(code: &str) -> String {
    let (start, last) = code.split_at(code.len().saturating_sub(1));
    format!("{start}{}", if last == "0" { "1" } else { "0" })
}

/// `GET /{conference}/gates/{gate}/crowd`: codes of people who stand before the gate; its scanner page lets them arrive one by one.
pub async fn crowd(
    by: OnDuty<GateStaff>,
    path: Path<(String, String)>,
    keyring: Data<RwLock<Keyring>>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    if !is_shown(&by) {
        return Err(Problem::NotFound);
    }
    let mut connection = db.connection().await?;
    let gate = queries::gate_by_code(&mut connection, by.conference_id(), &path.1).await?;
    let badges = queries::crowd(&mut connection, by.conference_id(), &gate, clock.now(), CROWD).await?;
    let codes: Answer<Vec<Option<String>>> =
        badges.iter().map(|badge| code_of(&keyring, by.conference(), badge)).collect();
    let codes: Vec<String> = codes?.into_iter().flatten().collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({ "codes": codes })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forged_code_differs_in_one_digit() {
        assert_eq!(forge("1230"), "1231");
        assert_eq!(forge("1234"), "1230");
    }
}
