//! The interface's texts in the page's language.
//!
//! `locales/*.json` is turned into one method for each text by `build.rs`; [`use_texts`] gives them to a component. A page
//! is in one language from its first byte to its last: changing language is loading another address, so nothing here is
//! reactive and a text costs no more than a string.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "ssr")]
mod server;

use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "hydrate")]
pub use browser::load_texts;
#[cfg(feature = "ssr")]
pub use server::{catalogue_json, catalogue_path};

/// The texts of one language.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    locale: Locale,
    strings: &'static [&'static str],
}

#[allow(
    clippy::doc_markdown,
    clippy::too_many_arguments,
    reason = "made from the texts themselves"
)]
mod generated {
    use super::{Texts, fill};

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

    fn get(self, index: usize) -> &'static str {
        // The catalogue of a newer server may be shorter while an old page is open; an empty text is better than a crash.
        self.strings.get(index).copied().unwrap_or_default()
    }
}

/// Puts values in the places of their names in braces.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
