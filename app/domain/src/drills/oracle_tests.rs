//! The laws of every kind at every level, over many seeds: right by another way, nothing empty, as hard as is said.

use super::oracle::{Exact, exactly, same, value, whole_numbers};
use super::*;

/// Seeds for each kind and level. All hundred thousand take a minute without optimisation, so `make test` asks for it.
const SEEDS: u32 = if cfg!(debug_assertions) { 3_000 } else { 100_000 };

fn each(check: impl Fn(Drill, &Exercise)) {
    for drill in Drill::all() {
        for seed in 0..SEEDS {
            check(drill, &exercise(drill, Seed::new(seed)));
        }
    }
}

fn answered(exercise: &Exercise) -> Exact {
    let written = exercise.answer.written();
    value(&written[0], 0).unwrap_or_else(|| panic!("{exercise:?}"))
}

fn number(text: &str) -> Exact {
    value(text, 0).unwrap_or_else(|| panic!("{text}"))
}

fn times(one: Exact, other: Exact) -> Exact {
    (one.0 * other.0, one.1 * other.1)
}

#[test]
fn every_answer_is_right_by_another_way() {
    each(|drill, exercise| {
        assert!(is_right(exercise), "{drill:?}: {exercise:?}");
    });
}

/// Whether an answer is right, found out of the question as a child reads it.
fn is_right(exercise: &Exercise) -> bool {
    match &exercise.question {
        Question::Calculate { sum } => same(number(sum), answered(exercise)),
        Question::DivideWithRemainder { sum } => exercise.answer == shared_out(sum),
        Question::Simplify { fraction } => exercise.answer.written() == [smallest(fraction)],
        Question::PercentOf { percent, whole } => same(
            times(answered(exercise), exactly(100)),
            times(number(percent), number(whole)),
        ),
        Question::Discount { percent, price } => {
            let left = (100 - number(percent).0, 100);
            same(answered(exercise), times(number(price), left))
        }
        Question::WhatPercent { part, whole } => {
            let fits = |percent: &i64| {
                same(
                    times(exactly(*percent), number(whole)),
                    times(number(part), exactly(100)),
                )
            };
            (1..=100).find(fits).map(exactly) == Some(answered(exercise))
        }
        Question::Convert { amount, unit } => {
            let (amount, from) = amount.split_once(' ').unwrap();
            let to = exercise.answer.unit();
            unit == to
                && same(
                    times(number(amount), worth(from)),
                    times(answered(exercise), worth(to)),
                )
        }
        Question::Change { paid, price } => {
            let back = answered(exercise);
            same(number(&format!("{price} + {}/{}", back.0, back.1)), number(paid))
        }
        Question::Proportion { count, price, wanted } => same(
            times(answered(exercise), exactly(*count)),
            times(number(price), exactly(*wanted)),
        ),
        _ => is_right_without_sums(exercise),
    }
}

fn is_right_without_sums(exercise: &Exercise) -> bool {
    match &exercise.question {
        Question::ReadClock { time } => read(exercise).hands() == time.hands(),
        Question::ReadClockOfDay { time, half } => {
            let is_morning = read(exercise).hour() < 12;
            read(exercise).hands() == time.hands() && is_morning == (*half == DayHalf::Morning)
        }
        Question::TimeAfter {
            start,
            hours,
            minutes,
        } => {
            let end = (0..hours * 60 + minutes).fold(*start, |time, _| next_minute(time));
            read(exercise).hands() == end.hands()
        }
        Question::MinutesBetween { start, end } => {
            let passed = std::iter::successors(Some(*start), |time| Some(next_minute(*time)));
            let minutes = passed.take_while(|time| time != end).count();
            same(answered(exercise), (i128::try_from(minutes).unwrap(), 1))
        }
        Question::Solve { equation } => {
            let (left, right) = equation.split_once(" = ").unwrap();
            let holds = |unknown: &i64| same(value(left, *unknown).unwrap(), value(right, *unknown).unwrap());
            let found: Vec<_> = (-30..=30).filter(holds).map(exactly).collect();
            found == [answered(exercise)]
        }
        Question::ReadPoint { x, y } => exercise.answer == Answer::Point { x: *x, y: *y },
        Question::Mirror { x, y, axis } => match (&exercise.answer, axis) {
            (Answer::Point { x: to_x, y: to_y }, Axis::X) => x == to_x && y + to_y == 0,
            (Answer::Point { x: to_x, y: to_y }, Axis::Y) => y == to_y && x + to_x == 0,
            _ => false,
        },
        Question::Mean { numbers } => {
            let mean = answered(exercise);
            let off: i128 = whole_numbers(numbers)
                .iter()
                .map(|one| i128::from(*one) - mean.0)
                .sum();
            off == 0
        }
        Question::MissingForMean { numbers, count, mean } => {
            let mut all = whole_numbers(numbers);
            all.push(whole_numbers(&exercise.answer.written()[0])[0]);
            let off: i64 = all.iter().map(|one| one - whole_numbers(mean)[0]).sum();
            off == 0 && crate::count(&all) == *count
        }
        Question::Spell { word } => exercise.answer.written() == [word.as_str()],
        Question::Translate { danish } => {
            let first = format!("\t{danish}\t{}", exercise.answer.written()[0]);
            include_str!("english_words.txt").contains(&first)
        }
        other => panic!("{other:?} is a sum"),
    }
}

/// Taken away as often as it goes.
fn shared_out(sum: &str) -> Answer {
    let numbers = whole_numbers(sum);
    let (mut remainder, mut quotient) = (numbers[0], 0);
    while remainder >= numbers[1] {
        remainder -= numbers[1];
        quotient += 1;
    }
    Answer::WithRemainder { quotient, remainder }
}

/// The fraction with the smallest denominator that is worth as much.
fn smallest(fraction: &str) -> String {
    let numbers = whole_numbers(fraction);
    let (above, below) = (numbers[0], numbers[1]);
    let fits = |denominator: &i64| above * denominator % below == 0;
    let denominator = (1..=below).find(fits).unwrap();
    format!("{}/{denominator}", above * denominator / below)
}

/// A unit in the smallest one of its kind.
fn worth(unit: &str) -> Exact {
    exactly(match unit {
        "mm" | "ml" | "mg" => 1,
        "cm" | "cl" => 10,
        "dm" | "dl" => 100,
        "m" | "l" | "g" => 1000,
        "km" | "kg" => 1_000_000,
        "t" => 1_000_000_000,
        other => panic!("{other}"),
    })
}

fn next_minute(time: ClockTime) -> ClockTime {
    ClockTime::from_minutes((time.minutes() + 1) % 1440)
}

fn read(exercise: &Exercise) -> ClockTime {
    ClockTime::parse(&exercise.answer.written()[0]).unwrap()
}

/// No sum with nothing in it, no answer that stands in the question, and numbers as large as the level says.
#[test]
fn no_exercise_is_empty_or_too_hard() {
    each(|drill, exercise| {
        let (numbers, range) = (operands(&exercise.question), range(drill));
        for number in &numbers {
            assert!(range.contains(number), "{drill:?}: {number} in {exercise:?}");
        }
        let is_repeated = exercise
            .answer
            .written()
            .iter()
            .all(|part| numbers.iter().any(|number| number.to_string() == *part));
        let may_repeat = !matches!(
            exercise.question,
            Question::Calculate { .. } | Question::Convert { .. }
        );
        assert!(may_repeat || !is_repeated || numbers.len() > 1, "{exercise:?}");
        assert!(
            exercise.answer.written().iter().all(|part| part != "0"),
            "{exercise:?}"
        );
    });
}

/// The numbers that a child reckons with.
fn operands(question: &Question) -> Vec<i64> {
    match question {
        Question::Calculate { sum } | Question::DivideWithRemainder { sum } => whole_numbers(sum),
        Question::Simplify { fraction } => whole_numbers(fraction),
        Question::PercentOf { percent, whole } => whole_numbers(&format!("{percent} {whole}")),
        Question::Discount { percent, price } => whole_numbers(&format!("{percent} {price}")),
        Question::WhatPercent { part, whole } => whole_numbers(&format!("{part} {whole}")),
        Question::Convert { amount, .. } => whole_numbers(amount),
        Question::Change { paid, price } => [paid, price].map(|amount| whole_numbers(amount)[0]).into(),
        Question::Proportion { count, price, wanted } => vec![*count, whole_numbers(price)[0], *wanted],
        Question::TimeAfter { hours, minutes, .. } => vec![hours * 60 + minutes],
        Question::Solve { equation } => whole_numbers(equation),
        Question::ReadPoint { x, y } | Question::Mirror { x, y, .. } => vec![x.abs(), y.abs()],
        Question::Mean { numbers } | Question::MissingForMean { numbers, .. } => whole_numbers(numbers),
        _ => Vec::new(),
    }
}

/// The numbers that a level may hold; 0 is in none, and 1 only where it is a numerator.
fn range(drill: Drill) -> std::ops::RangeInclusive<i64> {
    use DrillKind as Kind;
    match (drill.kind, drill.level) {
        (Kind::Addition | Kind::Subtraction, Level::First) => 12..=98,
        (Kind::Addition | Kind::Subtraction, Level::Second) => 105..=998,
        (Kind::Addition | Kind::Subtraction, Level::Third) => 1005..=9900,
        (Kind::Multiplication, Level::First) => 2..=10,
        (Kind::Multiplication, Level::Second) => 3..=9,
        (Kind::Multiplication, Level::Third) => 3..=49,
        (Kind::Division, Level::First) => 2..=90,
        (Kind::Division, Level::Second) => 3..=891,
        (Kind::Division, Level::Third) => 3..=179,
        (Kind::OrderOfOperations, _) => 2..=20,
        (Kind::FractionsSameDenominator | Kind::FractionsDifferentDenominators, _) => 1..=15,
        (Kind::SimplifyFractions, Level::First) => 2..=30,
        (Kind::SimplifyFractions, Level::Second) => 4..=90,
        (Kind::SimplifyFractions, Level::Third) => 6..=360,
        (Kind::Decimals, _) => 0..=99,
        (Kind::Percent, Level::First) => 10..=400,
        (Kind::Percent, _) => 1..=1600,
        (Kind::Length | Kind::Weight | Kind::Volume, Level::Third) => 2..=9900,
        (Kind::Length | Kind::Weight | Kind::Volume, _) => 1..=99,
        (Kind::Money, _) => 2..=500,
        (Kind::ReckonTime, _) => 5..=180,
        (Kind::Equations, _) => 1..=200,
        (Kind::Coordinates, _) => 1..=8,
        (Kind::Mean, _) => 2..=40,
        (Kind::ReadClock | Kind::Spelling | Kind::EnglishWords, _) => 0..=0,
    }
}

/// On the first level nothing stands that is taught later.
#[test]
fn beginners_meet_no_numbers_below_zero_and_no_milligrams() {
    each(|drill, exercise| match &exercise.question {
        Question::Solve { equation } if drill.level == Level::First => {
            assert!(!equation.contains("= −"), "{equation}");
        }
        Question::Convert { unit, .. } if drill.level == Level::First => assert_ne!(unit, "mg"),
        _ => {}
    });
}

/// Thirty per cent are three times ten per cent, and nobody takes something once.
#[test]
fn per_cent_are_found_in_the_fewest_steps() {
    each(|drill, exercise| {
        if drill.kind == DrillKind::Percent {
            let figures = exercise.steps.iter().map(|step| &step.figures);
            let takes_once = |figures: &String| figures.starts_with("1 · ");
            assert!(!figures.clone().any(takes_once), "{exercise:?}");
        }
    });
}
