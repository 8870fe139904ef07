//! Every key has a type of its own, and all of them live here, so that a low room can say *who* without naming a high one.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, serde::Serialize, serde::Deserialize)]
        #[diesel(sql_type = diesel::sql_types::Uuid)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new key, larger than those made before it (UUID version 7).
            #[allow(clippy::disallowed_methods, clippy::new_without_default, reason = "keys are made here")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// Reads a key from a URL or a form.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::parse_str(text).ok().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromSql<diesel::sql_types::Uuid, Pg> for $name {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                FromSql::<diesel::sql_types::Uuid, Pg>::from_sql(value).map(Self)
            }
        }

        impl ToSql<diesel::sql_types::Uuid, Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                ToSql::<diesel::sql_types::Uuid, Pg>::to_sql(&self.0, out)
            }
        }
    )*};
}

ids! {
    AuditEntryId MailId FileId UploadId
    AccountId
    /// A signed-in browser. (A meeting of the programme is a [`SessionId`].)
    BrowserSessionId
    OneTimeKeyId ParkedFormId
    ConferenceId AreaId CategoryId OpeningId DutyId
    DelegationId FocalPointId LetterId AnswerId ReminderId FocalPointRequestId ApplicationId ApplicationDocumentId
    PersonId ParticipantId PersonalLinkId
    WaitingPortraitId
    DecisionId ReceiptId
    BadgeId
    GateId DeviceId ScanId ExceptionId PassId NoteId
    BuildingId MeetingRoomId RoomWindowId BlockerId WalkId TeamId
    SessionId SessionPersonId SessionDocumentId SeriesId SignUpId ReleaseId
    AgendaId
    HallId StandId
}
