//! Another way to every answer, for tests: it reads what a child reads, reckons with fractions of its own, counts, and tries.

use std::iter::Peekable;
use std::str::Chars;

/// An exact number: above and below the line.
pub(super) type Exact = (i128, i128);

/// Whether two numbers are worth the same.
pub(super) fn same(one: Exact, other: Exact) -> bool {
    one.0 * other.1 == other.0 * one.1
}

/// A whole number.
pub(super) fn exactly(number: i64) -> Exact {
    (number.into(), 1)
}

/// What a sum comes to: "3 + 4 · (1/2 − 0,25)". An `x` in it is worth `unknown`. `None` for what is no sum.
pub(super) fn value(sum: &str, unknown: i64) -> Option<Exact> {
    let plain = sum.replace('\u{a0}', " ").replace("kr.", "");
    let mut reader = Reader {
        signs: plain.trim().chars().peekable(),
        unknown: exactly(unknown),
    };
    let value = reader.sum()?;
    reader.skip_spaces();
    reader.signs.peek().is_none().then_some(value)
}

/// Every whole number in a text.
pub(super) fn whole_numbers(text: &str) -> Vec<i64> {
    let joined = text.replace('.', "");
    let parts = joined.split(|sign: char| !sign.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

struct Reader<'a> {
    signs: Peekable<Chars<'a>>,
    unknown: Exact,
}

impl Reader<'_> {
    fn sum(&mut self) -> Option<Exact> {
        let mut total = self.product()?;
        loop {
            total = match self.next_of(&['+', '−']) {
                Some('+') => plus(total, self.product()?),
                Some(_) => plus(total, times(self.product()?, (-1, 1))),
                None => return Some(total),
            };
        }
    }

    fn product(&mut self) -> Option<Exact> {
        let mut total = self.factor()?;
        loop {
            total = match self.next_of(&['·', ':', '/']) {
                Some('·') => times(total, self.factor()?),
                Some(_) => {
                    let (above, below) = self.factor()?;
                    times(total, (below, above))
                }
                None => return Some(total),
            };
        }
    }

    fn factor(&mut self) -> Option<Exact> {
        self.skip_spaces();
        match *self.signs.peek()? {
            '−' => {
                self.signs.next();
                Some(times(self.factor()?, (-1, 1)))
            }
            '(' => {
                self.signs.next();
                let inside = self.sum()?;
                (self.signs.next() == Some(')')).then_some(inside)
            }
            'x' => {
                self.signs.next();
                Some(self.unknown)
            }
            _ => self.number(),
        }
    }

    /// "1.234,5" or "3x".
    fn number(&mut self) -> Option<Exact> {
        let (mut above, mut below, mut digits, mut in_decimals) = (0, 1, 0, false);
        while let Some(sign) = self
            .signs
            .next_if(|sign| sign.is_ascii_digit() || ".,".contains(*sign))
        {
            match sign.to_digit(10) {
                Some(digit) => {
                    above = above * 10 + i128::from(digit);
                    below *= if in_decimals { 10 } else { 1 };
                    digits += 1;
                }
                None => in_decimals = sign == ',',
            }
        }
        let number = (digits > 0).then_some((above, below))?;
        match self.signs.next_if_eq(&'x') {
            Some(_) => Some(times(number, self.unknown)),
            None => Some(number),
        }
    }

    fn next_of(&mut self, wanted: &[char]) -> Option<char> {
        self.skip_spaces();
        self.signs.next_if(|sign| wanted.contains(sign))
    }

    fn skip_spaces(&mut self) {
        while self.signs.next_if_eq(&' ').is_some() {}
    }
}

fn plus(one: Exact, other: Exact) -> Exact {
    (one.0 * other.1 + other.0 * one.1, one.1 * other.1)
}

fn times(one: Exact, other: Exact) -> Exact {
    let sign = if other.1 < 0 { -1 } else { 1 };
    (one.0 * other.0 * sign, one.1 * other.1 * sign)
}

#[test]
fn sums_are_reckoned() {
    for (sum, above, below) in [
        ("3 + 4 · 5", 23, 1),
        ("(3 + 4) · 5", 35, 1),
        ("1/2 − 1/4", 1, 4),
        ("1.234,5 + 0,5", 1235, 1),
        ("3x − −2", 23, 1),
        ("12 : 3 : 2", 2, 1),
        ("12,50 kr. : 2", 25, 4),
    ] {
        assert!(same(value(sum, 7).unwrap(), (above, below)), "{sum}");
    }
    assert_eq!(value("? · 4", 0), None);
    assert_eq!(value("3 +", 0), None);
}
