//! What every room stands on.

mod database_tls;
mod private_postgres;
mod visits;
