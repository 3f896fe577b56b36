//! The pages that a link in a text may lead to.

use std::collections::{BTreeMap, BTreeSet};

use domain::locale::Locale;

/// Pages that are always there: the application's own, and those it needs from `pages/`.
const FIXED: &[&str] = &[
    "/",
    "/laer",
    "/laer/gem",
    "/oevelser",
    "/ordbog",
    "/lektier",
    "/lektier/cafe",
    "/lektier/cafe/spoerg",
    "/lektier/laes",
    "/lektier/lix",
    "/lektier/min-uge",
    "/lektier/ugeplan",
    "/lektier/foelg",
    "/lektier/oev",
    "/lektier/oev/laesning",
    "/penge",
    "/penge/budget",
    "/penge/loenseddel",
    "/penge/laan",
    "/penge/opsparing",
    "/penge/abonnementer",
    "/sammen",
    "/tid",
    "/tid/afbud",
    "/klasse",
    "/hjaelp",
    "/om",
    "/privatliv",
    "/tilgaengelighed",
];

/// Every address, known from the names of files: a page counts as existing though it has a fault, so that one faulty
/// file does not make faulty what links to it.
#[derive(Default)]
pub(crate) struct Addresses {
    paths: BTreeSet<String>,
    headings: BTreeMap<(String, Locale), BTreeSet<String>>,
}

/// What is known of where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Known,
    /// The page is there, but has no such heading.
    NoHeading,
    NoPage,
}

impl Addresses {
    /// The application's own pages.
    pub(crate) fn fixed() -> Self {
        Self {
            paths: FIXED.iter().map(ToString::to_string).collect(),
            headings: BTreeMap::new(),
        }
    }

    pub(crate) fn add(&mut self, path: String) {
        self.paths.insert(path);
    }

    /// Makes known which headings of a page can be linked to.
    pub(crate) fn add_headings(&mut self, path: &str, locale: Locale, ids: BTreeSet<String>) {
        self.headings.insert((path.to_owned(), locale), ids);
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Looks a link up, `/hjaelp#papir`, in the language of the text it stands in.
    pub(crate) fn look_up(&self, link: &str, locale: Locale) -> Target {
        let (path, heading) = match link.split_once('#') {
            Some((path, heading)) => (path, Some(heading)),
            None => (link, None),
        };
        if !self.has(path) {
            return Target::NoPage;
        }
        let in_language = |locale| self.headings.get(&(path.to_owned(), locale));
        let headings = in_language(locale).or_else(|| in_language(Locale::default()));
        match (heading, headings) {
            (Some(heading), Some(headings)) if !headings.contains(heading) => Target::NoHeading,
            _ => Target::Known,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_looked_up_in_its_own_language_first() {
        let mut addresses = Addresses::fixed();
        addresses.add_headings("/om", Locale::Da, BTreeSet::from(["os".to_owned()]));
        for (link, target) in [
            ("/om", Target::Known),
            ("/om#os", Target::Known),
            ("/om#dem", Target::NoHeading),
            ("/tid#x", Target::Known),
            ("/en/om", Target::NoPage),
            ("//om", Target::NoPage),
        ] {
            assert_eq!(addresses.look_up(link, Locale::En), target, "{link}");
        }
        addresses.add_headings("/om", Locale::En, BTreeSet::new());
        assert_eq!(addresses.look_up("/om#os", Locale::En), Target::NoHeading);
    }
}
