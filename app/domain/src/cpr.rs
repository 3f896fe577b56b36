//! CPR numbers in what people write. We never ask for one and never keep one, so it is caught before anything is saved.
//!
//! Ten digits whose first four are a day and a month count as one. The check digit is not looked at: since 2007 there are
//! numbers without (cpr.dk, "Personnumre uden kontrolciffer").

use std::ops::Range;

use crate::digits::western_digits;

/// Whether something in a text looks like a CPR number, in any keyboard's digits.
pub fn has_cpr(text: &str) -> bool {
    !found(&letters(text)).is_empty()
}

/// The text with an `x` for each digit of what looks like a CPR number, so that it can be shown again without being kept.
pub fn hide_cpr(text: &str) -> String {
    let western = letters(text);
    let hidden = found(&western);
    let is_hidden =
        |index: usize| western[index].is_ascii_digit() && hidden.iter().any(|range| range.contains(&index));
    text.chars()
        .enumerate()
        .map(|(index, letter)| if is_hidden(index) { 'x' } else { letter })
        .collect()
}

/// Each of the texts as [`hide_cpr`] has it.
pub fn hide_cpr_in_each(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| hide_cpr(text)).collect()
}

/// The text letter by letter, its digits as 0 to 9.
fn letters(text: &str) -> Vec<char> {
    western_digits(text).chars().collect()
}

/// Where numbers stand that look like CPR numbers.
fn found(text: &[char]) -> Vec<Range<usize>> {
    let groups = groups_of_digits(text);
    let begins = |index: usize| {
        let groups = &groups[index..];
        let begin = groups.first()?.start;
        let is_foreign_phone = begin > 0 && text[begin - 1] == '+';
        let count = written_groups(text, groups).filter(|_| !is_foreign_phone)?;
        let number = begin..groups[count - 1].end;
        is_a_birthday(&text[number.clone()]).then_some(number)
    };
    (0..groups.len()).filter_map(begins).collect()
}

/// Digits that stand together.
fn groups_of_digits(text: &[char]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for index in (0..text.len()).filter(|index| text[*index].is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == index => group.end += 1,
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

/// How many of the groups are one number, written in a way that CPR numbers are written: `0102031234`, `010203-1234`,
/// `01 02 03 1234`, `01.02.03-1234`, `01.02.031234`.
fn written_groups(text: &[char], groups: &[Range<usize>]) -> Option<usize> {
    let lengths: Vec<usize> = groups.iter().take(4).map(ExactSizeIterator::len).collect();
    let gap = |index: usize| &text[groups[index].end..groups[index + 1].start];
    let is_date = || gap(0) == gap(1) && matches!(gap(0), [' ' | '.' | '/' | '-']);
    match lengths[..] {
        [10, ..] => Some(1),
        [6, 4, ..] => (is_hyphen(gap(0)) || gap(0) == [' ']).then_some(2),
        [2, 2, 6, ..] => is_date().then_some(3),
        // "01.02.26 2000 kr." is a date and an amount.
        [2, 2, 2, 4] => (is_date() && (is_hyphen(gap(2)) || gap(2) == [' '] && gap(0) == [' '])).then_some(4),
        _ => None,
    }
}

/// A hyphen or dash, with or without spaces about it.
fn is_hyphen(gap: &[char]) -> bool {
    let bare: String = gap.iter().filter(|letter| **letter != ' ').collect();
    gap.len() <= 3 && matches!(&*bare, "-" | "‐" | "‑" | "‒" | "–" | "—" | "−" | "/")
}

/// Whether the first four digits are a day and a month.
fn is_a_birthday(number: &[char]) -> bool {
    let digits: Vec<u32> = number.iter().filter_map(|letter| letter.to_digit(10)).collect();
    let [day_tens, day_ones, month_tens, month_ones, ..] = digits[..] else {
        return false;
    };
    let longest = match month_tens * 10 + month_ones {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=longest).contains(&(day_tens * 10 + day_ones))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cpr_number_is_seen_however_it_is_written() {
        for text in [
            "010203-1234",
            "0102031234",
            "010203 1234",
            "010203 - 1234",
            "010203–1234",
            "01 02 03 1234",
            "01.02.03-1234",
            "01/02/03-1234",
            "01-02-03-1234",
            "01.02.031234",
            "Mit nummer er 290204-1234, tak",
            "CPR:3112991234.",
            "Nr. 12 010203-1234",
            "٠١٠٢٠٣-١٢٣٤",
            "۰۱۰۲۰۳۱۲۳۴",
            "０１０２０３-１２３４",
        ] {
            assert!(has_cpr(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_raise_no_alarm() {
        for text in [
            "",
            "Ring 20 10 12 34 eller 20101234",
            "+45 20 10 12 34",
            "+3012345678",
            "0045 20101234",
            "20 10 12 34 20 10 56 78",
            "Ordre 9912345678",
            "Ordre 0113123456",
            "Sag 123456789012",
            "310499-1234 og 300299-1234: dage, der ikke findes",
            "320103-1234",
            "011303-1234",
            "Den 01.02.2026 kl. 10.30",
            "01.02.26 14.30",
            "Fra 01-02-26 2000 kr.",
            "2026-11-25 1030",
            "Havnegade 12, 0999 Fjordby",
            "Konto 1234 12345678",
        ] {
            assert!(!has_cpr(text), "{text}");
        }
    }

    #[test]
    fn only_the_number_is_hidden() {
        assert_eq!(
            hide_cpr("Bo, 010203-1234, ring 20101234"),
            "Bo, xxxxxx-xxxx, ring 20101234"
        );
        assert_eq!(
            hide_cpr("Æble ٠١٠٢٠٣١٢٣٤ og 0102031234"),
            "Æble xxxxxxxxxx og xxxxxxxxxx"
        );
        assert_eq!(hide_cpr("Den 01.02.2026"), "Den 01.02.2026");
    }

    proptest! {
        /// Every person's number is seen between any words, and gone when it is hidden; all else stays.
        #[test]
        fn what_is_hidden_is_seen_no_more(
            before in "[A-Za-zæøå ,.]{0,20}[a-zæøå ]", after in "[a-zæøå ,][A-Za-zæøå ,.]{0,20}",
            day in 1u32..=28, month in 1u32..=12, year in 0u32..100, serial in 0u32..10_000,
            hyphen in prop::sample::select(vec!["", "-", " ", " - ", "–"]),
        ) {
            let text = format!("{before}{day:02}{month:02}{year:02}{hyphen}{serial:04}{after}");
            prop_assert!(has_cpr(&text));
            let hidden = hide_cpr(&text);
            prop_assert!(!has_cpr(&hidden));
            prop_assert_eq!(hidden, format!("{before}xxxxxx{hyphen}xxxx{after}"));
        }

        /// Danish telephone numbers, however they are grouped and however many there are, are none.
        #[test]
        fn telephone_numbers_are_not_hidden(numbers in prop::collection::vec(20_000_000u32..100_000_000, 1..4)) {
            let pairs = |number: &u32| {
                let digits = number.to_string();
                format!("{} {} {} {}", &digits[..2], &digits[2..4], &digits[4..6], &digits[6..])
            };
            let grouped: Vec<_> = numbers.iter().map(pairs).collect();
            let plain: Vec<_> = numbers.iter().map(ToString::to_string).collect();
            prop_assert!(!has_cpr(&grouped.join(" ")) && !has_cpr(&plain.join(" ")));
        }

        /// Whatever is written, hiding it twice is hiding it once, and leaves nothing to be seen.
        #[test]
        fn hiding_is_done_in_one_go(text in "[0-9 ./\\-–+a]{0,40}") {
            let hidden = hide_cpr(&text);
            prop_assert!(!has_cpr(&hidden), "{text:?} became {hidden:?}");
            prop_assert_eq!(hide_cpr(&hidden), hidden);
        }
    }
}
