//! What the form of a person needs around it, whoever fills it in: what can be chosen.

use crate::accreditation::model::Step;
use crate::accreditation::rules::next;
use crate::clock::Moment;
use crate::conferences::{Category, Conference, categories};
use crate::db::Connection;
use crate::delegations::{DelegationKind, Quota, quotas};
use crate::ids::{CategoryId, DelegationId, ParticipantId};
use crate::language::Language;
use crate::participants::rules::{Window, is_late_entry, ranks_of};
use crate::participants::{Asked, Offered, Participant, Reading, people_of_delegation, read_person, today};
use crate::web::{Answer, Typed};

/// Categories, places and people of one delegation.
pub(super) struct Sheet {
    pub categories: Vec<Category>,
    pub quotas: Vec<Quota>,
    pub people: Vec<Participant>,
    pub now: Moment,
}

impl Sheet {
    pub async fn of(
        connection: &mut Connection,
        conference: &Conference,
        delegation: DelegationId,
        now: Moment,
    ) -> Answer<Self> {
        Ok(Self {
            categories: categories(connection, conference.id).await?,
            quotas: quotas(connection, conference.id, delegation).await?,
            people: people_of_delegation(connection, conference.id, delegation).await?,
            now,
        })
    }

    pub fn person(&self, id: ParticipantId) -> Option<&Participant> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Whose place somebody is to take, as long as they have one to give.
    pub fn replaced(&self, person: &Participant) -> Option<&Participant> {
        let other = self.person(person.replaces_id?)?;
        next(other.status, Step::Withdraw).is_ok().then_some(other)
    }

    /// The category with the most places left: what a new person is most likely to be.
    pub fn roomiest(&self) -> Option<CategoryId> {
        let left = |quota: &&Quota| quota.cap - quota.used;
        self.quotas.iter().filter(|quota| quota.cap > 0).max_by_key(left).map(|quota| quota.category_id)
    }

    /// What a focal point's form offers: the categories with places, the ranks of such a delegation.
    pub fn offered<'a>(
        &'a self,
        language: Language,
        (conference, kind): (&'a Conference, DelegationKind),
        person: Option<&'a Participant>,
    ) -> Offered<'a> {
        let was_handed_in = person.is_some_and(|person| person.submitted_at.is_some());
        let is_substitute = person.and_then(|person| self.replaced(person)).is_some();
        let late = is_late_entry(was_handed_in, is_substitute, Window::at(conference, self.now));
        let (categories, people) = (self.categories.as_slice(), self.people.as_slice());
        let ranks = ranks_of(kind);
        Offered { language, conference, categories, quotas: Some(&self.quotas), people, person, ranks, late }
    }
}

/// Reads what was typed against what was offered.
pub(super) fn read(offered: &Offered<'_>, typed: &Typed, now: Moment) -> Reading {
    let categories: Vec<CategoryId> = offered.offered_categories().iter().map(|category| category.id).collect();
    let companions: Vec<ParticipantId> = offered.companions().iter().map(|other| other.id).collect();
    let asked = Asked {
        categories: &categories,
        companions: &companions,
        ranks: offered.ranks,
        before: offered.person,
        now,
        today: today(offered.conference, now),
    };
    read_person(typed, &asked)
}
