//! What a session's public page says beside place and time: agenda item, who organises, for whom it is, and its title in other languages.

use super::super::model::{Facts, Released, SignUpMode};
use super::super::queries;
use super::super::tongues::tongue;
use super::documents::{Paper, papers};
use crate::clock::Moment;
use crate::conferences::AtConference;
use crate::db::Connection;
use crate::language::Language;
use crate::web::Answer;

/// A text in a language that is not the reader's.
pub struct Foreign {
    pub code: &'static str,
    pub direction: &'static str,
    pub text: String,
}

/// The further facts of a session.
pub struct More {
    pub agenda_item: String,
    pub organisers: String,
    /// `D`, and what it means.
    pub audience: Vec<(String, String)>,
    pub recorded: bool,
    pub titles: Vec<Foreign>,
    /// How one signs up, where that is needed: words, and the way.
    pub sign_up: Option<(String, String)>,
    pub papers: Vec<Paper>,
}

pub fn more(facts: &Facts, language: Language) -> More {
    let own = facts.title.in_language(language);
    let titles = facts.title.iter().filter(|(_, text)| *text != own).filter_map(|(code, text)| {
        let tongue = tongue(code)?;
        Some(Foreign { code: tongue.code, direction: tongue.direction, text: text.to_owned() })
    });
    More {
        agenda_item: facts.agenda_item.in_language(language).to_owned(),
        organisers: facts.organisers(language),
        audience: facts
            .audience
            .iter()
            .map(|one| (one.letter.clone(), one.name.in_language(language).to_owned()))
            .collect(),
        recorded: facts.recorded,
        titles: titles.collect(),
        sign_up: None,
        papers: Vec::new(),
    }
}

/// How one signs up for a session, and the way there while it is still to come.
pub async fn sign_up_of(
    by: &AtConference,
    connection: &mut Connection,
    row: &Released,
    now: Moment,
) -> Answer<Option<(String, String)>> {
    let desk = queries::desk(connection, by.conference().id, row.session_id).await?;
    if desk.mode == SignUpMode::None || row.cancelled || now >= row.starts_at {
        return Ok(None);
    }
    let words = by.language().t(&format!("sign-up-mode-{}", desk.mode));
    Ok(Some((words, by.path(&format!("/programme/sessions/{}/sign-up", row.session_id)))))
}

/// The papers that everybody may read.
pub async fn papers_of(by: &AtConference, connection: &mut Connection, row: &Released) -> Answer<Vec<Paper>> {
    if row.gone {
        return Ok(Vec::new());
    }
    let rows = queries::documents(connection, by.conference().id, row.session_id).await?;
    let public = rows.into_iter().filter(|(document, ..)| document.is_public).collect();
    let base = by.path(&format!("/programme/sessions/{}/documents", row.session_id));
    Ok(papers(public, &base, by.language()))
}
