use crate::drills::exercise::Exercise;
use crate::drills::kind::Level;
use crate::drills::question::Question;
use crate::drills::random::Random;
use crate::drills::slip::Slip;
use crate::drills::step::{Method, Step};
use crate::drills::writing::{number, numbers, whole};

/// Equations: in one step, in two, and with the unknown on both sides and perhaps below zero.
pub(in crate::drills) fn equations(level: Level, random: &mut Random) -> Exercise {
    match level {
        Level::First => one_step(random),
        Level::Second => {
            let unknown = random.between(2, 12);
            let count = random.between(2, 9);
            let fits = |constant: i64| constant.abs() > 1 && count * unknown + constant != 0;
            two_steps(count, random.such_that(-15, 20, fits), unknown)
        }
        Level::Third => {
            let unknown = random.such_that(-9, 9, |unknown| unknown.abs() > 1);
            let right = random.between(2, 6);
            let left = right + random.between(2, 5);
            let fits = |constant: i64| constant.abs() > 1 && (left - right) * unknown + constant != 0;
            both_sides(left, right, random.such_that(-15, 15, fits), unknown)
        }
    }
}

/// "x + 7 = 12", "x − 7 = 12" or "4x = 28".
fn one_step(random: &mut Random) -> Exercise {
    let unknown = random.between(2, 20);
    match random.between(0, 2) {
        0 => moved(unknown, random.between(2, 20)),
        // What is right of the equals sign stays above zero: who begins may not have met other numbers.
        1 => taken_away(random.between(3, 20), random),
        _ => divided(random.between(2, 9), unknown),
    }
}

fn taken_away(unknown: i64, random: &mut Random) -> Exercise {
    moved(unknown, -random.between(2, unknown - 1))
}

fn moved(unknown: i64, constant: i64) -> Exercise {
    let right = unknown + constant;
    Exercise {
        question: solve(format!("x {} = {}", added(constant), whole(right))),
        steps: vec![
            both(
                format!("x {} {}", added(constant), added(-constant)),
                format!("{} {}", whole(right), added(-constant)),
            ),
            check(format!(
                "{} {} = {}",
                whole(unknown),
                added(constant),
                whole(right)
            )),
        ],
        answer: number(unknown),
        slips: numbers([(right + constant, Slip::SameSignMoved)]),
    }
}

fn divided(count: i64, unknown: i64) -> Exercise {
    let right = count * unknown;
    Exercise {
        question: solve(format!("{count}x = {}", whole(right))),
        steps: vec![
            Step::new(Method::DivideByCount, format!("x = {} : {count}", whole(right))),
            check(format!("{count} · {unknown} = {}", whole(right))),
        ],
        answer: number(unknown),
        slips: numbers([
            (right - count, Slip::ForgotToDivide),
            (right * count, Slip::ForgotToDivide),
        ]),
    }
}

/// "3x + 4 = 19"
fn two_steps(count: i64, constant: i64, unknown: i64) -> Exercise {
    let right = count * unknown + constant;
    let mut slips = numbers([
        (right - constant, Slip::ForgotToDivide),
        (right - constant - count, Slip::ForgotToDivide),
    ]);
    if (right + constant) % count == 0 {
        slips.push((number((right + constant) / count), Slip::SameSignMoved));
    }
    Exercise {
        question: solve(format!("{count}x {} = {}", added(constant), whole(right))),
        steps: vec![
            both(
                format!("{count}x {} {}", added(constant), added(-constant)),
                format!("{} {}", whole(right), added(-constant)),
            ),
            Step::new(
                Method::DivideByCount,
                format!(
                    "{count}x = {}\nx = {} : {count}",
                    whole(count * unknown),
                    whole(count * unknown)
                ),
            ),
            check(format!(
                "{count} · {} {} = {}",
                whole(unknown),
                added(constant),
                whole(right)
            )),
        ],
        answer: number(unknown),
        slips,
    }
}

/// "5x + 4 = 2x + 19", with more of the unknown on the left.
fn both_sides(left: i64, right: i64, constant: i64, unknown: i64) -> Exercise {
    let count = left - right;
    let other = count * unknown + constant;
    let mut slips = numbers([(count * unknown, Slip::ForgotToDivide)]);
    if (other + constant) % count == 0 {
        slips.push((number((other + constant) / count), Slip::SameSignMoved));
    }
    slips.push((number(-unknown), Slip::WrongSign));
    let inserted =
        |count: i64, constant: i64| format!("{count} · {} {}", bracketed(unknown), added(constant));
    Exercise {
        question: solve(format!("{left}x {} = {right}x {}", added(constant), added(other))),
        steps: vec![
            Step::new(
                Method::CollectUnknowns,
                format!(
                    "{left}x − {right}x {} = {}\n{count}x {} = {}",
                    added(constant),
                    whole(other),
                    added(constant),
                    whole(other)
                ),
            ),
            both(
                format!("{count}x {} {}", added(constant), added(-constant)),
                format!("{} {}", whole(other), added(-constant)),
            ),
            Step::new(
                Method::DivideByCount,
                format!(
                    "{count}x = {}\nx = {} : {count}",
                    whole(count * unknown),
                    whole(count * unknown)
                ),
            ),
            check(format!(
                "{} = {}",
                inserted(left, constant),
                inserted(right, other)
            )),
        ],
        answer: number(unknown),
        slips,
    }
}

fn solve(equation: String) -> Question {
    Question::Solve { equation }
}

fn both(left: String, right: String) -> Step {
    Step::new(Method::SameOnBothSides, format!("{left} = {right}"))
}

fn check(figures: String) -> Step {
    Step::new(Method::InsertToCheck, figures)
}

/// "7" or "(−7)", as it stands behind another sign.
fn bracketed(number: i64) -> String {
    if number < 0 {
        format!("({})", whole(number))
    } else {
        whole(number)
    }
}

/// "+ 7" or "− 7".
fn added(constant: i64) -> String {
    let sign = if constant < 0 { '−' } else { '+' };
    format!("{sign} {}", whole(constant.abs()))
}
