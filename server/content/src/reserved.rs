//! Words of the application's own addresses that stand where an id could stand: what was named so could never be opened.
//!
//! A new address in `app/src/app.rs` that stands beside an id belongs here too; a test looks.

/// Where an id stands in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// `/laer/<course>`
    Course,
    /// `/laer/<course>/<lesson>/<step>`
    Step,
    /// `/lektier/<guide>`
    Guide,
    /// `/<page>`
    Page,
}

const COURSES: &[&str] = &["gem", "genopfrisk", "glemt", "startlinje"];
/// `slut` stands one step higher up, where it is the page behind a course's last step; an id that looks like it would
/// lead astray.
const STEPS: &[&str] = &["ark", "slut"];
const GUIDES: &[&str] = &["cafe", "foelg", "laes", "lix", "min-uge", "oev", "ugeplan"];
/// With the languages, and what the server answers without the application.
const PAGES: &[&str] = &[
    "ankomst",
    "ar",
    "en",
    "klasse",
    "laer",
    "lektier",
    "metrics",
    "nummer",
    "oevelser",
    "ordbog",
    "penge",
    "personale",
    "sammen",
    "skaerm",
    "skranke",
    "soeg",
    "tid",
    "ui",
    "was",
    "webhooks",
];

impl Place {
    /// What is to be said of an id that is such a word.
    pub(crate) fn problem(self, id: &str) -> Option<String> {
        let (words, what) = match self {
            Self::Course => (COURSES, "a course"),
            Self::Step => (STEPS, "a step"),
            Self::Guide => (GUIDES, "a guide"),
            Self::Page => (PAGES, "a page"),
        };
        words
            .contains(&id)
            .then(|| format!("`{id}` is a word of the application's own addresses, so no id of {what}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses of the application, as lists of words.
    fn addresses() -> Vec<Vec<&'static str>> {
        let routes = include_str!("../../../app/src/app.rs");
        let paths = routes.split("path!(\"/").skip(1);
        paths
            .map(|path| path.split('"').next().unwrap_or_default().split('/').collect())
            .collect()
    }

    /// Every fixed word of an address that another address has a parameter for.
    fn words_beside<'a>(addresses: &[Vec<&'a str>], parameter: &str) -> Vec<&'a str> {
        let beside = |of: &[&str], other: &[&'a str]| {
            let at = of.iter().position(|part| *part == parameter)?;
            let word = *other.get(at)?;
            let is_beside = at + 1 == of.len()
                && of.len() == other.len()
                && of[..at] == other[..at]
                && !word.is_empty()
                && !word.starts_with(':');
            is_beside.then_some(word)
        };
        addresses
            .iter()
            .flat_map(|of| addresses.iter().filter_map(move |other| beside(of, other)))
            .collect()
    }

    #[test]
    fn every_word_beside_an_id_is_reserved() {
        let addresses = addresses();
        for (parameter, place, known) in [
            (":course", Place::Course, "genopfrisk"),
            (":step", Place::Step, "ark"),
            (":guide", Place::Guide, "lix"),
            (":page", Place::Page, "laer"),
        ] {
            let words = words_beside(&addresses, parameter);
            assert!(words.contains(&known), "{parameter}: {words:?}");
            for word in words {
                assert!(place.problem(word).is_some(), "{word} stands beside {parameter}");
            }
        }
        for parameter in [":lesson", ":scenario", ":role"] {
            assert_eq!(words_beside(&addresses, parameter), [""; 0], "{parameter}");
        }
    }

    #[test]
    fn other_words_may_be_ids() {
        assert_eq!(Place::Course.problem("ark"), None);
        assert_eq!(Place::Step.problem("gem"), None);
        assert_eq!(Place::Page.problem("om"), None);
    }
}
