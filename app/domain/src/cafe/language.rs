use serde::{Deserialize, Serialize};

/// A language in which somebody can be helped. Content is in fewer: a volunteer speaks what they speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HelpLanguage {
    Danish,
    English,
    Arabic,
    Ukrainian,
    Polish,
    Turkish,
}

impl HelpLanguage {
    /// Every language, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::Danish,
        Self::English,
        Self::Arabic,
        Self::Ukrainian,
        Self::Polish,
        Self::Turkish,
    ];

    /// The word in forms and in the database: the language's tag.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
            Self::Arabic => "ar",
            Self::Ukrainian => "uk",
            Self::Polish => "pl",
            Self::Turkish => "tr",
        }
    }

    /// The language of a word in a form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.as_str() == text)
    }

    /// What it calls itself, so that whoever speaks it finds it in every language of the interface.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
            Self::Arabic => "العربية",
            Self::Ukrainian => "Українська",
            Self::Polish => "Polski",
            Self::Turkish => "Türkçe",
        }
    }
}
