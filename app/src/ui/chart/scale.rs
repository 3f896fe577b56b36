/// Lines across a drawing at most, besides the one at nothing.
const MOST_LINES: i64 = 5;

/// Round values for the lines across a drawing, from nothing to the first at or above `highest`. `unit` is the smallest step
/// that means something, such as one krone.
pub fn scale_lines(highest: i64, unit: i64) -> Vec<i64> {
    let highest = highest.max(1);
    let step = step(highest, unit.max(1));
    let lines = highest / step + i64::from(highest % step != 0);
    (0..=lines).map(|line| line * step).collect()
}

/// The smallest of 1, 2, 5, 10, 20, 50, … units with which the lines are few enough.
fn step(highest: i64, unit: i64) -> i64 {
    let mut tens = unit;
    loop {
        for factor in [1, 2, 5] {
            let step = tens.saturating_mul(factor);
            if highest / step < MOST_LINES || step == i64::MAX {
                return step;
            }
        }
        tens = tens.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::scale_lines;

    #[test]
    fn lines_stand_at_round_values() {
        assert_eq!(scale_lines(9_500, 100), [0, 2_000, 4_000, 6_000, 8_000, 10_000]);
        assert_eq!(scale_lines(10_000, 100), [0, 5_000, 10_000]);
        assert_eq!(scale_lines(430, 100), [0, 100, 200, 300, 400, 500]);
        assert_eq!(scale_lines(0, 100), [0, 100]);
    }

    #[test]
    fn the_highest_is_never_above_the_last_line() {
        for highest in [1, 99, 1_234_567, 40_000_000_000_000_000] {
            let lines = scale_lines(highest, 100);
            assert!(lines.last() >= Some(&highest), "{highest}");
            assert!((2..=6).contains(&lines.len()), "{highest}: {lines:?}");
        }
    }
}
