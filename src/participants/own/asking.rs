//! Asking somebody to complete their own draft: the link in their mail, and what its button does.

use sha2::{Digest, Sha256};

use super::letters::PleaseComplete;
use super::model::PersonalLink;
use super::queries::{self, NewLink};
use crate::accounts::{account_by_id, find_or_make_account};
use crate::audit::{Who, record};
use crate::clock::Moment;
use crate::conferences::{Category, Conference, categories};
use crate::db::Connection;
use crate::delegations::{Delegation, FocalPoint};
use crate::ids::{AccountId, ConferenceId, ParticipantId, PersonalLinkId};
use crate::language::Language;
use crate::mail::{self, Draft};
use crate::participants::actions::create_draft;
use crate::participants::model::{Details, Participant, Status};
use crate::participants::queries::{locked, set_declined};
use crate::participants::rules::Window;
use crate::web::{Answer, Problem, Site};

/// A link lives at least so long, also when the window closes sooner: seconds.
const SHORTEST: i64 = 7 * 24 * 3600;
/// A person is written to at most so often within an hour.
const PAUSE: i64 = 60;

/// What a link opens.
#[derive(Debug)]
pub enum LinkState {
    /// The form of this person.
    Open(Box<Participant>),
    /// The delegation has withdrawn it, sent another, or the draft has another address now.
    Withdrawn,
    /// The person has said that they do not come.
    Declined,
    RunOut,
    /// The file is with the officers, or decided: its page says where it stands.
    HandedIn(ParticipantId),
    /// There is no such link.
    Unknown,
}

fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// 256 random bits as text.
fn random_token() -> Answer<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| Problem::broken(error.to_string()))?;
    Ok(data_encoding::BASE64URL_NOPAD.encode(&bytes))
}

/// Writes a new draft and asks its person to complete it. The key came with the form: sent twice, it makes one person and one
/// mail.
///
/// # Errors
/// As for [`ask`]; not found when the key is another delegation's.
pub async fn invite_new(
    tx: &mut Connection,
    by: &FocalPoint,
    id: ParticipantId,
    details: &Details,
    note: &str,
    now: Moment,
) -> Answer<Participant> {
    match locked(tx, by.conference_id(), id).await {
        Ok(known) if known.delegation_id == by.delegation().id => return Ok(known),
        Ok(_) => return Err(Problem::NotFound),
        Err(Problem::NotFound) => {}
        Err(other) => return Err(other),
    }
    let at = (by.conference_id(), by.delegation().id);
    create_draft(tx, at, id, details, by.account(), now).await?;
    ask(tx, by, id, note, now).await
}

/// Asks the person of a draft to complete it: a mail in their language, with a link that replaces the one before it.
///
/// # Errors
/// Not found when it is another delegation's; refused when it is no draft, names no address, or was asked a moment ago.
pub async fn ask(
    tx: &mut Connection,
    by: &FocalPoint,
    id: ParticipantId,
    note: &str,
    now: Moment,
) -> Answer<Participant> {
    let person = own_draft(tx, by, id).await?;
    let asking =
        Asking { site: by.visit().site(), conference: by.conference(), delegation: by.delegation(), by: by.account() };
    send_link(tx, &asking, &person, note, now).await?;
    Ok(person)
}

/// On whose behalf a link is sent.
pub struct Asking<'a> {
    pub site: &'a Site,
    pub conference: &'a Conference,
    pub delegation: &'a Delegation,
    pub by: AccountId,
}

/// Sends the person of a draft a link of their own; the one before it opens nothing any more. The caller has checked that it is
/// a draft of the delegation.
///
/// # Errors
/// Refused when it names no address, or was asked a moment ago.
pub async fn send_link(
    tx: &mut Connection,
    by: &Asking<'_>,
    person: &Participant,
    note: &str,
    now: Moment,
) -> Answer<()> {
    let id = person.id;
    let Some(email) = person.email.clone() else { return Err(Problem::refused("own-asked-needs-an-address")) };
    if let Some(last) = queries::newest_link(tx, id).await?
        && last.email == email
        && last.revoked_at.is_none()
        && now.seconds_since(last.sent_at) < PAUSE
    {
        return Err(Problem::refused("own-asked-a-moment-ago"));
    }
    queries::begin_form(tx, person.conference_id, id, None, now).await?;
    queries::revoke_links(tx, id, now).await?;
    set_declined(tx, id, None).await?;
    // Whoever loses the link signs in by a code.
    find_or_make_account(tx, &email, &person.name(), person.language.as_deref(), now).await?;
    let (token, link) = (random_token()?, PersonalLinkId::new());
    let until = last_day(by.conference, now);
    let hash = digest(&token);
    let new = NewLink { id: link, person, email: &email, token_hash: &hash, by: by.by, now, expires_at: until };
    queries::insert_link(tx, &new).await?;
    write_to(tx, by, person, (&email, &token, note), until, now).await?;
    let who = Who::Account(by.by);
    record(tx, Some(person.conference_id), who, "own_form_asked", ("participant", id.0), now).await?;
    Ok(())
}

/// A draft of the delegation, locked.
async fn own_draft(tx: &mut Connection, by: &FocalPoint, id: ParticipantId) -> Answer<Participant> {
    let person = locked(tx, by.conference_id(), id).await?;
    if person.delegation_id != by.delegation().id {
        return Err(Problem::NotFound);
    }
    if person.status != Status::Draft {
        return Err(Problem::refused("own-asked-drafts-alone"));
    }
    Ok(person)
}

/// Until when a link is good: to the end of the window, and a week at least.
fn last_day(conference: &Conference, now: Moment) -> Moment {
    let ends = Window::at(conference, now).last_call(conference);
    ends.map_or(now.plus_seconds(SHORTEST), |ends| Moment::max(ends, now.plus_seconds(SHORTEST)))
}

async fn write_to(
    tx: &mut Connection,
    by: &Asking<'_>,
    person: &Participant,
    (email, token, note): (&str, &str, &str),
    until: Moment,
    now: Moment,
) -> Answer<()> {
    let (site, conference) = (by.site, by.conference);
    let language = Language::or_fallback(person.language.as_deref().or(Some(&by.delegation.language)));
    let offered = categories(tx, conference.id).await?;
    let link = site.link(&format!("/people/link/{token}"));
    let letter = PleaseComplete {
        greeted: person.name(),
        delegation: by.delegation.name.in_language(language).to_owned(),
        category: name_of(&offered, person, language),
        // The link may live longer than there is time.
        until: language.date_time(
            Window::at(conference, now).last_call(conference).map_or(until, |call| Moment::min(call, until)),
            &conference.zone(),
        ),
        note: note.to_owned(),
        link: link.clone(),
        email: email.to_owned(),
        sign_in: site.link(&format!("/people/{}/form", person.id)),
    };
    let head = conference.letterhead(site, language);
    let draft = Draft::new(&letter, &head, email, &person.name(), now)?.about("participant", person.id.0).hiding(link);
    mail::queue(tx, &draft, now).await?;
    Ok(())
}

fn name_of(categories: &[Category], person: &Participant, language: Language) -> String {
    let category = categories.iter().find(|category| category.id == person.category_id);
    category.map(|category| category.name.in_language(language).to_owned()).unwrap_or_default()
}

/// Takes a link back: it opens nothing any more, and neither does signing in. What was typed stays in the draft.
///
/// # Errors
/// Not found when it is another delegation's.
pub async fn revoke(tx: &mut Connection, by: &FocalPoint, id: ParticipantId, now: Moment) -> Answer<Participant> {
    let person = locked(tx, by.conference_id(), id).await?;
    if person.delegation_id != by.delegation().id {
        return Err(Problem::NotFound);
    }
    let had_link = queries::revoke_links(tx, id, now).await?;
    let had_form = queries::end_asking(tx, id).await?;
    if had_link || had_form {
        let who = Who::Account(by.account());
        record(tx, Some(person.conference_id), who, "own_form_withdrawn", ("participant", id.0), now).await?;
    }
    Ok(person)
}

/// What a token opens now. Looking changes nothing: mail filters look, twice.
pub async fn link_of(connection: &mut Connection, token: &str, now: Moment) -> Answer<LinkState> {
    let Some(link) = queries::link_by_digest(connection, &digest(token)).await? else { return Ok(LinkState::Unknown) };
    state(connection, &link, now).await
}

async fn state(connection: &mut Connection, link: &PersonalLink, now: Moment) -> Answer<LinkState> {
    let person = person_of(connection, link.conference_id, link.participant_id).await?;
    Ok(match person {
        person if link.revoked_at.is_some() && person.declined_at.is_some() => LinkState::Declined,
        _ if link.revoked_at.is_some() => LinkState::Withdrawn,
        person if person.email.as_deref() != Some(link.email.as_str()) => LinkState::Withdrawn,
        person if person.status != Status::Draft => LinkState::HandedIn(person.id),
        _ if now >= link.expires_at => LinkState::RunOut,
        person => LinkState::Open(Box::new(person)),
    })
}

async fn person_of(connection: &mut Connection, conference: ConferenceId, id: ParticipantId) -> Answer<Participant> {
    crate::participants::queries::participant_by_id(connection, conference, id).await
}

/// Presses the button of a link: gives the account to be signed in, or what else has become of the link. `None` where the
/// account opens more than this form and the link was used before: a code by mail leads to it then.
pub async fn enter(tx: &mut Connection, token: &str, now: Moment) -> Answer<(LinkState, Option<AccountId>)> {
    let Some(found) = queries::link_by_digest(tx, &digest(token)).await? else { return Ok((LinkState::Unknown, None)) };
    let link = queries::lock_link(tx, found.id).await?;
    let state = state(tx, &link, now).await?;
    let LinkState::Open(person) = &state else { return Ok((state, None)) };
    let name = person.name();
    let account = find_or_make_account(tx, &link.email, &name, person.language.as_deref(), now).await?;
    let whose = account_by_id(tx, account).await?;
    let guarded = whose.administrator || whose.password_hash.is_some();
    let used_up = link.used_at.is_some() && queries::works_here(tx, account).await?;
    if guarded || used_up || whose.disabled_at.is_some() {
        return Ok((state, None));
    }
    queries::mark_used(tx, link.id, now).await?;
    queries::mark_begun(tx, person.id, now).await?;
    Ok((state, Some(account)))
}
