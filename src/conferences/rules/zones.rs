//! The time zones that a conference may choose from.

use jiff::tz::{TimeZone, db};

use crate::clock::Moment;

/// Whether there is such a zone, under a name that a conference may have. One that stands at whole hours without a place is
/// never offered, and kept where it stands already.
pub fn is_zone(name: &str) -> bool {
    (is_offered(name) || name.starts_with("Etc/GMT"))
        && TimeZone::get(name).is_ok_and(|zone| zone.iana_name() == Some(name))
}

/// Every zone with its difference from universal time at a moment: `("Asia/Ho_Chi_Minh", "+07:00")`, by name.
pub fn zones(at: Moment) -> Vec<(String, String)> {
    let named = db().available().map(|name| name.to_string()).filter(|name| is_offered(name));
    let mut zones: Vec<(String, String)> = named
        .filter_map(|name| {
            let zone = TimeZone::get(&name).ok()?;
            Some((name, difference(zone.to_offset(at.timestamp()).seconds())))
        })
        .collect();
    zones.sort();
    zones.dedup();
    zones
}

/// Places, and universal time; not the zones of computers (`Etc/GMT+5`, `posixrules`) nor old names of regions.
fn is_offered(name: &str) -> bool {
    const PLACES: [&str; 10] =
        ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    name == "UTC" || name.split_once('/').is_some_and(|(place, rest)| PLACES.contains(&place) && !rest.is_empty())
}

/// A zone's difference from universal time at a moment; nothing where there is no such zone.
pub fn zones_difference(name: &str, at: Moment) -> String {
    TimeZone::get(name).map(|zone| difference(zone.to_offset(at.timestamp()).seconds())).unwrap_or_default()
}

fn difference(seconds: i32) -> String {
    let (sign, minutes) = (if seconds < 0 { '\u{2212}' } else { '+' }, seconds.abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_places_with_their_difference() {
        let zones = zones(Moment::parse("2025-10-25T00:00:00Z").unwrap());
        let of = |name: &str| zones.iter().find(|(zone, _)| zone == name).map(|(_, difference)| difference.as_str());
        assert_eq!(of("Asia/Ho_Chi_Minh"), Some("+07:00"));
        assert_eq!(of("America/St_Johns"), Some("\u{2212}02:30"));
        assert_eq!(of("UTC"), Some("+00:00"));
        assert!(zones.len() > 300 && of("Etc/GMT+5").is_none() && of("EST5EDT").is_none());
    }

    #[test]
    fn a_zone_that_does_not_exist_is_none() {
        assert!(is_zone("Europe/Paris") && is_zone("UTC"));
        assert!(!is_zone("Europe/Nowhere") && !is_zone("") && !is_zone("../../etc/passwd") && !is_zone("europe/paris"));
    }
}
