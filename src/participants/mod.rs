//! People of a conference: identity data, portraits, the roster.
