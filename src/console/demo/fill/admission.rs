//! Organisations that were not invited and ask to take part: two wait, one was asked something, one was declined.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::{Stage, both};
use crate::accounts::find_or_make_account;
use crate::db::Connection;
use crate::delegations::DelegationKind;
use crate::ids::ApplicationId;
use crate::language::collation;
use crate::schema::{admission_application, admission_window};
use crate::web::Answer;

struct Asking {
    /// In English and French.
    name: [&'static str; 2],
    kind: DelegationKind,
    country: &'static str,
    about: &'static str,
    people: i32,
    contact: &'static str,
    email: &'static str,
    language: &'static str,
    status: &'static str,
    note: &'static str,
    /// Days ago.
    sent: i32,
}

const ASKING: [Asking; 4] = [
    Asking {
        name: ["Tidal Records Society", "Société des relevés de marée"],
        kind: DelegationKind::Ngo,
        country: "PT",
        about: "We keep open measurements of coastal networks and would show them beside the exhibition.",
        people: 2,
        contact: "Marta Silveira",
        email: "marta@tidal-records.example",
        language: "en",
        status: "submitted",
        note: "",
        sent: 1,
    },
    Asking {
        name: ["University of the Grand Plateau", "Université du Grand-Plateau"],
        kind: DelegationKind::Academia,
        country: "SN",
        about: "Notre faculté de droit suit la convention depuis ses premiers projets et présenterait ses travaux.",
        people: 3,
        contact: "Awa Diallo",
        email: "awa@grand-plateau.example",
        language: "fr",
        status: "submitted",
        note: "",
        sent: 2,
    },
    Asking {
        name: ["Harbour Lights Media", "Médias Feux du port"],
        kind: DelegationKind::Media,
        country: "CL",
        about: "A weekly programme on the sea and its cables.",
        people: 4,
        contact: "Rodrigo Paine",
        email: "rodrigo@harbour-lights.example",
        language: "en",
        status: "returned",
        note: "Please tell us which of the four would be accredited as press, and for which outlet.",
        sent: 4,
    },
    Asking {
        name: ["Quickline Trading", "Quickline Négoce"],
        kind: DelegationKind::Company,
        country: "AE",
        about: "We sell telephones.",
        people: 12,
        contact: "Omar Haddad",
        email: "omar@quickline.example",
        language: "en",
        status: "declined",
        note: "The exhibition is full, and the conference has no other place for sales.",
        sent: 9,
    },
];

pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage) -> Answer<()> {
    diesel::insert_into(admission_window::table)
        .values((
            admission_window::conference_id.eq(stage.conference),
            admission_window::closes_at.eq(setting.at(1, 12, 0)),
        ))
        .execute(c)
        .await?;
    for one in &ASKING {
        let sent = setting.at(-one.sent, 9, 40);
        let account = find_or_make_account(c, one.email, one.contact, Some(one.language), sent).await?;
        diesel::insert_into(admission_application::table)
            .values((
                admission_application::id.eq(ApplicationId::new()),
                admission_application::conference_id.eq(stage.conference),
                admission_application::account_id.eq(account),
                admission_application::status.eq(one.status),
                admission_application::kind.eq(one.kind),
                admission_application::name.eq(both(one.name[0], one.name[1])),
                admission_application::name_key.eq(collation::fold(one.name[0])),
                admission_application::country.eq(one.country),
                admission_application::about.eq(one.about),
                admission_application::people.eq(one.people),
                admission_application::contact_name.eq(one.contact),
                admission_application::language.eq(one.language),
                admission_application::note.eq(one.note),
                admission_application::submitted_at.eq(sent),
                admission_application::decided_at.eq((one.status != "submitted").then(|| setting.at(-one.sent, 16, 5))),
            ))
            .execute(c)
            .await?;
    }
    Ok(())
}
