//! The database: the pool of each worker, the connection and transaction that handlers ask for, migrations, and the
//! private PostgreSQL for machines that have none to offer.

mod migrations;
pub mod private;
mod pool;
mod text_enum;
pub mod tls;

pub use migrations::{Schema, migrate, revert_all, schema_state};
pub use pool::{Connection, Db, Pool, PoolError, Tx, apart, pool};
