use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::fraction::{Fraction, greatest_common_divisor};
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};

/// Fractions to shorten (forkorte): by 2, 3 or 5, by more, and by two-digit numbers or beyond a whole.
pub(in crate::drills) fn simplify_fractions(level: Level, random: &mut Random) -> Exercise {
    let (by, lowest, highest) = match level {
        Level::First => (random.pick(&[2, 3, 5]), 2, 6),
        Level::Second => (random.between(4, 9), 3, 10),
        Level::Third => (random.between(6, 15), 4, 12),
    };
    let below = random.between(lowest, highest);
    let most = if level == Level::Third {
        2 * below
    } else {
        below - 1
    };
    let has_nothing_in_common = |above| greatest_common_divisor(above, below) == 1;
    let above = random.such_that(1, most, has_nothing_in_common);
    shorten(
        Fraction {
            numerator: above,
            denominator: below,
        },
        by,
    )
}

fn shorten(result: Fraction, by: i64) -> Exercise {
    let Fraction {
        numerator,
        denominator,
    } = result;
    let (above, below) = (numerator * by, denominator * by);
    let wrong = |numerator, denominator| {
        Answer::Fraction(Fraction {
            numerator,
            denominator,
        })
    };
    Exercise {
        question: Question::Simplify {
            fraction: format!("{above}/{below}"),
        },
        steps: vec![
            Step::new(Method::CommonDivisor, format!("{above}, {below} → {by}")),
            Step::new(
                Method::DivideBoth,
                format!("{above} : {by} = {numerator}\n{below} : {by} = {denominator}"),
            ),
            Step::new(Method::WriteShortened, format!("{above}/{below} = {result}")),
        ],
        answer: Answer::Simplified(result),
        slips: vec![
            (wrong(numerator, denominator), Slip::NotSimplified),
            (wrong(numerator, below), Slip::ShortenedOneOnly),
            (wrong(above, denominator), Slip::ShortenedOneOnly),
        ],
    }
}
