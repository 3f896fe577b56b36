//! Where sentences end, so that they can be read aloud and shown one by one.

use std::ops::Range;

/// Abbreviations that lead on to what they are about: "kl. 14", "f.eks. MitID". A sentence never ends with one.
const LEAD_ON: [&str; 18] = [
    "bl.a", "ca", "d", "dr", "dvs", "e.g", "evt", "f.eks", "fx", "hr", "i.e", "inkl", "jf", "kl", "mr",
    "mrs", "nr", "tlf",
];

/// The sentences of a text as ranges of its bytes, in order and without the space around them. Together they hold every
/// letter and digit of the text.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| ends_sentence(*sign)) {
        if at < start {
            continue; // A sign more of an end that has been found: "Hvad??".
        }
        let rest = text[at + sign.len_utf8()..].trim_start_matches(closes_sentence);
        if begins_sentence(rest) && !leads_on(&text[start..at]) {
            let end = text.len() - rest.len();
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..text.len());
    let trimmed = found.into_iter().map(|range| trimmed(text, range));
    trimmed
        .filter(|range| text[range.clone()].contains(char::is_alphanumeric))
        .collect()
}

fn ends_sentence(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '…' | '؟')
}

/// What may stand between the end of a sentence and the space after it.
fn closes_sentence(sign: char) -> bool {
    ends_sentence(sign) || matches!(sign, '"' | '\'' | ')' | ']' | '”' | '’' | '»')
}

/// Whether a sentence can begin with what follows. "21. november" goes on: what follows is a small letter.
fn begins_sentence(rest: &str) -> bool {
    let first = rest.chars().find(|sign| sign.is_alphanumeric());
    rest.starts_with(char::is_whitespace) && first.is_some_and(|first| !first.is_lowercase())
}

fn leads_on(before: &str) -> bool {
    let is_between_words = |sign: char| sign.is_whitespace() || matches!(sign, '(' | '"' | '”' | '»');
    let word = before.rsplit(is_between_words).next().unwrap_or_default();
    LEAD_ON.contains(&word.to_lowercase().as_str())
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let sentence = text[range.clone()].trim_start();
    let start = range.end - sentence.len();
    start..start + sentence.trim_end().len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        assert_eq!(
            split("Se efter en knap. Er den der? Så tryk!  Det var det"),
            ["Se efter en knap.", "Er den der?", "Så tryk!", "Det var det"]
        );
        assert_eq!(
            split("Der står: \"Log ind.\" (Gør det ikke.) 112 er til nødhjælp."),
            [
                "Der står: \"Log ind.\"",
                "(Gør det ikke.)",
                "112 er til nødhjælp."
            ]
        );
    }

    #[test]
    fn a_full_stop_inside_a_sentence_does_not_end_it() {
        for text in [
            "Kom den 21. november kl. 14.30, eller ring.",
            "Brug f.eks. MitID (fx. Appen) eller 1.234,50 kr. om året.",
            "Skriv www.borger.dk øverst.",
            "Se nr. 5.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn several_signs_are_one_end() {
        assert_eq!(split("Hvad?! Ja..."), ["Hvad?!", "Ja..."]);
        assert_eq!(split("?? 0"), ["0"]);
        assert_eq!(split("ما هو MitID؟ هو مفتاح."), ["ما هو MitID؟", "هو مفتاح."]);
    }

    #[test]
    fn an_abbreviation_may_stand_last() {
        assert_eq!(
            split("Det koster 84 kr. Du får det med posten."),
            ["Det koster 84 kr.", "Du får det med posten."]
        );
    }

    #[test]
    fn where_there_are_no_words_there_is_no_sentence() {
        for text in ["", "  ", "…", "- – !"] {
            assert!(sentences(text).is_empty(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_letter_is_read_once_and_in_order(text in "([a-zæøåA-ZÆØÅ0-9 .!?…\"()\n]|kl\\. |»|🙂){0,60}") {
            let letters = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
            let read: String = split(&text).into_iter().map(letters).collect();
            prop_assert_eq!(read, letters(&text));
        }

        #[test]
        fn a_sentence_alone_is_one_sentence(text in "([a-zA-Z0-9 .!?\"()]|kl\\. ){0,60}") {
            for sentence in split(&text) {
                prop_assert_eq!(split(sentence), [sentence]);
                prop_assert_eq!(sentence.trim(), sentence);
            }
        }
    }
}
