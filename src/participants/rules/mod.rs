//! Pure decisions about people: how what was typed is read, what a submission needs, what the windows allow.

mod completeness;
mod earlier;
mod matching;
mod mrz;
mod names;
mod ranks;
mod reading;
mod roster;
mod windows;

pub use completeness::{Needs, is_late_entry, missing};
pub use earlier::{filled_from, is_perhaps_the_same, may_be};
pub use matching::{Fit, Named, fits};
pub use mrz::{Mrz, Unread, read_mrz};
pub use names::{name_key, same_name, search_text, search_words, words_with_delegations};
pub use ranks::ranks_of;
pub use reading::{
    Cleaned, check_birth, hint_of_number, read_country, read_date, read_email, read_line, read_phone, read_text,
};
pub use roster::{in_order, substitutes};
pub use windows::{Window, days_left};
