//! A calendar that takes in what arrives by mail, by the rules of RFC 5546, shows what the latest release says: in whatever order the
//! mails come, and however often.

use std::collections::BTreeMap;

use super::telling::{DEBATE, OPENING, WORKSHOP, conference, event, import, line, publish};
use crate::support::World;

/// A calendar of one person: each event under its UID with the SEQUENCE that it has it from; one that was called off stays
/// remembered, so that an older invitation does not bring it back.
#[derive(Default)]
struct Calendar(BTreeMap<String, (u32, Option<String>)>);

impl Calendar {
    /// Takes in a calendar part: an older one than what is there changes nothing.
    fn take(&mut self, method: &str, text: &str) {
        let sequence: u32 = line(text, "SEQUENCE:").parse().unwrap();
        let known = self.0.get(&line(text, "UID:")).map(|(sequence, _)| *sequence);
        let event = match method {
            "REQUEST" => Some(facts(text)),
            "CANCEL" => None,
            other => panic!("no calendar expects {other}"),
        };
        // Of two with one SEQUENCE, a cancellation wins.
        if known.is_none_or(|known| known < sequence || (known == sequence && event.is_none())) {
            self.0.insert(line(text, "UID:"), (sequence, event));
        }
    }

    /// What it shows.
    fn shown(&self) -> Vec<&str> {
        self.0.values().filter_map(|(_, event)| event.as_deref()).collect()
    }
}

/// What a calendar shows of an event.
fn facts(text: &str) -> String {
    let names = ["SUMMARY:", "DTSTART:", "DTEND:", "LOCATION:", "UID:", "SEQUENCE:"];
    names.map(|name| line(text, name)).join("|")
}

/// The same of the public feed.
async fn public(world: &World, titles: &[&str]) -> Vec<String> {
    let feed = world.stranger().get("/hanoi/programme.ics").await.text();
    let mut shown: Vec<String> = titles.iter().map(|title| facts(&event(&feed, title))).collect();
    shown.sort_by_key(|facts| facts.split('|').nth(4).map(ToOwned::to_owned));
    shown
}

#[actix_web::test]
async fn a_calendar_takes_the_updates_and_shows_what_the_release_says() {
    let (world, mut manager, mut post) = conference().await;
    let moved = DEBATE.replace("Hall;2025-10-26;11:00;12:00", "Garden;2025-10-26;11:30;12:30");
    let later = moved.replace("11:30;12:30", "16:00;17:30");
    // Each release, and Amina's sessions after it.
    let releases: [(&[&str], &[&str]); 5] = [
        (&[&moved], &["Debate", "Workshop"]),
        (&[&WORKSHOP.replace("confirmed", "cancelled")], &["Debate"]),
        (&[&later.replace(";Debate;", ";Debate of ministers;")], &["Debate of ministers"]),
        (&[WORKSHOP], &["Debate of ministers", "Workshop"]),
        (&[&OPENING.replace("09:00;10:00", "08:30;10:00")], &["Debate of ministers", "Workshop"]),
    ];
    let mut sent: Vec<(String, String)> = Vec::new();
    let mut calendar = Calendar::default();
    for (number, (rows, titles)) in (2..).zip(releases) {
        import(&mut manager, rows).await;
        publish(&mut manager, &format!("Release {number}"), &[]).await;
        world.wait(11);
        for mail in post.new_mails().await.into_iter().filter(|mail| mail.to == "amina@example.org") {
            for (method, text) in mail.calendars {
                calendar.take(&method, &text);
                sent.push((method, text));
            }
        }
        // What she was never mailed about is not in her calendar: the workshop of the first release.
        let wanted = public(&world, titles).await;
        let told: Vec<String> =
            wanted.into_iter().filter(|facts| number > 4 || !facts.starts_with("Workshop")).collect();
        assert_eq!(calendar.shown(), told, "after release {number}");
    }
    assert_eq!(sent.len(), 4, "nothing but what concerned her");
    // A mail may overtake another, and come twice.
    let wanted: Vec<String> = calendar.shown().into_iter().map(ToOwned::to_owned).collect();
    for order in orders(sent.len()) {
        let mut late = Calendar::default();
        for index in order.iter().chain(&order) {
            late.take(&sent[*index].0, &sent[*index].1);
        }
        assert_eq!(late.shown(), wanted, "in the order {order:?}");
    }
}

/// Every order of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let put = |order: Vec<usize>| {
        (0..count).map(move |at| {
            let mut order = order.clone();
            order.insert(at, count - 1);
            order
        })
    };
    orders(count - 1).into_iter().flat_map(put).collect()
}
