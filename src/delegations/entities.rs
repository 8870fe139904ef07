//! States, territories and the European Union, as the United Nations names them in English and French.
//!
//! The table `entities.csv` is shipped inside the program: nobody types the name of a State. It holds the 193 Members of
//! the United Nations, the two observer States, the European Union, the Cook Islands and Niue (States that are no Members but
//! are invited to treaty conferences under the "all States" formula), and as territories the Associate Members of the regional
//! commissions for Latin America and the Caribbean and for Asia and the Pacific. Inclusion and designation express no opinion
//! on the legal status of any country, territory or area.
//!
//! Names follow the United Nations terminology database: the *short* name goes on nameplates and lists, the *formal* name into
//! letters and treaties. Codes are those of ISO 3166; the Union, which has none as a State, uses the reserved `EU` and `EUE`.
//! Every field is read as text, so that Namibia's `NA` and Norway's `NO` stay what they are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::collation;

/// What an entity is in public international law, as far as invitations and nameplates care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A Member of the United Nations.
    Member,
    /// A non-member State with permanent observer status.
    Observer,
    /// A State that is neither, invited under the "all States" formula.
    OtherState,
    /// A territory that takes part under its own name without being a State.
    Territory,
    /// A regional organisation that becomes a party beside its members: the European Union.
    RegionalOrganization,
}

/// The regional groups of the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    Africa,
    AsiaPacific,
    EasternEurope,
    /// Latin America and the Caribbean.
    Grulac,
    /// Western Europe and others.
    Weog,
}

/// How an entity sits in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Member,
    /// Attends without being a member, as the United States of America does in the Western group.
    Observer,
}

/// The names of one entity in one language.
#[derive(Clone, Debug)]
pub struct Names {
    /// The article its short name takes inside a sentence: empty, `the`, `le`, `la`, `l'` or `les`.
    pub article: String,
    /// For nameplates and lists, without article: `Bolivia (Plurinational State of)`.
    pub short: String,
    /// For letters and treaties, with its article: `the Plurinational State of Bolivia`.
    pub formal: String,
}

/// A State, a territory or the European Union.
#[derive(Clone, Debug)]
pub struct Entity {
    /// ISO 3166-1 alpha-2.
    pub alpha2: String,
    /// ISO 3166-1 alpha-3, as on passports.
    pub alpha3: String,
    pub kind: Kind,
    /// The first is the group in which it votes; Türkiye has two, some have none.
    pub groups: Vec<(Group, Standing)>,
    pub english: Names,
    pub french: Names,
}

impl Entity {
    /// The names in `language`; English for every language the table does not speak.
    pub fn names(&self, language: &str) -> &Names {
        if collation::is_french(language) { &self.french } else { &self.english }
    }

    /// The short name: `Viet Nam`.
    pub fn short(&self, language: &str) -> &str {
        &self.names(language).short
    }

    /// The formal name with its article: `the Socialist Republic of Viet Nam`.
    pub fn formal(&self, language: &str) -> &str {
        &self.names(language).formal
    }

    /// The name as it stands inside a sentence: `the Philippines`, `l'Égypte`. A short name with a part in brackets is made for
    /// alphabetical lists alone; in a sentence its formal name replaces it.
    pub fn in_text(&self, language: &str) -> Cow<'_, str> {
        let names = self.names(language);
        match names.article.as_str() {
            _ if names.short.contains('(') => Cow::Borrowed(&names.formal),
            "" => Cow::Borrowed(&names.short),
            "l'" => Cow::Owned(format!("l'{}", names.short)),
            article => Cow::Owned(format!("{article} {}", names.short)),
        }
    }

    /// The name after *of*: `of the Philippines`; in French contracted as grammar wants: `des Philippines`, `du Chili`, `d'Oman`.
    pub fn of(&self, language: &str) -> String {
        let name = self.in_text(language);
        if !collation::is_french(language) {
            return format!("of {name}");
        }
        if let Some(rest) = name.strip_prefix("les ") {
            format!("des {rest}")
        } else if let Some(rest) = name.strip_prefix("le ") {
            format!("du {rest}")
        } else if name.starts_with("la ") || name.starts_with("l'") || !starts_mutely(&name) {
            format!("de {name}")
        } else {
            format!("d'{name}")
        }
    }

    /// Whether it is a State, whatever its relation to the United Nations.
    pub fn is_state(&self) -> bool {
        matches!(self.kind, Kind::Member | Kind::Observer | Kind::OtherState)
    }

    /// Whether it belongs to a group as a member.
    pub fn belongs_to(&self, group: Group) -> bool {
        self.groups.contains(&(group, Standing::Member))
    }
}

/// Whether French elides before this name. Of the names without article only Haïti begins with an H, a mute one.
fn starts_mutely(name: &str) -> bool {
    matches!(collation::initial(name, "fr"), Some('A' | 'E' | 'I' | 'O' | 'U' | 'H'))
}

/// The whole table, in English order of short names within each kind.
pub fn all() -> &'static [Entity] {
    &TABLE
}

/// The entity with this ISO code, of two or three letters, in any case.
pub fn by_code(code: &str) -> Option<&'static Entity> {
    BY_CODE.get(code.trim().to_ascii_uppercase().as_str()).map(|&place| &TABLE[place])
}

/// The entity that a person or an import file means: by code, or by short or formal name in any language of the table,
/// whatever the accents, the case and the article.
pub fn find(text: &str) -> Option<&'static Entity> {
    by_code(text).or_else(|| {
        ["en", "fr"]
            .iter()
            .find_map(|language| BY_NAME.get(&collation::key(text, language)).map(|&place| &TABLE[place]))
    })
}

/// Sorts anything with a name as a nameplate row is sorted: by `name` in `language`, beginning with `first_letter` where one was
/// drawn by lot (or with the next letter that somebody has) and going round. The order depends on language and draw, so
/// it is computed when needed and never stored.
pub fn order_of<T>(items: &mut [T], language: &str, first_letter: Option<char>, name: impl Fn(&T) -> &str) {
    let drawn = first_letter.map(|letter| collation::fold(letter.encode_utf8(&mut [0; 4])));
    items.sort_by_cached_key(|item| {
        let key = collation::key(name(item), language);
        let before_the_draw = drawn.as_ref().is_some_and(|drawn| key < *drawn);
        (before_the_draw, key, name(item).to_owned())
    });
}

static TABLE: LazyLock<Vec<Entity>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("entities.csv").as_bytes());
    // The file is compiled in and a test reads all of it, so a bad row cannot reach a running program.
    reader.records().map(|row| entity(&row.expect("entities.csv is well formed"))).collect()
});

static BY_CODE: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let places = TABLE.iter().enumerate();
    places.flat_map(|(place, entity)| [(entity.alpha2.as_str(), place), (entity.alpha3.as_str(), place)]).collect()
});

static BY_NAME: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (place, entity) in TABLE.iter().enumerate() {
        for language in ["en", "fr"] {
            for name in [entity.short(language), entity.formal(language)] {
                names.entry(collation::key(name, language)).or_insert(place);
            }
        }
    }
    names
});

fn entity(row: &csv::StringRecord) -> Entity {
    let names = |from: usize| Names {
        article: row[from].to_owned(),
        short: row[from + 1].to_owned(),
        formal: row[from + 2].to_owned(),
    };
    Entity {
        alpha2: row[0].to_owned(),
        alpha3: row[1].to_owned(),
        kind: kind(&row[2]),
        groups: row[3].split_whitespace().map(membership).collect(),
        english: names(4),
        french: names(7),
    }
}

fn kind(word: &str) -> Kind {
    match word {
        "member" => Kind::Member,
        "observer" => Kind::Observer,
        "other-state" => Kind::OtherState,
        "regional-organization" => Kind::RegionalOrganization,
        _ => Kind::Territory,
    }
}

fn membership(word: &str) -> (Group, Standing) {
    let (group, standing) = match word.split_once(':') {
        Some((group, _)) => (group, Standing::Observer),
        None => (word, Standing::Member),
    };
    let group = match group {
        "africa" => Group::Africa,
        "asia-pacific" => Group::AsiaPacific,
        "eastern-europe" => Group::EasternEurope,
        "grulac" => Group::Grulac,
        _ => Group::Weog,
    };
    (group, standing)
}

#[cfg(test)]
#[path = "entities_tests.rs"]
mod tests;
