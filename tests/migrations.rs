//! Every `down` undoes its `up`, and the schema kept by hand is the database's.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};

use crate::support::db;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

async fn lines(url: &str, query: &str) -> BTreeSet<String> {
    let mut connection = AsyncPgConnection::establish(url).await.unwrap();
    let rows: Vec<Line> = diesel::sql_query(query).load(&mut connection).await.unwrap();
    rows.into_iter().map(|row| row.line).collect()
}

const OBJECTS: &str =
    "SELECT 'table ' || table_name AS line FROM information_schema.tables WHERE table_schema = 'public'
    AND table_name NOT LIKE '\\_\\_diesel%'
    UNION ALL SELECT 'function ' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'public' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT 'sequence ' || sequence_name FROM information_schema.sequences WHERE sequence_schema = 'public'";

#[tokio::test(flavor = "multi_thread")]
async fn every_down_undoes_its_up() {
    let url = db::fresh().await;
    assert!(lines(&url, OBJECTS).await.contains("table conference"));
    plenipo::db::revert_all(&url).await.unwrap();
    assert_eq!(lines(&url, OBJECTS).await, BTreeSet::new());
    plenipo::db::migrate(&url).await.unwrap();
    assert!(lines(&url, OBJECTS).await.contains("table conference"));
}

#[tokio::test]
async fn the_schema_kept_by_hand_is_the_databases() {
    let url = db::fresh().await;
    let in_database = lines(
        &url,
        "SELECT table_name || '.' || column_name || ' ' || udt_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS line
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%'",
    )
    .await;
    let by_hand = by_hand(include_str!("../src/schema.rs"));
    let different: Vec<_> = by_hand.symmetric_difference(&in_database).collect();
    assert!(different.is_empty(), "only on one side: {different:#?}");
}

/// `table.column type?` for every column of every `table!` in the file.
fn by_hand(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut table = String::new();
    for line in source.lines().map(str::trim).filter(|line| !line.starts_with("diesel::joinable")) {
        if let Some((column, kind)) = line.trim_end_matches(',').split_once(" -> ") {
            let inner = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            let (kind, optional) = inner.map_or((kind, ""), |kind| (kind, "?"));
            found.insert(format!("{table}.{column} {}{optional}", in_postgres(kind)));
        } else if line.ends_with('{') && line.contains(" (") {
            table = line.split(" (").next().unwrap_or_default().to_owned();
        }
    }
    found
}

fn in_postgres(kind: &str) -> &str {
    match kind {
        "Uuid" => "uuid",
        "Text" => "text",
        "Timestamptz" => "timestamptz",
        "Date" => "date",
        "Integer" => "int4",
        "SmallInt" => "int2",
        "BigInt" => "int8",
        "Bool" => "bool",
        "Bytea" => "bytea",
        "Jsonb" => "jsonb",
        "Array<Text>" => "_text",
        "Array<Uuid>" => "_uuid",
        "Double" => "float8",
        other => other,
    }
}
