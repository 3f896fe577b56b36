//! On the server every catalogue is compiled in.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use domain::locale::Locale;

use super::{Texts, generated};

impl Texts {
    /// The texts of a language.
    pub fn of(locale: Locale) -> Self {
        let strings: &'static [&'static str] = match locale {
            Locale::Da => &generated::DA,
            Locale::En => &generated::EN,
            Locale::Ar => &generated::AR,
        };
        Self { locale, strings }
    }
}

/// Where the browser fetches a language's catalogue. The address changes with the texts, so it can be kept for ever.
pub fn catalogue_path(locale: Locale) -> String {
    static VERSION: LazyLock<u64> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        for locale in Locale::ALL {
            Texts::of(locale).strings.hash(&mut hasher);
        }
        hasher.finish()
    });
    format!("/texts/{locale}-{:x}.json", *VERSION)
}

/// The catalogue as the browser reads it: an array of texts.
pub fn catalogue_json(locale: Locale) -> String {
    serde_json::to_string(Texts::of(locale).strings).expect("texts are plain strings")
}
