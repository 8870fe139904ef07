//! Teams of interpreters.

use diesel::prelude::*;

use crate::ids::TeamId;
use crate::schema::interpreter_team;

/// A team of interpreters.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = interpreter_team)]
pub struct InterpreterTeam {
    pub id: TeamId,
    pub name: String,
    /// Codes of the languages into which it interprets.
    pub languages: Vec<String>,
    /// Minutes that it works in a row at most.
    pub most_minutes: i32,
    /// Minutes without which it goes on working in a row.
    pub rest_minutes: i32,
    pub version: i32,
}
