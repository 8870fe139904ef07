//! A delegation, its focal point and two officers.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use plenipo::conferences::DutyKind;
use plenipo::ids::{DecisionId, DelegationId, ParticipantId};
use plenipo::mail::MailState;
use plenipo::schema::{decision, mail};
use uuid::Uuid;

use crate::support::nominees::Nominee;
use crate::support::people::Stage;
use crate::support::{Browser, Reply, World};

pub struct Office {
    pub world: World,
    pub stage: Stage,
    pub delegation: DelegationId,
    pub focal: Browser,
    pub officer: Browser,
    pub colleague: Browser,
}

impl Office {
    pub async fn new(places: i32) -> Self {
        let (world, stage) = World::new().await;
        let delegation = world.delegation(&stage, "Somalia", places).await;
        let focal = world.focal_point(&stage, delegation, "focal@example.org").await;
        let officer = world.on_duty(&stage, "mwangi@example.org", DutyKind::AccreditationOfficer).await;
        let colleague = world.on_duty(&stage, "kim@example.org", DutyKind::AccreditationOfficer).await;
        Self { world, stage, delegation, focal, officer, colleague }
    }

    pub fn nominee(&self, name: &str) -> Nominee {
        Nominee::new(&self.stage, name)
    }

    /// Somebody handed in through the form.
    pub async fn submitted(&mut self, name: &str) -> ParticipantId {
        let nominee = self.nominee(name);
        let reply = nominee.submit(&mut self.focal, self.delegation).await;
        assert_eq!(reply, 303, "{}", reply.text());
        nominee.id
    }

    pub fn file(&self, id: ParticipantId, act: &str) -> String {
        format!("/{}/files/{id}{act}", self.stage.slug)
    }

    /// An officer's act with the version that stands now.
    pub async fn act(&self, by: &mut Browser, id: ParticipantId, act: &str, fields: &[(&str, &str)]) -> Reply {
        let version = self.world.person(id).await.version.to_string();
        let fields: Vec<_> = [("version", version.as_str())].into_iter().chain(fields.iter().copied()).collect();
        by.post(&self.file(id, act), &fields).await
    }

    /// The last decision on a file: its key, step, reasons.
    pub async fn last_decision(&self, id: ParticipantId) -> (DecisionId, String, Vec<String>) {
        let db = self.world.db();
        let mut c = db.connection().await.unwrap();
        decision::table
            .filter(decision::participant_id.eq(id))
            .order((decision::at.desc(), decision::id.desc()))
            .select((decision::id, decision::step, decision::reasons))
            .first(&mut *c)
            .await
            .unwrap()
    }

    /// Kind, address, state and due second of every mail about a decision, and what they say.
    pub async fn mails_about(&self, id: DecisionId) -> Vec<(String, String, MailState, i64, String)> {
        let db = self.world.db();
        let mut c = db.connection().await.unwrap();
        let subject: Uuid = id.0;
        let found: Vec<(String, String, MailState, plenipo::clock::Moment, String)> = mail::table
            .filter(mail::subject_kind.eq("decision"))
            .filter(mail::subject_id.eq(subject))
            .select((mail::kind, mail::to_address, mail::state, mail::due_at, mail::body_text))
            .load(&mut *c)
            .await
            .unwrap();
        let now = self.world.now();
        found.into_iter().map(|(kind, to, state, due, text)| (kind, to, state, due.seconds_since(now), text)).collect()
    }
}
