//! A whole table: its columns, its rows one by one, and what two rows must not have in common.

use std::collections::{HashMap, HashSet};

use super::{Columns, Import, Known, MOST_ROWS, Mistake, Planned, Reading};
use crate::delegations::model::{Delegation, Quota};
use crate::files::Table;
use crate::ids::DelegationId;
use crate::language::{Message, shipped};

/// Columns that our own export has and an import need not read.
const WRITTEN_ONLY: &[&str] = &["status", "expected_people", "answered_at", "answer_note"];

/// What importing a table would do to what is known.
pub fn plan(table: &Table, known: &Known) -> Import {
    let letters = known.categories.iter().map(|one| (one.id, one.letter.clone())).collect();
    let mut import = Import { guessed: table.guessed, letters, ..Import::default() };
    let columns = columns(table, known, &mut import);
    if columns.key.is_none() && columns.entity.is_none() {
        import.general.push(Message::new("import-no-key-column"));
    }
    if table.rows.is_empty() {
        import.general.push(Message::new("import-no-rows"));
    }
    if table.rows.len() > MOST_ROWS {
        import.general.push(Message::new("import-too-many").with("most", MOST_ROWS));
    }
    if !import.general.is_empty() {
        return import;
    }
    import.rows = table.rows.iter().map(|cells| row(table, &columns, known, cells)).collect();
    check_keys(&mut import.rows);
    check_entities(&mut import.rows, known);
    import.missing = missing(&import.rows, known);
    import
}

/// What stands and no row is about, by its key or its entity.
fn missing(rows: &[Planned], known: &Known) -> Vec<Delegation> {
    let keys: HashSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    known.delegations.iter().filter(|one| !keys.contains(one.key.as_str())).cloned().collect()
}

fn columns(table: &Table, known: &Known, import: &mut Import) -> Columns {
    let mut columns = Columns {
        key: table.column("key"),
        kind: table.column("kind"),
        entity: table.column("entity"),
        names: Vec::new(),
        formal_names: Vec::new(),
        own_names: Vec::new(),
        own_formal_names: Vec::new(),
        region: table.column("region"),
        language: table.column("language"),
        focal_name: table.column("focal_name"),
        focal_email: table.column("focal_email"),
        quotas: Vec::new(),
    };
    for language in shipped() {
        let code = language.code();
        columns.names.extend(table.column(&format!("name_{code}")).map(|column| (code, column)));
        columns.formal_names.extend(table.column(&format!("formal_name_{code}")).map(|column| (code, column)));
        columns.own_names.extend(table.column(&format!("own_name_{code}")).map(|column| (code, column)));
        columns.own_formal_names.extend(table.column(&format!("own_formal_name_{code}")).map(|column| (code, column)));
    }
    for (column, name) in table.columns().enumerate() {
        if let Some(letter) = name.strip_prefix("quota_") {
            match known.categories.iter().find(|one| one.letter.eq_ignore_ascii_case(letter)) {
                Some(category) => columns.quotas.push((category.id, column)),
                None => {
                    import.general.push(Message::new("import-no-such-category").with("letter", letter.to_uppercase()))
                }
            }
        }
    }
    let read = |column: usize| {
        let single = [
            columns.key,
            columns.kind,
            columns.entity,
            columns.region,
            columns.language,
            columns.focal_name,
            columns.focal_email,
        ];
        let named = [&columns.names, &columns.formal_names, &columns.own_names, &columns.own_formal_names];
        single.contains(&Some(column)) || named.into_iter().flatten().any(|(_, one)| *one == column)
    };
    for (column, name) in table.columns().enumerate() {
        if name.is_empty() || name.starts_with("quota_") || read(column) {
            continue;
        }
        let ours = name.starts_with("used_") || WRITTEN_ONLY.contains(&name.as_str());
        let list = if ours { &mut import.left_alone } else { &mut import.ignored };
        list.push(table.headings[column].clone());
    }
    columns
}

fn row(table: &Table, columns: &Columns, known: &Known, cells: &crate::files::Row) -> Planned {
    let mut reading = Reading { table, columns, known, cells, mistakes: Vec::new() };
    if cells.overflows {
        reading.say(None, "import-row-too-long");
    }
    let entity = reading.entity();
    let key = reading.key(entity);
    let existing = known.delegations.iter().find(|one| one.key == key);
    let wish = reading.wish(&key, entity, existing);
    let standing: Vec<&Quota> = existing.map(|one| standing_quotas(known, one.id)).unwrap_or_default();
    let quotas = reading.quotas(&standing, wish.as_ref().filter(|_| existing.is_none()).map(|wish| wish.kind));
    let focal_point = reading.focal_point(existing.map(|one| one.id));
    let mut changes = Vec::new();
    if let (Some(existing), Some(wish)) = (existing, &wish) {
        let before = existing.wish();
        let differing = [
            ("kind", before.kind != wish.kind),
            ("entity", before.entity != wish.entity),
            ("name", before.name != wish.name || before.formal_name != wish.formal_name),
            ("region", before.region != wish.region),
            ("language", before.language != wish.language),
            ("quotas", !quotas.is_empty()),
            ("focal-point", focal_point.is_some()),
        ];
        changes.extend(differing.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name));
    }
    Planned {
        number: cells.number,
        key,
        wish,
        existing: existing.map(|one| one.id),
        before: existing.map(|one| (one.wish(), standing.iter().map(|quota| (quota.category_id, quota.cap)).collect())),
        quotas,
        focal_point,
        changes,
        mistakes: reading.mistakes,
    }
}

fn standing_quotas(known: &Known, delegation: DelegationId) -> Vec<&Quota> {
    known.quotas.iter().filter(|(of, _)| *of == delegation).map(|(_, quota)| quota).collect()
}

/// A key stands in a table once.
fn check_keys(rows: &mut [Planned]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for row in rows.iter_mut().filter(|row| !row.key.is_empty()) {
        if let Some(first) = seen.get(&row.key) {
            let message = Message::new("import-key-twice").with("key", row.key.as_str()).with("row", *first);
            row.mistakes.push(Mistake { column: "key".to_owned(), message });
        } else {
            seen.insert(row.key.clone(), row.number);
        }
    }
}

/// A State, a territory or the Union comes once, in the table and in what is known.
fn check_entities(rows: &mut [Planned], known: &Known) {
    let mut seen: HashMap<String, String> = HashMap::new();
    let moved: Vec<DelegationId> = rows.iter().filter_map(|row| row.existing).collect();
    for one in known.delegations.iter().filter(|one| one.kind.is_entity() && !moved.contains(&one.id)) {
        seen.extend(one.entity.clone().map(|entity| (entity, one.key.clone())));
    }
    for row in rows.iter_mut() {
        let Some(entity) = row.wish.as_ref().filter(|wish| wish.kind.is_entity()).and_then(|wish| wish.entity.clone())
        else {
            continue;
        };
        match seen.get(&entity) {
            Some(key) if *key != row.key => {
                let message = Message::new("import-entity-twice").with("entity", entity).with("key", key.as_str());
                row.mistakes.push(Mistake { column: "entity".to_owned(), message });
            }
            Some(_) => {}
            None => {
                seen.insert(entity, row.key.clone());
            }
        }
    }
}
