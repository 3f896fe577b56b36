//! Numbers written as words: "treogtyve", "to tre", "twenty".

/// The text with a figure for each word that is a number below a hundred. `None` where there is no such word.
pub(super) fn with_figures(text: &str) -> Option<String> {
    let mut found = false;
    let mut result = String::with_capacity(text.len());
    for piece in text.split_inclusive(|letter: char| !letter.is_alphabetic()) {
        let word = piece.trim_end_matches(|letter: char| !letter.is_alphabetic());
        match number(word) {
            Some(number) => {
                found = true;
                result.push_str(&number.to_string());
                result.push_str(&piece[word.len()..]);
            }
            None => result.push_str(piece),
        }
    }
    found.then_some(result)
}

/// The number that a word of lower-case letters is.
fn number(word: &str) -> Option<u32> {
    if let Some((ones, tens)) = word.split_once("og") {
        // "femogtyve", but not "sprog".
        return Some(TENS_DA.iter().find(|(name, _)| *name == tens)?.1 + one(ones)?);
    }
    one(word)
        .or_else(|| exact(&TENS_DA, word))
        .or_else(|| exact(&TENS_EN, word))
        .or_else(|| exact(&TEENS, word))
}

fn one(word: &str) -> Option<u32> {
    exact(&ONES, word)
}

fn exact(names: &[(&str, u32)], word: &str) -> Option<u32> {
    names
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, number)| *number)
}

const ONES: [(&str, u32); 21] = [
    ("nul", 0),
    ("en", 1),
    ("et", 1),
    ("to", 2),
    ("tre", 3),
    ("fire", 4),
    ("fem", 5),
    ("seks", 6),
    ("syv", 7),
    ("otte", 8),
    ("ni", 9),
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
];

const TEENS: [(&str, u32); 11] = [
    ("ti", 10),
    ("elleve", 11),
    ("tolv", 12),
    ("tretten", 13),
    ("fjorten", 14),
    ("femten", 15),
    ("seksten", 16),
    ("sytten", 17),
    ("atten", 18),
    ("nitten", 19),
    ("ten", 10),
];

const TENS_DA: [(&str, u32); 8] = [
    ("tyve", 20),
    ("tredive", 30),
    ("fyrre", 40),
    ("halvtreds", 50),
    ("tres", 60),
    ("halvfjerds", 70),
    ("firs", 80),
    ("halvfems", 90),
];

const TENS_EN: [(&str, u32); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
