//! Badges: numbers, signed codes, typesetting, the pass desk.
