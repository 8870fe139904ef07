//! Filling a form from the machine-readable lines of a travel document.

use crate::clock::Day;
use crate::language::Message;
use crate::participants::rules::{Mrz, Unread, read_mrz};
use crate::web::Typed;

/// A form with what the lines say in it.
pub struct FromMrz {
    pub typed: Typed,
    /// Fields that could not be read for certain and stay as they were.
    pub unsure: Vec<&'static str>,
}

/// Fills in what the lines say: the paper, the nationality, birth and sex always, names only where none is typed, for the lines have
/// them in capitals and without accents.
///
/// # Errors
/// The lines are none.
pub fn fill_from_mrz(typed: Typed, today: Day) -> Result<FromMrz, Message> {
    let mrz = read_mrz(typed.text("mrz"), today).map_err(|unread| {
        Message::new(match unread {
            Unread::NotTheLines => "participants-mrz-not-the-lines",
            Unread::Visa => "participants-mrz-visa",
        })
    })?;
    let unsure = mrz.unsure.clone();
    let has_no_name = !["family_name", "given_name", "document_name"].iter().any(|field| typed.has(field));
    let mut typed = typed.with("document_kind", mrz.kind).with("mrz", "");
    if has_no_name {
        typed = named(typed, &mrz);
    }
    let texts = [
        ("document_country", mrz.issuer),
        ("document_number", mrz.number),
        ("nationality", mrz.nationality),
        ("sex", mrz.sex.map(|sex| sex.to_string())),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            typed = typed.with(field, text);
        }
    }
    for (field, day) in [("birth", mrz.birth), ("document_expires", mrz.expiry)] {
        if let Some(Day(day)) = day {
            typed = typed
                .with(format!("{field}_day"), day.day())
                .with(format!("{field}_month"), day.month())
                .with(format!("{field}_year"), day.year());
        }
    }
    Ok(FromMrz { typed, unsure })
}

/// The parts as they are told apart, and the whole in their order in the lines, which is that of the document.
fn named(typed: Typed, mrz: &Mrz) -> Typed {
    let parts = [mrz.family_name.as_str(), mrz.given_name.as_str()];
    let whole = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    typed.with("family_name", parts[0]).with("given_name", parts[1]).with("document_name", whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "P<SOMWARSAME<<FATUMA<ABDIKARIM<<<<<<<<<<<<<<\nP012345673SOM8803148F3005028<<<<<<<<<<<<<<00";

    fn filled(typed: Typed) -> FromMrz {
        fill_from_mrz(typed.with("mrz", LINES), Day::new(2025, 10, 1).unwrap()).unwrap()
    }

    #[test]
    fn an_empty_form_is_filled() {
        let FromMrz { typed, unsure } = filled(Typed::default());
        let said = |field| typed.text(field).to_owned();
        assert_eq!(said("document_name"), "WARSAME FATUMA ABDIKARIM");
        assert_eq!(
            (said("nationality"), said("document_country"), said("sex")),
            ("SO".into(), "SO".into(), "F".into())
        );
        assert_eq!(
            (said("birth_day"), said("birth_month"), said("birth_year")),
            ("14".into(), "3".into(), "1988".into())
        );
        assert!(said("mrz").is_empty(), "the lines are not kept: {unsure:?}");
    }

    #[test]
    fn a_name_that_is_typed_stays() {
        let typed = filled(Typed::default().with("family_name", "Warsame")).typed;
        assert_eq!((typed.text("family_name"), typed.text("given_name")), ("Warsame", ""));
    }
}
