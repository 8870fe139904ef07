//! Badges: numbers, signed codes, typesetting, the pass desk.

pub mod code;
pub mod keys;
