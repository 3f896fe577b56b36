//! LIX, the Danish measure of how hard a text is to read: words per sentence plus the percentage of words longer than
//! six letters. Up to 24 is very easy, 25 to 34 easy, 35 to 44 medium, 45 to 54 hard.

const LONG_WORD: usize = 6;

/// Above this a text gets a warning; authors aim at 25 to 34.
pub(crate) const TOO_HARD: u64 = 35;
/// Above this an easy-read twin gets one.
pub(crate) const TOO_HARD_FOR_EASY: u64 = 25;

/// The measure of a text, given as its paragraphs, headings and list items. `None` where it has no words.
pub(crate) fn lix<'a>(blocks: impl IntoIterator<Item = &'a str>) -> Option<u64> {
    let (mut words, mut long, mut sentences) = (0_u64, 0_u64, 0_u64);
    for block in blocks {
        let lengths: Vec<_> = block.split_whitespace().filter_map(letters).collect();
        words += lengths.len() as u64;
        long += lengths.iter().filter(|length| **length > LONG_WORD).count() as u64;
        sentences += if lengths.is_empty() {
            0
        } else {
            sentence_count(block)
        };
    }
    // Rounded to the nearest whole number, without floating point.
    let rounded = |above: u64, below: u64| (2 * above + below) / (2 * below);
    (words > 0).then(|| rounded(words * words + 100 * long * sentences, sentences * words))
}

/// How many letters and digits a word has. A dash alone is no word; a placeholder counts as short, whatever its name.
fn letters(word: &str) -> Option<usize> {
    if word.contains("{{") {
        return Some(1);
    }
    let count = word.chars().filter(|letter| letter.is_alphanumeric()).count();
    (count > 0).then_some(count)
}

/// Sentences in a block. The end of the block ends one. A full stop in "kl. 14.30" or "21. november" does not: what
/// follows it is neither a capital nor the end.
fn sentence_count(block: &str) -> u64 {
    let block = block.trim_end_matches(is_not_word);
    let inner_ends = block
        .char_indices()
        .filter(|(_, letter)| matches!(letter, '.' | '!' | '?' | ':'))
        .filter(|(at, _)| begins_sentence(&block[at + 1..]))
        .count();
    inner_ends as u64 + 1
}

fn begins_sentence(after: &str) -> bool {
    let rest = after.trim_start_matches(['"', '\'', ')', '”', '’', '»']);
    let next = rest.trim_start();
    let has_space = next.len() < rest.len();
    let first = next.chars().find(|letter| letter.is_alphanumeric());
    has_space && first.is_some_and(char::is_uppercase)
}

fn is_not_word(letter: char) -> bool {
    !letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lix_is_words_a_sentence_plus_percent_of_long_words() {
        // 7 words, 2 sentences, 1 long word: 3.5 + 14.3.
        assert_eq!(lix(["Jeg har en kat. Den hedder Mirakel", ""]), Some(18));
        assert_eq!(lix(["Et ord.", "To ord."]), Some(2));
        assert_eq!(lix(["– …"]), None);
    }

    #[test]
    fn full_stops_inside_a_sentence_do_not_end_it() {
        assert_eq!(
            sentence_count("Kom kl. 14.30 den 21. november, og se borger.dk."),
            1
        );
        assert_eq!(
            sentence_count("Han sagde: \"Kom.\" Så gik han. (Det var sent.)"),
            4
        );
    }
}
