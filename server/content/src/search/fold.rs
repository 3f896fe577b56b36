//! What people cannot type on their keyboard, or do not bother to, makes no difference.

use domain::locale::Locale;

/// A word in lower case as it is compared with others of its language.
///
/// In Danish "aa", "ae" and "oe" are read as å, æ and ø, so that a letter is one letter when misspellings are counted. In
/// other languages Danish names are spelled out instead, for their own words may hold "ae" and "oe". Arabic is without its
/// vowel signs, and letters that many write alike are one.
pub(super) fn fold(word: &str, locale: Locale) -> String {
    match locale {
        Locale::Da => fold_danish(word),
        Locale::En | Locale::Ar => spell_out(word),
    }
}

fn fold_danish(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().map(danish) {
        let one_letter = match (folded.chars().next_back(), letter) {
            (Some('a'), 'a') => Some('å'),
            (Some('a'), 'e') => Some('æ'),
            (Some('o'), 'e') => Some('ø'),
            _ => None,
        };
        if one_letter.is_some() {
            folded.pop();
        }
        folded.push(one_letter.unwrap_or(letter));
    }
    folded
}

/// The letter of the Danish alphabet for one that is not in it.
fn danish(letter: char) -> char {
    match letter {
        'ä' => 'æ',
        'ö' => 'ø',
        'é' => 'e',
        'ü' => 'y',
        other => other,
    }
}

fn spell_out(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            'å' => folded.push_str("aa"),
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'é' => folded.push('e'),
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ى' => folded.push('ي'),
            'ة' => folded.push('ه'),
            // The stretching line, and signs above and below letters.
            '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => {}
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_danish_keyboard_is_not_needed() {
        for (typed, meant) in [
            ("laeseadgang", "læseadgang"),
            ("paa", "på"),
            ("broek", "brøk"),
            ("läse", "læse"),
            ("idé", "ide"),
        ] {
            assert_eq!(fold(typed, Locale::Da), fold(meant, Locale::Da), "{typed}");
        }
    }

    #[test]
    fn english_words_keep_their_letters() {
        assert_eq!(fold("does", Locale::En), "does");
        assert_eq!(fold("pårørende", Locale::En), "paaroerende");
    }

    #[test]
    fn arabic_is_found_however_carefully_it_is_written() {
        for (typed, meant) in [("اجيب", "أُجِيبُ"), ("علي", "عَلَى"), ("الرساله", "الرِّســـالة")]
        {
            assert_eq!(fold(typed, Locale::Ar), fold(meant, Locale::Ar), "{meant}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(word in "[a-zæøåäöéا-ي]{0,12}") {
            for locale in Locale::ALL {
                let folded = fold(&word, locale);
                prop_assert_eq!(fold(&folded, locale), folded);
            }
        }
    }
}
