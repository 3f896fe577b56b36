//! What people type has white space that nobody means.

/// The words of a text with one space between them and none around. Control characters are white space too.
pub fn fold_white_space(typed: &str) -> String {
    let is_space = |sign: char| sign.is_whitespace() || sign.is_control();
    let words: Vec<_> = typed.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_single_spaces_between_words_are_left() {
        assert_eq!(fold_white_space("  Birthe \t\u{0}Holm\n"), "Birthe Holm");
        assert_eq!(fold_white_space(" \u{a0}\u{7}\r\n "), "");
    }
}
