//! The whole job, as people do it: in real browsers, with mails read from a real mail server, a badge drawn from its PDF and
//! held before a camera.

mod post;
mod the_whole_job;
mod timetable;
