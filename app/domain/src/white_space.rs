//! What people type has white space that nobody means.

/// The words of a text with one space between them and none around. Control characters are white space too, and signs that
/// turn writing around are left out.
pub fn fold_white_space(typed: &str) -> String {
    let typed = without_turning_signs(typed);
    let is_space = |sign: char| sign.is_whitespace() || sign.is_control();
    let words: Vec<_> = typed.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The text without the signs that only say in which direction to write. They show nothing, come along when a number is copied
/// from a telephone's contacts, and turn around what stands after them.
pub fn without_turning_signs(typed: &str) -> String {
    let turns = |sign: &char| {
        matches!(
            sign,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
    };
    typed.chars().filter(|sign| !turns(sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_single_spaces_between_words_are_left() {
        assert_eq!(fold_white_space("  Birthe \t\u{0}Holm\n"), "Birthe Holm");
        assert_eq!(fold_white_space(" \u{a0}\u{7}\r\n "), "");
        assert_eq!(
            fold_white_space("\u{202e}Birthe\u{202c} \u{200f} Ho\u{2067}lm"),
            "Birthe Holm"
        );
    }
}
