//! Kinds of sessions in the words of other programs.

use crate::language::collation::fold;
use crate::programme::model::SessionKind;

/// Words of others, the first that is found says the kind; in the order in which they decide.
const WORDS: &[(&str, SessionKind)] = &[
    ("side event", SessionKind::SideEvent),
    ("press", SessionKind::PressConference),
    ("signing", SessionKind::Signing),
    ("workshop", SessionKind::Workshop),
    ("tutorial", SessionKind::Workshop),
    ("training", SessionKind::Workshop),
    ("hands on", SessionKind::Workshop),
    ("keynote", SessionKind::Plenary),
    ("plenary", SessionKind::Plenary),
    ("high level", SessionKind::HighLevelDebate),
    ("opening", SessionKind::Opening),
    ("ceremony", SessionKind::Ceremony),
    ("closing", SessionKind::Ceremony),
    ("reception", SessionKind::Reception),
    ("dinner", SessionKind::Reception),
    ("party", SessionKind::Reception),
    ("social", SessionKind::Reception),
    ("break", SessionKind::Break),
    ("lunch", SessionKind::Break),
    ("coffee", SessionKind::Break),
];

/// The kind that a word of ours or of another program means; a talk of whatever sort is a discussion.
pub fn kind_of(word: &str) -> SessionKind {
    if let Some(kind) = SessionKind::parse(word) {
        return kind;
    }
    let spaced: String = fold(word).chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = WORDS.iter().find(|(known, _)| spaced.contains(known));
    found.map_or(SessionKind::Discussion, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_in_the_words_of_others() {
        for kind in SessionKind::ALL {
            assert_eq!(kind_of(kind.as_str()), *kind, "our own words mean what they say");
        }
        assert_eq!(kind_of("Talk"), SessionKind::Discussion);
        assert_eq!(kind_of("Workshop (long)"), SessionKind::Workshop);
        assert_eq!(kind_of("Side-Event"), SessionKind::SideEvent);
        assert_eq!(kind_of("PRESS CONFERENCE"), SessionKind::PressConference);
        assert_eq!(kind_of("Coffee break"), SessionKind::Break);
    }
}
