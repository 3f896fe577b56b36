use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{kroner, ore};

/// Kroner: what one gets back of a note, the same with øre, and what other many cost (reguladetri).
pub(in crate::drills) fn money(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => {
            let note = random.pick(&[50, 100, 200]);
            change(
                note * 100,
                random.such_that(11, note - 3, |price| price % 10 != 0) * 100,
            )
        }
        Level::Second => {
            let note = random.pick(&[100, 200, 500]);
            let halves = random.such_that(31, 2 * note - 21, |halves| halves % 2 == 1);
            change(note * 100, halves * 50)
        }
        Level::Third => {
            let count = random.between(2, 9);
            let wanted = random.such_that(2, 12, |wanted| wanted != count);
            proportion(count, random.between(3, 25), wanted)
        }
    }
}

/// Counted up from the price to the note, as at the till. Both in øre.
fn change(paid: i64, price: i64) -> Exercise {
    let mut steps = Vec::new();
    let mut jumps = Vec::new();
    let mut here = price;
    for round in [100, 1000, 10_000, paid] {
        let stop = (here + round - 1) / round * round;
        if stop > here && stop <= paid {
            jumps.push(ore(stop - here));
            let figures = format!("{} → {}: {}", kroner(here), kroner(stop), kroner(stop - here));
            steps.push(Step::new(Method::CountUp, figures));
            here = stop;
        }
    }
    if jumps.len() > 1 {
        let figures = format!("{} = {}", jumps.join(" + "), kroner(paid - price));
        steps.push(Step::new(Method::AddJumps, figures));
    }
    Exercise {
        question: Question::Change {
            paid: kroner(paid),
            price: kroner(price),
        },
        steps,
        answer: Answer::Kroner(paid - price),
        slips: vec![
            (Answer::Kroner(paid - price + 1000), Slip::ForgotExchange),
            (Answer::Kroner(paid - price + 100), Slip::ForgotExchange),
            (Answer::Kroner(paid + price), Slip::OtherOperation),
        ],
    }
}

/// Each costs so many whole kroner.
fn proportion(count: i64, each: i64, wanted: i64) -> Exercise {
    let (price, result) = (count * each * 100, wanted * each * 100);
    Exercise {
        question: Question::Proportion {
            count,
            price: kroner(price),
            wanted,
        },
        steps: vec![
            Step::new(
                Method::OneCosts,
                format!("{} : {count} = {}", kroner(price), kroner(each * 100)),
            ),
            Step::new(
                Method::ThenSoMany,
                format!("{wanted} · {} = {}", kroner(each * 100), kroner(result)),
            ),
        ],
        answer: Answer::Kroner(result),
        slips: vec![
            (Answer::Kroner(each * 100), Slip::GaveOne),
            (
                Answer::Kroner(price + (wanted - count) * 100),
                Slip::AddedDifference,
            ),
            (Answer::Kroner(wanted * price), Slip::ForgotToDivide),
        ],
    }
}
