//! What a select, a group of radio buttons or a set of boxes offers.

/// One option, as the macros of `templates/parts/form.html` read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

impl Choice {
    /// Options of which at most one is chosen; `chosen` is its value.
    pub fn one_of<V: Into<String>, L: Into<String>>(
        options: impl IntoIterator<Item = (V, L)>,
        chosen: &str,
    ) -> Vec<Self> {
        Self::build(options, |value| value == chosen)
    }

    /// Options of which any number is chosen.
    pub fn any_of<V: Into<String>, L: Into<String>>(
        options: impl IntoIterator<Item = (V, L)>,
        chosen: &[impl AsRef<str>],
    ) -> Vec<Self> {
        Self::build(options, |value| chosen.iter().any(|one| one.as_ref() == value))
    }

    fn build<V: Into<String>, L: Into<String>>(
        options: impl IntoIterator<Item = (V, L)>,
        is_chosen: impl Fn(&str) -> bool,
    ) -> Vec<Self> {
        let choice = |(value, label): (V, L)| {
            let value = value.into();
            Self { chosen: is_chosen(&value), value, label: label.into() }
        };
        options.into_iter().map(choice).collect()
    }
}
