//! Words that say nothing of what a question is about.

use domain::locale::Locale;

const DANISH: [&str; 123] = [
    "ad", "af", "alle", "alt", "anden", "andet", "andre", "at", "bare", "blev", "blevet", "blive", "bliver",
    "da", "de", "dem", "den", "denne", "der", "deres", "det", "dette", "dig", "din", "dine", "dit", "du",
    "efter", "eller", "en", "er", "et", "for", "fordi", "fra", "få", "får", "gerne", "gør", "gøre", "haft",
    "ham", "han", "hans", "har", "havde", "have", "hen", "hende", "hendes", "her", "hos", "hun", "hvad",
    "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "hvornår", "i",
    "igen", "ikke", "ind", "inden", "ja", "jeg", "jer", "jeres", "kan", "kom", "komme", "kommer", "kunne",
    "kunnet", "lige", "man", "mange", "med", "meget", "men", "mig", "min", "mine", "mit", "mod", "må", "ned",
    "nej", "noget", "nogle", "nu", "når", "og", "også", "om", "op", "os", "over", "på", "samt", "selv",
    "sig", "sin", "skal", "som", "så", "sådan", "til", "ud", "uden", "under", "var", "ved", "vi", "vil",
    "vores", "være", "været",
];

const ENGLISH: [&str; 61] = [
    "a", "about", "am", "an", "and", "any", "are", "at", "be", "by", "can", "could", "did", "do", "does",
    "for", "from", "get", "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "my", "no",
    "not", "of", "on", "or", "our", "should", "so", "some", "that", "the", "their", "them", "there", "they",
    "this", "to", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with", "would",
    "yes", "you", "your",
];

const ARABIC: [&str; 34] = [
    "اريد",
    "الي",
    "ان",
    "انا",
    "انت",
    "او",
    "اين",
    "بعد",
    "ثم",
    "ذلك",
    "علي",
    "عن",
    "عند",
    "في",
    "قبل",
    "كل",
    "كيف",
    "لا",
    "لماذا",
    "لي",
    "ما",
    "ماذا",
    "متي",
    "مع",
    "من",
    "نحن",
    "هذا",
    "هذه",
    "هل",
    "هناك",
    "هو",
    "هي",
    "يمكن",
    "يمكنني",
];

/// Whether a word, folded or not, says nothing. Nothing is left out because such a word does not stand in it.
pub(super) fn is_stop_word(word: &str, locale: Locale) -> bool {
    let words: &[&str] = match locale {
        Locale::Da => &DANISH,
        Locale::En => &ENGLISH,
        Locale::Ar => &ARABIC,
    };
    words.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold::fold;

    #[test]
    fn the_lists_are_sorted_and_folded() {
        let lists = [
            (Locale::Da, &DANISH[..]),
            (Locale::En, &ENGLISH),
            (Locale::Ar, &ARABIC),
        ];
        for (locale, words) in lists {
            assert!(words.is_sorted(), "{locale}");
            assert!(words.iter().all(|word| fold(word, locale) == *word), "{locale}");
        }
    }

    #[test]
    fn questions_hold_stop_words() {
        assert!(is_stop_word("hvordan", Locale::Da) && is_stop_word("når", Locale::Da));
        assert!(!is_stop_word("post", Locale::Da) && !is_stop_word("hvordan", Locale::En));
    }
}
