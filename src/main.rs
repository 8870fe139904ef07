//! The command line of `plenipo`: one binary for the web application, its background work and its administration.

mod commands;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Runs an intergovernmental conference: delegations, accreditation, badges, gates, programme.
///
/// Settings come from the environment: DATABASE_URL, PLENIPO_DATA, LISTEN, BASE_URL, SMTP_URL, MAIL_FROM, SECRET_KEY,
/// TRUSTED_PROXIES, TLS_CERT, TLS_KEY, KEYS_DIR, KEYS_BACKUP, RUST_LOG.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The web application and, unless told otherwise, the background work.
    Serve(commands::serve::Serve),
    /// Background work alone: mail, sealing of the record.
    Worker,
    /// Accounts of staff and administrators.
    Account(commands::account::Account),
    /// Fill an empty database with a realistic conference, `hanoi`.
    Demo(commands::demo::Demo),
    /// Bring a table in: all of it or nothing, reported row by row.
    Import(commands::import::Import),
    /// Write a table to stdout.
    Export(commands::export::Export),
    /// Gate devices.
    Device(commands::device::Device),
    /// The keys that sign badge codes: list them, make a new one, retire an old one.
    Keys(commands::keys::Keys),
    /// Check configuration, database, mail, fonts, clock, keys, disk and TLS: one line each, exit 1 if any failed.
    Doctor,
    /// Bring the schema up to date.
    Migrate(commands::migrate::Migrate),
}

fn main() -> ExitCode {
    let line = Line::parse();
    commands::log_to_stderr();
    let done = match line.command {
        Command::Serve(serve) => serve.run(),
        Command::Worker => commands::worker::run(),
        Command::Account(account) => account.run(),
        Command::Demo(demo) => demo.run(),
        Command::Import(import) => import.run(),
        Command::Export(export) => export.run(),
        Command::Device(device) => device.run(),
        Command::Keys(keys) => keys.run(),
        Command::Doctor => commands::doctor::run(),
        Command::Migrate(migrate) => migrate.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("plenipo: {failure}");
            ExitCode::FAILURE
        }
    }
}
