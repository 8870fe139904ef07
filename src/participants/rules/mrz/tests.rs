//! Lines as documents have them. The first two are the specimens of Doc 9303.

use proptest::prelude::*;

use super::*;

const PASSPORT: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
const CARD: &str = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

fn today() -> Day {
    Day::parse("2025-10-01").unwrap()
}

fn read(text: &str) -> Mrz {
    read_mrz(text, today()).unwrap()
}

/// The lines of a passport with right check digits.
fn passport(
    (code, issuer): (&str, &str),
    (names, number, nation): (&str, &str, &str),
    (birth, sex, expiry): (&str, &str, &str),
) -> String {
    let digit = |text: &str| check_digit(text).unwrap();
    let number = format!("{number:<<9}");
    let (n, b, e) = (digit(&number), digit(birth), digit(expiry));
    let personal = "<<<<<<<<<<<<<<0";
    let whole = digit(&format!("{number}{n}{birth}{b}{expiry}{e}{personal}"));
    format!("{code}{issuer}{names:<<39}\n{number}{n}{nation}{birth}{b}{sex}{expiry}{e}{personal}{whole}")
}

#[test]
fn the_specimen_of_a_passport_is_read() {
    let mrz = read(PASSPORT);
    assert_eq!((mrz.family_name.as_str(), mrz.given_name.as_str()), ("ERIKSSON", "ANNA MARIA"));
    assert_eq!(mrz.number.as_deref(), Some("L898902C3"));
    assert_eq!((mrz.birth, mrz.expiry), (Day::new(1974, 8, 12), Day::new(2012, 4, 15)));
    assert_eq!((mrz.sex, mrz.kind), (Some(Sex::Female), DocumentKind::Passport));
    assert!(mrz.unsure.is_empty() && mrz.issuer.is_none(), "Utopia is no State: {mrz:?}");
}

#[test]
fn the_specimen_of_a_card_is_read() {
    let mrz = read(CARD);
    assert_eq!((mrz.kind, mrz.number.as_deref()), (DocumentKind::NationalIdentity, Some("D23145890")));
    assert_eq!((mrz.family_name.as_str(), mrz.given_name.as_str()), ("ERIKSSON", "ANNA MARIA"));
    assert!(mrz.unsure.is_empty(), "{mrz:?}");
}

#[test]
fn lines_come_in_one_piece_in_small_letters_and_without_the_fillers_at_the_end() {
    let whole = read(PASSPORT);
    assert_eq!(read(&PASSPORT.replace('\n', "")), whole);
    assert_eq!(read(&PASSPORT.to_lowercase().replace('\n', "  \r\n\r\n ")), whole);
    assert_eq!(read(&PASSPORT.replacen("<<<<<<<<<<<<<<<<<<<\n", "\n", 1)), whole);
    assert_eq!(read(&PASSPORT.replacen("ERIKSSON<<", "ERIKSSON«", 1)), whole);
}

#[test]
fn one_name_is_one_name() {
    let mrz = read(&passport(("P<", "IDN"), ("PURWANTO", "C1234567", "IDN"), ("880314", "M", "300502")));
    assert_eq!((mrz.family_name.as_str(), mrz.given_name.as_str()), ("PURWANTO", ""));
    assert_eq!((mrz.issuer.as_deref(), mrz.nationality.as_deref()), (Some("ID"), Some("ID")));
}

#[test]
fn issuers_that_are_no_states_and_people_without_one_are_known() {
    let of = |code, issuer, nation| {
        read(&passport((code, issuer), ("OKAFOR<<ADA", "123456789", nation), ("880314", "F", "300502")))
    };
    let laissez_passer = of("PL", "UNO", "NGA");
    assert_eq!((laissez_passer.kind, laissez_passer.issuer.as_deref()), (DocumentKind::LaissezPasser, Some("UN")));
    assert_eq!(of("P<", "D<<", "D<<").nationality.as_deref(), Some("DE"));
    assert_eq!(of("P<", "GBR", "GBD").nationality.as_deref(), Some("GB"));
    assert_eq!(of("P<", "NOR", "XXA").nationality.as_deref(), Some("XX"));
    assert_eq!(of("PD", "NAM", "NAM").kind, DocumentKind::DiplomaticPassport);
    assert_eq!(of("P<", "XOM", "ITA").issuer.as_deref(), Some("XO"));
}

#[test]
fn years_lie_where_they_can() {
    let of = |birth, expiry| read(&passport(("P<", "NOR"), ("A<<B", "1", "NOR"), (birth, "X", expiry)));
    assert_eq!(of("251001", "300101").birth, Day::new(2025, 10, 1));
    assert_eq!(of("260101", "300101").birth, Day::new(1926, 1, 1));
    assert_eq!(of("880101", "700101").expiry, Day::new(2070, 1, 1));
    assert_eq!(of("880101", "991231").expiry, Day::new(1999, 12, 31));
    assert_eq!(of("881340", "300101").birth, None, "there is no such day");
}

#[test]
fn what_its_check_digit_denies_is_named_and_not_filled_in() {
    let mrz = read(&PASSPORT.replacen("L898902C36", "L898902C37", 1));
    assert_eq!((mrz.number, mrz.unsure), (None, vec!["document_number"]));
    let mrz = read(&PASSPORT.replacen("7408122", "7409122", 1));
    assert_eq!((mrz.birth, mrz.unsure), (None, vec!["birth"]));
    assert!(mrz.expiry.is_some() && mrz.number.is_some());
}

#[test]
fn a_number_longer_than_nine_signs_goes_on_behind() {
    let digit = check_digit("D23145890734").unwrap();
    let first = format!("I<BELD23145890<734{digit}<<<<<<<<<<<");
    let whole = check_digit(&format!("{}7408122{}<<<<<<<<<<<", &first[5..], "1204159")).unwrap();
    let mrz = read(&format!("{first}\n7408122F1204159BEL<<<<<<<<<<<{whole}\nERIKSSON<<ANNA<<<<<<<<<<<<<<<<"));
    assert_eq!((mrz.number.as_deref(), mrz.issuer.as_deref()), (Some("D23145890734"), Some("BE")));
    assert!(mrz.unsure.is_empty(), "{mrz:?}");
}

#[test]
fn what_is_none_of_these_is_said() {
    let error = |text: &str| read_mrz(text, today()).unwrap_err();
    assert_eq!(error("Ada Okafor"), Unread::NotTheLines);
    assert_eq!(error(&PASSPORT[..60]), Unread::NotTheLines);
    assert_eq!(error(&PASSPORT.replacen("P<UTO", "V<UTO", 1)), Unread::Visa);
    assert_eq!(error(""), Unread::NotTheLines);
}

proptest! {
    #[test]
    fn no_text_makes_it_stumble(text in any::<String>()) {
        let _ = read_mrz(&text, today());
    }

    #[test]
    fn lines_of_any_signs_do_not_make_it_stumble(
        (length, count) in prop::sample::select(vec![(44, 2), (36, 2), (30, 3)]),
        signs in "[PIACVL][A-Z0-9<]{99}",
    ) {
        let lines: Vec<&str> = (0..count).map(|row| &signs[row * length..(row + 1) * length]).collect();
        let _ = read_mrz(&lines.join("\n"), today());
    }

    /// One figure misread is never filled in as if it were right.
    #[test]
    fn a_misread_figure_is_noticed(place in 0usize..9, figure in 0u8..10) {
        let lines = passport(("P<", "NOR"), ("BERG<<KARI", "123456789", "NOR"), ("880314", "F", "300502"));
        let at = 45 + place;
        prop_assume!(lines.as_bytes()[at] != b'0' + figure);
        let mut changed = lines.into_bytes();
        changed[at] = b'0' + figure;
        let mrz = read(&String::from_utf8(changed).unwrap());
        prop_assert_eq!(mrz.number, None);
    }
}
