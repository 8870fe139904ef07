//! The overview of the visual language: every part under the name by which templates call it, and seven whole screens drawn
//! with invented people. For us, and for the tests that look at widths, contrast and direction of writing.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::language::Message;
use crate::web::{Answer, Choice, ConferenceLine, Errors, NavItem, Page, Pager, Problem, Visit, page};

/// The screens that are drawn: name in the address, title, what it shows.
const SCREENS: [(&str, &str, &str); 7] = [
    ("sign-in", "Sign in", "A code by mail, no password"),
    ("delegation", "Delegation", "Places, deadline, people"),
    ("person", "Person", "One nomination in sections"),
    ("file", "Officer's desk", "The queue stays, the file changes"),
    ("pass-desk", "Pass desk", "Find, check, print, hand over"),
    ("board", "Live board", "Inside now, arrivals, refusals"),
    ("programme", "Programme", "A day by hour and room"),
];

/// Colours as a conference's own sheet gives them: `/{conference}/categories.css` has one such line per category.
const CATEGORIES: &str = ".cat-D{--cat:#0b4f6c}.cat-E{--cat:#6b1d3a}.cat-K{--cat:#1b1b1b}.cat-N{--cat:#2c5e2e}\
    .cat-O{--cat:#5a4a12}.cat-P{--cat:#8a3d00}.cat-S{--cat:#37444f}";

#[derive(Template)]
#[template(path = "console/components.html")]
struct Overview {
    page: Page,
    screens: [(&'static str, &'static str, &'static str); 7],
    errors: Errors,
    choices: Vec<Choice>,
    steps: Vec<Step>,
    tabs: Vec<NavItem>,
    pager: Pager,
}

/// One step of a timeline: done, now, next or no.
struct Step {
    state: &'static str,
    word: &'static str,
    note: &'static str,
}

/// An invented person of the samples.
struct Sample {
    name: &'static str,
    native: &'static str,
    function: &'static str,
    from: &'static str,
    category: (&'static str, &'static str, &'static str),
    status: (&'static str, &'static str),
    age: &'static str,
}

/// `GET /components`
pub async fn show(visit: Visit) -> Answer<HttpResponse> {
    let mut errors = Errors::default();
    errors.say("category", "parts-sample-choose");
    errors.add("born", Message::new("parts-sample-day"));
    let step = |state, word, note| Step { state, word, note };
    page(Overview {
        page: sample_page(&visit, &["Programme", "Speakers", "Exhibition", "Practical"], 0),
        screens: SCREENS,
        errors,
        choices: choices(),
        steps: vec![
            step("done", "Submitted", "9 October, 14:12"),
            step("done", "Confirmed", "10 October"),
            step("now", "Under review", "usually two days"),
            step("next", "Badge printed", ""),
            step("next", "Collected", ""),
        ],
        tabs: nav(&["Delegations", "Somalia", "People"], 2),
        pager: Pager::new(Some(2), 50, 2314, visit.path()),
    })
}

/// `GET /components/{screen}`
pub async fn show_screen(visit: Visit, path: Path<String>) -> Answer<HttpResponse> {
    let delegation = ["Delegation", "People", "Letters", "Programme"];
    let desk = ["Overview", "Delegations", "Files", "Pass desk", "Gates", "Programme", "Exhibition", "Mails"];
    match path.as_str() {
        "categories.css" => Ok(HttpResponse::Ok().content_type("text/css; charset=utf-8").body(CATEGORIES)),
        "sign-in" => page(SignIn::new(sample_page(&visit, &[], 0))),
        "delegation" => page(DelegationHome::new(sample_page(&visit, &delegation, 0))),
        "person" => page(PersonForm::new(sample_page(&visit, &delegation, 1))),
        "file" => page(OfficersFile::new(sample_page(&visit, &desk, 2))),
        "pass-desk" => page(PassDesk::new(sample_page(&visit, &desk, 3))),
        "board" => page(LiveBoard::new(sample_page(&visit, &desk, 4))),
        "programme" => {
            page(Programme::new(sample_page(&visit, &["Programme", "Speakers", "Exhibition", "Practical"], 0)))
        }
        _ => Err(Problem::NotFound),
    }
}

/// Declares the screens: all may draw from the same samples, each takes what it needs.
macro_rules! screens {
    ($($name:ident $path:literal;)*) => {$(
        #[derive(Template)]
        #[template(path = $path)]
        #[expect(dead_code, reason = "no screen shows every sample")]
        struct $name {
            page: Page,
            errors: Errors,
            choices: Vec<Choice>,
            people: Vec<Sample>,
            pager: Pager,
        }

        impl $name {
            fn new(page: Page) -> Self {
                let pager = Pager::new(Some(2), 50, 2314, &page.path);
                Self { page, errors: Errors::default(), choices: choices(), people: people(), pager }
            }
        }
    )*};
}

screens! {
    SignIn "console/screens/sign_in.html";
    DelegationHome "console/screens/delegation.html";
    PersonForm "console/screens/person.html";
    OfficersFile "console/screens/file.html";
    PassDesk "console/screens/pass_desk.html";
    LiveBoard "console/screens/board.html";
    Programme "console/screens/programme.html";
}

fn sample_page(visit: &Visit, ways: &[&str], current: usize) -> Page {
    Page::new(visit, visit.language().t("parts-overview")).with_nav(nav(ways, current)).with_conference(
        ConferenceLine {
            slug: "components".to_owned(),
            name: "Convention signing".to_owned(),
            place: "Hà Nội".to_owned(),
            accent: "lagoon".to_owned(),
        },
    )
}

fn nav(labels: &[&str], current: usize) -> Vec<NavItem> {
    let item = |(at, label): (usize, &&str)| NavItem {
        href: "#".to_owned(),
        label: (*label).to_owned(),
        current: at == current,
    };
    labels.iter().enumerate().map(item).collect()
}

fn choices() -> Vec<Choice> {
    let titles = ["Delegate", "Head of delegation", "Adviser"];
    Choice::one_of(titles.map(|title| (title, title)), "Delegate")
}

fn people() -> Vec<Sample> {
    let delegate = ("D", "line", "Delegate");
    let row = |name, native, function, from, category, status, age| Sample {
        name,
        native,
        function,
        from,
        category,
        status,
        age,
    };
    let (sent, approved) = (("sent", "Submitted"), ("ok", "Approved"));
    vec![
        row(
            "Fatuma Abdikarim Warsame",
            "فاطمة عبد الكريم ورسمة",
            "Adviser, Ministry of Posts",
            "Federal Republic of Somalia",
            delegate,
            sent,
            "2 h 10",
        ),
        row(
            "Nguyễn Thị Hồng Ánh",
            "",
            "Conference officer",
            "Secretariat",
            ("S", "plain", "Secretariat"),
            approved,
            "1 h 58",
        ),
        row(
            "عبد الرحمن القحطاني",
            "",
            "Deputy head",
            "Kingdom of Saudi Arabia",
            delegate,
            ("draft", "Draft"),
            "1 h 51",
        ),
        row(
            "Oksana Mykolaivna Petrenko",
            "Оксана Миколаївна Петренко",
            "Minister",
            "Ukraine",
            ("E", "cross", "Head of delegation"),
            approved,
            "1 h 40",
        ),
        row("Jean-Baptiste N’Guessan", "", "Legal adviser", "Republic of Côte d’Ivoire", delegate, sent, "1 h 32"),
        row("Purwanto", "", "Expert", "Republic of Indonesia", delegate, sent, "58 min"),
        row(
            "Émilie Lefèbvre-Roy",
            "",
            "Researcher",
            "Observatoire du numérique",
            ("N", "diagonal", "Civil society"),
            ("back", "Returned"),
            "44 min",
        ),
        row(
            "Tomás Ó Súilleabháin",
            "",
            "Correspondent",
            "Atlantic Wire",
            ("P", "wave", "Press"),
            ("hold", "On hold"),
            "31 min",
        ),
    ]
}
