//! The scan that an officer compares: the data page of an identity paper for everybody who waits. It is drawn, says of itself
//! that it is a specimen, and is sealed like any other.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::Setting;
use super::stage::Stage;
use crate::clock::{Day, Moment};
use crate::conferences::Conference;
use crate::db::Connection;
use crate::delegations::entities;
use crate::files::typeset::{
    Align, Block, Canvas, Ink, Pdf, PdfError, Room, Spot, Style, Typesetter, guilloche, rosette,
};
use crate::files::{FileType, NewFile, Sealer, store};
use crate::ids::*;
use crate::participants::SCAN_BYTES;
use crate::schema::*;
use crate::web::{Answer, Problem};

/// The width of a letter that machines read, in millimetres.
const BOX: f32 = 2.58;
const INK: Ink = Ink::of([24, 34, 46]);
const SOFT: Ink = Ink::of([96, 106, 118]);

/// Somebody whom an officer will look at.
#[derive(Queryable)]
struct Filed {
    id: ParticipantId,
    reference: i32,
    family: String,
    given: String,
    sex: Option<String>,
    born: Option<Day>,
    country: Option<String>,
    expires: Option<Day>,
    submitted: Option<Moment>,
    portrait: Option<FileId>,
}

/// The columns of [`Filed`], in its order.
const FILED: (
    participant::id,
    participant::reference,
    participant::family_name,
    participant::given_name,
    participant::sex,
    participant::birth_date,
    participant::nationality,
    participant::document_expires_on,
    participant::submitted_at,
    participant::portrait_print_file_id,
) = (
    participant::id,
    participant::reference,
    participant::family_name,
    participant::given_name,
    participant::sex,
    participant::birth_date,
    participant::nationality,
    participant::document_expires_on,
    participant::submitted_at,
    participant::portrait_print_file_id,
);

/// Gives each of them a sealed scan.
pub(super) async fn build(c: &mut Connection, setting: &Setting, stage: &Stage, sealer: &Sealer) -> Answer<()> {
    let waiting = waiting(c, stage).await?;
    let drawn = tokio::task::spawn_blocking(move || draw_all(waiting)).await.map_err(Problem::broken)??;
    for (person, content) in &drawn {
        let at = person.submitted.unwrap_or(setting.now);
        keep(c, (stage.conference, setting.first.plus_days(31)), sealer, (person, content), at).await?;
    }
    Ok(())
}

/// Gives people of the sample sheet a specimen with their portraits, as far as their delegation has the file open and no paper is
/// in it; says whose.
pub(in crate::console) async fn give_specimens(
    c: &mut Connection,
    conference: &Conference,
    sealer: &Sealer,
    mut faces: HashMap<ParticipantId, Vec<u8>>,
    now: Moment,
) -> Answer<Vec<ParticipantId>> {
    let open: Vec<Filed> = participant::table
        .filter(participant::conference_id.eq(conference.id))
        .filter(participant::id.eq_any(faces.keys().copied().collect::<Vec<_>>()))
        .filter(participant::status.eq_any(["draft", "returned"]))
        .filter(participant::document_file_id.is_null())
        .select(FILED)
        .load(c)
        .await?;
    let people = open.into_iter().map(|person| (faces.remove(&person.id), person)).map(|(face, person)| (person, face));
    let people = people.collect();
    let drawn = tokio::task::spawn_blocking(move || draw_all(people)).await.map_err(Problem::broken)??;
    for (person, content) in &drawn {
        keep(c, (conference.id, conference.documents_purge_on), sealer, (person, content), now).await?;
    }
    Ok(drawn.iter().map(|(person, _)| person.id).collect())
}

/// Whom officers will look at, with their portraits.
async fn waiting(c: &mut Connection, stage: &Stage) -> Answer<Vec<(Filed, Option<Vec<u8>>)>> {
    let waiting: Vec<Filed> = participant::table
        .filter(participant::conference_id.eq(stage.conference))
        .filter(participant::status.eq_any(["submitted", "on_hold"]))
        .order(participant::ordinal)
        .select(FILED)
        .load(c)
        .await?;
    let files: Vec<FileId> = waiting.iter().filter_map(|person| person.portrait).collect();
    let mut faces: HashMap<FileId, Vec<u8>> = stored_file_chunk::table
        .filter(stored_file_chunk::file_id.eq_any(files))
        .select((stored_file_chunk::file_id, stored_file_chunk::content))
        .load::<(FileId, Vec<u8>)>(c)
        .await?
        .into_iter()
        .collect();
    let with_face = |person: Filed| (person.portrait.and_then(|file| faces.remove(&file)), person);
    Ok(waiting.into_iter().map(with_face).map(|(face, person)| (person, face)).collect())
}

/// Draws the pages on two threads.
fn draw_all(mut first: Vec<(Filed, Option<Vec<u8>>)>) -> Answer<Vec<(Filed, Vec<u8>)>> {
    let second = first.split_off(first.len() / 2);
    let draw = |half: Vec<(Filed, Option<Vec<u8>>)>| -> Answer<Vec<(Filed, Vec<u8>)>> {
        let mut press = Press { setter: Typesetter::new(Vec::new()), letters: HashMap::new() };
        let page = |(person, face): (Filed, Option<Vec<u8>>)| {
            let content = press.data_page(&person, face.as_deref()).map_err(Problem::broken)?;
            Ok((person, content))
        };
        half.into_iter().map(page).collect()
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| draw(second));
        let mut all = draw(first)?;
        all.extend(other.join().map_err(|_| Problem::broken("a data page could not be drawn"))??);
        Ok(all)
    })
}

/// Seals a scan of one conference, erased with its other papers.
async fn keep(
    c: &mut Connection,
    (conference, erased_on): (ConferenceId, Day),
    sealer: &Sealer,
    (person, content): (&Filed, &[u8]),
    at: Moment,
) -> Answer<()> {
    let new = NewFile {
        conference,
        kind: "identity_document",
        name: "passport.pdf",
        content,
        allowed: &[FileType::Pdf],
        limit: SCAN_BYTES,
        purge_on: Some(erased_on),
        sealed_with: Some(sealer),
    };
    let file = store(c, &new, at).await?;
    let row = participant::table.find(person.id);
    diesel::update(row).set(participant::document_file_id.eq(file)).execute(c).await?;
    Ok(())
}

/// What the pages are set with. The letters that machines read stand in boxes of one width, and each is laid out once.
struct Press {
    setter: Typesetter,
    letters: HashMap<char, Block>,
}

impl Press {
    /// A data page of 125 x 88 mm that says of itself that it is a specimen. Its number stands in the file and nowhere else.
    fn data_page(&mut self, person: &Filed, face: Option<&[u8]>) -> Result<Vec<u8>, PdfError> {
        let code = person.country.as_deref().unwrap_or("XX");
        let (state, alpha3) = entities::by_code(code).map_or_else(
            || (code.to_owned(), "XXX".to_owned()),
            |one| (one.short("en").to_owned(), one.alpha3.clone()),
        );
        let Self { setter, letters } = self;
        let mut pdf = Pdf::new(setter, "Passport", Some("en"));
        pdf.page(125.0, 88.0, |canvas| {
            canvas.rectangle(0.0, 0.0, 125.0, 88.0, Ink::of([246, 243, 234]));
            let seed = person.reference.unsigned_abs();
            canvas.stroke(guilloche(-4.0, 4.0, 134.0, 60.0, 11, seed), 0.12, Ink::of([64, 110, 132]).at(0.16));
            canvas.stroke(rosette(104.0, 36.0, 17.0, 9, seed), 0.1, Ink::of([122, 31, 51]).at(0.35));
            say(canvas, &state.to_uppercase(), (6.0, 9.0, 80.0), Style::serif(600, 10.0), INK);
            say(canvas, "PASSPORT · SPECIMEN", (86.0, 9.0, 34.0), Style::sans(400, 6.5), SOFT);
            if let Some(face) = face {
                canvas.jpeg(face, 6.0, 15.0, 33.0, 44.0)?;
            }
            for (place, (label, value)) in lines(person, &state).into_iter().enumerate() {
                let top = 17.5 + 8.4 * place as f32;
                say(canvas, label, (44.0, top, 76.0), Style::sans(400, 5.5), SOFT);
                say(canvas, &value, (44.0, top + 3.8, 76.0), Style::sans(600, 8.5), INK);
            }
            canvas.rectangle(0.0, 67.0, 125.0, 21.0, Ink::WHITE.at(0.75));
            for (place, line) in machine_readable(person, &alpha3).iter().enumerate() {
                for (column, letter) in line.chars().enumerate() {
                    let (x, baseline) = (6.0 + BOX * column as f32, 74.5 + 7.0 * place as f32);
                    let block = letters.entry(letter).or_insert_with(|| {
                        let style = Style::sans(400, 8.5);
                        canvas.fit(&letter.to_string(), style, Room { width: BOX, lines: 1, least: style.size * 0.6 })
                    });
                    canvas.text(block, Spot { x, baseline, width: BOX, align: Align::Left }, INK);
                }
            }
            Ok::<(), PdfError>(())
        })?;
        pdf.finish()
    }
}

fn say(canvas: &mut Canvas<'_>, text: &str, (x, baseline, width): (f32, f32, f32), style: Style, ink: Ink) {
    let block = canvas.fit(text, style, Room { width, lines: 1, least: style.size * 0.6 });
    canvas.text(&block, Spot { x, baseline, width, align: Align::Left }, ink);
}

fn lines(person: &Filed, state: &str) -> [(&'static str, String); 5] {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        ("Surname / Nom", person.family.clone()),
        ("Given names / Prénoms", person.given.clone()),
        ("Nationality / Nationalité", state.to_owned()),
        ("Date of birth / Date de naissance", day(person.born)),
        ("Date of expiry / Date d'expiration", day(person.expires)),
    ]
}

/// The two lines that machines read, with the number left blank.
fn machine_readable(person: &Filed, alpha3: &str) -> [String; 2] {
    let plain = |text: &str| -> String {
        let folded = crate::language::collation::fold(text);
        folded.to_uppercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '<' }).collect()
    };
    let short = |day: Option<Day>| day.map(|day| day.to_string().replace('-', "")[2..].to_owned()).unwrap_or_default();
    let first = format!("P<{alpha3}{}<<{}", plain(&person.family), plain(&person.given));
    let sex = person.sex.as_deref().unwrap_or("<");
    let second = format!("<<<<<<<<<<{alpha3}{}<{sex}{}<", short(person.born), short(person.expires));
    [first, second].map(|line| format!("{line:<<44}").chars().take(44).collect())
}
