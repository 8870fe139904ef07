//! Filling a form from the machine-readable lines of a travel document.

use crate::clock::Day;
use crate::language::{Message, collation::fold};
use crate::participants::rules::{Mrz, Unread, read_mrz};
use crate::web::Typed;

/// A form with what the lines say in it.
pub struct FromMrz {
    pub typed: Typed,
    /// Fields that the lines filled.
    pub filled: Vec<&'static str>,
    /// Names that were typed already and stay.
    pub kept: Vec<&'static str>,
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
    let mut from =
        FromMrz { typed: typed.with("mrz", ""), filled: Vec::new(), kept: Vec::new(), unsure: mrz.unsure.clone() };
    from.name(&mrz);
    from.fill("document_kind", mrz.kind);
    let texts = [
        ("document_country", mrz.issuer),
        ("document_number", mrz.number),
        ("nationality", mrz.nationality),
        ("sex", mrz.sex.map(|sex| sex.to_string())),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            from.fill(field, text);
        }
    }
    for (field, day) in [("birth", mrz.birth), ("document_expires", mrz.expiry)] {
        if let Some(day) = day {
            from.fill_day(field, day);
        }
    }
    Ok(from)
}

impl FromMrz {
    fn fill(&mut self, field: &'static str, text: impl ToString) {
        self.typed = std::mem::take(&mut self.typed).with(field, text);
        self.filled.push(field);
    }

    fn fill_day(&mut self, field: &'static str, Day(day): Day) {
        self.typed = std::mem::take(&mut self.typed)
            .with(format!("{field}_day"), day.day())
            .with(format!("{field}_month"), day.month())
            .with(format!("{field}_year"), day.year());
        self.filled.push(field);
    }

    /// The whole name in the order of the lines, which is that of the document, and the parts as they are told apart there.
    /// Whoever has typed one part otherwise tells them apart otherwise: the other is not put beside it.
    fn name(&mut self, mrz: &Mrz) {
        let (family, given) = (as_written(&mrz.family_name), as_written(&mrz.given_name));
        let parts = [("family_name", family.as_str()), ("given_name", given.as_str())];
        let whole =
            parts.map(|(_, part)| part).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let agrees =
            parts.iter().all(|(field, part)| !self.typed.has(field) || fold(self.typed.text(field)) == fold(part));
        for (field, text, fits) in [
            ("document_name", whole.as_str(), true),
            (parts[0].0, parts[0].1, agrees),
            (parts[1].0, parts[1].1, agrees),
        ] {
            if self.typed.has(field) {
                self.kept.push(field);
            } else if fits && !text.is_empty() {
                self.fill(field, text);
            }
        }
    }
}

/// The lines have capitals only; names are written, and printed on badges, with their first letters capital.
fn as_written(capitals: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default()
    };
    capitals.split(' ').map(word).collect::<Vec<_>>().join(" ")
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
        let FromMrz { typed, unsure, filled, kept } = filled(Typed::default());
        let said = |field| typed.text(field).to_owned();
        assert_eq!(said("document_name"), "Warsame Fatuma Abdikarim");
        assert_eq!(
            (said("nationality"), said("document_country"), said("sex")),
            ("SO".into(), "SO".into(), "F".into())
        );
        assert_eq!(
            (said("birth_day"), said("birth_month"), said("birth_year")),
            ("14".into(), "3".into(), "1988".into())
        );
        assert!(said("mrz").is_empty(), "the lines are not kept: {unsure:?}");
        assert!(kept.is_empty() && ["document_name", "given_name", "birth"].iter().all(|one| filled.contains(one)));
    }

    #[test]
    fn a_name_that_is_typed_stays_and_the_others_are_filled() {
        let from = filled(Typed::default().with("given_name", "Fâtuma Abdikarim"));
        let said = ["document_name", "family_name", "given_name"].map(|field| from.typed.text(field));
        assert_eq!(said, ["Warsame Fatuma Abdikarim", "Warsame", "Fâtuma Abdikarim"]);
        assert_eq!(from.kept, ["given_name"]);
        assert!(from.filled.contains(&"document_name") && !from.filled.contains(&"given_name"));
    }

    #[test]
    fn whoever_tells_the_parts_of_a_name_apart_otherwise_is_left_in_peace() {
        let from = filled(Typed::default().with("family_name", "Fatuma Abdikarim Warsame"));
        let said = ["document_name", "family_name", "given_name"].map(|field| from.typed.text(field));
        assert_eq!(said, ["Warsame Fatuma Abdikarim", "Fatuma Abdikarim Warsame", ""]);
        assert_eq!(from.kept, ["family_name"]);
    }
}
