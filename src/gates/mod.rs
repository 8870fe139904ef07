//! Gates, devices, scans and the access decision.
