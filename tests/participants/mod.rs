mod bytes;
mod drafts;
mod finding;
mod own_form;
mod pictures;
mod ordering;
mod portraits;
mod sheet;
