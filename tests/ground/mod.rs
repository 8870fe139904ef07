//! What every room stands on.

mod private_postgres;
