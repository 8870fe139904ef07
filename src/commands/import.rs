//! `plenipo import`: tables from the command line, all or nothing, reported row by row on stderr.

use std::fs::File;
use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use plenipo::accreditation::{PeopleImportOptions, import_people};
use plenipo::audit::Who;
use plenipo::conferences::Conference;
use plenipo::db::{Connection, Db};
use plenipo::delegations::{Import as Planned, ImportOptions, Outcome, import_delegations};
use plenipo::files::{Table, read_bytes_from, read_table};
use plenipo::language::{Language, Message};
use plenipo::participants::import::{Becomes, PeopleImport};
use plenipo::programme::{ImportReport, Wrong, import_brought, read_brought};
use plenipo::web::Problem;

use super::{Failure, Started};

/// What a table brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    Delegations,
    /// Each row one person of a delegation; found again by reference number, identity paper, or name and birth date.
    Participants,
    Programme,
}

#[derive(Args)]
pub struct Import {
    what: What,
    /// CSV or XLSX, headings in the first row; a programme also as schedule XML or JSON. `-` is stdin.
    file: PathBuf,
    /// The conference's short name.
    #[arg(long, value_name = "SLUG")]
    conference: String,
    /// Say only what each row would do.
    #[arg(long)]
    dry_run: bool,
    /// Delegations: write to the focal points that are appointed, each in the language of the delegation.
    #[arg(long)]
    invite: bool,
    /// Participants: hand in every file whose row does not say `draft` in its column `status`. Without it the rows become
    /// drafts, but for those that say `submitted`. What is handed in must be complete and takes a place of its delegation's
    /// quota; drafts take none. Nobody is written to.
    #[arg(long)]
    submit: bool,
    /// Programme, of a schedule XML or JSON: cancel the sessions that came from the same source and are no longer in it.
    #[arg(long)]
    cancel_missing: bool,
}

/// What was done, or would be.
struct Report {
    lines: Vec<String>,
    wrong: usize,
    summary: String,
}

impl Import {
    pub fn run(self) -> Result<(), Failure> {
        if self.invite && self.what != What::Delegations {
            return Err("only delegations have focal points to invite".into());
        }
        if self.submit && self.what != What::Participants {
            return Err("only participants have files to hand in".into());
        }
        if self.cancel_missing && self.what != What::Programme {
            return Err("only sessions of a programme can be cancelled".into());
        }
        let bytes = self.bytes()?;
        // What a schedule says is known only with the conference's zone.
        let table = if self.what == What::Programme { Table::default() } else { self.table(&bytes)? };
        let started = Started::with_current_schema()?;
        let report = super::runtime()?.block_on(self.carry_out(&started, &table, &bytes))?;
        for line in &report.lines {
            eprintln!("{line}");
        }
        if report.wrong > 0 {
            return Err(format!("nothing was imported: {}", report.summary).into());
        }
        eprintln!("{}{}", if self.dry_run { "this would be done: " } else { "" }, report.summary);
        Ok(())
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let name = self.file.display().to_string();
        if name == "-" {
            return Ok(read_bytes_from(std::io::stdin().lock())?);
        }
        let file = File::open(&self.file).map_err(|error| format!("{name} cannot be opened: {error}"))?;
        Ok(read_bytes_from(file)?)
    }

    fn table(&self, bytes: &[u8]) -> Result<Table, Failure> {
        let name = self.file.display().to_string();
        read_table(bytes, &name).map_err(|message| format!("{name}: {}", said(&message)).into())
    }

    async fn carry_out(&self, started: &Started, table: &Table, bytes: &[u8]) -> Result<Report, Failure> {
        let db = Db::new(started.parts(1).pool);
        let mut tx = db.begin().await?;
        let conference = super::conference(&mut tx, &self.conference).await?;
        let report = match self.what {
            What::Delegations => self.delegations(&mut tx, started, &conference, table).await?,
            What::Participants => self.participants(&mut tx, started, &conference, table).await?,
            What::Programme => self.programme(&mut tx, started, &conference, bytes).await?,
        };
        // Dropped, the transaction leaves nothing behind.
        if !self.dry_run && report.wrong == 0 {
            tx.commit().await?;
        }
        Ok(report)
    }

    async fn participants(
        &self,
        tx: &mut Connection,
        started: &Started,
        conference: &Conference,
        table: &Table,
    ) -> Result<Report, Failure> {
        let options = PeopleImportOptions { submit: self.submit };
        let subject = (conference, Who::System);
        let at = started.clock.now();
        let bar = bar();
        match import_people(tx, &started.sealer, subject, table, options, (at, &bar)).await {
            Ok(import) => Ok(of_participants(&import)),
            Err(Problem::Refused(message)) => Err(said(&message).into()),
            Err(problem) => Err(problem.into()),
        }
    }

    async fn programme(
        &self,
        tx: &mut Connection,
        started: &Started,
        conference: &Conference,
        bytes: &[u8],
    ) -> Result<Report, Failure> {
        let name = self.file.display().to_string();
        let brought = match read_brought(bytes, &name, &conference.zone()) {
            Ok(brought) => brought,
            Err(wrong) => return Ok(unreadable(&name, &wrong)),
        };
        let by = Who::System;
        let report = import_brought(tx, conference, by, (&brought, self.cancel_missing), started.clock.now()).await?;
        Ok(of_programme(&report, if brought.has_lines() { "line" } else { "row" }))
    }

    async fn delegations(
        &self,
        tx: &mut Connection,
        started: &Started,
        conference: &Conference,
        table: &Table,
    ) -> Result<Report, Failure> {
        let options = ImportOptions { dry_run: self.dry_run, invite: self.invite };
        let subject = (conference, Who::System);
        let (at, bar) = (started.clock.now(), bar());
        let import = import_delegations(tx, &started.site, subject, table, options, (at, &bar)).await;
        match import {
            Ok(import) => Ok(of_delegations(&import)),
            Err(Problem::Refused(message)) => Err(said(&message).into()),
            Err(problem) => Err(problem.into()),
        }
    }
}

/// A file that cannot be read as a programme.
fn unreadable(name: &str, wrong: &[Wrong]) -> Report {
    let place = |line: usize| if line == 0 { name.to_owned() } else { format!("line {line}") };
    Report {
        lines: wrong.iter().map(|wrong| format!("{}: {}", place(wrong.line), said(&wrong.message))).collect(),
        wrong: wrong.len(),
        summary: format!("{} with mistakes", wrong.len()),
    }
}

fn of_programme(report: &ImportReport, place: &str) -> Report {
    let language = Language::or_fallback(Some("en"));
    let wrong = report.errors.iter().map(|(row, message)| format!("{place} {row}: {}", said(message)));
    let rooms = report.new_rooms.iter().map(|room| format!("a new room: {room}"));
    let moves = report.moves.iter().map(|moved| format!("moved: {}", moved.title.in_language(language)));
    let missing = report.missing.iter().map(|title| format!("no longer in the file: {}", title.in_language(language)));
    Report {
        lines: wrong.chain(rooms).chain(moves).chain(missing).collect(),
        wrong: report.errors.len(),
        summary: format!(
            "{} new, {} moved, {} changed, {} unchanged, {} cancelled, {} with mistakes",
            report.new,
            report.moves.len(),
            report.changed,
            report.unchanged,
            report.cancelled,
            report.errors.len()
        ),
    }
}

/// How far a long import is, on a terminal.
fn bar() -> impl Fn(usize, usize) {
    let terminal = std::io::stderr().is_terminal();
    move |done, total| {
        if terminal && (done.is_multiple_of(50) || done == total) {
            let full = done * 30 / total.max(1);
            eprint!("\r[{}{}] {done} of {total} rows", "#".repeat(full), ".".repeat(30 - full));
            if done == total {
                eprintln!();
            }
        }
    }
}

fn of_participants(import: &PeopleImport) -> Report {
    let mut lines: Vec<String> = import.general.iter().map(said).collect();
    if let Some(encoding) = import.guessed {
        lines.push(format!("the encoding was guessed: {encoding}"));
    }
    if !import.ignored.is_empty() {
        lines.push(format!("columns left out: {}", import.ignored.join(", ")));
    }
    for row in &import.rows {
        let outcome = match row.becomes() {
            Becomes::New => "new",
            Becomes::Changed => "changed",
            Becomes::Unchanged => continue,
            Becomes::Wrong => "",
        };
        if !outcome.is_empty() {
            let submitted = if row.submit { ", submitted" } else { "" };
            lines.push(format!("row {}: {}: {outcome}{submitted}", row.number, row.name));
        }
        for mistake in &row.mistakes {
            lines.push(told(row.number, &mistake.column, &mistake.message));
        }
    }
    let count = |becomes| import.count(becomes);
    Report {
        wrong: count(Becomes::Wrong) + import.general.len(),
        summary: format!(
            "{} new, {} changed, {} unchanged, {} with mistakes; {} submitted",
            count(Becomes::New),
            count(Becomes::Changed),
            count(Becomes::Unchanged),
            count(Becomes::Wrong),
            import.submissions()
        ),
        lines,
    }
}

fn of_delegations(import: &Planned) -> Report {
    let mut lines: Vec<String> = import.general.iter().map(said).collect();
    if let Some(encoding) = import.guessed {
        lines.push(format!("the encoding was guessed: {encoding}"));
    }
    if !import.ignored.is_empty() {
        lines.push(format!("columns left out: {}", import.ignored.join(", ")));
    }
    for row in &import.rows {
        let outcome = match row.outcome() {
            Outcome::New => "new",
            Outcome::Changed => "changed",
            Outcome::Unchanged => continue,
            Outcome::Wrong => "",
        };
        if !outcome.is_empty() {
            let changes = row.changes.join(", ");
            lines.push(format!("row {}: {}: {outcome} {changes}", row.number, row.key).trim_end().to_owned());
        }
        for mistake in &row.mistakes {
            lines.push(told(row.number, &mistake.column, &mistake.message));
        }
    }
    for one in &import.missing {
        lines.push(format!("not in the table, stays as it is: {}", one.key));
    }
    let count = |outcome| import.count(outcome);
    Report {
        wrong: count(Outcome::Wrong) + import.general.len(),
        summary: format!(
            "{} new, {} changed, {} unchanged, {} with mistakes; {} focal points appointed",
            count(Outcome::New),
            count(Outcome::Changed),
            count(Outcome::Unchanged),
            count(Outcome::Wrong),
            import.appointments()
        ),
        lines,
    }
}

/// What is wrong with a row, in its column where it is one.
fn told(row: usize, column: &str, message: &Message) -> String {
    let column = if column.is_empty() { String::new() } else { format!("{column}: ") };
    format!("row {row}: {column}{}", said(message))
}

/// A message to whoever types commands, who reads English; without the marks that keep directions apart on a page.
fn said(message: &Message) -> String {
    Language::or_fallback(Some("en")).message(message).replace(['\u{2068}', '\u{2069}'], "")
}
