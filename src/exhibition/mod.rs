//! Halls, stands and their holders.
