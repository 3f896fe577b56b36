use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::fraction::Fraction;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{short, whole};

/// Two units, and how many of the smaller go on one of the larger: 10, 100 or 1000.
#[derive(Debug, Clone, Copy)]
struct Pair {
    larger: &'static str,
    smaller: &'static str,
    /// The zeros of how many go.
    zeros: u32,
}

const fn pair(larger: &'static str, smaller: &'static str, zeros: u32) -> Pair {
    Pair {
        larger,
        smaller,
        zeros,
    }
}

const LENGTHS: [Pair; 5] = [
    pair("cm", "mm", 1),
    pair("dm", "cm", 1),
    pair("m", "cm", 2),
    pair("m", "mm", 3),
    pair("km", "m", 3),
];

const WEIGHTS: [Pair; 3] = [pair("kg", "g", 3), pair("t", "kg", 3), pair("g", "mg", 3)];

const VOLUMES: [Pair; 6] = [
    pair("l", "dl", 1),
    pair("l", "cl", 2),
    pair("l", "ml", 3),
    pair("dl", "cl", 1),
    pair("dl", "ml", 2),
    pair("cl", "ml", 1),
];

/// Millimetres to kilometres.
pub(in crate::drills) fn length(level: Level, random: &mut Random) -> Exercise {
    convert(random.pick(&LENGTHS), level, random)
}

/// Grams to tonnes; milligrams, which only medicine is measured in, for those who know the others.
pub(in crate::drills) fn weight(level: Level, random: &mut Random) -> Exercise {
    let known = match level {
        Level::First => &WEIGHTS[..2],
        Level::Second | Level::Third => &WEIGHTS[..],
    };
    convert(random.pick(known), level, random)
}

/// Millilitres to litres.
pub(in crate::drills) fn volume(level: Level, random: &mut Random) -> Exercise {
    convert(random.pick(&VOLUMES), level, random)
}

/// A whole number to the smaller unit, a decimal number to the smaller unit, and to the larger unit.
fn convert(pair: Pair, level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => to_smaller(pair, random.between(2, 40), 0),
        Level::Second => to_smaller(pair, random.such_that(11, 99, |tenths| tenths % 10 != 0), 1),
        Level::Third => {
            let step = 10_i64.pow(pair.zeros - 1);
            to_larger(pair, random.such_that(2, 99, |steps| steps % 10 != 0) * step)
        }
    }
}

/// A count of the larger unit, with so many decimals, as the smaller one.
fn to_smaller(pair: Pair, count: i64, places: u32) -> Exercise {
    let factor = 10_i64.pow(pair.zeros);
    let amount = Fraction::scaled(count, places);
    let result = count * factor / 10_i64.pow(places);
    let written = amount.as_decimal();
    let figures = format!("{written} · {} = {}", whole(factor), whole(result));
    Exercise {
        question: Question::Convert {
            amount: format!("{written} {}", pair.larger),
            unit: pair.smaller.to_owned(),
        },
        steps: vec![how_many_go(pair), Step::new(Method::MultiplyToSmaller, figures)],
        answer: measured(Fraction::whole(result), pair.smaller),
        slips: slips(Fraction::whole(result), amount, factor, pair.smaller),
    }
}

/// A whole count of the smaller unit as the larger one.
fn to_larger(pair: Pair, count: i64) -> Exercise {
    let factor = 10_i64.pow(pair.zeros);
    let result = Fraction::scaled(count, pair.zeros);
    let figures = format!("{} : {} = {}", whole(count), whole(factor), result.as_decimal());
    let mut slips = slips(result, Fraction::whole(count), factor, pair.larger);
    slips.push((
        measured(Fraction::whole(count * factor), pair.larger),
        Slip::WrongWay,
    ));
    Exercise {
        question: Question::Convert {
            amount: format!("{} {}", whole(count), pair.smaller),
            unit: pair.larger.to_owned(),
        },
        steps: vec![how_many_go(pair), Step::new(Method::DivideToLarger, figures)],
        answer: measured(result, pair.larger),
        slips,
    }
}

fn how_many_go(pair: Pair) -> Step {
    let factor = short(10_i64.pow(pair.zeros), 0);
    Step::new(
        Method::HowManyGo,
        format!("1 {} = {factor} {}", pair.larger, pair.smaller),
    )
}

/// Divided where one multiplies, or with a zero too many or too few.
fn slips(result: Fraction, amount: Fraction, factor: i64, unit: &'static str) -> Vec<(Answer, Slip)> {
    let times = |value: Fraction, above: i64, below: i64| Fraction {
        numerator: value.numerator * above,
        denominator: value.denominator * below,
    };
    vec![
        (measured(times(result, 10, 1), unit), Slip::WrongStep),
        (measured(times(result, 1, 10), unit), Slip::WrongStep),
        (measured(times(result, 100, 1), unit), Slip::WrongStep),
        (measured(times(result, 1, 100), unit), Slip::WrongStep),
        (measured(times(amount, 1, factor), unit), Slip::WrongWay),
        (measured(amount, unit), Slip::WrongWay),
    ]
}

fn measured(value: Fraction, unit: &'static str) -> Answer {
    Answer::Number { value, unit }
}
