use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{number, numbers, whole};

/// Tables: the easy ones, 6 to 9, and two digits by one.
pub(in crate::drills) fn multiplication(level: Level, random: &mut Random) -> Exercise {
    let (rows, each) = match level {
        Level::First => (random.pick(&[2, 3, 4, 5, 10]), random.between(2, 10)),
        Level::Second => (random.between(6, 9), random.between(3, 9)),
        Level::Third => (
            random.between(3, 9),
            random.such_that(12, 49, |each| each % 10 != 0),
        ),
    };
    if level == Level::Third {
        return large(each, rows);
    }
    Exercise {
        question: asked(rows, each),
        steps: from_a_known_one(rows, each),
        answer: number(rows * each),
        slips: numbers([
            (rows + each, Slip::OtherOperation),
            ((rows - 1) * each, Slip::NeighbourRow),
            ((rows + 1) * each, Slip::NeighbourRow),
            (rows * (each - 1), Slip::NeighbourRow),
            (rows * (each + 1), Slip::NeighbourRow),
        ]),
    }
}

/// Two digits by one: tens and ones by themselves.
fn large(large: i64, by: i64) -> Exercise {
    let (tens, ones) = (large - large % 10, large % 10);
    Exercise {
        question: asked(large, by),
        steps: vec![
            Step::new(Method::SplitByPlace, format!("{large} = {tens} + {ones}")),
            times(Method::MultiplyParts, tens, by),
            times(Method::MultiplyParts, ones, by),
            Step::new(
                Method::AddParts,
                format!(
                    "{} + {} = {}",
                    whole(tens * by),
                    whole(ones * by),
                    whole(large * by)
                ),
            ),
        ],
        answer: number(large * by),
        slips: numbers([
            (tens * by + ones, Slip::OnlyOnes),
            (tens + ones * by, Slip::OnlyOnes),
            (tens / 10 * by * 10 + ones * by % 10, Slip::ForgotCarry),
            (large + by, Slip::OtherOperation),
        ]),
    }
}

fn asked(one: i64, other: i64) -> Question {
    Question::Calculate {
        sum: format!("{} · {}", whole(one), whole(other)),
    }
}

fn times(method: Method, one: i64, other: i64) -> Step {
    Step::new(
        method,
        format!("{} · {} = {}", whole(one), whole(other), whole(one * other)),
    )
}

/// From a row that most know to the one that is asked for.
fn from_a_known_one(rows: i64, each: i64) -> Vec<Step> {
    let product = rows * each;
    let known = |method, rows| times(method, rows, each);
    let onward = |method, figures: String| Step::new(method, format!("{figures} = {product}"));
    match rows {
        2 => vec![onward(Method::DoubleIt, format!("{each} + {each}"))],
        4 => vec![
            known(Method::BeginWithKnown, 2),
            onward(Method::DoubleIt, format!("{} + {}", 2 * each, 2 * each)),
        ],
        5 => vec![
            known(Method::BeginWithKnown, 10),
            onward(Method::HalveIt, format!("{} : 2", 10 * each)),
        ],
        10 => vec![onward(Method::AppendZero, format!("10 · {each}"))],
        9 => vec![
            known(Method::BeginWithKnown, 10),
            onward(Method::AddOrTakeRows, format!("{} − {each}", 10 * each)),
        ],
        8 => vec![
            known(Method::BeginWithKnown, 4),
            onward(Method::DoubleIt, format!("{} + {}", 4 * each, 4 * each)),
        ],
        3 => from_fewer_rows(2, rows, each),
        _ => from_fewer_rows(5, rows, each),
    }
}

fn from_fewer_rows(known: i64, rows: i64, each: i64) -> Vec<Step> {
    let more = (rows - known) * each;
    let figures = format!("{} + {more} = {}", known * each, rows * each);
    vec![
        times(Method::BeginWithKnown, known, each),
        Step::new(Method::AddOrTakeRows, figures),
    ]
}
