//! A text for a person, made before their language is known: a key and its arguments.

use fluent_bundle::FluentValue;

/// A value that a text takes in.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    Text(String),
    Number(i64),
}

impl Argument {
    pub(super) fn into_fluent(self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text),
            Self::Number(number) => FluentValue::from(number),
        }
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! from_numbers {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Argument {
            fn from(number: $kind) -> Self {
                Self::Number(number as i64)
            }
        }

        impl From<&$kind> for Argument {
            fn from(number: &$kind) -> Self {
                Self::Number(*number as i64)
            }
        }
    )*};
}
from_numbers! { i8 i16 i32 i64 u8 u16 u32 u64 usize }

/// A key with arguments: what an error or a notice says, in whatever language it will be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    key: String,
    arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), arguments: Vec::new() }
    }

    /// The same message with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    pub fn arguments(&self) -> &[(&'static str, Argument)] {
        &self.arguments
    }
}
