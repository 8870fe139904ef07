//! Forms that people fill in about themselves. A delegation asks somebody by a personal link to complete their own draft, or
//! somebody registers in a category that is open; either way an [`OwnForm`] stands beside the draft, and its person is
//! [`Filling`] it in, one question a page. Whoever was asked declares the answers and hands them to the delegation, which alone
//! nominates; a registration goes to the officers, which is the next room's affair.
//!
//! A link is good until it runs out, is withdrawn, or the file is handed in; opening it uses nothing up, its button does not
//! either: somebody whose session ended in the middle presses it again. Where the address opens more than people's own forms
//! (staff, focal points) the button works once, and afterwards a code by mail leads to the same form.

mod asking;
mod earlier;
mod filling;
mod keeping;
mod leaving;
mod letters;
mod model;
mod queries;
mod sections;

pub use asking::{Asking, LinkState, ask, enter, invite_new, link_of, revoke, send_link};
pub use earlier::{offered as offered_from_earlier, take_over};
pub use filling::Filling;
pub use keeping::{
    DECLARATION, Declared, FilledIn, complete, keep_lines, keep_section, labels_of, lacking_of, look_at, mark_seen,
    read_section, seen_of,
};
pub use leaving::leave;
pub use model::{Asked, Origin, OwnForm, PersonalLink, Progress};
pub use queries::{begin_form, own_form, own_forms_of, progress_of, registered_as, registrations_of};
pub use sections::{Section, State, state_of};
