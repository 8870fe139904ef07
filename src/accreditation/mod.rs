//! Clearances and decisions: from submission to approval.
