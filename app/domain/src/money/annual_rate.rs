//! The annual percentage rate of a credit (ÅOP), by the official definition.
//!
//! Annex I of directive 2008/48/EC, in Danish law kreditaftaleloven: the rate `X` at which the present value of all payments
//! equals that of all drawdowns,
//!
//! ```text
//! Σ drawdown · (1 + X)^−t  =  Σ payment · (1 + X)^−s
//! ```
//!
//! with times in years since the first drawdown. A year has 365 days, 52 weeks or 12 equal months.

use thiserror::Error;

use super::amount::Amount;
use super::percent::Percent;

/// The highest rate that is searched for, as a part of one: a thousand is 100.000 %.
const HIGHEST: f64 = 1000.0;
/// How near two guesses are when the search is over, far below what is shown.
const NEAR_ENOUGH: f64 = 1e-12;
/// Guesses before the search gives up. Halving alone needs fewer than 50.
const MOST_GUESSES: u32 = 200;

/// How long after the first drawdown money is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    Days(u32),
    Weeks(u32),
    Months(u32),
}

/// Money that is paid at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    pub amount: Amount,
    pub after: After,
}

/// There is no rate to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoRate {
    /// Less is paid back than was drawn.
    #[error("the rate is below zero")]
    BelowZero,
    #[error("the rate is above 100.000 %")]
    TooHigh,
}

impl After {
    /// Annex I, remark (c).
    fn years(self) -> f64 {
        match self {
            Self::Days(days) => f64::from(days) / 365.0,
            Self::Weeks(weeks) => f64::from(weeks) / 52.0,
            Self::Months(months) => f64::from(months) / 12.0,
        }
    }
}

/// The annual percentage rate with two decimals; annex I asks for one.
pub fn annual_percentage_rate(drawdowns: &[Flow], payments: &[Flow]) -> Result<Percent, NoRate> {
    let in_years = |flow: &Flow| (kroner(flow.amount), flow.after.years());
    let drawn = drawdowns.iter().map(in_years);
    let drawn = drawn.map(|(amount, years)| (-amount, years));
    let flows: Vec<_> = drawn.chain(payments.iter().map(in_years)).collect();
    solve(&flows).map(rounded)
}

/// Finds where the present value of all flows is nothing.
///
/// The unknown is `u = ln(1 + X)`, for in it a credit's present value falls and bends one way only: Newton's steps from zero
/// come ever nearer and never jump across. For flows of other shapes a step that leaves the stretch in which the answer must lie
/// is replaced by halving that stretch.
fn solve(flows: &[(f64, f64)]) -> Result<f64, NoRate> {
    let (mut low, mut high) = (0.0, HIGHEST.ln_1p());
    match (present_value(flows, low).0, present_value(flows, high).0) {
        (at_zero, _) if at_zero < 0.0 => return Err(NoRate::BelowZero),
        (_, at_highest) if at_highest > 0.0 => return Err(NoRate::TooHigh),
        _ => {}
    }
    let mut guess = low;
    for _ in 0..MOST_GUESSES {
        let (value, slope) = present_value(flows, guess);
        if value > 0.0 {
            low = guess;
        } else {
            high = guess;
        }
        let step = guess - value / slope;
        if value == 0.0 || (step - guess).abs() < NEAR_ENOUGH {
            break;
        }
        guess = if low < step && step < high {
            step
        } else {
            low.midpoint(high)
        };
    }
    Ok(guess.exp_m1())
}

/// The present value of flows at `u`, and how it changes with `u`.
fn present_value(flows: &[(f64, f64)], u: f64) -> (f64, f64) {
    flows.iter().fold((0.0, 0.0), |(value, slope), (amount, years)| {
        let discounted = amount * (-u * years).exp();
        (value + discounted, slope - years * discounted)
    })
}

#[allow(clippy::cast_precision_loss, reason = "amounts are far below 2^53 øre")]
fn kroner(amount: Amount) -> f64 {
    amount.ore() as f64 / 100.0
}

/// Two decimals, halves upwards as annex I says.
#[allow(clippy::cast_possible_truncation, reason = "rates end at 100.000 %")]
fn rounded(rate: f64) -> Percent {
    Percent::from_thousandths((rate * 10_000.0).round() as i64 * 10)
}

#[cfg(test)]
#[allow(clippy::cast_precision_loss, reason = "amounts are far below 2^53 øre")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn flow(kroner: i64, after: After) -> Flow {
        Flow {
            amount: Amount::from_kroner(kroner),
            after,
        }
    }

    fn drawn(kroner: i64) -> [Flow; 1] {
        [flow(kroner, After::Days(0))]
    }

    /// A second way to the same rate, sharing nothing with the first: halving, in the rate itself, with powers.
    fn by_halving(drawdowns: &[Flow], payments: &[Flow]) -> f64 {
        let value = |rate: f64| {
            let of = |flows: &[Flow]| -> f64 {
                let values = flows.iter().map(|flow| {
                    let years = match flow.after {
                        After::Days(days) => f64::from(days) / 365.0,
                        After::Weeks(weeks) => f64::from(weeks) / 52.0,
                        After::Months(months) => f64::from(months) / 12.0,
                    };
                    flow.amount.ore() as f64 / (1.0 + rate).powf(years)
                });
                values.sum()
            };
            of(payments) - of(drawdowns)
        };
        let (mut low, mut high) = (0.0_f64, 1000.0);
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            if value(middle) > 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }

    #[test]
    fn the_examples_of_the_directive_come_out() {
        // Directive 98/7/EC, annex II: the examples that every method had to give. The equation is that of 2008/48/EC.
        let after_18_months = After::Days(546);
        for (lent, payments, thousandths) in [
            // 13 %, or 12,96 % with two decimals.
            (1000, vec![flow(1200, after_18_months)], 12_960),
            // The creditor keeps 50 for enquiries: 16,9 %.
            (950, vec![flow(1200, after_18_months)], 16_900),
            // Two payments of 600 after one and two years: 13,07 %.
            (
                1000,
                vec![flow(600, After::Days(365)), flow(600, After::Days(730))],
                13_070,
            ),
            // The same loans with standard years: 12,92 % and 16,85 %.
            (1000, vec![flow(1200, After::Months(18))], 12_920),
            (950, vec![flow(1200, After::Months(18))], 16_850),
            // 272, 272 and 544 after 3, 6 and 12 months: 13,19 %.
            (
                1000,
                vec![
                    flow(272, After::Months(3)),
                    flow(272, After::Months(6)),
                    flow(544, After::Months(12)),
                ],
                13_190,
            ),
        ] {
            let rate = annual_percentage_rate(&drawn(lent), &payments);
            assert_eq!(rate, Ok(Percent::from_thousandths(thousandths)), "{payments:?}");
        }
    }

    #[test]
    fn a_rate_that_can_be_found_by_hand_is_found() {
        // One payment: (D / C)^(1 / t) − 1.
        let cases = [
            (100, 110, After::Months(12), 10_000),
            (100, 110, After::Weeks(52), 10_000),
            (100, 121, After::Months(24), 10_000),
            // 5 % in a month is 1,05^12 − 1.
            (100, 105, After::Months(1), 79_590),
            // A tenth in 30 days, as quick loans had it: 1,1^(365 / 30) − 1.
            (1000, 1100, After::Days(30), 218_870),
        ];
        for (lent, paid, after, thousandths) in cases {
            let rate = annual_percentage_rate(&drawn(lent), &[flow(paid, after)]);
            assert_eq!(rate, Ok(Percent::from_thousandths(thousandths)));
        }
    }

    #[test]
    fn money_drawn_in_parts_counts_from_when_it_is_drawn() {
        // 500 for a year and 500 for half of one, at 10 %.
        let drawdowns = [flow(50_000, After::Months(0)), flow(50_000, After::Months(6))];
        let due = flow(107_440, After::Months(12));
        assert_eq!(
            annual_percentage_rate(&drawdowns, &[due]),
            Ok(Percent::from_whole(10))
        );
    }

    #[test]
    fn a_loan_without_costs_has_a_rate_of_nothing() {
        let payments = [flow(50, After::Months(1)), flow(50, After::Months(2))];
        assert_eq!(
            annual_percentage_rate(&drawn(100), &payments),
            Ok(Percent::default())
        );
    }

    #[test]
    fn where_there_is_no_rate_that_is_said() {
        let less = [flow(99, After::Months(1))];
        assert_eq!(annual_percentage_rate(&drawn(100), &less), Err(NoRate::BelowZero));
        let dear = [flow(1000, After::Days(1))];
        assert_eq!(annual_percentage_rate(&drawn(100), &dear), Err(NoRate::TooHigh));
        let at_once = [flow(101, After::Days(0))];
        assert_eq!(
            annual_percentage_rate(&drawn(100), &at_once),
            Err(NoRate::TooHigh)
        );
    }

    proptest! {
        #[test]
        fn both_ways_lead_to_the_same_rate(
            lent in 1_000_i64..1_000_000,
            shares in prop::collection::vec((1_u32..400, 1_u32..360), 1..40),
            markup in 0_i64..300,
        ) {
            let sum: u32 = shares.iter().map(|(share, _)| share).sum();
            let payments: Vec<_> = shares
                .iter()
                .map(|(share, months)| Flow {
                    amount: Amount::from_kroner(lent).part(i64::from(*share) * (100 + markup), i64::from(sum) * 100)
                        + Amount::from_ore(1),
                    after: After::Months(*months),
                })
                .collect();
            match annual_percentage_rate(&drawn(lent), &payments) {
                Ok(rate) => {
                    let other = by_halving(&drawn(lent), &payments);
                    prop_assert!((rate.thousandths() as f64 - other * 100_000.0).abs() <= 5.001, "{rate} {other}");
                }
                Err(error) => prop_assert_eq!(error, NoRate::TooHigh),
            }
        }

        #[test]
        fn dearer_payments_have_a_higher_rate(lent in 1_000_i64..100_000, months in 1_u32..120, cost in 1_i64..1_000) {
            let rate = |cost| annual_percentage_rate(&drawn(lent), &[flow(lent + cost, After::Months(months))]);
            if let (Ok(cheap), Ok(dear)) = (rate(cost), rate(cost + 100)) {
                prop_assert!(cheap <= dear);
            }
        }
    }
}
