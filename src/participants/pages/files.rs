//! The files that come with the form of a person, whichever page it is on.

use crate::accounts::{uploaded, use_up};
use crate::conferences::Conference;
use crate::db::Connection;
use crate::files::Sealer;
use crate::ids::{AccountId, FileId, UploadId};
use crate::participants::actions::scan_of;
use crate::participants::portrait::{Portrait, prepare};
use crate::web::{Answer, Errors, Form, Sent, Typed};

/// The files that came with a form; what is wrong with one is said at its field, and the other is kept all the same.
pub struct Files<'a> {
    pub portrait: Option<Portrait>,
    pub scan: Option<&'a Sent>,
    /// The upload that the portrait came in, where it came piece by piece.
    pub upload: Option<UploadId>,
}

impl<'a> Files<'a> {
    pub async fn of(
        form: &'a Form<Typed>,
        conference: &Conference,
        sealer: &Sealer,
        errors: &mut Errors,
    ) -> Answer<Files<'a>> {
        let mut files = Self { portrait: None, scan: None, upload: None };
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

    /// Takes the portrait out of the account's upload that the form names, where no picture came with the form itself. An upload
    /// that has become the portrait on file is not missed: then the form is sent once more, because its answer was lost.
    pub async fn with_upload(
        mut self,
        connection: &mut Connection,
        (who, on_file): (AccountId, Option<FileId>),
        form: &Form<Typed>,
        errors: &mut Errors,
    ) -> Answer<Files<'a>> {
        let Some(id) = UploadId::parse(form.fields.text("portrait_upload")) else { return Ok(self) };
        if self.portrait.is_some() || errors.get("portrait").is_some() {
            return Ok(self);
        }
        let becomes = FileId(id.0);
        let Some(sent) = uploaded(connection, who, id, "portrait").await? else {
            if on_file != Some(becomes) {
                errors.say("portrait", "portrait-upload-gone");
            }
            return Ok(self);
        };
        match prepare(sent.bytes).await? {
            Ok(portrait) => {
                self.portrait = Some(Portrait { kept_as: Some(becomes), ..portrait });
                self.upload = Some(id);
            }
            Err(message) => errors.add("portrait", message),
        }
        Ok(self)
    }
}

/// Lets an upload go in the transaction that keeps the portrait it held.
pub async fn use_up_upload(tx: &mut Connection, who: AccountId, upload: Option<UploadId>) -> Answer<()> {
    match upload {
        Some(id) => use_up(tx, who, id).await,
        None => Ok(()),
    }
}
