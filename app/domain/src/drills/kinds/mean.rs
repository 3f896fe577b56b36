use crate::count;
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{joined, number, numbers, whole};

/// The mean: of three small numbers, of five larger ones, and the other way round.
pub(in crate::drills) fn mean(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => find(numbers_with_whole_mean(random, 3, 15)),
        Level::Second => find(numbers_with_whole_mean(random, 5, 40)),
        Level::Third => missing(numbers_with_whole_mean(random, 4, 20)),
    }
}

/// So many numbers whose mean is whole and is not the middle one; no number stands beside its like.
fn numbers_with_whole_mean(random: &mut Random, how_many: usize, largest: i64) -> Vec<i64> {
    loop {
        let drawn: Vec<_> = (0..how_many).map(|_| random.between(2, largest)).collect();
        let sum: i64 = drawn.iter().sum();
        let is_whole = sum % count(&drawn) == 0;
        let is_mixed = drawn.windows(2).all(|pair| pair[0] != pair[1]);
        if is_whole && is_mixed && middle(&drawn) != sum / count(&drawn) {
            return drawn;
        }
    }
}

fn find(drawn: Vec<i64>) -> Exercise {
    let (sum, how_many): (i64, _) = (drawn.iter().sum(), count(&drawn));
    let mean = sum / how_many;
    Exercise {
        question: Question::Mean {
            numbers: joined(&drawn, ", "),
        },
        steps: vec![
            Step::new(
                Method::AddAll,
                format!("{} = {}", joined(&drawn, " + "), whole(sum)),
            ),
            Step::new(
                Method::DivideByHowMany,
                format!("{} : {how_many} = {mean}", whole(sum)),
            ),
        ],
        answer: number(mean),
        slips: numbers([(sum, Slip::ForgotToShare), (middle(&drawn), Slip::MiddleNumber)]),
    }
}

/// All but the last number, and the mean.
fn missing(drawn: Vec<i64>) -> Exercise {
    let (sum, how_many): (i64, _) = (drawn.iter().sum(), count(&drawn));
    let mean = sum / how_many;
    let (last, known) = drawn.split_last().expect("some were drawn");
    let known_sum: i64 = known.iter().sum();
    Exercise {
        question: Question::MissingForMean {
            numbers: joined(known, ", "),
            count: how_many,
            mean: whole(mean),
        },
        steps: vec![
            Step::new(
                Method::MeanTimesCount,
                format!("{how_many} · {mean} = {}", whole(sum)),
            ),
            Step::new(
                Method::AddAll,
                format!("{} = {}", joined(known, " + "), whole(known_sum)),
            ),
            Step::new(
                Method::SubtractKnown,
                format!("{} − {} = {last}", whole(sum), whole(known_sum)),
            ),
        ],
        answer: number(*last),
        slips: numbers([(mean, Slip::GaveMean), (sum, Slip::ForgotToShare)]),
    }
}

/// The number in the middle of the list as it is written.
fn middle(drawn: &[i64]) -> i64 {
    drawn[drawn.len() / 2]
}
