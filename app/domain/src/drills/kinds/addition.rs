use super::places::{carries, digit_by_digit, filled_parts, parts};
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{joined, number, numbers, whole};

/// Plus, always with something that passes to the next place: two digits, three, or four with more than one carry.
pub(in crate::drills) fn addition(level: Level, random: &mut Random) -> Exercise {
    let (one, other) = loop {
        let (one, other) = terms(level, random);
        if fits(level, one, other) {
            break (one, other);
        }
    };
    let sum = one + other;
    Exercise {
        question: Question::Calculate {
            sum: format!("{} + {}", whole(one), whole(other)),
        },
        steps: steps(one, other),
        answer: number(sum),
        slips: numbers([
            (
                digit_by_digit(one, other, |one, other| one + other),
                Slip::ForgotCarry,
            ),
            ((one - other).abs(), Slip::OtherOperation),
        ]),
    }
}

fn terms(level: Level, random: &mut Random) -> (i64, i64) {
    let (low, high) = match level {
        Level::First => (12, 79),
        Level::Second => (105, 799),
        Level::Third => (1005, 7999),
    };
    (random.between(low, high), random.between(low, high))
}

fn fits(level: Level, one: i64, other: i64) -> bool {
    let (largest, fewest_carries) = match level {
        Level::First => (99, 1),
        Level::Second => (999, 1),
        Level::Third => (9999, 2),
    };
    one != other && one + other <= largest && carries(one, other) >= fewest_carries
}

fn steps(one: i64, other: i64) -> Vec<Step> {
    let split = |number| format!("{} = {}", whole(number), joined(&filled_parts(number), " + "));
    let mut steps = vec![Step::new(
        Method::SplitByPlace,
        format!("{}\n{}", split(one), split(other)),
    )];
    let mut sums = Vec::new();
    for (one, other) in parts(one).into_iter().zip(parts(other)) {
        if one + other > 0 {
            sums.push(one + other);
            let figures = format!("{} + {} = {}", whole(one), whole(other), whole(one + other));
            steps.push(Step::new(Method::AddSamePlaces, figures));
        }
    }
    let total = format!("{} = {}", joined(&sums, " + "), whole(one + other));
    steps.push(Step::new(Method::AddParts, total));
    steps
}
