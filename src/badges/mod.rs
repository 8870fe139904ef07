//! Badges: numbers, signed codes, typesetting, the pass desk.

pub mod code;
pub mod keys;
pub mod picture;
pub mod typeset;
