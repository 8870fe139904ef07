//! Rooms, sessions and the public programme.
