//! Cutting texts into words.

/// The words of a text in lower case: "e-Boks" is "e" and "boks".
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase)
}

/// A text without the words that are filled in when it is shown, such as `{{phone}}`.
pub(super) fn without_placeholders(text: &str) -> String {
    let parts = text.split("{{").map(|part| match part.split_once("}}") {
        Some((_, after)) => after,
        None => part,
    });
    parts.collect()
}

/// What is written with hyphens, as one word: "e-Boks" is "eboks". Many people write it so.
pub(super) fn joined_words(text: &str) -> impl Iterator<Item = String> {
    let chunks = text.split(|letter: char| !letter.is_alphanumeric() && !is_hyphen(letter));
    chunks
        .filter(|chunk| words(chunk).nth(1).is_some())
        .map(|chunk| words(chunk).collect())
}

/// Whether a word has at least so many letters.
pub(super) fn has_letters(word: &str, letters: usize) -> bool {
    word.chars().nth(letters - 1).is_some()
}

fn is_hyphen(letter: char) -> bool {
    // The second one does not break a line.
    matches!(letter, '-' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_digits() {
        let words: Vec<_> = words("Din sms'en – e-Boks/mit.dk, kl. 14?").collect();
        assert_eq!(words, ["din", "sms", "en", "e", "boks", "mit", "dk", "kl", "14"]);
    }

    #[test]
    fn letters_are_counted_and_not_bytes() {
        assert!(has_letters("æøå", 3) && !has_letters("æøå", 4));
    }

    #[test]
    fn what_is_filled_in_is_no_word() {
        assert_eq!(without_placeholders("Ring {{phone}}, {{email}}"), "Ring , ");
        assert_eq!(without_placeholders("a }} b {{"), " b ");
    }

    #[test]
    fn hyphens_join() {
        let joined = |text| joined_words(text).collect::<Vec<_>>();
        assert_eq!(joined("en e-Boks"), ["eboks"]);
        assert_eq!(joined("skole-hjem-samtale"), ["skolehjemsamtale"]);
        assert_eq!(joined("morgen- og - aften"), [""; 0]);
    }
}
