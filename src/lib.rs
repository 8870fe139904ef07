//! Plenipo runs an intergovernmental conference: delegations, accreditation, badges, gates, programme.
//!
//! The ground comes first (`config`, `clock`, `ids`, `schema`, `db`, `language`, `web`), then one folder per domain room
//! in rank order: a room may name the ground, itself and rooms above it in this list, never one below.
//! `tests/architecture.rs` keeps that order. Inside a room the files have the same names everywhere:
//! `model` (rows), `rules` (pure decisions), `queries` (SQL), `actions` (verbs), `mails`, `pages`, `api`.

pub mod app;
pub mod clock;
pub mod config;
pub mod db;
pub mod ids;
pub mod language;
pub mod schema;
pub mod web;

pub mod audit;
pub mod mail;
pub mod files;
pub mod accounts;
pub mod conferences;
pub mod delegations;
pub mod participants;
pub mod accreditation;
pub mod badges;
pub mod gates;
pub mod programme;
pub mod exhibition;
pub mod console;
