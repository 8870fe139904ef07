//! The demonstration: a conference as large as the real ones, invented to the last person.
//!
//! Everything here is pure: a seed goes in, values come out, the same for the same seed. What fills the database with them stands
//! elsewhere. States and territories are real and only ever shown in good order; people, organisations, companies and media are
//! invented, and only the invented are ever refused, withdrawn or revoked.

pub mod arrivals;
pub mod cast;
pub mod chance;
pub mod countries;
pub mod delegations;
pub mod fates;
pub mod fill;
pub mod letter;
pub mod names;
pub mod organisations;
pub mod people;
pub mod pools;
pub mod portraits;
pub mod programme;
pub mod stands;
pub mod titles;
