//! The scanner for a browser without scripts: a badge number by hand, sent as a form and answered with a page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::scanner::{draw, reason_key};
use crate::conferences::{GateStaff, OnDuty};
use crate::gates::actions::{self, Asking, Outcome, ScanAnswer, digest};
use crate::gates::model::{Direction, Flag, Ruling};
use crate::gates::proofs::Judging;
use crate::gates::queries;
use crate::gates::wanted;
use crate::ids::ScanId;
use crate::web::{Answer, Choice, Errors, Form, Problem, Typed, ascii_digits};

/// An answer in words.
pub struct Said {
    pub word: String,
    pub why: String,
    /// Empty where the number names nobody.
    pub name: String,
    pub delegation: String,
    pub category: String,
}

/// What the scanner shows without scripts.
pub struct Plain {
    /// The colour of the screen, as the script would set it.
    pub look: &'static str,
    pub action: String,
    /// The scan's id: the same form sent twice is one scan.
    pub scan: ScanId,
    pub said: Option<Said>,
    pub directions: Vec<Choice>,
    pub typed: Typed,
    pub errors: Errors,
}

impl Plain {
    pub fn new(by: &OnDuty<GateStaff>, gate: &str) -> Self {
        Self {
            look: "ready",
            action: by.path(&format!("/gates/{gate}/scanner")),
            scan: ScanId::new(),
            said: None,
            directions: directions(by, Direction::Entry.as_str()),
            typed: Typed::default(),
            errors: Errors::default(),
        }
    }
}

fn directions(by: &OnDuty<GateStaff>, chosen: &str) -> Vec<Choice> {
    let words = [(Direction::Entry.as_str(), "gates-entry"), (Direction::Exit.as_str(), "gates-exit")];
    Choice::one_of(words.map(|(value, key)| (value, by.language().t(key))), chosen)
}

/// `POST /{conference}/gates/{gate}/scanner`
pub async fn check(
    by: OnDuty<GateStaff>,
    path: Path<(String, String)>,
    form: Form<Typed>,
    means: Judging,
) -> Answer<HttpResponse> {
    let now = means.clock.now();
    let mut tx = means.db.begin().await?;
    let gate = queries::gate_by_code(&mut tx, by.conference_id(), &path.1).await?;
    let token = actions::browser_device(&mut tx, &by, by.visit().site(), gate.id, now).await?;
    tx.commit().await?;
    let typed = form.fields;
    let mut plain = Plain { directions: directions(&by, typed.text("direction")), ..Plain::new(&by, &gate.code) };
    let errors = faults(&typed);
    if form.resumed || !errors.is_empty() {
        plain = Plain { errors, typed, ..plain };
        return draw(&by, StatusCode::UNPROCESSABLE_ENTITY, (&gate, &token), plain, None);
    }
    let wanted = wanted::read(
        &serde_json::json!({
            "scan_id": typed.text("scan_id"),
            "gate": gate.code,
            "direction": typed.text("direction"),
            "by_hand": { "number": digits(&typed), "face_matches": true },
        }),
        None,
    );
    let wanted = wanted.map_err(|fault| Problem::Unreadable(fault.to_string()))?;
    let asking = Asking {
        token_hash: &digest(token.as_str()),
        keys: &means.keys,
        lobby: &means.lobby,
        language: by.language(),
        now,
    };
    match actions::scan(&mut *means.db.connection().await?, asking, &wanted).await? {
        Outcome::Answer(answer) => {
            means.lobby.tell(answer.conference, &means.pool);
            let (look, said) = said(&by, wanted.direction, &answer);
            draw(&by, StatusCode::OK, (&gate, &token), Plain { look, said: Some(said), ..plain }, None)
        }
        Outcome::OtherContent => Err(Problem::refused("gates-plain-other")),
        _ => Err(Problem::NotFound),
    }
}

/// The number as the API wants it, without the space that badges have in it.
fn digits(typed: &Typed) -> String {
    ascii_digits(typed.text("number")).split_whitespace().collect()
}

fn faults(typed: &Typed) -> Errors {
    let mut errors = Errors::default();
    let number = digits(typed);
    if number.is_empty() || number.len() > 12 || !number.chars().all(|c| c.is_ascii_digit()) {
        errors.say("number", "gates-plain-number");
    }
    if !typed.has("face_matches") {
        errors.say("face_matches", "gates-plain-face");
    }
    if Direction::parse(typed.text("direction")).is_none() {
        errors.say("direction", "field-choose");
    }
    errors
}

/// As the script says it (`faces.js`).
fn said(by: &OnDuty<GateStaff>, direction: Direction, answer: &ScanAnswer) -> (&'static str, Said) {
    let language = by.language();
    let has = |flag| answer.flags.contains(&flag);
    let passes = if direction == Direction::Exit { "gates-word-leave" } else { "gates-word-enter" };
    let note = answer.person.as_ref().and_then(|person| person.note.clone());
    let (look, word, why) = match answer.verdict {
        Ruling::Refuse => ("no", "gates-word-stop", language.t(&reason_key(answer.reason))),
        Ruling::Admit if has(Flag::Alarm) => ("no", "gates-word-alarm", language.t("gates-flag-alarm")),
        Ruling::Admit if has(Flag::Attention) => {
            ("check", "gates-word-look", note.unwrap_or_else(|| language.t("gates-flag-attention")))
        }
        Ruling::Admit => ("ok", passes, String::new()),
    };
    let person = answer.person.as_ref();
    let text = |part: fn(&actions::PersonShown) -> &String| person.map(part).cloned().unwrap_or_default();
    let category = person.map(|person| format!("{} {}", person.category, person.category_name));
    let said = Said {
        word: language.t(word),
        why,
        name: text(|person| &person.name),
        delegation: text(|person| &person.delegation),
        category: category.unwrap_or_default(),
    };
    (look, said)
}
