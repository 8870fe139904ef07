mod drafts;
mod finding;
mod portraits;
