//! Pools and what handlers take from them.
//!
//! One pool per worker, built inside the server's factory closure: the connection's driver then lives on the thread that
//! uses it. Recycling is `Fast`, without a test query per checkout; a connection found closed is thrown away.

use std::ops::{Deref, DerefMut};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use diesel_async::pooled_connection::deadpool::{self, Object};
use diesel_async::pooled_connection::{AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod};
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, TransactionManager};

use crate::web::{Answer, Problem};

pub type Pool = deadpool::Pool<AsyncPgConnection>;
pub type PoolError = deadpool::PoolError;
/// What queries take: a connection, inside a transaction or not.
pub type Connection = AsyncPgConnection;

/// How long a request waits for a free connection before the site says that the database cannot be reached.
const WAIT: std::time::Duration = std::time::Duration::from_secs(5);

/// A pool of at most `size` connections to `url`; nothing is opened until somebody asks.
pub fn pool(url: &str, size: usize) -> Pool {
    let mut config = ManagerConfig::default();
    config.recycling_method = RecyclingMethod::Fast;
    config.custom_setup = Box::new(super::tls::establish);
    let manager = AsyncDieselConnectionManager::new_with_config(url, config);
    Pool::builder(manager)
        .max_size(size)
        .wait_timeout(Some(WAIT))
        .create_timeout(Some(WAIT))
        .runtime(::deadpool::Runtime::Tokio1)
        .build()
        .unwrap_or_else(|error| unreachable!("a pool with a runtime can be built: {error}"))
}

/// The worker's pool, as a handler's argument.
#[derive(Clone)]
pub struct Db(Data<Pool>);

impl Db {
    pub fn new(pool: Pool) -> Self {
        Self(Data::new(pool))
    }

    /// A connection for reading.
    pub async fn connection(&self) -> Answer<Object<AsyncPgConnection>> {
        Ok(self.0.get().await?)
    }

    /// A transaction: what is written holds once [`Tx::commit`] says so, and not at all when it is dropped before.
    pub async fn begin(&self) -> Answer<Tx> {
        let mut connection = self.0.get().await?;
        AnsiTransactionManager::begin_transaction(&mut *connection).await?;
        Ok(Tx(Some(connection)))
    }
}

impl FromRequest for Db {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pool = request.app_data::<Data<Pool>>().cloned();
        std::future::ready(pool.map(Db).ok_or_else(|| Problem::broken("the application was built without a pool")))
    }
}

/// An open transaction. The handler opens and commits it; actions only take it.
pub struct Tx(Option<Object<AsyncPgConnection>>);

impl Tx {
    /// Makes everything written in this transaction hold.
    pub async fn commit(mut self) -> Answer<()> {
        if let Some(mut connection) = self.0.take() {
            AnsiTransactionManager::commit_transaction(&mut *connection).await?;
        }
        Ok(())
    }
}

/// A part of a transaction that fails alone: what the database refuses inside of it undoes this part and nothing else.
pub async fn apart<T>(tx: &mut Connection, work: impl AsyncFnOnce(&mut Connection) -> Answer<T>) -> Answer<T> {
    AnsiTransactionManager::begin_transaction(&mut *tx).await?;
    match work(tx).await {
        Ok(done) => {
            AnsiTransactionManager::commit_transaction(&mut *tx).await?;
            Ok(done)
        }
        Err(problem) => {
            AnsiTransactionManager::rollback_transaction(&mut *tx).await?;
            Err(problem)
        }
    }
}

impl Deref for Tx {
    type Target = AsyncPgConnection;

    fn deref(&self) -> &AsyncPgConnection {
        match &self.0 {
            Some(connection) => connection,
            None => unreachable!("only commit and drop take the connection, and both end the transaction"),
        }
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut AsyncPgConnection {
        match &mut self.0 {
            Some(connection) => connection,
            None => unreachable!("only commit and drop take the connection, and both end the transaction"),
        }
    }
}

impl Drop for Tx {
    /// Rolls back in the background, so that an early return with `?` leaves no transaction open and loses no connection.
    fn drop(&mut self) {
        if let Some(mut connection) = self.0.take()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(async move {
                if AnsiTransactionManager::rollback_transaction(&mut *connection).await.is_err() {
                    drop(Object::take(connection));
                }
            });
        }
    }
}
