//! The files that come with the form of a person, whichever page it is on.

use crate::conferences::Conference;
use crate::files::Sealer;
use crate::participants::actions::scan_of;
use crate::participants::portrait::{Portrait, prepare};
use crate::web::{Answer, Errors, Form, Sent, Typed};

/// The files that came with a form; what is wrong with one is said at its field, and the other is kept all the same.
pub struct Files<'a> {
    pub portrait: Option<Portrait>,
    pub scan: Option<&'a Sent>,
}

impl<'a> Files<'a> {
    pub async fn of(
        form: &'a Form<Typed>,
        conference: &Conference,
        sealer: &Sealer,
        errors: &mut Errors,
    ) -> Answer<Files<'a>> {
        let mut files = Self { portrait: None, scan: None };
        match form.file("portrait") {
            Ok(Some(sent)) => match prepare(sent.bytes.clone()).await? {
                Ok(portrait) => files.portrait = Some(portrait),
                Err(message) => errors.add("portrait", message),
            },
            Ok(None) => {}
            Err(message) => errors.add("portrait", message),
        }
        match form.file("document_scan") {
            Ok(Some(sent)) => match scan_of(conference, sent, sealer).check() {
                Ok(_) => files.scan = Some(sent),
                Err(message) => errors.add("document_scan", message),
            },
            Ok(None) => {}
            Err(message) => errors.add("document_scan", message),
        }
        Ok(files)
    }
}
