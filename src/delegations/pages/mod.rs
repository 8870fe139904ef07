//! The room's pages.
use crate::web::routes::Entry;
pub fn routes() -> Vec<Entry> {
    Vec::new()
}
