//! The database: pool, transactions, migrations, and the private PostgreSQL.
