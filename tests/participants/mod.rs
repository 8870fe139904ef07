mod bytes;
mod drafts;
mod finding;
mod own_form;
mod pictures;
mod portraits;
mod sheet;
