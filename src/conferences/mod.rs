//! Conferences, areas, categories, windows and duties.
