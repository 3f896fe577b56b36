//! Inflections of a word as one: "brev", "brevet" and "brevene".

use domain::locale::Locale;
use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::fold;

/// What the inflections of a word have in common, folded. It is not always a word: "lektier" gives "lekti".
///
/// The word is in lower case and not folded, for the endings are those of the language as it is written: "kontoen" is
/// "konto", though "oe" may be read as ø.
pub(super) fn stem(word: &str, locale: Locale) -> String {
    let (algorithm, word) = match locale {
        Locale::Da => (Algorithm::Danish, bare_infinitive(word)),
        Locale::En => (Algorithm::English, word),
        Locale::Ar => (Algorithm::Arabic, word),
    };
    fold(&Stemmer::create(algorithm).stem(word), locale)
}

/// "godkend" of "godkende". The stemmer takes it for a participle like "løbende" and leaves "godk", which has nothing in
/// common with "godkender".
fn bare_infinitive(word: &str) -> &str {
    let end = ["ende", "endes"]
        .into_iter()
        .find(|ending| word.ends_with(ending));
    end.map_or(word, |ending| &word[..word.len() + "end".len() - ending.len()])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn inflections_have_one_stem() {
        let families: [&[&str]; 6] = [
            &["brev", "breve", "brevet", "brevene", "brevets"],
            &["brøk", "brøker", "broekerne"],
            &["mistet", "mister", "miste"],
            &["lektie", "lektier", "lektierne"],
            &["konto", "kontoen"],
            &["godkend", "godkende", "godkendes", "godkender", "godkendte"],
        ];
        for family in families {
            for word in family {
                assert_eq!(stem(word, Locale::Da), stem(family[0], Locale::Da), "{word}");
            }
        }
        assert_eq!(stem("letters", Locale::En), stem("letter", Locale::En));
        assert_eq!(stem("الرسالة", Locale::Ar), stem("رسالة", Locale::Ar));
    }

    proptest! {
        #[test]
        fn any_word_has_a_stem(word in "\\PC{0,20}") {
            for locale in Locale::ALL {
                stem(&word.to_lowercase(), locale);
            }
        }
    }
}
