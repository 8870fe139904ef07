//! The receipt of people handed in together: as a page, and as a PDF for the mission's files.

mod paper;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, block};
use askama::Template;

use self::paper::{Paper, PaperLine, paper_pdf};
use crate::accreditation::model::{Receipt, ReceiptLine};
use crate::accreditation::queries;
use crate::conferences::{Category, categories};
use crate::db::{Connection, Db};
use crate::delegations::FocalPoint;
use crate::files::typeset::{Typesetter, font_folders};
use crate::ids::{DelegationId, ReceiptId};
use crate::participants::Mark;
use crate::web::{Answer, Flash, FlashKind, Page, Problem, page, redirect, redirect_with};

/// Somebody on the receipt.
struct Line {
    href: String,
    reference: i32,
    name: String,
    native: String,
    function: String,
    mark: Option<Mark>,
}

#[derive(Template)]
#[template(path = "accreditation/receipt.html")]
struct ReceiptPage {
    page: Page,
    home: String,
    check: String,
    pdf: String,
    delegation: String,
    formal_name: String,
    lede: String,
    when: String,
    by: String,
    people: Vec<Line>,
    places: Vec<(Option<Mark>, String)>,
    contact: String,
}

/// A receipt among the others.
struct ReceiptLink {
    href: String,
    name: String,
    when: String,
    people: usize,
    by: String,
    /// How the link to its PDF is called for who hears the page.
    pdf: String,
}

#[derive(Template)]
#[template(path = "accreditation/receipts.html")]
struct ReceiptsPage {
    page: Page,
    home: String,
    check: String,
    delegation: String,
    receipts: Vec<ReceiptLink>,
}

/// Every receipt of a delegation, the latest first.
pub async fn all(by: FocalPoint, _: Path<DelegationId>, db: Db) -> Answer<HttpResponse> {
    let (language, zone) = (by.language(), by.conference().zone());
    let found = queries::receipts(&mut *db.connection().await?, by.conference_id(), by.delegation().id).await?;
    let link = |receipt: &Receipt| {
        let number = [("number", receipt.number.into())];
        ReceiptLink {
            href: by.path(&format!("/receipts/{}", receipt.id)),
            name: language.with("receipt-title", &number),
            when: language.date_time(receipt.made_at, &zone),
            people: receipt.lines().len(),
            by: receipt.made_by_name.clone(),
            pdf: language.with("receipt-pdf-of", &number),
        }
    };
    page(ReceiptsPage {
        page: by.page(language.t("receipt-all")),
        home: by.path(""),
        check: by.path("/people/check"),
        delegation: by.delegation().name.in_language(language).to_owned(),
        receipts: found.iter().map(link).collect(),
    })
}

/// The way to a receipt, and what it is called.
pub(super) fn line(by: &FocalPoint, receipt: &Receipt) -> (String, String) {
    let said = [
        ("number", receipt.number.into()),
        ("at", by.language().date_time(receipt.made_at, &by.conference().zone()).into()),
        ("count", receipt.lines().len().into()),
    ];
    (by.path(&format!("/receipts/{}", receipt.id)), by.language().with("receipt-line", &said))
}

/// Leads to the receipt that was just given, and says how many were left.
pub(super) fn led_to(by: &FocalPoint, to: &str, left: usize) -> HttpResponse {
    if left == 0 {
        return redirect(to);
    }
    let text = by.language().with("receipt-some-left", &[("count", left.into())]);
    redirect_with(by.visit(), to, &Flash { kind: FlashKind::Warn, text, undo: None })
}

async fn found(connection: &mut Connection, by: &FocalPoint, id: ReceiptId) -> Answer<(Receipt, Vec<Category>)> {
    let receipt = queries::receipt_of(connection, by.conference_id(), by.delegation().id, id).await?;
    let receipt = receipt.ok_or(Problem::NotFound)?;
    Ok((receipt, categories(connection, by.conference_id()).await?))
}

fn mark(by: &FocalPoint, offered: &[Category], letter: &str) -> Option<Mark> {
    offered.iter().find(|one| one.letter == letter).map(|one| Mark::of(by.language(), one))
}

/// The receipt as a page.
pub async fn show(by: FocalPoint, path: Path<(DelegationId, ReceiptId)>, db: Db) -> Answer<HttpResponse> {
    let (receipt, offered) = found(&mut *db.connection().await?, &by, path.1).await?;
    let (language, delegation) = (by.language(), by.delegation());
    let person = |one: ReceiptLine| Line {
        href: by.path(&format!("/people/{}", one.person)),
        reference: one.reference,
        name: one.name,
        native: one.native_name,
        function: one.functional_title,
        mark: mark(&by, &offered, &one.category),
    };
    let people: Vec<Line> = receipt.lines().into_iter().map(person).collect();
    let places = receipt.places_left().into_iter().map(|one| {
        let said = [("left", one.left.into()), ("cap", one.cap.into())];
        (mark(&by, &offered, &one.category), language.with("people-sheet-left", &said))
    });
    page(ReceiptPage {
        page: by.page(language.with("receipt-title", &[("number", receipt.number.into())])),
        home: by.path(""),
        check: by.path("/people/check"),
        pdf: by.path(&format!("/receipts/{}/receipt.pdf", receipt.id)),
        delegation: delegation.name.in_language(language).to_owned(),
        formal_name: delegation.formal_name.in_language(language).to_owned(),
        lede: language.with("receipt-lede", &[("count", people.len().into())]),
        when: language.date_time(receipt.made_at, &by.conference().zone()),
        by: receipt.made_by_name.clone(),
        places: places.collect(),
        people,
        contact: by.conference().contact_email.clone(),
    })
}

/// The receipt on paper.
pub async fn pdf(by: FocalPoint, path: Path<(DelegationId, ReceiptId)>, db: Db) -> Answer<HttpResponse> {
    let (receipt, offered) = found(&mut *db.connection().await?, &by, path.1).await?;
    let (language, conference, delegation) = (by.language(), by.conference(), by.delegation());
    let word = |letter: &str| mark(&by, &offered, letter).map(|one| one.word).unwrap_or_default();
    let person = |one: ReceiptLine| PaperLine {
        reference: one.reference.to_string(),
        category: format!("{} {}", one.category, word(&one.category)),
        name: one.name,
        native_name: one.native_name,
        function: one.functional_title,
    };
    let people: Vec<PaperLine> = receipt.lines().into_iter().map(person).collect();
    let place = |one: crate::accreditation::model::ReceiptPlace| {
        let said = [("left", one.left.into()), ("cap", one.cap.into())];
        (format!("{} {}", one.category, word(&one.category)), language.with("people-sheet-left", &said))
    };
    let paper = Paper {
        conference: conference.name.in_language(language).to_owned(),
        place: conference.place.in_language(language).to_owned(),
        dates: language.date_range(conference.starts_on, conference.ends_on),
        title: language.with("receipt-title", &[("number", receipt.number.into())]),
        lede: language.with("receipt-lede", &[("count", people.len().into())]),
        facts: vec![
            (language.t("participants-delegation"), delegation.name.in_language(language).to_owned()),
            (language.t("receipt-when"), language.date_time(receipt.made_at, &conference.zone())),
            (language.t("receipt-by"), receipt.made_by_name.clone()),
        ],
        headings: [
            "participants-reference",
            "participants-name",
            "participants-functional-title",
            "participants-category",
        ]
        .map(|key| language.t(key)),
        people,
        places_title: language.t("receipt-places"),
        places: receipt.places_left().into_iter().map(place).collect(),
        note: language.t("receipt-note"),
        page_of: |language, page, pages| {
            language.with("receipt-page-of", &[("page", page.into()), ("pages", pages.into())])
        },
        language,
        seed: u32::try_from(receipt.number).unwrap_or_default(),
    };
    let name = format!("receipt-{}.pdf", receipt.number);
    let pdf = block(move || paper_pdf(&mut Typesetter::new(font_folders()), &paper)).await?.map_err(Problem::broken)?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'self'"))
        .body(pdf))
}
