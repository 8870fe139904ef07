//! Counts what is asked of the database, so that a page cannot begin to ask once for each row that it shows.

use std::cell::Cell;

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};

thread_local! {
    /// Of this test alone: a test's browsers are served on its own thread.
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

struct Counting;

impl Instrumentation for Counting {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { .. } = event {
            ASKED.set(ASKED.get() + 1);
        }
    }
}

/// Connections that are made from now on are listened to.
pub fn listen() {
    set_default_instrumentation(|| Some(Box::new(Counting))).expect("nobody holds the lock");
}

/// Statements of this test since the last time.
pub fn asked() -> usize {
    ASKED.replace(0)
}

impl super::World {
    /// The one answer to a question to the database, asked for as `answer`.
    pub async fn text(&self, query: &str) -> String {
        use diesel_async::RunQueryDsl;
        #[derive(diesel::QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::Text)]
            answer: String,
        }
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        diesel::sql_query(query).get_result::<Row>(&mut *c).await.unwrap().answer
    }
}
