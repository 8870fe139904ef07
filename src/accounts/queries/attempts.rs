//! Counters of attempts: one row per key and window, right across processes.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::clock::Moment;
use crate::db::Connection;
use crate::schema::attempt;
use crate::web::Answer;

/// Adds one to a counter and gives its new value.
pub async fn count(tx: &mut Connection, key: &str, window: Moment) -> Answer<i32> {
    let counted: i32 = diesel::insert_into(attempt::table)
        .values((attempt::key.eq(key), attempt::window_start.eq(window), attempt::count.eq(1)))
        .on_conflict((attempt::key, attempt::window_start))
        .do_update()
        .set(attempt::count.eq(attempt::count + 1))
        .returning(attempt::count)
        .get_result(tx)
        .await?;
    if counted == 1 {
        // Whoever opens a window sweeps up those of yesterday.
        let old = attempt::table.filter(attempt::window_start.lt(window.plus_seconds(-86_400)));
        diesel::delete(old).execute(tx).await?;
    }
    Ok(counted)
}

/// Takes one back from a counter.
pub async fn uncount(tx: &mut Connection, key: &str, window: Moment) -> Answer<()> {
    diesel::update(attempt::table.find((key, window)).filter(attempt::count.gt(0)))
        .set(attempt::count.eq(attempt::count - 1))
        .execute(tx)
        .await?;
    Ok(())
}
