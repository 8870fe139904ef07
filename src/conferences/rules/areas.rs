//! Areas lie in areas: never in themselves, however far round; and badge codes have room for sixteen of them.

use crate::ids::AreaId;

/// Whether putting `area` into `parent` would make it lie in itself.
pub fn encloses_itself(area: AreaId, parent: Option<AreaId>, parents: &[(AreaId, Option<AreaId>)]) -> bool {
    let mut above = parent;
    // No way up is longer than there are areas.
    for _ in 0..=parents.len() {
        match above {
            None => return false,
            Some(found) if found == area => return true,
            Some(found) => above = parents.iter().find(|(id, _)| *id == found).and_then(|(_, parent)| *parent),
        }
    }
    true
}

/// The lowest bit that no area has yet.
pub fn free_zone_bit(taken: impl IntoIterator<Item = i16>) -> Option<i16> {
    let taken: Vec<i16> = taken.into_iter().collect();
    (0..16).find(|bit| !taken.contains(bit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_never_lies_in_itself() {
        let [perimeter, centre, hall] = [AreaId::new(), AreaId::new(), AreaId::new()];
        let parents = [(perimeter, None), (centre, Some(perimeter)), (hall, Some(centre))];
        assert!(!encloses_itself(hall, Some(perimeter), &parents));
        assert!(encloses_itself(hall, Some(hall), &parents));
        assert!(encloses_itself(perimeter, Some(hall), &parents));
        let ring = [(perimeter, Some(hall)), (hall, Some(perimeter))];
        assert!(encloses_itself(centre, Some(hall), &ring));
    }

    #[test]
    fn the_lowest_free_bit_is_given() {
        assert_eq!(free_zone_bit([0, 1, 3]), Some(2));
        assert_eq!(free_zone_bit(0..16), None);
    }
}
