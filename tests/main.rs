//! Every integration test, in one binary: folders are rooms, files are named after what people do.

mod support;

mod accounts;
mod mail;
mod commands;
mod conferences;
mod delegations;
mod files;
mod console;
mod gates;
mod badges;
mod participants;
mod accreditation;
mod ground;
mod migrations;
mod permissions;
mod architecture;
mod languages;
mod programme;
mod walk;
