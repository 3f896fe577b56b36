//! Texts without the disguises that letters and digits wear.

use crate::digits::western_digits;

/// Fewer single letters in a row are variables rather than a word that was pulled apart.
const FEWEST_APART: usize = 4;

/// The text in lower case, with plain digits, without signs that nobody sees, and with "s n a p" as "snap".
pub(super) fn folded(text: &str) -> String {
    let text: String = western_digits(text)
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .map(plain)
        .collect();
    joined(&text.to_lowercase())
}

/// The words of a folded text: letters and digits, with `_` inside.
pub(super) fn words(text: &str) -> Vec<&str> {
    let is_gap = |letter: char| !(letter.is_alphanumeric() || letter == '_');
    text.split(is_gap).filter(|word| !word.is_empty()).collect()
}

/// Joiners, direction marks, soft hyphens, and what turns a digit into a key.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

fn plain(letter: char) -> char {
    match letter {
        '①'..='⑨' => char::from_digit(u32::from(letter) - u32::from('①') + 1, 10).unwrap_or(letter),
        '⓪' => '0',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '＠' | '﹫' => '@',
        '．' | '。' => '.',
        other => other,
    }
}

/// Single letters with spaces between them as the word that they spell.
fn joined(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut apart: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        if word.chars().count() == 1 && word.chars().all(char::is_alphabetic) {
            apart.push(word);
            continue;
        }
        put(&mut result, &mut apart);
        if !result.is_empty() {
            result.push(' ');
        }
        result.push_str(word);
    }
    put(&mut result, &mut apart);
    result
}

fn put(result: &mut String, apart: &mut Vec<&str>) {
    if apart.is_empty() {
        return;
    }
    if !result.is_empty() {
        result.push(' ');
    }
    let between = if apart.len() < FEWEST_APART { " " } else { "" };
    result.push_str(&apart.join(between));
    apart.clear();
}
