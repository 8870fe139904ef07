//! Tables of delegations as secretariats really keep them.

use super::*;
use crate::conferences::{Delivery, Pattern};
use crate::delegations::model::{DelegationKind, DelegationStatus};
use crate::files::read_table;
use crate::ids::ConferenceId;
use crate::language::Localized;

fn category(letter: &str, default_quota: Option<i32>) -> Category {
    Category {
        id: CategoryId::new(),
        number: 1,
        letter: letter.into(),
        name: Localized::new("en", letter),
        colour: "#000000".into(),
        pattern: Pattern::Plain,
        delivery: Delivery::Collect,
        default_quota,
        counts_toward_quota: true,
        open_to_self_registration: false,
        registers_under: None,
        registration_closes_at: None,
        portrait_required: true,
        document_required: true,
        ordinal: 0,
        version: 1,
    }
}

fn known() -> Known {
    Known {
        categories: vec![category("D", Some(8)), category("E", Some(1)), category("N", Some(3))],
        language: "en".into(),
        ..Known::default()
    }
}

fn planned(text: &str, known: &Known) -> Import {
    plan(&read_table(text.as_bytes(), "list.csv").unwrap(), known)
}

fn mistakes(import: &Import) -> Vec<(usize, String, String)> {
    let rows = import.rows.iter().flat_map(|row| row.mistakes.iter().map(move |one| (row.number, one)));
    rows.map(|(number, one)| (number, one.column.clone(), one.message.key().to_owned())).collect()
}

/// What stands after an import was carried out.
fn done(import: &Import, mut known: Known) -> Known {
    for row in &import.rows {
        let wish = row.wish.clone().unwrap();
        let id = row.existing.unwrap_or_else(DelegationId::new);
        known.delegations.retain(|one| one.id != id);
        known.delegations.push(Delegation {
            id,
            conference_id: ConferenceId::new(),
            key: wish.key,
            kind: wish.kind,
            entity: wish.entity,
            name: wish.name,
            formal_name: wish.formal_name,
            region: wish.region,
            language: wish.language,
            status: DelegationStatus::Expected,
            expected_people: None,
            answered_at: None,
            answer_note: String::new(),
            version: 1,
            own_name: Localized::default(),
            own_formal_name: Localized::default(),
        });
        for (category_id, cap) in &row.quotas {
            known.quotas.retain(|(of, quota)| (*of, quota.category_id) != (id, *category_id));
            known.quotas.push((id, Quota { category_id: *category_id, cap: *cap, used: 0 }));
        }
        known.focal_points.extend(row.focal_point.iter().map(|one| (id, one.email.clone())));
    }
    known
}

const LIST: &str = "key,kind,entity,name_en,name_fr,language,focal_name,focal_email,quota_D,quota_E\n\
    NA,state,NA,,,en,Selma Haufiku,Selma@mfa.example.na,5,1\n\
    NO,State,Norway,,,en,Kari Nordmann,kari@mfa.example.no,6,\n\
    CI,État,Cote d'Ivoire,,,fr,,,4,1\n\
    EU,european_union,EU,,,fr,,,4,1\n\
    redcross,observer,,International Committee of the Red Cross,CICR,fr,,,,\n";

#[test]
fn a_list_is_read_and_codes_stay_text() {
    let import = planned(LIST, &known());
    assert_eq!(mistakes(&import), []);
    assert_eq!((import.count(Outcome::New), import.appointments()), (5, 2));
    let wish = |row: usize| import.rows[row].wish.clone().unwrap();
    assert_eq!((wish(0).entity.as_deref(), wish(0).name.get("fr")), (Some("NA"), Some("Namibie")));
    assert_eq!((wish(1).entity.as_deref(), wish(1).region.as_deref()), (Some("NO"), Some("weog")));
    assert_eq!((wish(2).kind, wish(2).name.get("en")), (DelegationKind::State, Some("Côte d'Ivoire")));
    assert_eq!((wish(3).kind, wish(3).region), (DelegationKind::EuropeanUnion, None));
    assert_eq!(wish(4).name.get("fr"), Some("CICR"));
    assert_eq!(import.rows[0].focal_point.as_ref().unwrap().email, "selma@mfa.example.na");
    let caps: Vec<_> = import.rows[1].quotas.iter().map(|(_, cap)| *cap).collect();
    assert_eq!(caps.len(), 2, "what its cell says, and the usual place of a head of delegation: {caps:?}");
}

#[test]
fn the_same_list_again_changes_nothing() {
    let first = planned(LIST, &known());
    // One set of categories for both.
    let known = known();
    let first_again = planned(LIST, &known);
    assert_eq!(first.rows.len(), first_again.rows.len());
    let after = done(&first_again, known);
    let second = planned(LIST, &after);
    assert_eq!(second.count(Outcome::Unchanged), 5);
    assert!(second.is_good() && !second.does_something());
    let third = planned(&LIST.replace("NA,,,en,Selma", "NA,,,fr,Selma").replace("kari@", "nils@"), &after);
    let changes: Vec<_> = third.rows.iter().map(|row| row.changes.clone()).collect();
    assert_eq!(changes, [vec!["language"], vec!["focal-point"], vec![], vec![], vec![]]);
}

#[test]
fn an_empty_cell_says_nothing_about_what_stands() {
    let known = known();
    let after = done(&planned(LIST, &known), known);
    let silent = planned("key,language,quota_D\nNA,,\nredcross,,\n", &after);
    assert_eq!(silent.count(Outcome::Unchanged), 2, "{silent:?}");
}

#[test]
fn without_quota_columns_a_new_delegation_begins_with_the_usual_places() {
    let known = known();
    let import = planned("entity\nVN\n", &known);
    let wish = import.rows[0].wish.clone().unwrap();
    assert_eq!((wish.key.as_str(), wish.kind), ("VN", DelegationKind::State));
    let caps: Vec<_> = import.rows[0].quotas.iter().map(|(_, cap)| *cap).collect();
    assert_eq!(caps, [8, 1]);
}

#[test]
fn a_cell_for_one_category_takes_the_usual_places_of_another_from_nobody() {
    let known = known();
    let places = |text: &str| -> Vec<(String, i32)> {
        let import = planned(text, &known);
        let letter = |id| known.categories.iter().find(|one| one.id == id).unwrap().letter.clone();
        import.rows[0].quotas.iter().map(|(category, cap)| (letter(*category), *cap)).collect()
    };
    assert_eq!(places("entity,quota_D\nVN,3\n"), [("E".into(), 1), ("D".into(), 3)]);
    assert_eq!(places("key,kind,name_en,quota_D\nwatch,ngo,Watch,\n"), [("N".into(), 3)], "an empty cell says nothing");
    assert_eq!(places("entity,quota_E,quota_D\nVN,0,0\n"), [("E".into(), 0), ("D".into(), 0)], "and a zero says none");
}

#[test]
fn every_mistake_is_told_with_its_row_and_column() {
    let text = "key,kind,entity,name_en,language,region,focal_name,focal_email,quota_D\n\
        ,ngo,,Somebody,,,,,\n\
        A,planet,,Mars,,,,,\n\
        B,state,Atlantis,,,,,,\n\
        C,state,,,,,,,\n\
        D,ngo,FR,Français sans frontières,,,,,\n\
        VN,state,VN,Norway,,,,,\n\
        VN,state,VN,,,,,,\n\
        EU,state,EU,,,,,,\n\
        F,ngo,,Friends,xx,north,Ada,,-1\n\
        G,ngo,,Group,,,,ada@@example,many\n\
        H,ngo,,Heirs,,,,,1,2\n";
    let import = planned(text, &known());
    let told = mistakes(&import);
    let expected = [
        (2, "key", "import-key-missing"),
        (3, "kind", "import-no-such-kind"),
        (4, "entity", "import-no-such-entity"),
        (4, "entity", "import-entity-missing"),
        (5, "entity", "import-entity-missing"),
        (6, "entity", "import-entity-not-wanted"),
        (7, "name_en", "import-name-of-another"),
        (8, "key", "import-key-twice"),
        (9, "kind", "import-entity-is-no-such-kind"),
        (10, "language", "import-no-such-language"),
        (10, "region", "import-no-such-region"),
        (10, "quota_D", "field-not-a-number"),
        (10, "focal_email", "import-focal-point-without-address"),
        (11, "quota_D", "field-not-a-number"),
        (11, "focal_email", "field-not-an-address"),
        (12, "", "import-row-too-long"),
    ];
    let told: Vec<_> = told.iter().map(|(row, column, key)| (*row, column.as_str(), key.as_str())).collect();
    assert_eq!(told, expected);
    assert!(!import.is_good());
}

#[test]
fn a_state_comes_once_under_whatever_key() {
    let known = known();
    let after = done(&planned("key,entity\nVN,VN\n", &known), known);
    let again = planned("key,entity\nviet-nam,Viet Nam\n", &after);
    assert_eq!(mistakes(&again), [(2, "entity".into(), "import-entity-twice".into())]);
    let twice = planned("key,entity\na,FR\nb,France\n", &after);
    assert_eq!(mistakes(&twice), [(3, "entity".into(), "import-entity-twice".into())]);
}

#[test]
fn places_never_go_below_those_taken() {
    let known = known();
    let mut after = done(&planned("key,entity,quota_D\nVN,VN,5\n", &known), known);
    let delegates = after.categories[0].id;
    after.quotas.iter_mut().filter(|(_, quota)| quota.category_id == delegates).for_each(|(_, quota)| quota.used = 4);
    assert_eq!(mistakes(&planned("key,quota_D\nVN,3\n", &after)), [(2, "quota_D".into(), "quota-below-used".into())]);
    assert!(planned("key,quota_D\nVN,4\n", &after).is_good());
}

#[test]
fn what_is_wrong_with_the_whole_table_is_told_first() {
    let general = |text: &str| {
        let import = planned(text, &known());
        import.general.iter().map(|message| message.key().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(general("name_en,kind\nX,ngo\n"), ["import-no-key-column"]);
    assert_eq!(general("key,kind\n"), ["import-no-rows"]);
    assert_eq!(general("key,quota_Q\nVN,3\n"), ["import-no-such-category"]);
    assert_eq!(general(&format!("key\n{}", "x\n".repeat(MOST_ROWS + 1))), ["import-too-many"]);
    let import = planned("key,entity,Remarks,used_D,status\nVN,VN,late,3,confirmed\n", &known());
    assert_eq!(import.ignored, ["Remarks"]);
}
