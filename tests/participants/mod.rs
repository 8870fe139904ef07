mod drafts;
mod finding;
mod pictures;
mod portraits;
mod sheet;
