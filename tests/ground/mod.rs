//! What every room stands on.

mod database_tls;
mod look;
mod private_postgres;
mod slow_line;
mod visits;
