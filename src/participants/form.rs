//! The form of a person, as it is posted and as it is shown: every field is text until it is read, so that nothing typed is
//! lost where something cannot be read.

mod mrz;

use super::model::{CompositionTitle, Details, DocumentKind, Participant, ProtocolRank, Sex};
use super::rules::{check_birth, read_country, read_date, read_email, read_line, read_phone, read_text};
use crate::clock::{Day, Moment};
use crate::ids::{CategoryId, ParticipantId};
use crate::language::{Message, shipped};
use crate::web::{Errors, Typed};

pub use mrz::{FromMrz, fill_from_mrz};

/// The wording of the notice about the public list that people agree to (`participants-notice`); a new wording is a new name.
pub const NOTICE: &str = "2026-11";
/// Issuers of identity papers that are no States: the United Nations, the European Union, the Order of Malta.
pub const ISSUERS: &[&str] = &["UN", "EU", "XO"];
/// Somebody whom no State considers its own.
pub const STATELESS: &[&str] = &["XX"];
/// The key of what one of [`ISSUERS`] or [`STATELESS`] is called.
pub fn word_of_issuer(code: &str) -> String {
    format!("participants-issuer-{}", code.to_lowercase())
}

/// The longest number of an identity paper, in letters.
const NUMBER: usize = 40;

/// What a form may choose among, and when it is read.
pub struct Asked<'a> {
    pub categories: &'a [CategoryId],
    /// People of the same delegation, whom somebody may accompany.
    pub companions: &'a [ParticipantId],
    /// The ranks that can be chosen; the one on file stays beside them.
    pub ranks: &'a [ProtocolRank],
    pub before: Option<&'a Participant>,
    pub now: Moment,
    /// The day where the conference is.
    pub today: Day,
}

/// A form that was read: what can be kept, and what must be mended. A field that cannot be read keeps its stored value.
pub struct Reading {
    pub details: Details,
    /// A newly typed number of the identity paper.
    pub number: Option<String>,
    pub errors: Errors,
}

/// Reads fields one by one and remembers what was wrong with which.
struct Reader {
    errors: Errors,
}

impl Reader {
    fn take<T>(&mut self, field: &str, read: Result<T, Message>, before: T) -> T {
        read.unwrap_or_else(|message| {
            self.errors.add(field, message);
            before
        })
    }
}

/// One of an enumeration; nothing for an empty choice.
fn choice<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Message> {
    if text.is_empty() {
        return Ok(None);
    }
    parse(text).map(Some).ok_or_else(|| Message::new("field-choose"))
}

fn one_of<T: Copy + PartialEq>(found: Option<T>, offered: &[T]) -> Result<T, Message> {
    found.filter(|found| offered.contains(found)).ok_or_else(|| Message::new("field-choose"))
}

/// What is stored, as the form shows it. A stored number is never sent to the form.
pub fn typed(person: &Participant) -> Typed {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let typed = Typed::default()
        .with("version", person.version)
        .with("category", person.category_id)
        .with("composition_title", person.composition_title)
        .with("honorific", &person.honorific)
        .with("family_name", &person.family_name)
        .with("given_name", &person.given_name)
        .with("document_name", &person.document_name)
        .with("native_name", &person.native_name)
        .with("badge_name", &person.badge_name)
        .with("sex", person.sex.map(Sex::as_str).unwrap_or_default())
        .with("nationality", text(&person.nationality))
        .with("residence", text(&person.residence))
        .with("functional_title", &person.functional_title)
        .with("organisation", &person.organisation)
        .with("protocol_rank", person.protocol_rank)
        .with("accompanies", person.accompanies_id.map(|id| id.to_string()).unwrap_or_default())
        .with("email", text(&person.email))
        .with("phone", text(&person.phone))
        .with("language", text(&person.language))
        .with("document_kind", person.document_kind.map(DocumentKind::as_str).unwrap_or_default())
        .with("document_country", text(&person.document_country))
        .with("access_needs", &person.access_needs)
        .with("public_list", if person.public_list { "yes" } else { "" })
        .with("late_reason", text(&person.late_reason));
    with_date(with_date(typed, "birth", person.birth_date), "document_expires", person.document_expires_on)
}

/// An empty form; `entity` is the one represented, which is most people's nationality and residence.
pub fn typed_anew(category: Option<CategoryId>, entity: Option<&str>, language: &str) -> Typed {
    let entity = entity.filter(|code| read_country(code, &[]).is_ok()).unwrap_or_default();
    Typed::default()
        .with("version", 0)
        .with("category", category.map(|id| id.to_string()).unwrap_or_default())
        .with("composition_title", CompositionTitle::Representative)
        .with("protocol_rank", ProtocolRank::Other)
        .with("document_kind", DocumentKind::Passport)
        .with("nationality", entity)
        .with("residence", entity)
        .with("document_country", entity)
        .with("language", language)
}

fn with_date(typed: Typed, field: &str, day: Option<Day>) -> Typed {
    let Some(Day(date)) = day else { return typed };
    typed
        .with(format!("{field}_day"), date.day())
        .with(format!("{field}_month"), date.month())
        .with(format!("{field}_year"), date.year())
}

/// Reads what can be read of a form.
pub fn read_person(typed: &Typed, asked: &Asked<'_>) -> Reading {
    let form = Form(typed);
    let mut reader = Reader { errors: Errors::default() };
    let before = asked.before.map(|person| person.details.clone()).unwrap_or_else(|| blank(asked));
    let details = form.read_names(&mut reader, &before);
    let details = form.read_function(&mut reader, details, asked);
    let details = form.read_identity(&mut reader, details, asked);
    let details = form.read_contact(&mut reader, details, asked);
    let number = reader.take("document_number", form.read_number(), None);
    Reading { details, number, errors: reader.errors }
}

/// What was typed, part by part.
struct Form<'a>(&'a Typed);

impl Form<'_> {
    fn text(&self, field: &str) -> &str {
        self.0.text(field)
    }

    fn date(&self, field: &str) -> Result<Option<Day>, Message> {
        let part = |part: &str| self.text(&format!("{field}_{part}"));
        read_date(part("day"), part("month"), part("year"))
    }

    fn read_names(&self, reader: &mut Reader, before: &Details) -> Details {
        let mut line = |field: &str, old: &str| reader.take(field, read_line(self.text(field)), old.to_owned());
        Details {
            honorific: line("honorific", &before.honorific),
            family_name: line("family_name", &before.family_name),
            given_name: line("given_name", &before.given_name),
            document_name: line("document_name", &before.document_name),
            native_name: line("native_name", &before.native_name),
            badge_name: line("badge_name", &before.badge_name),
            functional_title: line("functional_title", &before.functional_title),
            organisation: line("organisation", &before.organisation),
            ..before.clone()
        }
    }

    fn read_function(&self, reader: &mut Reader, before: Details, asked: &Asked<'_>) -> Details {
        let category = one_of(CategoryId::parse(self.text("category")), asked.categories);
        let title = CompositionTitle::parse(self.text("composition_title"));
        let ranks: Vec<ProtocolRank> = asked.ranks.iter().copied().chain([before.protocol_rank]).collect();
        let rank = one_of(ProtocolRank::parse(self.text("protocol_rank")), &ranks);
        let companion = choice(self.text("accompanies"), |text| {
            ParticipantId::parse(text).filter(|id| asked.companions.contains(id))
        });
        let late = read_text(self.text("late_reason")).map(|text| Some(text).filter(|text| !text.is_empty()));
        Details {
            category_id: reader.take("category", category, before.category_id),
            composition_title: reader.take(
                "composition_title",
                one_of(title, CompositionTitle::ALL),
                before.composition_title,
            ),
            protocol_rank: reader.take("protocol_rank", rank, before.protocol_rank),
            accompanies_id: reader.take("accompanies", companion, before.accompanies_id),
            late_reason: reader.take("late_reason", late, before.late_reason.clone()),
            ..before
        }
    }

    fn read_identity(&self, reader: &mut Reader, before: Details, asked: &Asked<'_>) -> Details {
        let birth = self.date("birth").and_then(|day| day.map(|day| check_birth(day, asked.today)).transpose());
        let expiry = self.date("document_expires");
        let kind = choice(self.text("document_kind"), DocumentKind::parse);
        let issuers = read_country(self.text("document_country"), ISSUERS);
        Details {
            sex: reader.take("sex", choice(self.text("sex"), Sex::parse), before.sex),
            birth_date: reader.take("birth", birth, before.birth_date),
            nationality: reader.take(
                "nationality",
                read_country(self.text("nationality"), STATELESS),
                before.nationality.clone(),
            ),
            residence: reader.take("residence", read_country(self.text("residence"), &[]), before.residence.clone()),
            document_kind: reader.take("document_kind", kind, before.document_kind),
            document_country: reader.take("document_country", issuers, before.document_country.clone()),
            document_expires_on: reader.take("document_expires", expiry, before.document_expires_on),
            ..before
        }
    }

    fn read_contact(&self, reader: &mut Reader, before: Details, asked: &Asked<'_>) -> Details {
        let phone = read_phone(self.text("phone"), before.residence.as_deref());
        let language = choice(self.text("language"), |code| {
            shipped().find(|language| language.code() == code).map(|language| language.code().to_owned())
        });
        let public_list = self.0.has("public_list");
        let same = before.public_list && before.consent_notice.as_deref() == Some(NOTICE);
        Details {
            email: reader.take("email", read_email(self.text("email")), before.email.clone()),
            phone: reader.take("phone", phone, before.phone.clone()),
            language: reader.take("language", language, before.language.clone()),
            access_needs: reader.take(
                "access_needs",
                read_text(self.text("access_needs")),
                before.access_needs.clone(),
            ),
            public_list,
            consent_notice: public_list.then(|| NOTICE.to_owned()),
            consent_at: public_list.then(|| before.consent_at.filter(|_| same).unwrap_or(asked.now)),
            ..before
        }
    }

    fn read_number(&self) -> Result<Option<String>, Message> {
        let number = read_line(self.text("document_number"))?;
        if number.is_empty() {
            return Ok(None);
        }
        let letters = number.chars().filter(|letter| letter.is_alphanumeric()).count();
        let plausible = letters >= 3 && number.chars().count() <= NUMBER;
        if plausible { Ok(Some(number)) } else { Err(Message::new("participants-not-a-document-number")) }
    }
}

/// Nothing yet: what a new person's fields fall back to.
fn blank(asked: &Asked<'_>) -> Details {
    // Nobody fills in a form without a category to choose; the action refuses one that is not the delegation's.
    Details::blank(asked.categories.first().copied().unwrap_or(CategoryId(uuid::Uuid::nil())))
}

#[cfg(test)]
mod tests;
