use super::places::{digit_by_digit, exchanges};
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{joined, number, numbers, whole};

/// Minus, always with something to exchange: two digits, three, or four with zeros in the larger number.
pub(in crate::drills) fn subtraction(level: Level, random: &mut Random) -> Exercise {
    let (from, taken) = loop {
        let (from, taken) = terms(level, random);
        if taken < from && exchanges(from, taken) > 0 {
            break (from, taken);
        }
    };
    let exchanged = if taken % 10 > from % 10 { 10 } else { 100 };
    Exercise {
        question: Question::Calculate {
            sum: format!("{} − {}", whole(from), whole(taken)),
        },
        steps: steps(from, taken),
        answer: number(from - taken),
        slips: numbers([
            (
                digit_by_digit(from, taken, |from, taken| (from - taken).abs()),
                Slip::SmallerFromLarger,
            ),
            (from - taken + exchanged, Slip::ForgotExchange),
            (from + taken, Slip::OtherOperation),
        ]),
    }
}

fn terms(level: Level, random: &mut Random) -> (i64, i64) {
    match level {
        Level::First => (random.between(21, 98), random.between(12, 89)),
        Level::Second => (random.between(201, 998), random.between(105, 889)),
        // 4003, 5020: there is nothing in the next place to exchange.
        Level::Third => {
            let zeros = random.pick(&[10, 100]);
            let rest = random.between(1, 9) * if zeros == 10 { 10 } else { 1 };
            (random.between(2, 9) * 1000 + rest, random.between(1011, 8899))
        }
    }
}

/// Counts up from the smaller number to the larger one, by round numbers.
fn steps(from: i64, taken: i64) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut jumps = Vec::new();
    let mut here = taken;
    for stop in stops(from, taken) {
        jumps.push(stop - here);
        let figures = format!("{} → {}: {}", whole(here), whole(stop), whole(stop - here));
        steps.push(Step::new(Method::CountUp, figures));
        here = stop;
    }
    if jumps.len() > 1 {
        let total = format!("{} = {}", joined(&jumps, " + "), whole(from - taken));
        steps.push(Step::new(Method::AddJumps, total));
    }
    steps
}

/// The round numbers on the way, and the end.
fn stops(from: i64, taken: i64) -> Vec<i64> {
    let mut stops = vec![taken];
    for round in [10, 100, 1000] {
        let here = stops.last().copied().unwrap_or(taken);
        let next = (here + round - 1) / round * round;
        if next > here && next < from {
            stops.push(next);
        }
    }
    stops.push(from);
    stops.split_off(1)
}
