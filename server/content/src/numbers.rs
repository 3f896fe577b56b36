//! Numbers among words that are written from right to left.

/// Makes one number of digits with spaces between them: "33 98 00 10".
///
/// Browsers would show its parts in the opposite order, each as a number of its own, so that somebody would ring a
/// stranger. A space that does not break belongs to the number (a common separator, Unicode Annex 9).
pub(crate) fn keep_numbers_whole(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut after_digit = false;
    while let Some(letter) = letters.next() {
        let before_digit = letters.peek().is_some_and(char::is_ascii_digit);
        whole.push(match letter {
            ' ' if after_digit && before_digit => '\u{a0}',
            other => other,
        });
        after_digit = letter.is_ascii_digit();
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_spaces_between_digits_are_kept_from_breaking() {
        assert_eq!(
            keep_numbers_whole("MitID 33 98 00 10, 1.250 kr. 7"),
            "MitID 33\u{a0}98\u{a0}00\u{a0}10, 1.250 kr. 7"
        );
        assert_eq!(
            keep_numbers_whole("area = [17, 30]\n1  2 "),
            "area = [17, 30]\n1  2 "
        );
    }
}
