//! The database: pool, transactions, migrations, and the private PostgreSQL.

pub mod private;
pub mod tls;
