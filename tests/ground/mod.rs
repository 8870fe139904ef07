//! What every room stands on.

mod database_tls;
mod look;
mod private_postgres;
mod visits;
