//! Danish writes compounds as one word: "lektiehjælp" is help with homework. No list of compounds is complete, so they are
//! split by the words that stand in the texts themselves.

use super::tokens::has_letters;

/// Shorter words are no compounds worth splitting: "bar" and "net" make up "barnet" by chance.
const MIN_LETTERS: usize = 7;
/// One of two parts has so many letters ("lån" in "kviklån"), one of more than two has more, for chance is greater there.
const MIN_LETTERS_OF_TWO: usize = 3;
const MIN_LETTERS_OF_MORE: usize = 4;
/// Endings that make another word of a word, and are words themselves: "person" and "lig", "lever" and "ring".
const ENDINGS: [&str; 8] = ["bar", "fuld", "hed", "lig", "løs", "ring", "ringer", "som"];

/// The parts of a compound in their order, such as "lektie" and "hjælp", or nothing where it is none.
pub(super) fn split<'a>(word: &'a str, is_word: &dyn Fn(&str) -> bool) -> Option<Vec<&'a str>> {
    if !has_letters(word, MIN_LETTERS) {
        return None;
    }
    in_two(word, MIN_LETTERS_OF_TWO, is_word).or_else(|| in_more(word, is_word))
}

fn in_two<'a>(word: &'a str, letters: usize, is_word: &dyn Fn(&str) -> bool) -> Option<Vec<&'a str>> {
    let is_part = |part: &str| has_letters(part, letters) && is_word(part);
    heads(word, &is_part).find_map(|(before, head)| Some(vec![without_link(before, &is_part)?, head]))
}

fn in_more<'a>(word: &'a str, is_word: &dyn Fn(&str) -> bool) -> Option<Vec<&'a str>> {
    let is_part = |part: &str| has_letters(part, MIN_LETTERS_OF_MORE) && is_word(part);
    heads(word, &is_part).find_map(|(before, head)| {
        let parts = in_two(before, MIN_LETTERS_OF_MORE, is_word).or_else(|| in_more(before, is_word));
        let mut parts = parts?;
        parts.push(head);
        Some(parts)
    })
}

/// The ways to cut off a last part, the longest first, with what stands before it.
fn heads<'a>(word: &'a str, is_part: &dyn Fn(&str) -> bool) -> impl Iterator<Item = (&'a str, &'a str)> {
    let cuts = (1..word.len()).filter_map(|at| word.split_at_checked(at));
    cuts.filter(|(_, head)| is_part(head) && !ENDINGS.contains(head))
}

/// The first part without the letter that may link it to the next: "tid" in "tidsbestilling", "barn" in "barnepige".
fn without_link<'a>(part: &'a str, is_part: &dyn Fn(&str) -> bool) -> Option<&'a str> {
    let bare = part.strip_suffix('s').or_else(|| part.strip_suffix('e'));
    [Some(part), bare]
        .into_iter()
        .flatten()
        .find(|part| is_part(part))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 15] = [
        "adgang",
        "bar",
        "barn",
        "bestilling",
        "bidrag",
        "digital",
        "hjælp",
        "kasse",
        "lektie",
        "lig",
        "læse",
        "net",
        "person",
        "post",
        "tid",
    ];

    fn parts(word: &str) -> Option<Vec<&str>> {
        split(word, &|part| WORDS.contains(&part))
    }

    #[test]
    fn compounds_are_split_by_known_words() {
        assert_eq!(parts("lektiehjælp").unwrap(), ["lektie", "hjælp"]);
        assert_eq!(parts("læseadgang").unwrap(), ["læse", "adgang"]);
        assert_eq!(parts("tidsbestilling").unwrap(), ["tid", "bestilling"]);
        assert_eq!(parts("digitalpostkasse").unwrap(), ["digital", "post", "kasse"]);
    }

    #[test]
    fn other_words_are_left_whole() {
        for word in ["post", "posten", "personlig", "barnet", "hjælper", "", "ø"] {
            assert_eq!(parts(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn parts_make_up_the_word_but_for_its_links(word in "(lektie|hjælp|tids|post|x|ø){0,4}") {
            if let Some(parts) = parts(&word) {
                prop_assert!(parts.len() > 1);
                prop_assert!(word.starts_with(parts[0]) && word.ends_with(parts[parts.len() - 1]));
                prop_assert!(parts.concat().len() + parts.len() > word.len());
            }
        }
    }
}
