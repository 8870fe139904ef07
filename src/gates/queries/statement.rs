//! Hand-written SQL that diesel caches like its own: the text says `$1`, `$2`...; the walk gives each its value.

use diesel::QueryResult;
use diesel::pg::Pg;
use diesel::query_builder::AstPass;

/// Walks the text of a statement: `bind` is called with the number of each parameter, in order of appearance.
pub(super) fn walk<'b>(
    mut out: AstPass<'_, 'b, Pg>,
    text: &'static str,
    mut bind: impl FnMut(usize, AstPass<'_, 'b, Pg>) -> QueryResult<()>,
) -> QueryResult<()> {
    let mut pieces = text.split('$');
    out.push_sql(pieces.next().unwrap_or_default());
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = piece.split_at(digits);
        bind(number.parse().unwrap_or_default(), out.reborrow())?;
        out.push_sql(rest);
    }
    Ok(())
}
