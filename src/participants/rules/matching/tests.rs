//! Names of files as cameras, ministries and hurried people give them.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::participants::fixtures::details;

struct Roster(Vec<(ParticipantId, i32, Option<usize>, Details)>);

impl Roster {
    /// People by family name, given names, the name in its own script; references from 417, rows from 2.
    fn of(people: &[(&str, &str, &str)]) -> Self {
        let one = |(place, (family, given, native)): (usize, &(&str, &str, &str))| {
            let names = Details {
                family_name: (*family).into(),
                given_name: (*given).into(),
                document_name: format!("{given} {family}").trim().into(),
                native_name: (*native).into(),
                ..details()
            };
            (ParticipantId(Uuid::from_u128(place as u128 + 1)), 417 + place as i32, Some(place + 2), names)
        };
        Self(people.iter().enumerate().map(one).collect())
    }

    fn named(&self) -> Vec<Named<'_>> {
        self.0
            .iter()
            .map(|(id, reference, row, details)| Named { id: *id, reference: *reference, row: *row, details })
            .collect()
    }

    fn fits(&self, names: &[&str]) -> Vec<Fit> {
        fits(names, &self.named(), &|text| (text.replace(['-', ' '], "") == "P1234567").then(|| self.0[0].0))
    }

    fn fit(&self, name: &str) -> Fit {
        self.fits(&[name]).remove(0)
    }

    fn one(&self, place: usize) -> Fit {
        Fit::One(self.0[place].0)
    }

    fn several(&self, places: &[usize]) -> Fit {
        Fit::Several(places.iter().map(|place| self.0[*place].0).collect())
    }
}

fn delegation() -> Roster {
    Roster::of(&[
        ("Amukugo", "Selma Ndeshimona", ""),
        ("Purwanto", "", ""),
        ("Nguyễn", "Thị Hồng Ánh", "阮氏紅映"),
        ("Nguyễn", "Văn Minh", ""),
        ("Ødegård", "Kåre", ""),
        ("القحطاني", "عبد الرحمن", ""),
        ("O'Brien", "Máire", ""),
        ("Müller", "Jean-Pierre", ""),
        ("N'Guessan Kouadio", "Aya Marie", ""),
    ])
}

#[test]
fn a_name_is_known_in_any_order_case_and_with_any_signs_between() {
    let roster = delegation();
    for (name, place) in [
        ("Selma Ndeshimona Amukugo.jpg", 0),
        ("AMUKUGO_Selma_Ndeshimona.JPEG", 0),
        ("amukugo-selma.png", 0),
        ("Amukugo, Selma (2).jpg", 0),
        ("SelmaAmukugo.heic.jpg", 0),
        ("S. Amukugo.jpg", 0),
        ("IMG_amukugo_selma_20250914_final copy.jpg", 0),
        ("purwanto.jpg", 1),
        ("Purwanto portrait.webp", 1),
        ("nguyen thi hong anh.jpg", 2),
        ("NGUYEN_Van_Minh.jpg", 3),
        ("阮氏紅映.jpg", 2),
        ("odegard kare.jpg", 4),
        ("Oedegaard_Kaare.jpg", 4),
        ("عبد الرحمن القحطاني.jpg", 5),
        ("OBrien Maire.jpg", 6),
        ("o_brien-m.jpg", 6),
        ("Mueller Jean Pierre.jpg", 7),
        ("JeanPierreMuller.jpg", 7),
        ("nguessan kouadio aya.jpg", 8),
        ("amukugo.jpg", 0),
        ("Selma Ndeshimona.jpg", 0),
    ] {
        assert_eq!(roster.fit(name), roster.one(place), "{name}");
    }
}

#[test]
fn what_fits_several_or_nobody_is_never_guessed() {
    let roster = delegation();
    assert_eq!(roster.fit("nguyen.jpg"), roster.several(&[2, 3]));
    for name in [
        "",
        ".jpg",
        "IMG_0417.jpg",
        "DSC00418.JPG",
        "photo 3.jpg",
        "20250914_101500.jpg",
        "Peter Amukugo.jpg",
        "Purwanto Widodo.jpg",
        "nguyen thi lan.jpg",
        "image.png",
        "417 418.jpg",
        "WhatsApp Image 2025-09-14 at 10.15.00.jpeg",
    ] {
        assert_eq!(roster.fit(name), Fit::Nobody, "{name}");
    }
}

#[test]
fn a_number_is_a_file_a_row_or_an_identity_paper() {
    let roster = delegation();
    assert_eq!(roster.fit("417.jpg"), roster.one(0));
    assert_eq!(roster.fit("٤١٨.jpg"), roster.one(1));
    assert_eq!(roster.fit("file 419.png"), roster.one(2));
    assert_eq!(roster.fit("row_3.jpg"), roster.one(1));
    assert_eq!(roster.fit("ligne 4.jpg"), roster.one(2));
    assert_eq!(roster.fit("4.jpg"), roster.one(2));
    assert_eq!(roster.fit("nguyen 420.jpg"), roster.one(3), "of two it is the one with the number");
    assert_eq!(roster.fit("P1234567.jpg"), roster.one(0));
    assert_eq!(roster.fit("P-1234567_scan.jpg"), roster.one(0));
    assert_eq!(roster.fit("P7654321.jpg"), Fit::Nobody);
    assert_eq!(roster.fit("Purwanto P1234567.jpg"), roster.several(&[0, 1]), "a paper of one and the name of another");
}

#[test]
fn pictures_that_were_only_counted_are_not_rows() {
    let roster = delegation();
    assert_eq!(roster.fits(&["1.jpg", "2.jpg", "3.jpg"]), [Fit::Nobody, Fit::Nobody, Fit::Nobody]);
    assert_eq!(roster.fits(&["2.jpg", "3.jpg", "purwanto.jpg"])[0], roster.one(0));
}

#[test]
fn two_pictures_of_one_person_are_left_to_be_chosen() {
    let roster = delegation();
    let both = roster.fits(&["purwanto.jpg", "Purwanto (1).jpg", "amukugo selma.jpg"]);
    assert_eq!(both, [roster.several(&[1]), roster.several(&[1]), roster.one(0)]);
}

#[test]
fn namesakes_are_not_told_apart_by_their_name() {
    let roster = Roster::of(&[("Warsame", "Fatuma", ""), ("Warsame", "Fatuma", ""), ("Warsame", "Ahmed", "")]);
    assert_eq!(roster.fit("fatuma warsame.jpg"), roster.several(&[0, 1]));
    assert_eq!(roster.fit("ahmed warsame.jpg"), roster.one(2));
    assert_eq!(roster.fit("418 fatuma warsame.jpg"), roster.one(1));
}

proptest! {
    #[test]
    fn any_name_of_a_file_can_be_read(name in any::<String>()) {
        delegation().fit(&name);
    }

    #[test]
    fn a_file_called_as_somebody_is_fits_nobody_else(family in "[A-ZÅÉØ][a-zéèüøåñ]{2,9}", given in "[A-Z][a-zéüøåñ]{2,9}", order in any::<bool>(), sign in "[ _-]") {
        let mut roster = delegation();
        let names = Details { family_name: family.clone(), given_name: given.clone(), document_name: format!("{given} {family}"), ..details() };
        let id = ParticipantId(Uuid::from_u128(99));
        roster.0.push((id, 9_999, None, names));
        let (one, two) = if order { (&family, &given) } else { (&given, &family) };
        let fit = roster.fit(&format!("{one}{sign}{two}.jpg"));
        prop_assert!(fit == Fit::One(id), "{fit:?}");
    }
}
