//! The demonstration's portraits for twelve people of its sample sheet: sent with one button, or fetched to be dropped by
//! hand. The button also lays the specimen of a passport into their files, for an officer to compare. Only demonstrations have
//! them.

use std::collections::HashMap;
use std::io::Write;

use actix_web::HttpResponse;
use actix_web::web::{Path, block};
use flate2::Crc;
use serde_json::json;

use crate::audit::{Who, record_with};
use crate::clock::{Clock, Moment};
use crate::console::demo::chance::Chance;
use crate::console::demo::fill::give_specimens;
use crate::console::demo::names::Sex as DrawnSex;
use crate::console::demo::portraits::{appearance, files};
use crate::db::Db;
use crate::delegations::FocalPoint;
use crate::files::Sealer;
use crate::ids::{DelegationId, ParticipantId};
use crate::language::collation::fold;
use crate::participants::import::{SAMPLE, SamplePerson};
use crate::participants::{Sex, bring_picture, people_of_delegation};
use crate::web::{Answer, Form, Problem, Sent, Typed, attach, redirect};

/// The culture that the sample's people are drawn in.
const CULTURE: &str = "samoan";

/// Every portrait with the name of its file.
async fn portraits() -> Answer<Vec<(String, Vec<u8>)>> {
    let drawn = block(|| {
        let seen = SAMPLE.iter().enumerate().filter_map(|(place, person)| Some((place, person, person.picture?)));
        seen.map(|(place, person, name)| drawn(place, person, name)).collect::<Option<Vec<_>>>()
    });
    drawn.await?.ok_or_else(|| Problem::broken("a sample portrait could not be drawn"))
}

fn drawn(place: usize, person: &SamplePerson, name: &str) -> Option<(String, Vec<u8>)> {
    let born: u16 = person.birth.split('-').next()?.parse().ok()?;
    let sex = if person.sex == Sex::Female { DrawnSex::Female } else { DrawnSex::Male };
    let age = u8::try_from(2026 - i32::from(born)).unwrap_or(40);
    let look = appearance(&mut Chance::of(12, "sample portraits", place as u64), CULTURE, sex, age);
    Some((name.to_owned(), files(&look)?.master))
}

fn only_in_demonstrations(by: &FocalPoint) -> Answer<()> {
    if by.conference().demonstration { Ok(()) } else { Err(Problem::NotFound) }
}

/// Sends all of them, as if they had been dropped.
pub async fn send(by: FocalPoint, _: Path<DelegationId>, _: Form<Typed>, clock: Clock, db: Db) -> Answer<HttpResponse> {
    only_in_demonstrations(&by)?;
    let portraits = portraits().await?;
    give_papers(&by, &db, &portraits, clock.now()).await?;
    for (name, bytes) in portraits {
        let sent = Sent { field: "pictures".to_owned(), name, bytes, too_large: false };
        if bring_picture(&db, &by, &sent, clock.now()).await?.is_err() {
            break;
        }
    }
    Ok(redirect(&by.path("/people/portraits")))
}

/// Lays specimens of passports into the files of those of the sample who stand in the list.
async fn give_papers(by: &FocalPoint, db: &Db, portraits: &[(String, Vec<u8>)], now: Moment) -> Answer<()> {
    let (conference, sealer) = (by.conference(), Sealer::of(by.visit().site())?);
    let mut tx = db.begin().await?;
    let people = people_of_delegation(&mut tx, conference.id, by.delegation().id).await?;
    let of = |file: &str| {
        let drawn = SAMPLE.iter().find(|one| one.picture == Some(file))?;
        let called = |family: &str, given: &str| {
            (fold(family), fold(given)) == (fold(drawn.family_name), fold(drawn.given_name))
        };
        people.iter().find(|person| called(&person.family_name, &person.given_name)).map(|person| person.id)
    };
    let faces: HashMap<ParticipantId, Vec<u8>> =
        portraits.iter().filter_map(|(file, bytes)| Some((of(file)?, bytes.clone()))).collect();
    for person in give_specimens(&mut tx, conference, &sealer, faces, now).await? {
        let (who, subject) = (Who::Account(by.account()), ("participant", person.0));
        let facts = json!({ "fields": ["scan"] });
        record_with(&mut tx, Some(conference.id), who, "participant_changed", subject, facts, now).await?;
    }
    tx.commit().await
}

/// All of them in one file.
pub async fn zip(by: FocalPoint, _: Path<DelegationId>) -> Answer<HttpResponse> {
    only_in_demonstrations(&by)?;
    let name = format!("{}.zip", by.language().t("portraits-sample-name"));
    Ok(attach(&name, "application/zip", archive(&portraits().await?)?))
}

/// A ZIP file of files stored as they are: JPEG does not get smaller. (APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16.)
fn archive(files: &[(String, Vec<u8>)]) -> Answer<Vec<u8>> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let mut crc = Crc::new();
        crc.update(bytes);
        let size = u32::try_from(bytes.len()).map_err(Problem::broken)?;
        let start = u32::try_from(out.len()).map_err(Problem::broken)?;
        let length = u16::try_from(name.len()).map_err(Problem::broken)?;
        // Version 2.0, names in UTF-8, no compression, no time.
        let mut common = Vec::new();
        common.write_all(&20_u16.to_le_bytes())?;
        common.write_all(&0x0800_u16.to_le_bytes())?;
        common.write_all(&[0; 2])?;
        common.write_all(&[0, 0, 0x21, 0x5a])?;
        for number in [crc.sum(), size, size] {
            common.write_all(&number.to_le_bytes())?;
        }
        common.write_all(&length.to_le_bytes())?;
        common.write_all(&[0; 2])?;
        out.write_all(b"PK\x03\x04")?;
        out.write_all(&common)?;
        out.write_all(name.as_bytes())?;
        out.write_all(bytes)?;
        directory.write_all(b"PK\x01\x02\x14\x00")?;
        directory.write_all(&common)?;
        directory.write_all(&[0; 10])?;
        directory.write_all(&start.to_le_bytes())?;
        directory.write_all(name.as_bytes())?;
    }
    let start = u32::try_from(out.len()).map_err(Problem::broken)?;
    let count = u16::try_from(files.len()).map_err(Problem::broken)?;
    out.write_all(&directory)?;
    out.write_all(b"PK\x05\x06\x00\x00\x00\x00")?;
    out.write_all(&count.to_le_bytes())?;
    out.write_all(&count.to_le_bytes())?;
    out.write_all(&u32::try_from(directory.len()).map_err(Problem::broken)?.to_le_bytes())?;
    out.write_all(&start.to_le_bytes())?;
    out.write_all(&[0; 2])?;
    Ok(out)
}
