//! Digits as keyboards of other languages write them.

/// The text with Arabic, Persian and wide digits as 0 to 9: an Arabic keyboard has no others at hand, and East Asian ones
/// write theirs wide.
pub fn western_digits(text: &str) -> String {
    let western = |letter: char| {
        let zero = match letter {
            '\u{660}'..='\u{669}' => '\u{660}',
            '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
            '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
            _ => return letter,
        };
        char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
    };
    text.chars().map(western).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyboard_has_the_same_digits() {
        assert_eq!(
            western_digits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ４２ 42 og ni"),
            "0123456789 0123456789 42 42 og ni"
        );
    }
}
