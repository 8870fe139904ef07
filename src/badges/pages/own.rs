//! A delegate's own page: where the accreditation stands, the collection code or badge, and what happens next.

use std::sync::RwLock;

use actix_web::HttpResponse;
use actix_web::web::{Data, block};
use askama::Template;
use jiff::tz::TimeZone;

use super::super::actions::code_text;
use super::super::keys::Keyring;
use super::super::mails::calendar;
use super::super::model::{Badge, BadgeKind};
use super::super::picture::code_png;
use super::super::typeset::{HomeTexts, home_pdf};
use super::super::{queries, queries::Holder};
use super::sheet::pdf_answer;
use super::sheet_of;
use crate::accreditation::rules::{next, words_of_reason};
use crate::accreditation::{Question, Reason, Step, decisions, question_to};
use crate::clock::{Clock, Moment};
use crate::conferences::{Category, Conference, Delivery};
use crate::db::{Connection, Db};
use crate::files::Sealer;
use crate::files::typeset::{Typesetter, font_folders};
use crate::language::Language;
use crate::participants::own::{Origin, Section, own_form};
use crate::participants::{Myself, Participant, Status, Worded};
use crate::web::{Answer, Page, Problem, attach, page};

/// A step on the way to the badge.
struct Happening {
    state: &'static str,
    word: String,
    note: String,
}

#[derive(Template)]
#[template(path = "badges/own.html")]
struct OwnPage {
    page: Page,
    name: String,
    delegation: String,
    category: Category,
    category_name: String,
    status: Status,
    status_word: String,
    reference: i32,
    /// What the status means for the person.
    meaning: String,
    steps: Vec<Happening>,
    /// Address of the code's picture while there is one.
    code: Option<String>,
    collects: bool,
    print_at_home: Option<String>,
    dates: String,
    venue: String,
    contact: String,
    question: Option<Asked>,
    /// What they have answered last, while the officers look at it again.
    answered: String,
    /// Their own form, while they may fill it in.
    form: Option<String>,
    /// Where they withdraw, while there is something to withdraw.
    withdrawal: Option<String>,
    /// Why it was refused.
    reasons: Vec<String>,
    note: String,
    calendar: String,
    /// Where they see their sessions and sign up for others.
    sessions: String,
}

/// What an officer asks of the person, and the box for the answer.
struct Asked {
    is_question: bool,
    comes_back: bool,
    reasons: Vec<String>,
    note: String,
    at: String,
    /// What was answered already.
    answered: String,
    /// Pages of the form on which it is mended: label and address.
    mend: Vec<(String, String)>,
    action: String,
}

/// The page on which what an officer found is mended.
fn mended_on(reason: Reason) -> Option<Section> {
    match reason {
        Reason::PortraitUnfit | Reason::PortraitNotThePerson => Some(Section::Portrait),
        Reason::DocumentUnreadable | Reason::DocumentExpired => Some(Section::Document),
        Reason::NameDiffers => Some(Section::Name),
        Reason::DataDiffers => Some(Section::Identity),
        Reason::FunctionUnclear => Some(Section::Role),
        _ => None,
    }
}

fn asked(by: &Myself, question: Question) -> Asked {
    let language = by.language();
    let reasons = question.asked.reasons();
    let mut pages: Vec<Section> = reasons.iter().filter_map(|reason| mended_on(*reason)).collect();
    pages.dedup();
    let is_question = question.asked.step == Step::Ask;
    let may_mend = question.comes_back && !is_question;
    let mend = pages.into_iter().filter(|_| may_mend).map(|section| {
        let word = language.t(&section.word());
        let label = language.with("own-mend-section", &[("section", word.into())]);
        (label, by.path(&format!("/form/{section}?back=check")))
    });
    Asked {
        mend: mend.collect(),
        is_question,
        comes_back: question.comes_back,
        reasons: reasons.into_iter().map(|reason| language.t(&words_of_reason(reason))).collect(),
        note: question.asked.note,
        at: language.date_time(question.asked.at, &by.conference().zone()),
        answered: question.answered.map(|answer| answer.note).unwrap_or_default(),
        action: by.path("/answer"),
    }
}

/// What of somebody's is good now: the badge, else the collection code.
async fn shown(connection: &mut Connection, holder: &Holder) -> Answer<Option<Badge>> {
    if holder.person.status != Status::Approved {
        return Ok(None);
    }
    // A collected badge is paper; its code is not shown on a screen for others to copy.
    let kind = if holder.category.delivery == Delivery::Collect { BadgeKind::CollectionCode } else { BadgeKind::Badge };
    queries::live(connection, holder.person.id, kind).await
}

pub async fn show(by: Myself, db: Db) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let holder = queries::holder(&mut connection, conference.id, by.participant().id).await?;
    let code = shown(&mut connection, &holder).await?;
    let collected =
        queries::live(&mut connection, holder.person.id, BadgeKind::Badge).await?.and_then(|badge| badge.handed_at);
    let zone = conference.zone();
    let made = decisions(&mut connection, conference.id, holder.person.id).await?;
    let decided = made.iter().rev().map(|(made, _)| made).find(|made| made.to_status == holder.person.status);
    let question = question_to(&mut connection, &holder.person).await?.map(|question| asked(&by, question));
    let own = own_form(&mut connection, conference.id, holder.person.id).await?;
    let registered = own.as_ref().is_some_and(|own| own.origin == Origin::Registered);
    let open = match holder.person.status {
        Status::Draft => own.is_some(),
        Status::Returned => registered,
        _ => false,
    };
    let can_leave = next(holder.person.status, Step::Withdraw).is_ok() || (own.is_some() && open);
    let left = decided.is_some_and(|made| made.step == Step::Withdraw && made.by_account == Some(by.account()));
    let back = made.last().filter(|(made, _)| made.step == Step::Answer && holder.person.status == Status::Submitted);
    let answered = back.map(|(made, _)| made.note.clone());
    let refused = decided.filter(|made| made.to_status == Status::Refused);
    let printed = print_time(&mut connection, &holder).await?;
    let times = Times { decided: decided.map(|made| made.at), printed, collected };
    let steps = steps(language, &zone, &holder.person, &times, (code.is_some(), registered));
    let print = holder.category.delivery == Delivery::PrintAtHome && code.is_some();
    page(OwnPage {
        page: by.page(language.t("badges-own-title")),
        name: holder.person.name(),
        delegation: holder.delegation.name.in_language(language).to_owned(),
        category_name: holder.category.name.in_language(language).to_owned(),
        meaning: language.t(&meaning(holder.person.status, collected.is_some(), registered || left)),
        question,
        answered: answered.unwrap_or_default(),
        form: open.then(|| by.path("/form")),
        withdrawal: can_leave.then(|| by.path("/withdrawal")),
        reasons: refused
            .map(|made| made.reasons().into_iter().map(|reason| language.t(&words_of_reason(reason))).collect())
            .unwrap_or_default(),
        note: refused.map(|made| made.note.clone()).unwrap_or_default(),
        calendar: by.path("/calendar.ics"),
        sessions: by.path("/sessions"),
        status: holder.person.status,
        status_word: language.t(&holder.person.status.word()),
        reference: holder.person.reference,
        steps,
        collects: holder.category.delivery == Delivery::Collect,
        code: code.is_some().then(|| by.path("/code.png")),
        print_at_home: print.then(|| by.path("/badge.pdf")),
        category: holder.category,
        dates: language.date_range(conference.starts_on, conference.ends_on),
        venue: conference.venue.in_language(language).to_owned(),
        contact: conference.contact_email.clone(),
    })
}

/// The key of the sentence that says what the status means.
fn meaning(status: Status, collected: bool, by_themselves: bool) -> String {
    if status == Status::Approved && collected {
        return "badges-own-collected-text".to_owned();
    }
    let word = status.as_str().replace('_', "-");
    match status {
        // Nobody's delegation did what they did themselves.
        Status::Draft | Status::Submitted | Status::Returned | Status::Withdrawn if by_themselves => {
            format!("badges-own-self-{word}-text")
        }
        _ => format!("badges-own-{word}-text"),
    }
}

/// When what happened.
struct Times {
    decided: Option<Moment>,
    printed: Option<Moment>,
    collected: Option<Moment>,
}

/// When the main badge was printed, which is long before it is handed over where badges are printed ahead.
async fn print_time(connection: &mut Connection, holder: &Holder) -> Answer<Option<Moment>> {
    let badge = queries::live(connection, holder.person.id, BadgeKind::Badge).await?;
    Ok(badge.filter(|_| holder.category.delivery == Delivery::Collect).map(|badge| badge.issued_at))
}

/// Submitted, under review, decided, printed, collected: done, now, or still to come.
fn steps(
    language: Language,
    zone: &TimeZone,
    person: &Participant,
    times: &Times,
    (ready, registered): (bool, bool),
) -> Vec<Happening> {
    use Status::{Approved, Draft, OnHold, Refused, Returned, Submitted, Withdrawn};
    let time = |at: Option<Moment>| at.map(|at| language.date_time(at, zone)).unwrap_or_default();
    let step = |state, key: &str, note| Happening { state, word: language.t(key), note };
    let (handed_in, review, decision) = match person.status {
        Draft => ("now", "next", "next"),
        Returned => ("done", "no", "next"),
        Submitted | OnHold => ("done", "now", "next"),
        Approved => ("done", "done", "done"),
        Refused | Withdrawn => ("done", "done", "no"),
    };
    let word = match person.status {
        Approved | Refused | Withdrawn => language.t(&person.status.word()),
        _ => language.t("badges-own-decided"),
    };
    let decided = if matches!(person.status, Approved | Refused | Withdrawn) { times.decided } else { None };
    let submitted = if registered { "badges-own-self-submitted" } else { "badges-own-submitted" };
    let reviewed = if person.status == Returned { "badges-own-to-be-mended" } else { "badges-own-review" };
    let mut steps = vec![
        step(handed_in, submitted, time(person.submitted_at)),
        step(review, reviewed, String::new()),
        Happening { state: decision, word, note: time(decided) },
    ];
    if matches!(person.status, Refused | Withdrawn) {
        return steps;
    }
    if times.printed.is_some() {
        steps.push(step("done", "badges-own-printed", time(times.printed)));
    }
    let badge = match (times.collected.is_some(), ready) {
        (true, _) => ("done", "badges-own-collected"),
        (false, true) => ("now", "badges-own-badge-ready"),
        (false, false) => ("next", "badges-own-badge-ready"),
    };
    steps.push(step(badge.0, badge.1, time(times.collected)));
    steps
}

pub async fn picture(by: Myself, keyring: Data<RwLock<Keyring>>, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let holder = queries::holder(&mut connection, by.conference().id, by.participant().id).await?;
    let badge = shown(&mut connection, &holder).await?.ok_or(Problem::NotFound)?;
    let code = code_text(&keyring, by.conference(), &badge)?;
    let png = code_png(&code).map_err(|_| Problem::broken("the code does not fit a picture"))?;
    Ok(HttpResponse::Ok().content_type("image/png").body(png))
}

/// The conference's days for the person's own calendar.
pub async fn days(by: Myself, clock: Clock) -> Answer<HttpResponse> {
    let link = by.visit().site().link(&by.path(""));
    let body = calendar(by.conference(), by.language(), &link, clock.now());
    Ok(attach("conference.ics", "text/calendar; charset=utf-8", body.into_bytes()))
}

pub async fn print_at_home(
    by: Myself,
    keyring: Data<RwLock<Keyring>>,
    sealer: Data<Sealer>,
    db: Db,
) -> Answer<HttpResponse> {
    let (language, conference) = (by.language(), by.conference());
    let mut connection = db.connection().await?;
    let holder = queries::holder(&mut connection, conference.id, by.participant().id).await?;
    if holder.category.delivery != Delivery::PrintAtHome {
        return Err(Problem::NotFound);
    }
    let badge = shown(&mut connection, &holder).await?.ok_or(Problem::NotFound)?;
    let pdf = home_badge(&mut connection, (&sealer, &keyring), conference, (&holder, &badge), language).await?;
    Ok(pdf_answer(pdf, "badge.pdf"))
}

/// The PDF of a badge that its holder prints.
pub(super) async fn home_badge(
    connection: &mut Connection,
    (sealer, keyring): (&Sealer, &RwLock<Keyring>),
    conference: &Conference,
    (holder, badge): (&Holder, &Badge),
    language: Language,
) -> Answer<Vec<u8>> {
    let sheet = sheet_of(connection, sealer, keyring, conference, holder, badge, language).await?;
    let texts = HomeTexts {
        title: language.t("badges-home-title"),
        steps: ["badges-home-size", "badges-home-cut", "badges-home-bring"].map(|key| language.t(key)).to_vec(),
        language: language.code().to_owned(),
    };
    block(move || home_pdf(&mut Typesetter::new(font_folders()), &sheet, &texts)).await?.map_err(Problem::broken)
}
