use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::fraction::Fraction;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{fixed, short, whole};

/// Decimal numbers: with one decimal each, with different numbers of decimals, and multiplied.
pub(in crate::drills) fn decimals(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => tenths(random),
        Level::Second => {
            let tenths = random.such_that(21, 95, |tenths| tenths % 10 != 0);
            let hundredths = random.such_that(105, 895, |hundredths| hundredths % 10 != 0);
            if tenths * 10 > hundredths && random.between(0, 1) == 0 {
                less(tenths, hundredths)
            } else {
                more(tenths, hundredths)
            }
        }
        Level::Third => {
            let tenths = random.such_that(2, 25, |tenths| tenths % 10 != 0);
            let multiply = random.pick(&[times_whole, times_tenths]);
            multiply(tenths, random.between(2, 9))
        }
    }
}

/// "2,7 + 1,5": the tenths make more than a whole.
fn tenths(random: &mut Random) -> Exercise {
    let one = random.such_that(12, 79, |tenths| tenths % 10 != 0);
    let fits = |other: i64| other % 10 != 0 && other % 10 + one % 10 >= 10 && other != one;
    let other = random.such_that(11, 99, fits);
    let written_whole = (one / 10 + other / 10) * 100 + one % 10 + other % 10;
    Exercise {
        question: asked(short(one, 1), '+', short(other, 1)),
        steps: vec![
            Step::new(
                Method::AsWholeNumbers,
                format!("{} + {} = {}", whole(one), whole(other), whole(one + other)),
            ),
            placed(one + other, 1),
        ],
        answer: answer(one + other, 1),
        slips: vec![
            (answer(written_whole, 2), Slip::DecimalsAsWholes),
            (answer(one + other - 10, 1), Slip::ForgotCarry),
            (answer(one + other, 0), Slip::MisplacedComma),
        ],
    }
}

/// "3,4 + 1,25"
fn more(tenths: i64, hundredths: i64) -> Exercise {
    let sum = tenths * 10 + hundredths;
    let wholes = (tenths / 10 + hundredths / 100) * 100;
    Exercise {
        question: asked(short(tenths, 1), '+', short(hundredths, 2)),
        steps: aligned(tenths, '+', hundredths, sum),
        answer: answer(sum, 2),
        slips: vec![
            (
                answer(wholes + tenths % 10 + hundredths % 100, 2),
                Slip::DecimalsAsWholes,
            ),
            (answer(tenths + hundredths, 2), Slip::MisplacedComma),
        ],
    }
}

/// "3,4 − 1,25"
fn less(tenths: i64, hundredths: i64) -> Exercise {
    let difference = tenths * 10 - hundredths;
    let wholes = (tenths / 10 - hundredths / 100) * 100;
    Exercise {
        question: asked(short(tenths, 1), '−', short(hundredths, 2)),
        steps: aligned(tenths, '−', hundredths, difference),
        answer: answer(difference, 2),
        slips: vec![
            (
                answer(wholes + (tenths % 10 - hundredths % 100).abs(), 2),
                Slip::DecimalsAsWholes,
            ),
            (answer(tenths * 10 + hundredths, 2), Slip::OtherOperation),
        ],
    }
}

/// "1,2 · 3"
fn times_whole(tenths: i64, by: i64) -> Exercise {
    let steps = vec![
        multiplied(tenths, by),
        Step::new(Method::CountDecimals, "1 + 0 = 1"),
        placed(tenths * by, 1),
    ];
    product(asked(short(tenths, 1), '·', whole(by)), steps, tenths * by, 1)
}

/// "1,2 · 0,3"
fn times_tenths(tenths: i64, by: i64) -> Exercise {
    let steps = vec![
        multiplied(tenths, by),
        Step::new(Method::CountDecimals, "1 + 1 = 2"),
        placed(tenths * by, 2),
    ];
    product(asked(short(tenths, 1), '·', short(by, 1)), steps, tenths * by, 2)
}

fn product(question: Question, steps: Vec<Step>, count: i64, places: u32) -> Exercise {
    Exercise {
        question,
        steps,
        answer: answer(count, places),
        slips: vec![
            (answer(count, places - 1), Slip::MisplacedComma),
            (answer(count, places + 1), Slip::MisplacedComma),
            (answer(count, 0), Slip::MisplacedComma),
        ],
    }
}

fn multiplied(one: i64, other: i64) -> Step {
    let figures = format!("{} · {} = {}", whole(one), whole(other), whole(one * other));
    Step::new(Method::AsWholeNumbers, figures)
}

fn aligned(tenths: i64, sign: char, hundredths: i64, result: i64) -> Vec<Step> {
    let sum = format!("{} {sign} {}", fixed(tenths * 10, 2), fixed(hundredths, 2));
    let wholes = format!(
        "{} {sign} {} = {}",
        whole(tenths * 10),
        whole(hundredths),
        whole(result)
    );
    vec![
        Step::new(Method::SameDecimals, sum),
        Step::new(Method::AsWholeNumbers, wholes),
        placed(result, 2),
    ]
}

fn placed(count: i64, places: usize) -> Step {
    Step::new(
        Method::PlaceComma,
        format!("{} → {}", whole(count), fixed(count, places)),
    )
}

fn asked(one: String, sign: char, other: String) -> Question {
    Question::Calculate {
        sum: format!("{one} {sign} {other}"),
    }
}

fn answer(count: i64, places: u32) -> Answer {
    Answer::Number {
        value: Fraction::scaled(count, places),
        unit: "",
    }
}
