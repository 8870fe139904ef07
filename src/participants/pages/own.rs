//! What somebody sees who fills in their own form: the link, the list of pages, each page, the answers, and what comes next;
//! and where their focal point asks them.

pub mod asking;
pub mod check;
pub mod link;
pub mod section;
pub mod tasks;
