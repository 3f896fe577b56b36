use serde::{Deserialize, Serialize};

/// A tool of school that a volunteer knows how to use. Of those who know them there are never enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingTool {
    CdOrd,
    AppWriter,
    GeoGebra,
    Aula,
}

impl ReadingTool {
    /// Every tool, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::CdOrd, Self::AppWriter, Self::GeoGebra, Self::Aula];

    /// The word in forms and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CdOrd => "cd-ord",
            Self::AppWriter => "appwriter",
            Self::GeoGebra => "geogebra",
            Self::Aula => "aula",
        }
    }

    /// The tool of a word in a form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.as_str() == text)
    }

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::CdOrd => "CD-ORD",
            Self::AppWriter => "AppWriter",
            Self::GeoGebra => "GeoGebra",
            Self::Aula => "Aula",
        }
    }
}
