//! How the content's files are named: an id, perhaps behind a number, and a language.

use domain::ids::GuideId;
use domain::locale::Locale;

/// Whether names begin with two digits that give the order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    Plain,
    Numbered,
    /// Plain, and TOML throughout.
    Toml,
    /// Numbered, and TOML throughout.
    NumberedToml,
}

impl Naming {
    pub(crate) fn is_numbered(self) -> bool {
        matches!(self, Self::Numbered | Self::NumberedToml)
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Plain | Self::Numbered => ".md",
            Self::Toml | Self::NumberedToml => ".toml",
        }
    }

    /// The name without language and ending, and the language, of a file that is named so.
    pub(crate) fn parse(self, file: &str) -> Option<(&str, Locale)> {
        let (name, locale) = file.strip_suffix(self.ending())?.rsplit_once('.')?;
        let id = if self.is_numbered() {
            let (number, id) = name.split_once('-')?;
            let is_number = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then_some(id)?
        } else {
            name
        };
        // Every id has the same alphabet.
        GuideId::parse(id).ok()?;
        Some((name, Locale::from_tag(locale)?))
    }

    /// As a cure tells an author.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::Plain => "<name>.da.md, .en.md or .ar.md, where the name is a-z, 0-9 and '-'",
            Self::Toml => "<name>.da.toml, .en.toml or .ar.toml, where the name is a-z, 0-9 and '-'",
            Self::Numbered => {
                "<two digits>-<name>.da.md, .en.md or .ar.md, where the name is a-z, 0-9 and '-'"
            }
            Self::NumberedToml => "<two digits>-<name>.da.toml, .en.toml or .ar.toml, named as the lesson is",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_an_id_and_a_language() {
        assert_eq!(Naming::Plain.parse("om.en.md"), Some(("om", Locale::En)));
        assert_eq!(Naming::Plain.parse("om.ar.md"), Some(("om", Locale::Ar)));
        assert_eq!(
            Naming::Numbered.parse("01-a-b.da.md"),
            Some(("01-a-b", Locale::Da))
        );
        for bad in [
            "om.md",
            "om.de.md",
            "Om.da.md",
            "om.da.txt",
            ".da.md",
            "a.b.da.md",
        ] {
            assert_eq!(Naming::Plain.parse(bad), None, "{bad}");
        }
        for bad in ["1-a.da.md", "001-a.da.md", "01.da.md", "01-.da.md", "a-b.da.md"] {
            assert_eq!(Naming::Numbered.parse(bad), None, "{bad}");
        }
    }
}
