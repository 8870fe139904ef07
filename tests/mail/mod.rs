//! Mails leave: into a folder, to a real server, again after a failure, and after a worker's death.

mod delivery;
mod outbox;
mod rescue;
mod smtp;
