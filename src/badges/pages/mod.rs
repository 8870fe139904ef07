//! The pages of badges: the approval, the pass desk, the printed sheet, and a delegate's own page.

pub mod approval;
pub mod desk;
pub mod own;
pub mod sheet;

use std::sync::RwLock;

use super::actions::code_text;
use super::keys::Keyring;
use super::model::Badge;
use super::queries::{self, Holder};
use super::typeset::{BadgeSheet, CategoryLook};
use crate::conferences::Conference;
use crate::db::Connection;
use crate::files::{self, Sealer};
use crate::language::Language;
use crate::participants::Worded;
use crate::web::Answer;

/// Everything a badge shows, read and translated.
async fn sheet_of(
    connection: &mut Connection,
    sealer: &Sealer,
    keyring: &RwLock<Keyring>,
    conference: &Conference,
    holder: &Holder,
    badge: &Badge,
    language: Language,
) -> Answer<BadgeSheet> {
    let portrait = match holder.person.portrait_print_file_id {
        Some(file) => Some(files::read(connection, conference.id, file, sealer).await?.1.to_vec()),
        None => None,
    };
    let areas = queries::areas_of(connection, conference.id, holder.category.id).await?;
    let name = holder.person.name_on_badge();
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let dates = language.date_range(conference.starts_on, conference.ends_on);
    Ok(BadgeSheet {
        conference: conference.name.in_language(language).to_owned(),
        place_and_dates: format!("{}, {dates}", conference.place.in_language(language)),
        category: CategoryLook {
            letter: holder.category.letter.clone(),
            word: holder.category.name.in_language(language).to_owned(),
            colour: colour(&holder.category.colour),
            pattern: holder.category.pattern,
        },
        native_name: some(&holder.person.native_name).filter(|native| *native != name),
        name,
        functional_title: some(&holder.person.functional_title),
        delegation: holder.delegation.name.in_language(language).to_owned(),
        composition: Some(language.t(&holder.person.composition_title.word())),
        portrait,
        code: code_text(keyring, conference, badge)?,
        number: language.with("badges-number", &[("number", badge.shown_number().into())]),
        areas: areas.into_iter().map(|area| area.badge_label).filter(|label| !label.is_empty()).collect(),
        validity: format!("{} – {}", language.short_date(badge.valid_from), language.short_date(badge.valid_until)),
    })
}

/// `#0b4f6c` as three bytes; black for what is no colour.
fn colour(text: &str) -> [u8; 3] {
    let part = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or_default();
    [part(1), part(3), part(5)]
}
