//! The demonstration's sample as rows to paste, in the words of the reader's language.

use super::columns::Offer;
use crate::delegations::FocalPoint;
use crate::language::Language;
use crate::participants::import::{MISTAKES, SAMPLE, SamplePerson, heading};
use crate::participants::model::{CompositionTitle, DocumentKind, ProtocolRank, Worded};
use crate::participants::pages::words::country;

/// The columns of the sample, in its order.
const COLUMNS: &[&str] = &[
    "category",
    "document_name",
    "family_name",
    "given_name",
    "composition_title",
    "functional_title",
    "protocol_rank",
    "birth_date",
    "sex",
    "nationality",
    "residence",
    "document_kind",
    "document_country",
    "document_number",
    "document_expires_on",
    "email",
];

/// Headings and rows, as a spreadsheet copies them.
pub fn sample(by: &FocalPoint, offer: &Offer) -> String {
    let language = by.language();
    let headings: Vec<String> = COLUMNS.iter().map(|column| heading(column, language)).collect();
    let row = |(place, person): (usize, &SamplePerson)| {
        let cell = |column: &&str| {
            let mistake = MISTAKES.iter().find(|(of, wrong, _)| (*of, *wrong) == (place, *column));
            mistake.map_or_else(|| cell(by, offer, (place, person), column), |(_, _, text)| (*text).to_owned())
        };
        COLUMNS.iter().map(cell).collect::<Vec<_>>().join("\t")
    };
    let rows = SAMPLE.iter().enumerate().map(row);
    std::iter::once(headings.join("\t")).chain(rows).collect::<Vec<_>>().join("\n")
}

fn cell(by: &FocalPoint, offer: &Offer, (place, person): (usize, &SamplePerson), column: &str) -> String {
    let language: Language = by.language();
    let delegation = by.delegation();
    match column {
        "category" => offer.roomiest.clone(),
        "document_name" => format!("{} {}", person.given_name, person.family_name).trim().to_owned(),
        "family_name" => person.family_name.to_owned(),
        "given_name" => person.given_name.to_owned(),
        "composition_title" => language.t(&CompositionTitle::Adviser.word()),
        "functional_title" => person.function.to_owned(),
        "protocol_rank" => language.t(&ProtocolRank::Other.word()),
        "birth_date" => person.birth.to_owned(),
        "sex" => language.t(&person.sex.word()),
        "nationality" | "residence" | "document_country" => {
            delegation.entity.as_deref().map(|code| country(language, code)).unwrap_or_default()
        }
        "document_kind" => language.t(&DocumentKind::Passport.word()),
        // Of each delegation its own, so that nobody is taken for somebody of another.
        "document_number" => format!("N{:04}{:03}", delegation.id.0.as_u128() % 10_000, place + 1),
        "document_expires_on" => "2031-12-31".to_owned(),
        "email" => {
            let name = [person.given_name, person.family_name].map(plain);
            let name: Vec<&str> = name.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            format!("{}@mission.example", name.join("."))
        }
        _ => String::new(),
    }
}

/// A name as it stands in an address.
fn plain(name: &str) -> String {
    crate::language::collation::fold(name).chars().filter(char::is_ascii_alphabetic).collect()
}
