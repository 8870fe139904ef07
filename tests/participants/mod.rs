mod drafts;
mod finding;
mod portraits;
mod sheet;
