//! Numbers by their places: ones, tens, hundreds.

/// What each place is worth, the largest first: 407 is 400, 0 and 7.
pub(super) fn parts(number: i64) -> Vec<i64> {
    let digits = digits(number);
    let parts = digits.iter().zip(powers()).map(|(digit, power)| digit * power);
    let mut parts: Vec<_> = parts.collect();
    parts.reverse();
    parts
}

/// What each place that is not empty is worth: 407 is 400 and 7.
pub(super) fn filled_parts(number: i64) -> Vec<i64> {
    parts(number).into_iter().filter(|part| *part != 0).collect()
}

/// Reckons digit by digit and lets nothing pass to the next place, as whoever forgets it does.
pub(super) fn digit_by_digit(one: i64, other: i64, reckon: impl Fn(i64, i64) -> i64) -> i64 {
    let (one, other) = (digits(one), digits(other));
    let digit = |digits: &[i64], place: usize| digits.get(place).copied().unwrap_or(0);
    let places = 0..one.len().max(other.len());
    let results = places.map(|place| reckon(digit(&one, place), digit(&other, place)) % 10);
    results.zip(powers()).map(|(digit, power)| digit * power).sum()
}

/// How often something passes to the next place when two numbers are added.
pub(super) fn carries(one: i64, other: i64) -> usize {
    let passes = |power: &i64| one % (power * 10) + other % (power * 10) >= power * 10;
    powers().take(6).filter(passes).count()
}

/// How often one has to exchange when a smaller number is taken from a larger one.
pub(super) fn exchanges(larger: i64, smaller: i64) -> usize {
    let needs = |power: &i64| larger % (power * 10) < smaller % (power * 10);
    powers().take(6).filter(needs).count()
}

/// The digits, ones first; zero has one.
fn digits(number: i64) -> Vec<i64> {
    let mut rest = number;
    let mut digits = vec![rest % 10];
    while rest >= 10 {
        rest /= 10;
        digits.push(rest % 10);
    }
    digits
}

fn powers() -> impl Iterator<Item = i64> {
    std::iter::successors(Some(1), |power| Some(power * 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_apart() {
        assert_eq!(parts(407), [400, 0, 7]);
        assert_eq!(filled_parts(407), [400, 7]);
        assert_eq!(filled_parts(4000), [4000]);
    }

    #[test]
    fn whoever_forgets_what_passes_on_gets_this() {
        assert_eq!(digit_by_digit(47, 36, |one, other| one + other), 73);
        assert_eq!(digit_by_digit(52, 27, |one, other| (one - other).abs()), 35);
        assert_eq!(digit_by_digit(7, 125, |one, other| one + other), 122);
    }

    #[test]
    fn what_passes_on_is_counted() {
        assert_eq!((carries(47, 36), carries(99, 1), carries(12, 13)), (1, 2, 0));
        assert_eq!(
            (exchanges(52, 27), exchanges(403, 187), exchanges(48, 15)),
            (1, 2, 0)
        );
    }
}
