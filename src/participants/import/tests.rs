use std::sync::LazyLock;

use super::*;
use crate::files::read_table;
use crate::files::secrets::Secrets;
use crate::ids::{CategoryId, ConferenceId};
use crate::language::{Language, Localized};
use crate::participants::fixtures;
use crate::participants::model::Status;

static SEALER: LazyLock<Sealer> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    Sealer::open_or_make(&Secrets::open(folder.path()).unwrap()).unwrap()
});

fn state(key: &str, entity: &str, name: [&str; 2]) -> Delegation {
    Delegation {
        id: DelegationId::new(),
        conference_id: ConferenceId::new(),
        key: key.into(),
        kind: crate::delegations::DelegationKind::State,
        entity: Some(entity.into()),
        name: Localized::new("en", name[0]).and("fr", name[1]),
        formal_name: Localized::default(),
        region: None,
        language: "en".into(),
        status: crate::delegations::DelegationStatus::Confirmed,
        expected_people: None,
        answered_at: None,
        answer_note: String::new(),
        version: 1,
        own_name: Localized::default(),
        own_formal_name: Localized::default(),
    }
}

/// Namibia, Norway and Côte d'Ivoire, each with places of one category.
fn known() -> Known<'static> {
    let category = fixtures::category();
    let delegations = vec![
        state("NA", "NA", ["Namibia", "Namibie"]),
        state("NO", "NO", ["Norway", "Norvège"]),
        state("CI", "CI", ["Côte d'Ivoire", "Côte d'Ivoire"]),
    ];
    let places = |of: &Delegation, category: CategoryId| (of.id, Quota { category_id: category, cap: 5, used: 0 });
    Known {
        quotas: delegations.iter().map(|one| places(one, category.id)).collect(),
        delegations,
        categories: vec![category],
        people: Vec::new(),
        scope: Scope::Conference,
        language: Language::or_fallback(Some("en")),
        sealer: &SEALER,
        now: Moment::parse("2025-08-01T00:00:00Z").unwrap(),
        today: Day::new(2025, 8, 1).unwrap(),
    }
}

fn planned(table: &str, known: &Known<'_>) -> PeopleImport {
    plan(&read_table(table.as_bytes(), "people.csv").unwrap(), known, false)
}

fn mistakes(import: &PeopleImport) -> Vec<(usize, String, String)> {
    let english = Language::or_fallback(Some("en"));
    let told = |row: &PlannedPerson| {
        let line = |mistake: &Mistake| (row.number, mistake.column.clone(), english.message(&mistake.message));
        row.mistakes.iter().map(line).collect::<Vec<_>>()
    };
    import.rows.iter().flat_map(told).collect()
}

/// What the import would write, as it stands afterwards.
fn carried_out(import: &PeopleImport) -> Vec<Participant> {
    let wishes = import.rows.iter().filter_map(|row| row.wish.as_ref());
    let written = wishes.enumerate().map(|(place, wish)| Participant {
        id: wish.id,
        delegation_id: wish.delegation,
        details: wish.details.clone(),
        reference: place as i32 + 1,
        document_number_digest: wish
            .document_number
            .as_deref()
            .and_then(|number| SEALER.digest_of_number(number))
            .map(|digest| digest.to_vec()),
        status: Status::Draft,
        submitted_at: None,
        ..fixtures::complete()
    });
    written.collect()
}

const PEOPLE: &str = "delegation,category,document_name,family_name,given_name,native_name,sex,birth_date,nationality,functional_title,document_number\n\
    NA,D,Selma Ndeshimona Amukugo,Amukugo,Selma Ndeshimona,,F,1979-02-11,NA,Director,N0012345\n\
    Norvège,d,Kåre Ødegård,Ødegård,Kåre,,male,1981-07-30,NO,Adviser,\n\
    NO,D,Nguyễn Thị Hồng Ánh,Nguyễn,Thị Hồng Ánh,阮氏紅映,Female,,Norway,Adviser,\n\
    Côte d'Ivoire,D,Purwanto,Purwanto,,,M,٢٠٠١-٠٣-٠٤,CI,Conseiller,\n\
    CI,D,عبد الرحمن القحطاني,,,,M,,CI,Expert,\n";

#[test]
fn people_of_every_script_come_in_as_they_are_written() {
    let import = planned(PEOPLE, &known());
    assert_eq!(mistakes(&import), []);
    assert_eq!(import.count(Becomes::New), 5);
    let details: Vec<_> = import.rows.iter().map(|row| &row.wish.as_ref().unwrap().details).collect();
    assert_eq!(details[0].nationality.as_deref(), Some("NA"));
    assert_eq!(details[1].nationality.as_deref(), Some("NO"));
    assert_eq!((details[1].document_name.as_str(), details[1].residence.as_deref()), ("Kåre Ødegård", None));
    assert_eq!(details[2].native_name, "阮氏紅映");
    assert_eq!(details[3].birth_date, Day::new(2001, 3, 4), "digits of any keyboard");
    assert_eq!((details[3].family_name.as_str(), details[3].given_name.as_str()), ("Purwanto", ""));
    assert_eq!(details[4].document_name, "عبد الرحمن القحطاني");
    assert_eq!(import.rows[0].wish.as_ref().unwrap().document_number.as_deref(), Some("N0012345"));
}

#[test]
fn the_same_table_again_changes_nothing() {
    let mut known = known();
    known.people = carried_out(&planned(PEOPLE, &known));
    let again = planned(PEOPLE, &known);
    assert_eq!(mistakes(&again), []);
    assert_eq!(again.count(Becomes::Unchanged), 5);
    // A paper's number finds them under another spelling; a cell that is empty leaves what stands.
    let corrected = "delegation,category,document_name,functional_title,document_number\n\
        Namibia,D,Selma N. Amukugo,,n-001 2345\n";
    let import = planned(corrected, &known);
    assert_eq!((mistakes(&import).len(), import.count(Becomes::Changed)), (0, 1));
    let wish = import.rows[0].wish.as_ref().unwrap();
    assert_eq!(
        (wish.details.document_name.as_str(), wish.details.functional_title.as_str()),
        ("Selma N. Amukugo", "Director")
    );
    assert_eq!(wish.document_number, None, "it is the number on file");
}

#[test]
fn every_mistake_is_told_with_row_and_column() {
    let table = "delegation,category,document_name,sex,birth_date,nationality,email,status\n\
        Atlantis,D,Ada,F,,NA,,\n\
        NA,Q,Ben,M,,NA,,\n\
        NA,D,,M,,NA,,\n\
        NA,D,Cem,?,3/4/1980,Narnia,cem,approved\n\
        NA,D,Dora,F,2026-01-01,EU,,\n\
        NA,D,Edda,F,1980-01-01,NA,,\n\
        NA,D,EDDA,F,,NA,,\n";
    let told = mistakes(&planned(table, &known()));
    let places: Vec<(usize, &str)> = told.iter().map(|(row, column, _)| (*row, column.as_str())).collect();
    let expected = [
        (2, "delegation"),
        (3, "category"),
        (4, "document_name"),
        (5, "sex"),
        (5, "nationality"),
        (5, "birth_date"),
        (5, "email"),
        (5, "status"),
        (6, "nationality"),
        (6, "birth_date"),
        (8, ""),
    ];
    assert_eq!(places, expected, "{told:?}");
    assert_eq!(told.last().unwrap().2.replace(['\u{2068}', '\u{2069}'], ""), "This person stands in row 7 already.");
}

#[test]
fn a_category_without_places_is_a_slip_of_the_pen() {
    let mut known = known();
    known.quotas.clear();
    let told = mistakes(&planned("delegation,category,document_name\nNA,D,Ada\n", &known));
    assert_eq!(told[0].1, "category");
}

#[test]
fn what_was_handed_in_is_frozen_and_may_be_named_again() {
    let mut known = known();
    known.people = carried_out(&planned(PEOPLE, &known));
    for person in &mut known.people {
        person.status = Status::Submitted;
        person.submitted_at = Some(known.now);
    }
    let again = plan(&read_table(PEOPLE.as_bytes(), "").unwrap(), &known, true);
    assert_eq!((mistakes(&again).len(), again.count(Becomes::Unchanged), again.submissions()), (0, 5, 0));
    let renamed = PEOPLE.replace("Director", "Minister");
    let told = mistakes(&planned(&renamed, &known));
    assert_eq!(told.len(), 1);
    assert!(told[0].2.contains("handed in"), "{told:?}");
}

#[test]
fn a_table_without_its_columns_or_rows_is_refused_as_a_whole() {
    assert_eq!(planned("document_name\nAda\n", &known()).general.len(), 2);
    assert_eq!(planned("delegation,category\n", &known()).general.len(), 1);
    let import = planned("delegation,category,document_name,shoe_size\nNA,D,Ada,39\n", &known());
    assert_eq!(import.ignored, ["shoe_size"]);
}

/// What Namibia's focal point knows.
fn of_namibia() -> Known<'static> {
    let known = known();
    Known {
        delegations: known.delegations[..1].to_vec(),
        quotas: known.quotas[..1].to_vec(),
        scope: Scope::Delegation(crate::participants::rules::ranks_of(crate::delegations::DelegationKind::Ngo)),
        ..known
    }
}

#[test]
fn a_delegations_sheet_needs_names_and_no_more() {
    let known = of_namibia();
    let import = planned("Surname,Prénoms\nAmukugo,Selma\nPurwanto,\n", &known);
    assert_eq!((mistakes(&import), import.count(Becomes::New)), (vec![], 2));
    let wish = import.rows[0].wish.as_ref().unwrap();
    assert_eq!((wish.delegation, wish.details.category_id), (known.delegations[0].id, known.categories[0].id));
    assert_eq!(planned("Category\nD\n", &known).general[0].key(), "people-sheet-no-names");
    let many = "Full name\n".to_owned() + &"Ada\n".repeat(MOST_OF_A_DELEGATION + 1);
    assert_eq!(planned(&many, &known).general[0].key(), "people-import-too-many");
}

#[test]
fn a_delegations_sheet_names_no_other_and_claims_no_rank_of_others() {
    let table = "Full name,Delegation,Protocol rank,Category,Date of birth\n\
        Ada,NA,Director or head of department,D,\n\
        Ben,NO,,D,\n\
        Cem,,Head of State,Q,3/4/1980\n\
        Dora,,,Delegate,\n";
    let told = mistakes(&planned(table, &of_namibia()));
    let places: Vec<(usize, &str)> = told.iter().map(|(row, column, _)| (*row, column.as_str())).collect();
    assert_eq!(places, [(3, "delegation"), (4, "category"), (4, "birth_date"), (4, "protocol_rank")], "{told:?}");
}

#[test]
fn a_delegations_sheet_hands_nothing_in_and_gives_no_place_that_is_not_there() {
    let mut known = of_namibia();
    let import = planned("Full name,Status\nAda,submitted\n", &known);
    assert_eq!((import.submissions(), import.ignored.as_slice()), (0, &["Status".to_owned()][..]));
    known.categories[0].counts_toward_quota = false;
    known.quotas[0].1.cap = 0;
    assert_eq!(mistakes(&planned("Full name,Category\nAda,D\n", &known))[0].1, "category");
}

#[test]
fn the_same_human_twice_is_told_in_rows_without_a_category_too() {
    let table = "delegation,category,document_name,birth_date\nNA,,Ada Öst,1980-01-01\nNA,Wizard,Öst Ada,1980-01-01\n";
    let told = mistakes(&planned(table, &known()));
    let keys: Vec<(usize, &str)> = told.iter().map(|(row, column, _)| (*row, column.as_str())).collect();
    assert_eq!(keys, [(2, "category"), (3, "category"), (3, "")], "{told:?}");
}

#[test]
fn namesakes_are_two_people_and_worth_a_second_look() {
    let mut known = known();
    known.people =
        carried_out(&planned("delegation,category,document_name,birth_date\nNA,D,Ada Öst,1980-01-01\n", &known));
    let table = "delegation,category,document_name,birth_date\n\
        NA,D,OST Ada,1981-01-01\n\
        NA,D,Ben,1981-01-01\n\
        NA,D,Ben,1982-01-01\n\
        NO,D,Ada Öst,1990-01-01\n";
    let import = planned(table, &known);
    assert_eq!(mistakes(&import), []);
    let doubts = |row: &PlannedPerson| row.doubts.iter().map(|doubt| doubt.key().to_owned()).collect::<Vec<_>>();
    let told: Vec<Vec<String>> = import.rows.iter().map(doubts).collect();
    let one = |key: &str| vec![key.to_owned()];
    assert_eq!(told, [one("people-import-namesake"), vec![], one("people-import-namesake-in-row"), vec![]]);
}

#[test]
fn papers_of_no_state_are_named_by_their_words() {
    let table = "delegation,category,document_name,nationality,document_country\nNA,D,Ada,apatride,United Nations\n";
    let import = planned(table, &known());
    assert_eq!(mistakes(&import), []);
    let details = &import.rows[0].wish.as_ref().unwrap().details;
    assert_eq!((details.nationality.as_deref(), details.document_country.as_deref()), (Some("XX"), Some("UN")));
}
