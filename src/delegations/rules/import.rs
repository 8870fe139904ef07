//! What an import of delegations would do, row by row, before anything is done: each row is new, changed, unchanged or wrong,
//! and with one row wrong nothing is done at all.
//!
//! Delegations are found again by their key. A cell that is empty, or whose column is missing, says nothing: what stands there
//! already stays. Codes are text, so that Namibia's `NA` and Norway's `NO` stay what they are.

mod cells;
mod table;

use crate::conferences::Category;
use crate::delegations::model::{Delegation, DelegationWish, Quota};
use crate::files::Table;
use crate::ids::{CategoryId, DelegationId};
use crate::language::Message;

pub use table::plan;

/// The most delegations that are imported at once: more than any conference has.
const MOST_ROWS: usize = 10_000;

/// What is there already.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub delegations: Vec<Delegation>,
    pub quotas: Vec<(DelegationId, Quota)>,
    /// Addresses of the focal points appointed now.
    pub focal_points: Vec<(DelegationId, String)>,
    pub categories: Vec<Category>,
    /// The language of a delegation that names none.
    pub language: String,
}

/// What would be done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    pub rows: Vec<Planned>,
    /// What is wrong with the table as a whole.
    pub general: Vec<Message>,
    /// Headings of columns that mean nothing here.
    pub ignored: Vec<String>,
    /// Headings that our own export writes and an import leaves alone: answers are the delegations' own.
    pub left_alone: Vec<String>,
    /// Letters of the categories, for telling places.
    pub letters: Vec<(CategoryId, String)>,
    /// Delegations on the list that no row is about. An import takes nobody off the list; somebody may have forgotten a row.
    pub missing: Vec<Delegation>,
    /// The encoding was guessed: its name.
    pub guessed: Option<&'static str>,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    Changed,
    Unchanged,
    Wrong,
}

impl Outcome {
    /// The key of its name, and how a mark of it is drawn.
    pub fn key(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("import-new", "ok"),
            Self::Changed => ("import-changed", "sent"),
            Self::Unchanged => ("import-unchanged", "gone"),
            Self::Wrong => ("import-wrong", "no"),
        }
    }
}

/// Something wrong in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// The heading of the column; empty for the whole row.
    pub column: String,
    pub message: Message,
}

/// A row and what would be done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// As a spreadsheet counts: the headings are row 1.
    pub number: usize,
    pub key: String,
    /// What is wanted; absent where it could not be read.
    pub wish: Option<DelegationWish>,
    /// The delegation that has the key already.
    pub existing: Option<DelegationId>,
    /// How that stands now, and its caps.
    pub before: Option<(DelegationWish, Vec<(CategoryId, i32)>)>,
    /// Caps that are set, where they differ from what stands.
    pub quotas: Vec<(CategoryId, i32)>,
    /// Who is to be appointed and is not yet.
    pub focal_point: Option<PlannedFocalPoint>,
    /// Names of what would change.
    pub changes: Vec<&'static str>,
    pub mistakes: Vec<Mistake>,
}

/// Somebody to be appointed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedFocalPoint {
    pub name: String,
    pub email: String,
}

impl Planned {
    pub fn outcome(&self) -> Outcome {
        if !self.mistakes.is_empty() || self.wish.is_none() {
            Outcome::Wrong
        } else if self.existing.is_none() {
            Outcome::New
        } else if self.changes.is_empty() {
            Outcome::Unchanged
        } else {
            Outcome::Changed
        }
    }
}

impl Import {
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome() == outcome).count()
    }

    /// How many focal points would be appointed.
    pub fn appointments(&self) -> usize {
        self.rows.iter().filter(|row| row.focal_point.is_some()).count()
    }

    /// Nothing is wrong, so that it may be carried out.
    pub fn is_good(&self) -> bool {
        self.general.is_empty() && self.count(Outcome::Wrong) == 0
    }

    /// It would change something.
    pub fn does_something(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.outcome(), Outcome::New | Outcome::Changed))
    }
}

/// The columns of a table that mean something here.
struct Columns {
    key: Option<usize>,
    kind: Option<usize>,
    entity: Option<usize>,
    /// Language code and column.
    names: Vec<(&'static str, usize)>,
    formal_names: Vec<(&'static str, usize)>,
    /// What the conference calls an entity, where the table of the United Nations calls it otherwise.
    own_names: Vec<(&'static str, usize)>,
    own_formal_names: Vec<(&'static str, usize)>,
    region: Option<usize>,
    language: Option<usize>,
    focal_name: Option<usize>,
    focal_email: Option<usize>,
    quotas: Vec<(CategoryId, usize)>,
}

/// One row being read.
struct Reading<'a> {
    table: &'a Table,
    columns: &'a Columns,
    known: &'a Known,
    cells: &'a crate::files::Row,
    mistakes: Vec<Mistake>,
}

impl<'a> Reading<'a> {
    fn cell(&self, column: Option<usize>) -> &'a str {
        self.cells.cell(column)
    }

    fn wrong(&mut self, column: Option<usize>, message: Message) {
        let heading = column.and_then(|column| self.table.headings.get(column));
        self.mistakes.push(Mistake { column: heading.cloned().unwrap_or_default(), message });
    }

    fn say(&mut self, column: Option<usize>, key: &str) {
        self.wrong(column, Message::new(key));
    }
}

#[cfg(test)]
#[path = "import/tests.rs"]
mod tests;
