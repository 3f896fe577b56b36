//! On the server every catalogue is compiled in.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use domain::locale::Locale;
use leptos::prelude::*;
use leptos_meta::Link;

use super::{Part, Texts, generated};

impl Texts {
    /// The texts of a language.
    pub fn of(locale: Locale) -> Self {
        Self { locale }
    }

    pub(super) fn get(self, index: usize) -> &'static str {
        catalogue(self.locale)[index]
    }
}

fn catalogue(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::Da => &generated::DA,
        Locale::En => &generated::EN,
        Locale::Ar => &generated::AR,
    }
}

/// Where the browser fetches a part of a language's catalogue. The address changes with the texts, so it can be kept for
/// ever.
pub fn catalogue_path(locale: Locale, part: Part) -> String {
    static VERSION: LazyLock<u64> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        Locale::ALL.map(catalogue).hash(&mut hasher);
        generated::PARTS.map(|(_, numbers)| numbers).hash(&mut hasher);
        hasher.finish()
    });
    format!("/texts/{locale}-{}-{:x}.json", part.0, *VERSION)
}

/// A part of a catalogue as the browser reads it: stretches of texts that follow one another, each with its first number.
pub fn catalogue_json(locale: Locale, part: Part) -> String {
    let numbers = generated::PARTS
        .iter()
        .find(|(name, _)| *name == part)
        .map_or(&[][..], |(_, numbers)| numbers);
    let texts = catalogue(locale);
    let stretches: Vec<(usize, &[&str])> = numbers
        .chunk_by(|one, next| one + 1 == *next)
        .map(|stretch| (stretch[0], &texts[stretch[0]..stretch[0] + stretch.len()]))
        .collect();
    serde_json::to_string(&stretches).expect("texts are plain strings")
}

/// Lets the page that is being made name its bundle's part, so that the browser fetches it before it needs it.
pub(crate) fn preload_part(part: Part) {
    let href = catalogue_path(super::use_texts().locale(), part);
    let link = view! { <Link id="page-texts" rel="preload" as_="fetch" crossorigin="" href=href /> };
    // Leptos' own components for the head register themselves when they are written out.
    let _ = link.to_html();
}

impl Part {
    /// The part of that name.
    pub fn named(name: &str) -> Option<Self> {
        generated::PARTS
            .iter()
            .map(|(part, _)| *part)
            .find(|part| part.0 == name)
    }
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;

    use super::super::{Part, Texts};
    use super::{catalogue_json, generated};

    #[test]
    fn the_frame_has_its_texts_and_no_feature_s() {
        let first = catalogue_json(Locale::Da, Part::first());
        let texts = Texts::of(Locale::Da);
        assert!(first.contains(texts.layout_help_title()));
        assert!(!first.contains(texts.loan_title()));
        let money = catalogue_json(Locale::Da, Part::money());
        assert!(money.contains(texts.loan_title()));
        assert!(!money.contains(texts.layout_help_title()));
    }

    #[test]
    fn a_feature_that_uses_another_one_s_code_has_its_texts_too() {
        let texts = Texts::of(Locale::Da);
        assert!(catalogue_json(Locale::Da, Part::staff()).contains(texts.needs_title()));
    }

    #[test]
    fn every_part_is_smaller_than_the_whole_and_a_visitor_s_far_smaller() {
        let whole: usize = generated::DA.iter().map(|text| text.len()).sum();
        for (part, _) in generated::PARTS {
            // Those who work here see most features from behind, on an office's line.
            let most = if part == Part::staff() {
                whole * 2 / 3
            } else {
                whole / 4
            };
            assert!(catalogue_json(Locale::Da, part).len() < most, "{part:?}");
        }
    }
}
