//! The sample of the demonstration: thirty invented people of a small State, as a mission would list them, with three
//! mistakes; for the first twelve of them there are portraits.

use crate::participants::model::Sex;

/// Somebody of the sample.
pub struct SamplePerson {
    pub family_name: &'static str,
    /// Empty for somebody with one name.
    pub given_name: &'static str,
    pub sex: Sex,
    /// Year, month, day.
    pub birth: &'static str,
    pub function: &'static str,
    /// What the file of their portrait is called, where there is one.
    pub picture: Option<&'static str>,
}

const fn one(
    family_name: &'static str,
    given_name: &'static str,
    sex: Sex,
    birth: &'static str,
    function: &'static str,
    picture: &'static str,
) -> SamplePerson {
    SamplePerson { family_name, given_name, sex, birth, function, picture: Some(picture) }
}

/// Somebody whose portrait is still to come.
const fn unseen(
    family_name: &'static str,
    given_name: &'static str,
    sex: Sex,
    birth: &'static str,
    function: &'static str,
) -> SamplePerson {
    SamplePerson { family_name, given_name, sex, birth, function, picture: None }
}

/// Everybody of the sample, in its order.
pub const SAMPLE: &[SamplePerson] = &[
    one(
        "Lemalu",
        "Sināmoni Rosa",
        Sex::Female,
        "1979-02-11",
        "Director for Multilateral Affairs",
        "Lemalu_Sinamoni.jpg",
    ),
    one("Fa'alogo", "Iosefa", Sex::Male, "1974-11-30", "Legal Adviser", "iosefa faalogo.jpg"),
    one("To'omata", "Élise", Sex::Female, "1988-04-03", "Counsellor for Cyber Policy", "TOOMATA Elise (2).jpg"),
    one("Sapolu", "Mālia", Sex::Female, "1991-06-17", "First Secretary", "Malia.Sapolu.jpg"),
    one("Siaosi", "", Sex::Male, "1969-09-08", "Special Envoy for the Pacific", "siaosi.jpg"),
    one(
        "Auva'a",
        "Fetūao",
        Sex::Male,
        "1983-01-25",
        "Head of the Computer Emergency Team",
        "IMG_20250914_auvaa_fetuao.jpg",
    ),
    one("Leauga", "Tāvita", Sex::Male, "1986-12-02", "Police Superintendent, Cybercrime", "leauga-tavita.jpg"),
    one("Pētelo", "Anasetāsia", Sex::Female, "1994-08-19", "Second Secretary", "AnasetasiaPetelo.jpg"),
    one("Mā'ilo", "Tuigāmala", Sex::Male, "1977-05-21", "Senior Prosecutor", "Mailo T.jpg"),
    one("Schüster", "Hélène", Sex::Female, "1990-10-05", "Policy Analyst", "schuester_helene.jpg"),
    one("Vā'ai", "Lupe", Sex::Female, "1981-03-28", "Press Attaché", "vaai lupe final.jpg"),
    one("Nu'u", "Kalolo", Sex::Male, "1996-07-14", "Assistant to the Delegation", "nuu_kalolo.jpg"),
    unseen("Tuilagi", "Ioane", Sex::Male, "1972-01-19", "Ambassador at Large"),
    unseen("Fēpuleai", "Sēnetenari", Sex::Female, "1985-07-07", "Senior State Attorney"),
    unseen("Leiataua", "Fa'amoemoe", Sex::Male, "1980-09-13", "Director of Information Technology"),
    unseen("Seumanutafa", "Toʻalepai", Sex::Male, "1976-12-24", "Inspector, Forensic Unit"),
    unseen("Mulipola", "Ānoanoa", Sex::Female, "1992-03-03", "Legal Officer"),
    unseen("Vaepae", "Sa'o", Sex::Male, "1987-10-31", "Data Protection Officer"),
    unseen("Taulealo", "Ēvotia", Sex::Female, "1978-04-15", "Deputy Commissioner of Police"),
    unseen("Le Māmea", "Ropati", Sex::Male, "1984-02-29", "Parliamentary Counsel"),
    unseen("Nanai", "Sina Vī", Sex::Female, "1995-11-11", "Protocol Assistant"),
    unseen("Peleiupu", "", Sex::Female, "1968-06-06", "Adviser to the Minister"),
    unseen("Ah Ching", "Vincent", Sex::Male, "1982-08-20", "Network Engineer"),
    unseen("Stowers", "Noëlle", Sex::Female, "1989-05-12", "Interpreter"),
    unseen("Tamasese", "Fuimaono", Sex::Male, "1990-01-09", "Cyber Crime Investigator"),
    unseen("Ulberg", "Marie-Thérèse", Sex::Female, "1986-03-17", "Communications Officer"),
    unseen("Te'o", "Lāuli'i", Sex::Male, "1993-09-27", "Systems Analyst"),
    unseen("Afamasaga", "Matā'afa", Sex::Male, "1975-05-30", "Chief Executive, Ministry of Communications"),
    unseen("Kerslake", "Līgaliga", Sex::Female, "1981-12-08", "Treaty Officer"),
    unseen("Sagapolutele", "Mūlī'aumaseali'i", Sex::Male, "1979-07-22", "Magistrate"),
];

/// The sample's mistakes: the place of the person, the column, and what stands there instead.
pub const MISTAKES: [(usize, &str, &str); 3] =
    [(2, "birth_date", "3/4/1988"), (6, "sex", "?"), (9, "email", "helene.schuster")];

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::ParticipantId;
    use crate::participants::fixtures::details;
    use crate::participants::model::Details;
    use crate::participants::rules::{Fit, Named, fits};

    #[test]
    fn each_of_the_twelve_portraits_finds_its_person() {
        let person = |one: &SamplePerson| Details {
            family_name: one.family_name.to_owned(),
            given_name: one.given_name.to_owned(),
            document_name: format!("{} {}", one.given_name, one.family_name).trim().to_owned(),
            ..details()
        };
        let people: Vec<Details> = SAMPLE.iter().map(person).collect();
        let id = |place: usize| ParticipantId(Uuid::from_u128(place as u128 + 1));
        let named: Vec<Named<'_>> = people
            .iter()
            .enumerate()
            .map(|(place, details)| Named { id: id(place), reference: 400 + place as i32, row: None, details })
            .collect();
        let names: Vec<&str> = SAMPLE.iter().filter_map(|one| one.picture).collect();
        assert_eq!((names.len(), SAMPLE.len()), (12, 30));
        let expected: Vec<Fit> = (0..names.len()).map(|place| Fit::One(id(place))).collect();
        assert_eq!(fits(&names, &named, &|_| None), expected);
    }
}
