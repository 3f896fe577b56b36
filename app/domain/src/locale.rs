//! Languages of the interface and of content.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language that the interface exists in. Danish is the original; everything else falls back to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    Da,
    En,
    Ar,
}

impl Locale {
    /// Every language, in the order of the language switcher.
    pub const ALL: [Self; 3] = [Self::Da, Self::En, Self::Ar];

    /// BCP 47 tag, for `lang` attributes and file names.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
            Self::Ar => "ar",
        }
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Da => "Dansk",
            Self::En => "English",
            Self::Ar => "العربية",
        }
    }

    /// Direction of writing, for the `dir` attribute.
    pub fn direction(self) -> &'static str {
        match self {
            Self::Da | Self::En => "ltr",
            Self::Ar => "rtl",
        }
    }

    /// Whether it is written from right to left.
    pub fn is_from_right(self) -> bool {
        self.direction() == "rtl"
    }

    /// What stands before every path in this language: nothing for Danish, `/en` for English.
    pub fn path_prefix(self) -> &'static str {
        match self {
            Self::Da => "",
            Self::En => "/en",
            Self::Ar => "/ar",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// The language that an address is in, by its first segment.
    pub fn from_path(path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|locale| !locale.path_prefix().is_empty() && locale.path_prefix()[1..] == *first)
            .unwrap_or_default()
    }

    /// An address in this language: `/tid` becomes `/en/tid`.
    pub fn path(self, path: &str) -> String {
        match (self.path_prefix(), path) {
            ("", path) => path.to_owned(),
            (prefix, "/") => prefix.to_owned(),
            (prefix, path) => format!("{prefix}{path}"),
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

/// A text in one or more languages. The Danish one is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalizedText {
    /// Danish, the original.
    pub da: String,
    /// English, if it has been translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Arabic, if it has been translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ar: Option<String>,
}

impl LocalizedText {
    /// The text in a language, or in Danish where there is no translation.
    pub fn get(&self, locale: Locale) -> &str {
        let translation = match locale {
            Locale::Da => None,
            Locale::En => self.en.as_deref(),
            Locale::Ar => self.ar.as_deref(),
        };
        translation.unwrap_or(&self.da)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_segment_tells_the_language() {
        for (path, locale) in [
            ("/", Locale::Da),
            ("/tid", Locale::Da),
            ("/en", Locale::En),
            ("/en/tid", Locale::En),
            ("/engelsk", Locale::Da),
            ("/ar/laer", Locale::Ar),
        ] {
            assert_eq!(Locale::from_path(path), locale, "{path}");
        }
    }

    #[test]
    fn paths_get_their_prefix() {
        assert_eq!(Locale::Da.path("/tid"), "/tid");
        assert_eq!(Locale::En.path("/tid"), "/en/tid");
        assert_eq!(Locale::En.path("/"), "/en");
    }

    #[test]
    fn a_text_without_a_translation_is_danish() {
        let text = LocalizedText {
            da: "Jul".into(),
            en: Some("Christmas".into()),
            ar: None,
        };
        let texts = Locale::ALL.map(|locale| text.get(locale));
        assert_eq!(texts, ["Jul", "Christmas", "Jul"]);
    }
}
