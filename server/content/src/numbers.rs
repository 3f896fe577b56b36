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

/// The signs between the numbers of a sum, as Danish schoolbooks write them.
const SIGNS: [&str; 5] = [" + ", " − ", " · ", " : ", " = "];

/// Sets each sum apart, such as "3 · 4 = 12", which is written from left to right whatever the language around it.
///
/// Browsers would show its parts in the opposite order: signs with spaces around them belong to no number. So each sum
/// stands in an isolate (U+2066 to U+2069, Unicode Annex 9), and on one line.
pub(crate) fn set_sums_apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, sum, after)) = next_sum(rest) {
        apart.extend([before, "\u{2066}", &sum.replace(' ', "\u{a0}"), "\u{2069}"]);
        rest = after;
    }
    apart + rest
}

/// The next sum, with what stands before and after it.
fn next_sum(text: &str) -> Option<(&str, &str, &str)> {
    let digits = text.match_indices(|letter: char| letter.is_ascii_digit());
    let mut sums = digits.filter_map(|(at, _)| Some((at, at + sum_length(&text[at..])?)));
    let (start, end) = sums.next()?;
    Some((&text[..start], &text[start..end], &text[end..]))
}

/// How many bytes the sum takes that begins here; `None` where a number stands alone.
fn sum_length(text: &str) -> Option<usize> {
    let first = number_length(text);
    let mut length = first;
    while let Some(next) = SIGNS.iter().find_map(|sign| text[length..].strip_prefix(sign)) {
        let number = number_length(next);
        if number == 0 {
            break;
        }
        length = text.len() - next.len() + number;
    }
    // A key of front matter may end in a digit, and its value be a number.
    let is_sum = length > first && !text[first..].starts_with(" = ");
    is_sum.then_some(length)
}

/// How many bytes a number takes: "7", "1.250,50" or "3/4". A comma or full stop at its end is the sentence's.
fn number_length(text: &str) -> usize {
    let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '/');
    let end = text.find(|letter| !is_inside(letter)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', '/']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_set_apart_from_its_first_number_to_its_last() {
        let apart = |sum: &str| format!("\u{2066}{}\u{2069}", sum.replace(' ', "\u{a0}"));
        assert_eq!(
            set_sums_apart("(3 · 4 = 12), 1/2 + 1/4."),
            format!("({}), {}.", apart("3 · 4 = 12"), apart("1/2 + 1/4"))
        );
        assert_eq!(set_sums_apart("13 − 5"), apart("13 − 5"));
        assert_eq!(set_sums_apart("17 : 5 = ?"), format!("{} = ?", apart("17 : 5")));
    }

    #[test]
    fn a_number_alone_is_left_alone() {
        for text in [
            "minutes = 5",
            "part2 = 5",
            "kl. 14.30, 12 og 3/4",
            "6, 12, 18",
            "a + 3 · b",
            "1-2",
            "",
        ] {
            assert_eq!(set_sums_apart(text), text);
        }
    }

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
