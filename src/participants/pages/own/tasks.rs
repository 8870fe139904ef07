//! The list of pages: what is done, what is to do, until when; and, once the answers are declared, what comes next.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::clock::{Clock, Moment};
use crate::conferences::{Category, Delivery, categories};
use crate::db::{Connection, Db};
use crate::delegations::{Delegation, delegation_by_id};
use crate::files::Sealer;
use crate::ids::ParticipantId;
use crate::language::Language;
use crate::participants::import::{column_of, heading};
use crate::participants::model::Worded;
use crate::participants::own::{
    Filling, Section, State, lacking_of, look_at, offered_from_earlier, own_form, state_of, take_over,
};
use crate::participants::pages::words::Mark;
use crate::participants::queries::Earlier;
use crate::participants::rules::{Needs, Window, days_left};
use crate::web::{Answer, Errors, Flash, FlashKind, Form, Page, Problem, Typed, page, redirect, redirect_with};

/// One page of the form in the list.
struct Task {
    href: String,
    word: String,
    /// How its state is drawn.
    mark: &'static str,
    state: String,
    /// What it asks for, as long as it is not done.
    hint: String,
}

#[derive(Template)]
#[template(path = "participants/own/tasks.html")]
struct TasksPage {
    page: Page,
    name: String,
    eyebrow: String,
    delegation: String,
    mark: Mark,
    composition: String,
    deadline: String,
    is_registration: bool,
    tasks: Vec<Task>,
    done: String,
    /// Where the one button leads, and what it says.
    onward: (String, String),
    /// Declared, and not changed since.
    is_completed: bool,
    check: String,
    withdrawal: String,
    /// Answers of earlier conferences that would fill something here: the key of the file, and what its button says.
    earlier: Vec<(String, String)>,
    take_over: String,
}

/// What the pages of somebody's own form need to know of its surroundings.
pub(super) struct Around {
    pub category: Category,
    pub categories: Vec<Category>,
    pub delegation: Delegation,
    pub lacking: Errors,
}

impl Around {
    pub async fn of(connection: &mut Connection, by: &Filling, now: Moment) -> Answer<Self> {
        let (person, conference) = (by.participant(), by.conference());
        let categories = categories(connection, conference.id).await?;
        let delegation = delegation_by_id(connection, conference.id, person.delegation_id).await?;
        let own = categories.iter().find(|category| category.id == person.category_id);
        let category = own.ok_or(Problem::NotFound)?.clone();
        let lacking = lacking_of(person, by.form().origin, &category, conference, now);
        Ok(Self { lacking, category, categories, delegation })
    }
}

/// `GET /people/{participant}/form`
pub async fn show(by: Filling, clock: Clock, db: Db) -> Answer<HttpResponse> {
    if !by.is_open() {
        return Ok(redirect(&by.path("")));
    }
    let now = clock.now();
    let mut tx = db.begin().await?;
    // Whoever signed in by a code instead of the link has begun, too.
    look_at(&mut tx, &by, now).await?;
    let around = Around::of(&mut tx, &by, now).await?;
    let earlier = offered_from_earlier(&mut tx, &by).await?;
    tx.commit().await?;
    page(draw(&by, (&around, &earlier), now))
}

fn draw(by: &Filling, (around, earlier): (&Around, &[Earlier]), now: Moment) -> TasksPage {
    let (language, person, form) = (by.language(), by.participant(), by.form());
    let states = states(by, around);
    let is_seen = |section: Section| form.sections.iter().any(|one| one == section.as_str());
    let open = states.iter().find(|(section, state)| match state {
        State::Done => false,
        // Left for later, or nothing to say: asked once.
        State::Optional => !is_seen(*section),
        State::ToDo if *section == Section::Portrait && !by.is_registration() => !is_seen(*section),
        State::ToDo | State::Check => true,
    });
    let onward = match open {
        Some((section, _)) if form.sections.is_empty() => (by.path(&format!("/form/{section}")), "own-begin"),
        Some((section, _)) => (by.path(&format!("/form/{section}")), "own-go-on"),
        None => (by.path("/form/check"), "own-check"),
    };
    let done = states.iter().filter(|(_, state)| *state == State::Done).count();
    TasksPage {
        page: by.page(language.t("own-title")),
        name: person.name(),
        eyebrow: language.with("own-reference", &[("reference", person.reference.into())]),
        delegation: around.delegation.name.in_language(language).to_owned(),
        mark: Mark::of(language, &around.category),
        composition: language.t(&person.composition_title.word()),
        deadline: deadline(by, &around.category, now),
        is_registration: by.is_registration(),
        tasks: states.iter().map(|(section, state)| task(by, *section, *state)).collect(),
        done: language.with("own-done-of", &[("done", done.into()), ("all", states.len().into())]),
        onward: (onward.0, language.t(onward.1)),
        is_completed: form.completed_version == Some(person.version),
        check: by.path("/form/check"),
        withdrawal: by.path("/withdrawal"),
        earlier: earlier.iter().map(|one| (one.person.id.to_string(), earlier_word(by, one))).collect(),
        take_over: by.path("/form/earlier"),
    }
}

fn earlier_word(by: &Filling, one: &Earlier) -> String {
    let language = by.language();
    let said = [
        ("name", one.person.name().into()),
        ("conference", one.conference.in_language(language).into()),
        ("date", language.date(one.on).into()),
    ];
    language.with("earlier-own-take", &said)
}

/// `POST /people/{participant}/form/earlier`: fills what is empty with what was answered at an earlier conference.
pub async fn take_over_earlier(
    by: Filling,
    _: Path<ParticipantId>,
    form: Form<Typed>,
    clock: Clock,
    db: Db,
) -> Answer<HttpResponse> {
    let from = ParticipantId::parse(form.fields.text("from")).ok_or(Problem::NotFound)?;
    if form.resumed {
        return Ok(redirect(&by.path("/form")));
    }
    let sealer = Sealer::of(by.visit().site())?;
    let mut tx = db.begin().await?;
    let filled = take_over(&mut tx, &by, from, &sealer, clock.now()).await?;
    tx.commit().await?;
    let language = by.language();
    let fields: Vec<String> = filled.iter().map(|field| heading(column_of(field), language)).collect();
    let text = language.with("earlier-own-taken", &[("fields", fields.join(", ").into())]);
    Ok(redirect_with(by.visit(), &by.path("/form"), &Flash { kind: FlashKind::Ok, text, undo: None }))
}

fn states(by: &Filling, around: &Around) -> Vec<(Section, State)> {
    let person = by.participant();
    let mut lacking = around.lacking.clone();
    // A portrait may be left to the delegation, and is asked for all the same.
    if person.portrait_file_id.is_none() && Needs::of(person.protocol_rank, &around.category).portrait {
        lacking.say("portrait", "field-required");
    }
    let state = |section: &Section| (*section, state_of(*section, person, &by.form().sections, &lacking));
    Section::ALL.iter().map(state).collect()
}

fn task(by: &Filling, section: Section, state: State) -> Task {
    let language = by.language();
    let (mark, word) = match state {
        State::Done => ("ok", "own-state-done"),
        State::Check => ("sent", "own-state-check"),
        State::ToDo => ("draft", "own-state-to-do"),
        State::Optional => ("draft", "own-state-optional"),
    };
    Task {
        href: by.path(&format!("/form/{section}")),
        word: language.t(&section.word()),
        mark,
        state: language.t(word),
        hint: if state == State::Done { String::new() } else { language.t(&section.hint()) },
    }
}

/// Until when the form can be filled in, in words; empty where no day is set.
fn deadline(by: &Filling, category: &Category, now: Moment) -> String {
    let (language, conference) = (by.language(), by.conference());
    let closes = category.registration_closes_at.filter(|_| by.is_registration());
    let Some(ends) = closes.or_else(|| Window::at(conference, now).last_call(conference)) else { return String::new() };
    let at = language.date_time(ends, &conference.zone());
    language.with("own-until", &[("at", at.into()), ("days", days_left(conference, ends, now).into())])
}

/// How somebody of a category comes by their badge.
fn badge(language: Language, delivery: Delivery, day: String) -> (String, String) {
    match delivery {
        Delivery::Collect => {
            (language.t("own-next-badge"), language.with("own-next-badge-note", &[("day", day.into())]))
        }
        Delivery::PrintAtHome => (language.t("own-next-print"), language.t("own-next-print-note")),
        Delivery::Digital => (language.t("own-next-digital"), language.t("own-next-digital-note")),
    }
}

#[derive(Template)]
#[template(path = "participants/own/sent.html")]
struct SentPage {
    page: Page,
    name: String,
    reference: String,
    at: String,
    delegation: String,
    is_registration: bool,
    can_change: bool,
    has_portrait: bool,
    email: String,
    /// How the badge comes, and from when.
    badge: (String, String),
    form: String,
    portrait: String,
    status: String,
    calendar: String,
}

/// `GET /people/{participant}/form/sent`: what has happened and what comes next.
pub async fn sent(by: Filling, clock: Clock, db: Db) -> Answer<HttpResponse> {
    let mut connection = db.connection().await?;
    let (person, conference, language) = (by.participant(), by.conference(), by.language());
    let form = own_form(&mut connection, conference.id, person.id).await?.ok_or(Problem::NotFound)?;
    let Some(at) = form.completed_at else { return Ok(redirect(&by.path("/form"))) };
    let around = Around::of(&mut connection, &by, clock.now()).await?;
    let title = if by.is_registration() { "own-sent-registered-title" } else { "own-sent-title" };
    page(SentPage {
        page: by.page(language.t(title)),
        name: person.name(),
        reference: person.reference.to_string(),
        at: language.date_time(at, &conference.zone()),
        delegation: around.delegation.name.in_language(language).to_owned(),
        is_registration: by.is_registration(),
        can_change: by.is_open(),
        has_portrait: person.portrait_file_id.is_some() || !Needs::of(person.protocol_rank, &around.category).portrait,
        email: person.email.clone().unwrap_or_default(),
        badge: badge(language, around.category.delivery, language.date(conference.badges_valid_from)),
        form: by.path("/form"),
        portrait: by.path("/form/portrait?back=check"),
        status: by.path(""),
        calendar: by.path("/calendar.ics"),
    })
}
