//! The outbox: mails are rows, written in the transaction that caused them and sent by a worker.
