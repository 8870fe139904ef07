//! What is said once a form was filled from the machine-readable lines: which fields they filled, which were kept as typed.

use crate::language::Language;
use crate::participants::form::FromMrz;
use crate::participants::import::{column_of, heading};
use crate::web::{Flash, FlashKind};

/// What was filled in, what stayed because something was typed, and what could not be read for certain.
pub fn told(language: Language, from: &FromMrz) -> Flash {
    let named = |fields: &[&str]| {
        let word = |field: &&str| match *field {
            "mrz" => language.t("participants-mrz-whole"),
            field => heading(column_of(field), language),
        };
        fields.iter().map(word).collect::<Vec<_>>().join(", ")
    };
    let parts = [
        ("participants-mrz-filled", &from.filled),
        ("participants-mrz-kept", &from.kept),
        ("participants-mrz-unsure", &from.unsure),
    ];
    let said = parts.into_iter().filter(|(_, fields)| !fields.is_empty());
    let mut text: Vec<String> =
        said.map(|(key, fields)| language.with(key, &[("fields", named(fields).into())])).collect();
    text.push(language.t("participants-mrz-compare"));
    let kind = if from.unsure.is_empty() { FlashKind::Ok } else { FlashKind::Warn };
    Flash { kind, text: text.join(" "), undo: None }
}
