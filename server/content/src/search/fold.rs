//! Words as they are compared: what people cannot type on their keyboard, or do not bother to, makes no difference.

/// The words of a text in lower case, with å as aa, æ as ae and ø as oe: "e-boks" is "e" and "boks".
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let parts = folded.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A phrase as one word: "Digital Post" is "digitalpost", "e-boks" is "eboks". Many people write it so.
pub(super) fn joined(phrase: &str) -> String {
    words(phrase).concat()
}

fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => folded.push_str("aa"),
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'é' => folded.push('e'),
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_danish_keyboard_is_not_needed() {
        assert_eq!(
            words("Læseadgang PÅ blåbærgrød?"),
            ["laeseadgang", "paa", "blaabaergroed"]
        );
        assert_eq!(words("e-boks/mit.dk"), ["e", "boks", "mit", "dk"]);
        assert_eq!(words(" – "), [""; 0]);
    }

    #[test]
    fn a_phrase_can_be_one_word() {
        assert_eq!(joined("Digital Post"), "digitalpost");
        assert_eq!(joined("e-Boks"), "eboks");
    }
}
