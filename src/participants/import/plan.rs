//! A whole table of people: its columns and its rows one by one.

use std::collections::HashMap;

use super::cells::{WRITTEN_ONLY, column_of, lay_over};
use super::doubles::{Same, check_each_stands_once, find, note_namesakes};
use super::headings::column_called;
use super::{Columns, Known, PeopleImport, PlannedPerson, Scope, Wish};
use crate::conferences::Category;
use crate::delegations::{Delegation, entities};
use crate::files::{Row, Table};
use crate::ids::{CategoryId, ParticipantId};
use crate::language::{Message, collation::fold};
use crate::participants::form::{Asked, read_person, typed, typed_anew};
use crate::participants::model::{Participant, Status, Worded};
use crate::web::ascii_digits;

/// What importing a table would do to what is known; `submit` asks for every file to be handed in whose row does not say
/// otherwise.
pub fn plan(table: &Table, known: &Known<'_>, submit: bool) -> PeopleImport {
    let mut import = PeopleImport { guessed: table.guessed, ..PeopleImport::default() };
    let columns = columns(table, known.scope, &mut import);
    check_columns(&columns, known.scope, &mut import);
    if table.rows.is_empty() {
        import.general.push(Message::new("import-no-rows"));
    }
    if table.rows.len() > known.scope.most_rows() {
        import.general.push(Message::new("people-import-too-many").with("most", known.scope.most_rows()));
    }
    if !import.general.is_empty() {
        return import;
    }
    let planner = Planner { columns: &columns, known, submit, delegations: by_name(&known.delegations) };
    import.rows = table.rows.iter().map(|row| planner.row(row)).collect();
    check_each_stands_once(&mut import.rows, known);
    note_namesakes(&mut import.rows, known);
    import
}

/// A row must say who it is about and, at the conference's own table, where they belong.
fn check_columns(columns: &Columns, scope: Scope, import: &mut PeopleImport) {
    let has = |column: &str| columns.0.contains_key(column);
    match scope {
        Scope::Conference => {
            for needed in ["delegation", "category"] {
                if !has(needed) && !has("reference") {
                    import.general.push(Message::new("people-import-no-column").with("column", needed));
                }
            }
        }
        Scope::Delegation(_) => {
            if !["document_name", "family_name", "given_name", "reference"].into_iter().any(has) {
                import.general.push(Message::new("people-sheet-no-names"));
            }
        }
    }
}

/// Where each column stands. A delegation's sheet hands nothing in, so that its `status` means nothing.
fn columns(table: &Table, scope: Scope, import: &mut PeopleImport) -> Columns {
    let mut columns = Columns::default();
    for (place, heading) in table.headings.iter().enumerate() {
        match column_called(heading).filter(|found| *found != "status" || !scope.is_one_delegation()) {
            Some(found) => {
                if columns.0.insert(found, place).is_some() {
                    import.general.push(Message::new("table-heading-twice").with("heading", heading));
                }
                import.columns.push(found);
            }
            None if heading.is_empty() || WRITTEN_ONLY.contains(&fold(heading).replace(' ', "_").as_str()) => {}
            None => import.ignored.push(heading.clone()),
        }
    }
    columns
}

/// Delegations by key and by every name; nothing where two bear it.
fn by_name(delegations: &[Delegation]) -> HashMap<String, Option<&Delegation>> {
    let mut known: HashMap<String, Option<&Delegation>> = HashMap::new();
    for one in delegations {
        let names = one.name.iter().chain(one.formal_name.iter()).map(|(_, name)| fold(name));
        let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        names.sort();
        names.dedup();
        for name in names {
            known.entry(name).and_modify(|found| *found = None).or_insert(Some(one));
        }
    }
    known
}

struct Planner<'a> {
    columns: &'a Columns,
    known: &'a Known<'a>,
    submit: bool,
    delegations: HashMap<String, Option<&'a Delegation>>,
}

impl<'a> Planner<'a> {
    fn row(&self, row: &Row) -> PlannedPerson {
        let name = ["document_name", "badge_name", "family_name", "given_name", "reference"];
        let name = name.iter().map(|column| self.cell(row, column)).find(|text| !text.is_empty());
        let mut planned = PlannedPerson {
            number: row.number,
            name: name.unwrap_or_default().to_owned(),
            wish: None,
            submit: false,
            mistakes: Vec::new(),
            doubts: Vec::new(),
        };
        if row.overflows {
            planned.wrong("", Message::new("import-row-too-long"));
        }
        let before = self.by_reference(row, &mut planned);
        let delegation = self.delegation(row, before, &mut planned);
        let category = self.category(row, &mut planned);
        if let Some(delegation) = delegation.filter(|_| planned.mistakes.iter().all(|one| one.column == "category")) {
            self.wish(row, (delegation, category, before), &mut planned);
        }
        planned
    }

    fn cell<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        self.columns.cell(row, name)
    }

    fn by_reference(&self, row: &Row, planned: &mut PlannedPerson) -> Option<&'a Participant> {
        let text = ascii_digits(self.cell(row, "reference"));
        if text.is_empty() {
            return None;
        }
        let found =
            text.parse().ok().and_then(|number: i32| self.known.people.iter().find(|one| one.reference == number));
        if found.is_none() {
            planned.wrong("reference", Message::new("people-import-no-such-reference").with("text", text));
        }
        found
    }

    /// By key, by name in any language, or as a State by its code. Somebody found by their reference number needs none.
    fn delegation(
        &self,
        row: &Row,
        before: Option<&Participant>,
        planned: &mut PlannedPerson,
    ) -> Option<&'a Delegation> {
        let all = &self.known.delegations;
        let text = self.cell(row, "delegation");
        if text.is_empty() && self.known.scope.is_one_delegation() {
            return all.first();
        }
        if text.is_empty() {
            let own = before.and_then(|person| all.iter().find(|one| one.id == person.delegation_id));
            if own.is_none() {
                planned.wrong("delegation", Message::new("people-import-delegation-missing"));
            }
            return own;
        }
        let by_key =
            all.iter().find(|one| one.key == text).or_else(|| all.iter().find(|one| fold(&one.key) == fold(text)));
        let named = self.delegations.get(&fold(text)).copied();
        let entity = || {
            let entity = entities::find(text)?;
            all.iter().find(|one| one.entity.as_deref() == Some(&*entity.alpha2))
        };
        let found = by_key.or_else(|| named.flatten()).or_else(entity);
        match (found, before) {
            (Some(found), Some(before)) if found.id != before.delegation_id => {
                planned.wrong("delegation", Message::new("people-import-another-delegation"));
                None
            }
            (None, _) if self.known.scope.is_one_delegation() => {
                planned.wrong("delegation", Message::new("people-sheet-another-delegation").with("text", text));
                None
            }
            (None, _) => {
                let key = if named.is_some() { "people-import-two-delegations" } else { "people-import-no-delegation" };
                planned.wrong("delegation", Message::new(key).with("text", text));
                None
            }
            (found, _) => found,
        }
    }

    /// By letter or by name in any language; the only one that the delegation has places of goes without saying.
    fn category(&self, row: &Row, planned: &mut PlannedPerson) -> Option<&'a Category> {
        let (text, all) = (self.cell(row, "category"), &self.known.categories);
        if text.is_empty() {
            let mut with_places = all.iter().filter(|one| self.has_places(one));
            let only = with_places.next().filter(|_| with_places.next().is_none());
            return only.filter(|_| self.known.scope.is_one_delegation());
        }
        let named = |one: &&Category| one.name.iter().any(|(_, name)| fold(name) == fold(text));
        let by_letter = all.iter().find(|one| one.letter.eq_ignore_ascii_case(text));
        let found = by_letter.or_else(|| all.iter().find(named));
        if found.is_none() {
            planned.wrong("category", Message::new("people-import-no-category").with("text", text));
        }
        found
    }

    /// Whether the one delegation was given places of a category.
    fn has_places(&self, category: &Category) -> bool {
        self.known.quotas.iter().any(|(_, quota)| quota.category_id == category.id && quota.cap > 0)
    }

    fn wish(
        &self,
        row: &Row,
        (delegation, category, before): (&Delegation, Option<&Category>, Option<&'a Participant>),
        planned: &mut PlannedPerson,
    ) {
        let asked = |before| Asked {
            categories: &[],
            companions: &[],
            ranks: self.known.scope.ranks(),
            before,
            now: self.known.now,
            today: self.known.today,
        };
        // Read once without anybody, to know whom the row is about; then over what stands of them.
        let empty = typed_anew(None, None, &delegation.language).with("document_kind", "");
        let words = (self.known.language, self.known.scope.ranks());
        let first = read_person(&lay_over(empty.clone(), row, self.columns, words).0, &asked(None));
        let before = match before {
            Some(person) => Some(person),
            None => match find(self.known, delegation.id, &first.details, first.number.as_deref()) {
                Same::Nobody => None,
                Same::One(person) => Some(person),
                Same::Several => {
                    planned.wrong("", Message::new("people-import-several"));
                    return;
                }
            },
        };
        let said = category.map(|one| one.id).or(before.map(|person| person.category_id));
        if said.is_none() && !planned.mistakes.iter().any(|one| one.column == "category") {
            planned.wrong("category", Message::new("people-import-category-missing"));
        }
        // Without a category nobody is written, for that is a mistake of the row; what else is wrong is told all the same.
        let category = said.unwrap_or(CategoryId(uuid::Uuid::nil()));
        let standing = before.map_or(empty, typed).with("category", category);
        let (laid, unread) = lay_over(standing, row, self.columns, words);
        let categories: [CategoryId; 1] = [category];
        let companions: Vec<ParticipantId> = before.and_then(|person| person.accompanies_id).into_iter().collect();
        let read = read_person(&laid, &Asked { categories: &categories, companions: &companions, ..asked(before) });
        let mut details = read.details;
        // Our own export has the name on the badge where none is kept because it is the full one.
        if details.badge_name == details.name() && before.is_none_or(|person| person.badge_name.is_empty()) {
            details.badge_name.clear();
        }
        for (column, message) in unread {
            planned.wrong(column, message);
        }
        for (field, message) in read.errors.iter() {
            let column = column_of(field);
            let no_such_rank = column == "protocol_rank" && self.known.scope.is_one_delegation();
            let message = if no_such_rank { Message::new("people-sheet-no-such-rank") } else { message.clone() };
            if !planned.mistakes.iter().any(|mistake| mistake.column == column) {
                planned.wrong(column, message);
            }
        }
        if details.name().is_empty() {
            planned.wrong("document_name", Message::new("people-import-name-missing"));
        }
        let elsewhere = |person: &Participant| self.known.scope.is_one_delegation() && person.category_id != category;
        if said.is_some() && before.is_none_or(elsewhere) {
            self.check_place_is_given(delegation, category, planned);
        }
        let digest = |number: &String| self.known.sealer.digest_of_number(number).map(|digest| digest.to_vec());
        let number =
            read.number.filter(|number| digest(number) != before.and_then(|one| one.document_number_digest.clone()));
        let changed = before.is_none_or(|person| person.details != details || number.is_some());
        planned.submit = self.submits(row, before, planned);
        if let Some(person) = before.filter(|person| changed && !person.status.is_open_to_the_delegation()) {
            let status = self.known.language.t(&person.status.word());
            let message =
                Message::new("people-import-frozen").with("reference", person.reference).with("status", status);
            planned.wrong("", message);
        }
        planned.wish = Some(Wish {
            id: before.map_or_else(ParticipantId::new, |person| person.id),
            delegation: delegation.id,
            details,
            document_number: number,
            before: before.cloned().map(Box::new),
            changed,
        });
    }

    /// A category of which the delegation was given no places is a slip of the pen, even for a draft.
    fn check_place_is_given(&self, delegation: &Delegation, category: CategoryId, planned: &mut PlannedPerson) {
        let Some(category) = self.known.categories.iter().find(|one| one.id == category) else { return };
        let given = |(of, quota): &(_, crate::delegations::Quota)| {
            *of == delegation.id && quota.category_id == category.id && quota.cap > 0
        };
        if (category.counts_toward_quota || self.known.scope.is_one_delegation())
            && !self.known.quotas.iter().any(given)
        {
            let message = Message::new("people-import-no-places").with("letter", &category.letter);
            planned.wrong("category", message);
        }
    }

    /// Whether the row asks for the file to be handed in. What is handed in already, and stays as it is, is left alone.
    fn submits(&self, row: &Row, before: Option<&Participant>, planned: &mut PlannedPerson) -> bool {
        let text = self.cell(row, "status");
        let said = fold(text);
        let says = |status: Status| {
            said == fold(&status.as_str().replace('_', " "))
                || crate::language::shipped().any(|language| said == fold(&language.t(&status.word())))
        };
        let open = before.is_none_or(|person| person.status.is_open_to_the_delegation());
        if text.is_empty() {
            return self.submit && open;
        }
        if before.is_some_and(|person| says(person.status)) || says(Status::Draft) && open {
            return false;
        }
        if says(Status::Submitted) {
            return open;
        }
        planned.wrong("status", Message::new("people-import-no-such-status").with("text", text));
        false
    }
}
