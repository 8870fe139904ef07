//! Hours: half-open spans of time in which a category may be in an area.

use jiff::tz::TimeZone;

use crate::clock::{Day, Moment};

/// From a moment until just before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub opens_at: Moment,
    pub closes_at: Moment,
}

/// The places of two spans that overlap, if any do. Ending at 10:00 and beginning at 10:00 is no overlap.
pub fn first_overlap(spans: &[Span]) -> Option<(usize, usize)> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|place| spans[*place]);
    order.windows(2).map(|pair| (pair[0], pair[1])).find(|(one, next)| spans[*next].opens_at < spans[*one].closes_at)
}

/// The same hours on every day of a period. An end at or before the beginning means the next day: 18:00 to 02:00.
pub fn daily(from: Day, until: Day, opens: (i8, i8), closes: (i8, i8), zone: &TimeZone) -> Vec<Span> {
    let overnight = i32::from(closes <= opens);
    let days = (0..=until.number() - from.number()).map(|offset| from.plus_days(offset));
    let spans = days.filter_map(|day| {
        let opens_at = day.at(opens.0, opens.1, zone)?;
        let closes_at = day.plus_days(overnight).at(closes.0, closes.1, zone)?;
        (opens_at < closes_at).then_some(Span { opens_at, closes_at })
    });
    spans.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(opens: i64, closes: i64) -> Span {
        let zero = Moment::parse("2025-10-25T00:00:00Z").unwrap();
        Span { opens_at: zero.plus_seconds(opens * 60), closes_at: zero.plus_seconds(closes * 60) }
    }

    #[test]
    fn hours_that_touch_do_not_overlap() {
        assert_eq!(first_overlap(&[span(600, 660), span(540, 600)]), None);
        assert_eq!(first_overlap(&[span(600, 660), span(540, 601)]), Some((1, 0)));
    }

    #[test]
    fn daily_hours_may_end_after_midnight() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let (first, last) = (Day::parse("2025-10-25").unwrap(), Day::parse("2025-10-26").unwrap());
        let nights = daily(first, last, (18, 0), (2, 0), &zone);
        assert_eq!(nights.len(), 2);
        assert_eq!(nights[0].opens_at.to_string(), "2025-10-25T11:00:00Z");
        assert_eq!(nights[0].closes_at.to_string(), "2025-10-25T19:00:00Z");
        assert_eq!(daily(last, first, (8, 0), (9, 0), &zone), []);
        let whole = daily(first, last, (0, 0), (0, 0), &zone);
        assert_eq!(whole[0].closes_at, whole[1].opens_at);
        assert_eq!(first_overlap(&whole), None);
    }

    proptest! {
        #[test]
        fn an_overlap_is_found_whatever_the_order(spans in prop::collection::vec((0..2000_i64, 1..200_i64), 0..12)) {
            let spans: Vec<Span> = spans.into_iter().map(|(opens, length)| span(opens, opens + length)).collect();
            let overlap = |one: &Span, other: &Span| one.opens_at < other.closes_at && other.opens_at < one.closes_at;
            let pairs = (0..spans.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
            let any = pairs.into_iter().any(|(one, other)| overlap(&spans[one], &spans[other]));
            prop_assert_eq!(first_overlap(&spans).is_some(), any);
            if let Some((one, other)) = first_overlap(&spans) {
                prop_assert!(overlap(&spans[one], &spans[other]));
            }
        }
    }
}
