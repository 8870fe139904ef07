//! What the demonstration knows of each country beside its names: how large a delegation it would send, in which language it
//! is written to, and whose names its people bear.

use std::sync::LazyLock;

use crate::delegations::entities::{Entity, by_code};

/// A State, a territory or the European Union, as the demonstration casts it.
#[derive(Debug)]
pub struct Country {
    pub entity: &'static Entity,
    /// From 1, a handful of delegates, to 5.
    pub size: u32,
    /// `en` or `fr`.
    pub language: &'static str,
    /// Keys of name pools, one of them for each person.
    pub cultures: Vec<&'static str>,
}

impl Country {
    /// ISO 3166 alpha-2.
    pub fn code(&self) -> &'static str {
        &self.entity.alpha2
    }
}

/// All countries, in the order of the file.
pub fn all() -> &'static [Country] {
    &COUNTRIES
}

/// The country with this ISO code.
pub fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code() == code)
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    include_str!("data/states.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            Some(Country {
                entity: by_code(cells.next()?)?,
                size: cells.next()?.parse().ok()?,
                language: cells.next()?,
                cultures: cells.next()?.split(' ').collect(),
            })
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::demo::pools;
    use crate::delegations::entities;

    #[test]
    fn every_entity_can_be_cast_with_names_of_its_own() {
        assert_eq!(all().len(), entities::all().len());
        for country in all() {
            assert!((1..=5).contains(&country.size) && ["en", "fr"].contains(&country.language), "{}", country.code());
            for culture in &country.cultures {
                assert!(pools::all().iter().any(|pool| pool.culture == *culture), "{culture}");
            }
        }
        assert_eq!(country("NA").map(Country::code), Some("NA"));
    }
}
