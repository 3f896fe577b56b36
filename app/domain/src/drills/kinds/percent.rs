use crate::drills::answer::Answer;
use crate::drills::exercise::Exercise;
use crate::drills::fraction::Fraction;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{number, numbers, whole};

/// Per cent: tenths, halves and quarters; by way of one per cent; and sales, or how many per cent.
pub(in crate::drills) fn percent(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => {
            let percent = random.pick(&[10, 20, 25, 50]);
            easy_part(percent, random.between(2, 20) * 20)
        }
        Level::Second => {
            let percent = random.pick(&[2, 3, 5, 6, 15, 30, 35, 40, 60, 75, 80, 90]);
            part(percent, random.between(2, 9) * 100)
        }
        Level::Third if random.between(0, 1) == 0 => {
            let percent = random.pick(&[10, 15, 20, 25, 30, 40, 60]);
            discount(percent, random.between(2, 15) * 100)
        }
        Level::Third => {
            let whole = random.pick(&[20, 25, 40, 50, 80, 200, 300, 400]);
            let percent = random.between(1, 19) * 5;
            what_percent(percent, whole)
        }
    }
}

/// 10 %, 20 %, 25 % and 50 %, each by the part that it is.
fn easy_part(percent: i64, total: i64) -> Exercise {
    let result = total * percent / 100;
    let divided = |by| format!("{} : {by} = {}", whole(total), whole(total / by));
    let steps = match percent {
        50 => vec![Step::new(Method::HalfOfIt, divided(2))],
        25 => vec![Step::new(Method::QuarterOfIt, divided(4))],
        _ => by_parts(percent, total),
    };
    asked(percent, total, result, steps)
}

/// By way of ten per cent, or of one.
fn part(percent: i64, total: i64) -> Exercise {
    asked(percent, total, total / 100 * percent, by_parts(percent, total))
}

fn asked(percent: i64, total: i64, result: i64, steps: Vec<Step>) -> Exercise {
    let mut slips = numbers([(total - percent, Slip::PercentAsAmount)]);
    slips.push((quotient(total, percent), Slip::DividedByPercent));
    Exercise {
        question: Question::PercentOf {
            percent: whole(percent),
            whole: whole(total),
        },
        steps,
        answer: number(result),
        slips,
    }
}

fn discount(percent: i64, price: i64) -> Exercise {
    let taken = price / 100 * percent;
    let kroner = |kroner| Answer::Kroner(kroner * 100);
    let left = format!("{} − {} = {}", whole(price), whole(taken), whole(price - taken));
    Exercise {
        question: Question::Discount {
            percent: whole(percent),
            price: whole(price),
        },
        steps: by_parts(percent, price)
            .into_iter()
            .chain([Step::new(Method::SubtractDiscount, left)])
            .collect(),
        answer: kroner(price - taken),
        slips: vec![
            (kroner(taken), Slip::GaveDiscount),
            (kroner(price - percent), Slip::PercentAsAmount),
            (kroner(price + taken), Slip::OtherOperation),
        ],
    }
}

fn what_percent(percent: i64, total: i64) -> Exercise {
    let part = total * percent / 100;
    // 5 % of 25 is no whole number: twice as much of twice as much is the same.
    if part * 100 != total * percent {
        return what_percent(percent, total * 4);
    }
    let share = Fraction {
        numerator: part,
        denominator: total,
    };
    let answer = |value| Answer::Number {
        value: Fraction::whole(value),
        unit: "%",
    };
    Exercise {
        question: Question::WhatPercent {
            part: whole(part),
            whole: whole(total),
        },
        steps: vec![
            Step::new(
                Method::PartOfWhole,
                format!("{} : {} = {}", whole(part), whole(total), share.as_decimal()),
            ),
            Step::new(
                Method::AsHundredths,
                format!("{} · 100 = {percent}", share.as_decimal()),
            ),
        ],
        answer: answer(percent),
        slips: vec![
            (answer(part), Slip::PercentAsAmount),
            (answer(100 - percent), Slip::WrongWay),
        ],
    }
}

/// So many per cent in the fewest steps that a head can do: by way of ten per cent where that goes, or else of one.
fn by_parts(percent: i64, total: i64) -> Vec<Step> {
    let (method, parts, count) = if percent % 10 == 0 {
        (Method::TenPercent, 10, percent / 10)
    } else {
        (Method::OnePercent, 100, percent)
    };
    let each = total / parts;
    let figures = format!("{} : {parts} = {}", whole(total), whole(each));
    let rest = (count > 1).then(|| times(count, each));
    std::iter::once(Step::new(method, figures)).chain(rest).collect()
}

fn times(count: i64, each: i64) -> Step {
    let figures = format!("{count} · {} = {}", whole(each), whole(count * each));
    Step::new(Method::TimesPercent, figures)
}

fn quotient(numerator: i64, denominator: i64) -> Answer {
    Answer::Number {
        value: Fraction {
            numerator,
            denominator,
        },
        unit: "",
    }
}
