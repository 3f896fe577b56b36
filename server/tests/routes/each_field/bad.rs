//! What nobody means, and some type.

use super::page_forms::Field;
use crate::support::encoded;

/// What stands in a field instead of what it should.
pub enum Bad {
    Value(String),
    /// A browser never leaves it out, but other programs do.
    Missing,
    /// Twice, with the same value.
    Twice,
    /// Bytes that are no text.
    NoText,
}

impl Bad {
    /// What somebody might type, or a browser send.
    pub fn typed() -> Vec<Self> {
        let values = [
            "",
            &"æ".repeat(10_000),
            "\u{0}\u{7}\u{1b}[31m",
            "</textarea></title><script>alert(1)</script>",
            "\u{202e}\u{200f}",
            "2027-02-31",
            "99999999999999999999",
            "-1",
        ];
        let values = values.into_iter().map(|value| Self::Value(value.to_owned()));
        values.chain([Self::Missing, Self::Twice, Self::NoText]).collect()
    }

    /// What only a stranger's program sends.
    pub fn chosen() -> Vec<Self> {
        vec![
            Self::Value("findes-ikke".to_owned()),
            Self::Value("-1".to_owned()),
            Self::Missing,
        ]
    }

    /// The field as it is sent.
    pub fn sent(&self, field: &Field) -> Vec<String> {
        let with = |value: &str| format!("{}={value}", encoded(&field.name));
        match self {
            Self::Value(value) => vec![with(&encoded(value))],
            Self::Missing => vec![],
            Self::Twice => vec![with(&encoded(&field.value)); 2],
            Self::NoText => vec![with("%FF%FE%00%")],
        }
    }

    /// Whether a person can send it with the page's own form.
    pub fn is_typed_by_people(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// In a complaint.
    pub fn shown(&self) -> String {
        match self {
            Self::Value(value) => format!("{:?}", value.chars().take(20).collect::<String>()),
            Self::Missing => "missing".to_owned(),
            Self::Twice => "twice".to_owned(),
            Self::NoText => "no text".to_owned(),
        }
    }
}
