use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{number, numbers};

/// Which sign comes first: times before plus, brackets before both, and two products.
pub(in crate::drills) fn order_of_operations(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => times_before_plus(random.between(2, 20), random.between(2, 9), random.between(2, 9)),
        Level::Second => {
            let (first, second) = (random.between(3, 12), random.between(2, 9));
            brackets(first, second, random.between(2, 9))
        }
        Level::Third => {
            let factors = [(); 4].map(|()| random.between(2, 9));
            two_products(factors)
        }
    }
}

/// "3 + 4 · 5"
fn times_before_plus(term: i64, one: i64, other: i64) -> Exercise {
    let product = one * other;
    Exercise {
        question: Question::Calculate {
            sum: format!("{term} + {one} · {other}"),
        },
        steps: vec![
            Step::new(Method::PointBeforeLine, format!("{one} · {other} = {product}")),
            Step::new(
                Method::ThenTheRest,
                format!("{term} + {product} = {}", term + product),
            ),
        ],
        answer: number(term + product),
        slips: numbers([((term + one) * other, Slip::LeftToRight)]),
    }
}

/// "(3 + 4) · 5"
fn brackets(one: i64, other: i64, by: i64) -> Exercise {
    let sum = one + other;
    Exercise {
        question: Question::Calculate {
            sum: format!("{by} · ({one} + {other})"),
        },
        steps: vec![
            Step::new(Method::BracketsFirst, format!("{one} + {other} = {sum}")),
            Step::new(Method::ThenTheRest, format!("{by} · {sum} = {}", by * sum)),
        ],
        answer: number(by * sum),
        slips: numbers([(by * one + other, Slip::LeftToRight)]),
    }
}

/// "3 · 4 + 5 · 6", or with minus where the first product is the larger one.
fn two_products([one, other, third, fourth]: [i64; 4]) -> Exercise {
    let (first, second) = (one * other, third * fourth);
    let (sign, result, from_the_left) = if first > second {
        ("−", first - second, (first - third) * fourth)
    } else {
        ("+", first + second, (first + third) * fourth)
    };
    Exercise {
        question: Question::Calculate {
            sum: format!("{one} · {other} {sign} {third} · {fourth}"),
        },
        steps: vec![
            Step::new(Method::PointBeforeLine, format!("{one} · {other} = {first}")),
            Step::new(Method::PointBeforeLine, format!("{third} · {fourth} = {second}")),
            Step::new(Method::ThenTheRest, format!("{first} {sign} {second} = {result}")),
        ],
        answer: number(result),
        slips: numbers([(from_the_left, Slip::LeftToRight)]),
    }
}
