//! What is typed comes back; what cannot be read keeps what was stored.

use proptest::prelude::*;

use super::*;
use crate::participants::fixtures::{category, complete};

fn asked<'a>(before: Option<&'a Participant>, categories: &'a [CategoryId]) -> Asked<'a> {
    let now = Moment::parse("2025-08-01T00:00:00Z").unwrap();
    Asked { categories, companions: &[], ranks: ProtocolRank::ALL, before, now, today: Day::new(2025, 8, 1).unwrap() }
}

#[test]
fn a_stored_person_shown_and_sent_again_is_the_same_person() {
    let person = complete();
    let reading = read_person(&typed(&person), &asked(Some(&person), &[category().id]));
    assert_eq!(reading.details, person.details);
    assert!(reading.errors.is_empty() && reading.number.is_none());
}

#[test]
fn an_empty_draft_is_a_draft() {
    let form = typed_anew(Some(category().id), Some("VN"), "fr");
    let reading = read_person(&form, &asked(None, &[category().id]));
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    assert_eq!(reading.details.nationality.as_deref(), Some("VN"));
    assert_eq!(reading.details.language.as_deref(), Some("fr"));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_kept() {
    let person = complete();
    let form = typed(&person)
        .with("birth_day", "31")
        .with("birth_month", "2")
        .with("phone", "none")
        .with("email", "none")
        .with("family_name", "Warsame Ali")
        .with("category", "x");
    let reading = read_person(&form, &asked(Some(&person), &[category().id]));
    let fields: Vec<_> = reading.errors.iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["birth", "category", "email", "phone"]);
    assert_eq!(reading.details.family_name, "Warsame Ali");
    assert_eq!(reading.details.birth_date, person.birth_date);
    assert_eq!(reading.details.phone, person.phone);
}

#[test]
fn nobody_accompanies_a_stranger() {
    let stranger = ParticipantId(uuid::Uuid::from_u128(99));
    let form = typed_anew(Some(category().id), None, "en").with("accompanies", stranger);
    assert!(read_person(&form, &asked(None, &[category().id])).errors.get("accompanies").is_some());
}

#[test]
fn consent_keeps_its_wording_and_its_time() {
    let mut person = complete();
    let yes = typed(&person).with("public_list", "yes");
    let first = read_person(&yes, &asked(Some(&person), &[category().id])).details;
    assert_eq!(first.consent_notice.as_deref(), Some(NOTICE));
    assert_eq!(first.consent_at, Moment::parse("2025-08-01T00:00:00Z"));
    let earlier = Moment::parse("2025-07-05T00:00:00Z");
    person.details = Details { consent_at: earlier, ..first };
    assert_eq!(read_person(&yes, &asked(Some(&person), &[category().id])).details.consent_at, earlier);
    person.details.consent_notice = Some("2024-01".into());
    assert_ne!(read_person(&yes, &asked(Some(&person), &[category().id])).details.consent_at, earlier);
    let no = yes.with("public_list", "");
    let gone = read_person(&no, &asked(Some(&person), &[category().id])).details;
    assert!(!gone.public_list && gone.consent_notice.is_none() && gone.consent_at.is_none());
}

#[test]
fn a_national_number_is_read_where_the_person_lives() {
    let form = typed_anew(Some(category().id), Some("VN"), "en").with("phone", "0912 345 678");
    assert_eq!(read_person(&form, &asked(None, &[category().id])).details.phone.as_deref(), Some("+84912345678"));
}

proptest! {
    #[test]
    fn no_input_breaks_the_form(text in any::<String>(), other in "\\PC{0,20}") {
        let fields = [
            "version", "category", "family_name", "birth_day", "birth_month", "birth_year", "sex", "nationality",
            "residence", "phone", "email", "language", "document_number", "document_kind", "accompanies", "late_reason",
        ];
        let form = fields.iter().enumerate().fold(Typed::default(), |form, (place, field)| {
            form.with(*field, if place % 2 == 0 { &text } else { &other })
        });
        let person = complete();
        let reading = read_person(&form, &asked(Some(&person), &[category().id]));
        prop_assert!(!reading.details.family_name.contains('\0'));
    }
}
