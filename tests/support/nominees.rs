//! People as a focal point types them into the form.

use std::collections::BTreeMap;
use std::io::Cursor;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use plenipo::ids::{DelegationId, ParticipantId};
use plenipo::participants::{Participant, Status};
use plenipo::schema::participant;

use super::app::{Browser, Reply, World};
use super::people::Stage;

/// A form that lacks nothing, for somebody of this name.
#[derive(Clone, Debug)]
pub struct Nominee {
    pub id: ParticipantId,
    pub fields: BTreeMap<String, String>,
    pub portrait: Option<Vec<u8>>,
}

impl Nominee {
    pub fn new(stage: &Stage, name: &str) -> Self {
        let passport =
            format!("P{:09}", name.bytes().fold(7_u64, |sum, byte| (sum * 31 + u64::from(byte)) % 999_999_937));
        let fields = [
            ("version", "0"),
            ("category", &stage.delegates.to_string()),
            ("composition_title", "adviser"),
            ("document_name", name),
            ("family_name", name),
            ("sex", "F"),
            ("birth_day", "14"),
            ("birth_month", "3"),
            ("birth_year", "1988"),
            ("nationality", "SO"),
            ("residence", "SO"),
            ("functional_title", "Adviser"),
            ("protocol_rank", "other"),
            ("email", &format!("{}@example.org", name.to_lowercase().replace(' ', "."))),
            ("language", "en"),
            ("document_kind", "passport"),
            ("document_country", "SO"),
            ("document_number", &passport),
            ("document_expires_day", "2"),
            ("document_expires_month", "5"),
            ("document_expires_year", "2030"),
        ]
        .map(|(field, value)| (field.to_owned(), value.to_owned()));
        Self { id: ParticipantId::new(), fields: BTreeMap::from(fields), portrait: Some(jpeg(600, 800)) }
    }

    /// A head of State: needs neither portrait nor passport.
    pub fn head_of_state(stage: &Stage, name: &str) -> Self {
        let mut nominee = Self::new(stage, name).with("protocol_rank", "head_of_state").with("document_number", "");
        nominee.portrait = None;
        nominee
    }

    pub fn with(mut self, field: &str, value: &str) -> Self {
        self.fields.insert(field.to_owned(), value.to_owned());
        self
    }

    pub fn without_portrait(mut self) -> Self {
        self.portrait = None;
        self
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect()
    }

    fn path(&self, of: DelegationId, act: &str) -> String {
        format!("/delegations/{of}/people/{}{act}", self.id)
    }

    async fn send(&self, by: &mut Browser, path: &str) -> Reply {
        match &self.portrait {
            Some(portrait) => by.upload(path, &self.pairs(), &[("portrait", "photo.jpg", portrait)]).await,
            None => by.post(path, &self.pairs()).await,
        }
    }

    /// Saves the form as a draft.
    pub async fn save(&self, by: &mut Browser, of: DelegationId) -> Reply {
        self.send(by, &self.path(of, "")).await
    }

    /// Submits the form.
    pub async fn submit(&self, by: &mut Browser, of: DelegationId) -> Reply {
        self.send(by, &self.path(of, "/submission")).await
    }
}

/// A plain picture as JPEG.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([200, 180, 160])));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

impl World {
    /// The person as stored.
    pub async fn person(&self, id: ParticipantId) -> Participant {
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        participant::table.find(id).select(Participant::as_select()).first(&mut *c).await.unwrap()
    }

    pub async fn status(&self, id: ParticipantId) -> Status {
        self.person(id).await.status
    }

    /// Statements that a test needs to break a rule on purpose, or to stage something that no route does.
    pub async fn sql(&self, statements: &str) {
        use diesel_async::SimpleAsyncConnection;
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        c.batch_execute(statements).await.unwrap();
    }
}
