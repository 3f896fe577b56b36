use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{number, numbers, whole};

/// Division: the tables backwards, larger numbers that come out even, and with a remainder.
pub(in crate::drills) fn division(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => backwards(random.between(2, 10), random.between(2, 9)),
        Level::Second => {
            let quotient = random.such_that(12, 99, |quotient| quotient % 10 != 0);
            in_parts(random.between(3, 9), quotient)
        }
        Level::Third => {
            let divisor = random.between(3, 9);
            left_over(divisor, random.between(3, 19), random.between(1, divisor - 1))
        }
    }
}

fn written(dividend: i64, divisor: i64) -> String {
    format!("{} : {divisor}", whole(dividend))
}

fn backwards(divisor: i64, quotient: i64) -> Exercise {
    let dividend = divisor * quotient;
    Exercise {
        question: Question::Calculate {
            sum: written(dividend, divisor),
        },
        steps: vec![
            Step::new(Method::AskBackwards, format!("? · {divisor} = {dividend}")),
            Step::new(
                Method::BeginWithKnown,
                format!("{divisor}, {}, {} …", divisor * 2, divisor * 3),
            ),
            Step::new(
                Method::CheckByMultiplying,
                format!("{quotient} · {divisor} = {dividend}"),
            ),
        ],
        answer: number(quotient),
        slips: numbers([
            (quotient - 1, Slip::NeighbourRow),
            (quotient + 1, Slip::NeighbourRow),
            (dividend - divisor, Slip::OtherOperation),
            (dividend * divisor, Slip::OtherOperation),
        ]),
    }
}

/// The largest part that is easy to divide, and then the rest.
fn in_parts(divisor: i64, quotient: i64) -> Exercise {
    let dividend = divisor * quotient;
    let (tens, ones) = (quotient - quotient % 10, quotient % 10);
    let part = |method, quotient: i64| {
        let figures = format!("{} = {quotient}", written(divisor * quotient, divisor));
        Step::new(method, figures)
    };
    let split = format!(
        "{} = {} + {}",
        whole(dividend),
        whole(divisor * tens),
        whole(divisor * ones)
    );
    Exercise {
        question: Question::Calculate {
            sum: written(dividend, divisor),
        },
        steps: vec![
            Step::new(Method::SplitByPlace, split),
            part(Method::DivideEasyPart, tens),
            part(Method::DivideRest, ones),
            Step::new(Method::AddParts, format!("{tens} + {ones} = {quotient}")),
        ],
        answer: number(quotient),
        slips: numbers([
            (tens / 10 + ones, Slip::LostZero),
            (tens, Slip::ForgotRemainder),
            (quotient - 10, Slip::NeighbourRow),
            (quotient + 10, Slip::NeighbourRow),
            (dividend - divisor, Slip::OtherOperation),
        ]),
    }
}

fn left_over(divisor: i64, quotient: i64, remainder: i64) -> Exercise {
    let dividend = divisor * quotient + remainder;
    let result = |quotient, remainder| Answer::WithRemainder { quotient, remainder };
    Exercise {
        question: Question::DivideWithRemainder {
            sum: written(dividend, divisor),
        },
        steps: vec![
            Step::new(
                Method::NearestInTable,
                format!("{quotient} · {divisor} = {}", dividend - remainder),
            ),
            Step::new(
                Method::TakeAway,
                format!("{dividend} − {} = {remainder}", dividend - remainder),
            ),
            Step::new(
                Method::CheckByMultiplying,
                format!("{quotient} · {divisor} + {remainder} = {dividend}"),
            ),
        ],
        answer: result(quotient, remainder),
        slips: vec![
            (result(quotient - 1, remainder + divisor), Slip::RemainderTooLarge),
            (result(quotient, 0), Slip::ForgotRemainder),
            (result(remainder, quotient), Slip::SwappedAnswers),
        ],
    }
}
