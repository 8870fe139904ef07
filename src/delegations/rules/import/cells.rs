//! The cells of one row, read into what is wanted; what is wrong is noted with its column.

use super::{PlannedFocalPoint, Reading};
use crate::delegations::entities::{self, Entity, Kind};
use crate::delegations::model::{Delegation, DelegationKind, DelegationWish, Quota};
use crate::delegations::rules::naming::{LANGUAGES, REGIONS, default_letters, entity_fits, named_here, region_of};
use crate::ids::{CategoryId, DelegationId};
use crate::language::{Language, Localized, Message, collation, shipped};
use crate::web::{ascii_digits, is_email};

const MOST_IN_A_KEY: usize = 80;
const MOST_IN_A_NAME: usize = 200;

impl Reading<'_> {
    /// The State, territory or Union that the row is about: by its cell, else by the name or the key.
    pub(super) fn entity(&mut self) -> Option<&'static Entity> {
        let column = self.columns.entity;
        let text = self.cell(column);
        if !text.is_empty() {
            let found = entities::find(text);
            if found.is_none() {
                self.wrong(column, Message::new("import-no-such-entity").with("text", text));
            }
            return found;
        }
        let kind = self.stated_kind()?;
        if !kind.is_entity() {
            return None;
        }
        let names = self.columns.names.clone();
        let by_name = names.into_iter().find_map(|(_, column)| entities::find(self.cell(Some(column))));
        by_name.or_else(|| entities::by_code(self.cell(self.columns.key)))
    }

    /// The kind as the row says it: in our own word or in a shipped language.
    fn stated_kind(&self) -> Option<DelegationKind> {
        let text = collation::fold(self.cell(self.columns.kind));
        let says = |kind: &DelegationKind| {
            text == collation::fold(&kind.as_str().replace('_', " "))
                || shipped().any(|language| text == collation::fold(&language.t(&kind.key())))
        };
        DelegationKind::ALL.iter().copied().find(says)
    }

    pub(super) fn key(&mut self, entity: Option<&Entity>) -> String {
        let column = self.columns.key;
        let text = self.cell(column);
        if text.chars().count() > MOST_IN_A_KEY {
            self.wrong(column, Message::new("field-too-long").with("most", MOST_IN_A_KEY));
        }
        if text.is_empty() {
            if let Some(entity) = entity {
                // A State, a territory or the Union stands on the list once, under whatever key.
                let own = |one: &&Delegation| one.kind.is_entity() && one.entity.as_deref() == Some(&*entity.alpha2);
                let standing = self.known.delegations.iter().find(own);
                return standing.map_or_else(|| entity.alpha2.clone(), |one| one.key.clone());
            }
            self.say(column, "import-key-missing");
        }
        text.to_owned()
    }

    /// What the row wants of its delegation; nothing where it says too little.
    pub(super) fn wish(
        &mut self,
        key: &str,
        entity: Option<&'static Entity>,
        existing: Option<&Delegation>,
    ) -> Option<DelegationWish> {
        let kind = self.kind(entity, existing)?;
        let before = existing.map(Delegation::wish);
        let language = self.language(existing);
        if kind.is_entity() {
            let standing = existing.and_then(|one| one.entity.as_deref()).and_then(entities::by_code);
            let Some(entity) = entity.or(standing) else {
                self.say(self.columns.entity, "import-entity-missing");
                return None;
            };
            if !entity_fits(kind, entity) {
                self.say(self.columns.kind.or(self.columns.entity), "import-entity-is-no-such-kind");
            }
            self.check_name_is_of(entity);
            let (own_name, own_formal_name) = self.own_names(before.as_ref());
            let (name, formal_name) = named_here(entity, &own_name, &own_formal_name);
            let standing = before.and_then(|before| before.region);
            let region = self.region(standing.or_else(|| region_of(entity).map(ToOwned::to_owned)));
            let entity = Some(entity.alpha2.clone());
            let key = key.to_owned();
            return Some(DelegationWish {
                key,
                kind,
                entity,
                name,
                formal_name,
                region,
                language,
                own_name,
                own_formal_name,
            });
        }
        // An observer may be a State; for any other kind a cell is an error, unless it says what stands there already.
        let standing = existing.and_then(|one| one.entity.clone());
        let stated = entity.map(|entity| entity.alpha2.clone());
        if stated.is_some() && kind != DelegationKind::Observer && stated != standing {
            self.say(self.columns.entity, "import-entity-not-wanted");
        }
        let represents = stated.or(standing);
        let (old_name, old_formal) =
            before.as_ref().map(|one| (one.name.clone(), one.formal_name.clone())).unwrap_or_default();
        let name = self.localized(&self.columns.names.clone(), old_name);
        let formal_name = self.localized(&self.columns.formal_names.clone(), old_formal);
        if name.is_empty() {
            let column = self.columns.names.first().map(|(_, column)| *column);
            self.say(column, "import-name-missing");
        }
        let region = self.region(before.and_then(|before| before.region));
        let own = Localized::default;
        Some(DelegationWish {
            key: key.to_owned(),
            kind,
            entity: represents,
            name,
            formal_name,
            region,
            language,
            own_name: own(),
            own_formal_name: own(),
        })
    }

    /// What this conference calls an entity, where the row or what stands says so.
    fn own_names(&mut self, before: Option<&DelegationWish>) -> (Localized, Localized) {
        let standing = before.map(|one| (one.own_name.clone(), one.own_formal_name.clone())).unwrap_or_default();
        let (names, formal) = (self.columns.own_names.clone(), self.columns.own_formal_names.clone());
        (self.localized(&names, standing.0), self.localized(&formal, standing.1))
    }

    fn kind(&mut self, entity: Option<&Entity>, existing: Option<&Delegation>) -> Option<DelegationKind> {
        let column = self.columns.kind;
        let text = self.cell(column);
        if !text.is_empty() {
            let kind = self.stated_kind();
            if kind.is_none() {
                self.wrong(column, Message::new("import-no-such-kind").with("text", text));
            }
            return kind;
        }
        let of_entity = entity.map(|entity| match entity.kind {
            Kind::Territory => DelegationKind::Territory,
            Kind::RegionalOrganization => DelegationKind::EuropeanUnion,
            Kind::Member | Kind::Observer | Kind::OtherState => DelegationKind::State,
        });
        let kind = existing.map(|one| one.kind).or(of_entity);
        if kind.is_none() {
            self.say(column, "import-kind-missing");
        }
        kind
    }

    /// A row whose name is another State's than its code was shifted by somebody's spreadsheet.
    fn check_name_is_of(&mut self, entity: &Entity) {
        for (_, column) in self.columns.names.clone() {
            let other = entities::find(self.cell(Some(column))).filter(|other| other.alpha2 != entity.alpha2);
            if other.is_some() {
                let message = Message::new("import-name-of-another").with("entity", entity.alpha2.as_str());
                self.wrong(Some(column), message);
            }
        }
    }

    fn localized(&mut self, columns: &[(&'static str, usize)], standing: Localized) -> Localized {
        columns.iter().fold(standing, |texts, (code, column)| {
            let text = self.cell(Some(*column));
            if text.chars().count() > MOST_IN_A_NAME {
                self.wrong(Some(*column), Message::new("field-too-long").with("most", MOST_IN_A_NAME));
            }
            if text.is_empty() { texts } else { texts.and(code, text) }
        })
    }

    fn region(&mut self, standing: Option<String>) -> Option<String> {
        let column = self.columns.region;
        let text = collation::fold(self.cell(column));
        if text.is_empty() {
            return standing;
        }
        let says = |region: &&&str| {
            text == collation::fold(region)
                || shipped().any(|language| text == collation::fold(&language.t(&format!("region-{region}"))))
        };
        let found = REGIONS.iter().find(says).map(|region| (*region).to_owned());
        if found.is_none() {
            self.wrong(column, Message::new("import-no-such-region").with("text", self.cell(column)));
        }
        found
    }

    fn language(&mut self, existing: Option<&Delegation>) -> String {
        let column = self.columns.language;
        let text = self.cell(column).to_lowercase();
        if text.is_empty() {
            return existing.map_or_else(|| self.known.language.clone(), |one| one.language.clone());
        }
        let known = LANGUAGES.contains(&text.as_str()) || shipped().map(Language::code).any(|code| code == text);
        if !known {
            self.wrong(column, Message::new("import-no-such-language").with("languages", LANGUAGES.join(", ")));
        }
        text
    }

    /// The caps that differ from what stands. A new delegation begins with the usual ones where its cells say nothing.
    pub(super) fn quotas(&mut self, standing: &[&Quota], new: Option<DelegationKind>) -> Vec<(CategoryId, i32)> {
        let usual = self
            .known
            .categories
            .iter()
            .filter(|one| new.is_some_and(|kind| default_letters(kind).contains(&one.letter.as_str())));
        let mut wanted: Vec<(CategoryId, i32)> = usual.filter_map(|one| Some((one.id, one.default_quota?))).collect();
        for (category, column) in self.columns.quotas.clone() {
            let text = ascii_digits(self.cell(Some(column)));
            if text.is_empty() {
                continue;
            }
            let Some(cap) = text.parse::<i32>().ok().filter(|cap| (0..=9999).contains(cap)) else {
                let message = Message::new("field-not-a-number").with("least", 0).with("most", 9999);
                self.wrong(Some(column), message);
                continue;
            };
            let stands = standing.iter().find(|one| one.category_id == category);
            let used = stands.map_or(0, |one| one.used);
            if cap < used {
                self.wrong(Some(column), Message::new("quota-below-used").with("used", used));
            } else if stands.map(|one| one.cap) != Some(cap) {
                wanted.retain(|(usual, _)| *usual != category);
                wanted.push((category, cap));
            }
        }
        wanted
    }

    pub(super) fn focal_point(&mut self, existing: Option<DelegationId>) -> Option<PlannedFocalPoint> {
        let (name_column, email_column) = (self.columns.focal_name, self.columns.focal_email);
        let (name, email) = (self.cell(name_column).to_owned(), self.cell(email_column).to_lowercase());
        if email.is_empty() {
            if !name.is_empty() {
                self.say(email_column.or(name_column), "import-focal-point-without-address");
            }
            return None;
        }
        if !is_email(&email) {
            self.say(email_column, "field-not-an-address");
            return None;
        }
        if name.chars().count() > MOST_IN_A_NAME {
            self.wrong(name_column, Message::new("field-too-long").with("most", MOST_IN_A_NAME));
        }
        let appointed = self.known.focal_points.iter().any(|(of, one)| Some(*of) == existing && *one == email);
        (!appointed).then_some(PlannedFocalPoint { name, email })
    }
}
