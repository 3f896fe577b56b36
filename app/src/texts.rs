//! The interface's texts in the page's language.
//!
//! `locales/*.json` is turned into one method for each text by `build.rs`; [`use_texts`] gives them to a component. A page
//! is in one language from its first byte to its last: changing language is loading another address, so nothing here is
//! reactive and a text costs no more than a string.
//!
//! The browser fetches them in parts: [`Part::first`] with every page, a bundle's with the bundle's code (`lazy.rs`).
//! `build.rs` finds in the code which texts a part needs.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "ssr")]
mod server;

use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "hydrate")]
pub(crate) use browser::fetch_part;
#[cfg(feature = "hydrate")]
pub use browser::load_texts;
#[cfg(feature = "ssr")]
pub(crate) use server::preload_part;
#[cfg(feature = "ssr")]
pub use server::{catalogue_json, catalogue_path};

/// The texts of one language.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    locale: Locale,
}

/// Texts that the browser fetches together, by the name of their bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part(&'static str);

#[allow(
    clippy::doc_markdown,
    clippy::too_many_arguments,
    reason = "made from the texts themselves"
)]
mod generated {
    use super::{Part, Texts};

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// The texts of the page that is being shown.
///
/// # Panics
/// Outside [`App`](crate::App), which provides them.
pub fn use_texts() -> Texts {
    use_context().expect("App provides the texts before any page is made")
}

impl Texts {
    /// The language of the texts.
    pub fn locale(self) -> Locale {
        self.locale
    }

    /// An address in this language: `/tid` becomes `/en/tid`.
    pub fn path(self, path: &str) -> String {
        self.locale.path(path)
    }

    /// A text with values in the places of their names in braces.
    fn fill(self, index: usize, values: &[(&str, String)]) -> String {
        self.filled(self.get(index), values)
    }

    fn filled(self, text: &str, values: &[(&str, String)]) -> String {
        values.iter().fold(text.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), &self.among_words(value))
        })
    }

    /// A value as it can stand among this language's words.
    ///
    /// Words from the right would turn "10 20 30 40" and Danish titles around. There each value is set apart, in the
    /// direction of its own first letter, or from the left where it has none (U+2068 to U+2069, Unicode Annex 9).
    fn among_words(self, value: &str) -> String {
        if self.locale.is_from_right() {
            format!("\u{2068}{value}\u{2069}")
        } else {
            value.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_set_apart_from_words_that_come_from_the_right() {
        let filled = |locale| Texts { locale }.filled("→ {phone}.", &[("phone", "10 20 30 40".to_owned())]);
        assert_eq!(filled(Locale::Da), "→ 10 20 30 40.");
        assert_eq!(filled(Locale::Ar), "→ \u{2068}10 20 30 40\u{2069}.");
    }
}
