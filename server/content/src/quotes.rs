//! What is quoted in Danish among words that are written from right to left.

/// Sets apart each sentence in Latin letters between quotation marks: "Hvor kan jeg se lektierne?".
///
/// Browsers would show the sign at its end in front of it, for it stands between letters of two directions. So the
/// sentence stands in an isolate (U+2066 to U+2069, Unicode Annex 9).
pub(crate) fn set_quotes_apart(text: &str) -> String {
    let mut parts: Vec<_> = text.split('"').map(str::to_owned).collect();
    // Neither the first nor the last stands between two marks.
    let quoted = parts.iter_mut().rev().skip(1).rev().skip(1);
    for part in quoted.filter(|part| is_latin_sentence(part)) {
        *part = format!("\u{2066}{part}\u{2069}");
    }
    parts.join("\"")
}

/// Words alone are shown in their order without help; ids and addresses are words.
fn is_latin_sentence(text: &str) -> bool {
    let is_from_left =
        |letter: char| !letter.is_alphabetic() || letter.is_ascii() || "æøåÆØÅ".contains(letter);
    text.starts_with(|letter: char| letter.is_alphabetic())
        && text.ends_with(['.', '?', '!', '…'])
        && text.chars().all(|letter| is_from_left(letter) && letter != '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_danish_sentence_is_set_apart_inside_its_quotation_marks() {
        assert_eq!(
            set_quotes_apart("اسأل: \"Hvor er det på Aula?\" (أين؟)"),
            "اسأل: \"\u{2066}Hvor er det på Aula?\u{2069}\" (أين؟)"
        );
    }

    #[test]
    fn words_and_sentences_from_the_right_stay_as_they_are() {
        for text in [
            "id = \"ove-2\"",
            "قل: \"لا أعرف.\"",
            "\"jeg er fritaget\"",
            "Aula.",
            "\"\"",
        ] {
            assert_eq!(set_quotes_apart(text), text);
        }
    }
}
