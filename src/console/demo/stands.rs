//! The exhibition: 24 stands in one hall, held by invented companies and a few others.

use std::sync::LazyLock;

use super::cast::Cast;
use crate::language::Localized;

/// How many stands there are.
pub const COUNT: usize = 24;

const HOUR: i64 = 3600;

/// A window of time, in seconds after midnight of the first day: half-open.
pub type Window = (i64, i64);

/// A stand. Set-up is on the day before, dismantling after the closing.
#[derive(Clone, Debug)]
pub struct DemoStand {
    pub hall: Localized,
    pub number: String,
    pub square_metres: f64,
    pub power_watts: i32,
    /// The place of the holder among the delegations of the cast.
    pub holder: Option<usize>,
    pub headline: Localized,
    pub description: Localized,
    pub set_up: Window,
    pub dismantling: Window,
}

/// All stands in the order of their numbers; large ones are set up first.
pub fn stands(cast: &Cast) -> Vec<DemoStand> {
    let holders = (0..cast.delegations.len()).filter(|place| cast.delegations[*place].exhibits);
    let mut companies: Vec<usize> = holders.collect();
    // Companies take the rows A to C; bodies, universities and associations the row D.
    companies.sort_by_key(|place| cast.delegations[*place].kind.as_str() != "company");
    let mut stands = STANDS.clone();
    for (stand, holder) in stands.iter_mut().zip(companies) {
        stand.holder = Some(holder);
    }
    stands
}

static STANDS: LazyLock<Vec<DemoStand>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("data/stands.csv").as_bytes());
    reader.records().flatten().map(|row| stand(&row)).collect()
});

fn stand(row: &csv::StringRecord) -> DemoStand {
    let square_metres: f64 = row[1].parse().unwrap_or(9.0);
    let begins = -24 * HOUR + if square_metres >= 18.0 { 8 * HOUR } else { 13 * HOUR };
    DemoStand {
        hall: Localized::new("en", "Exhibition Hall").and("fr", "Hall d'exposition"),
        number: row[0].to_owned(),
        square_metres,
        power_watts: row[2].parse().unwrap_or(0),
        holder: None,
        headline: Localized::new("en", &row[3]).and("fr", &row[4]),
        description: Localized::new("en", &row[5]).and("fr", &row[6]),
        set_up: (begins, begins + 5 * HOUR),
        dismantling: (24 * HOUR + 18 * HOUR + HOUR / 2, 24 * HOUR + 23 * HOUR),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::console::demo::cast::example;

    #[test]
    fn twenty_four_stands_have_twenty_four_holders() {
        let cast = example();
        let stands = stands(cast);
        assert_eq!(stands.len(), COUNT);
        let holders: HashSet<_> = stands.iter().filter_map(|stand| stand.holder).collect();
        assert_eq!(holders.len(), COUNT);
        for stand in &stands {
            assert!(
                stand.square_metres > 0.0
                    && stand.set_up.0 < stand.set_up.1
                    && stand.dismantling.0 < stand.dismantling.1
            );
            let staff = cast
                .people
                .iter()
                .zip(&cast.member_of)
                .filter(|(one, of)| Some(**of) == stand.holder && one.category == 'X')
                .count();
            assert!(staff > 0, "{} has nobody to stand there", stand.number);
        }
    }
}
