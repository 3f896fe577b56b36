//! When two typed answers are the same, or nearly so.

/// A text with what does not matter taken away: case, punctuation at its ends, and how words are spaced.
pub fn normalised(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let joined: Vec<_> = words.collect();
    joined.join(" ")
}

/// Whether one text is a small misspelling of the other: one letter off from four letters on, two from eight on.
///
/// A letter off is one too many, one too few, another one, or two that have changed places. Digits must be right, and so
/// must the spaces' neighbours: "ja" is never nearly "nej".
pub(crate) fn is_nearly(answer: &str, accepted: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let without_spaces = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<Vec<_>>();
    let (answer, accepted) = (
        (digits(answer), without_spaces(answer)),
        (digits(accepted), without_spaces(accepted)),
    );
    let allowed = match accepted.1.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    answer.0 == accepted.0
        && answer.1.len().abs_diff(accepted.1.len()) <= allowed
        && distance(&answer.1, &accepted.1) <= allowed
}

/// How many letters two words are apart (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = vec![0; other.len() + 1];
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, opposite) in other.iter().enumerate() {
            let changed = above[column] + usize::from(letter != opposite);
            let mut best = changed.min(above[column + 1] + 1).min(current[column] + 1);
            let swapped = row > 0 && column > 0 && one[row - 1] == *opposite && other[column - 1] == *letter;
            if swapped {
                best = best.min(before[column - 1] + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[other.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_does_not_matter_is_taken_away() {
        assert_eq!(normalised("  Digital   POST! "), "digital post");
        assert_eq!(normalised("\"borger.dk\"."), "borger.dk");
        assert_eq!(normalised("?!"), "");
    }

    #[test]
    fn small_misspellings_are_near_and_other_words_are_not() {
        for (answer, accepted) in [
            ("fuldmakt", "fuldmagt"),
            ("fudlmagt", "fuldmagt"),
            ("adresse felt", "adressefelt"),
            ("afsendr", "afsender"),
        ] {
            assert!(is_nearly(answer, accepted), "{answer}");
        }
        for (answer, accepted) in [
            ("ja", "nej"),
            ("nu", "nul"),
            ("114", "112"),
            ("uge 12", "uge 13"),
            ("fuldmagten her", "fuldmagt"),
        ] {
            assert!(!is_nearly(answer, accepted), "{answer}");
        }
    }

    proptest! {
        #[test]
        fn distance_is_a_measure(one in "[abc]{0,6}", other in "[abc]{0,6}") {
            let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
            let apart = distance(&one, &other);
            prop_assert_eq!(apart == 0, one == other);
            prop_assert_eq!(apart, distance(&other, &one));
            prop_assert!(apart <= one.len().max(other.len()));
        }
    }
}
