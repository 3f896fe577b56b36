//! Every text of an exercise, and how answers to it are graded.

use super::oracle::{Exact, same, value};
use super::*;

/// Seeds for each kind and level: fewer than there are numbers to check, for texts take longer.
const SEEDS: u32 = 500;

fn each(check: impl Fn(Drill, &Exercise)) {
    for drill in Drill::all() {
        for seed in 0..SEEDS {
            check(drill, &exercise(drill, Seed::new(seed)));
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_exercise_and_others_give_others() {
    for drill in Drill::all() {
        let all: Vec<_> = (0..SEEDS)
            .map(|seed| exercise(drill, Seed::new(seed)).question)
            .collect();
        let again: Vec<_> = (0..SEEDS)
            .map(|seed| exercise(drill, Seed::new(seed)).question)
            .collect();
        assert_eq!(all, again);
        let different = all
            .iter()
            .enumerate()
            .filter(|(index, one)| !all[..*index].contains(one));
        assert!(different.count() >= 20, "{drill:?} has few exercises");
    }
}

/// What both sides of an equals sign come to is the same in every step, and the way ends at the answer.
#[test]
fn every_step_is_true() {
    each(|drill, exercise| {
        assert!(!exercise.steps.is_empty(), "{exercise:?}");
        for step in &exercise.steps {
            for line in step.figures.lines() {
                let sides: Vec<_> = line
                    .split(" = ")
                    .filter_map(|side| value_at(side, exercise))
                    .collect();
                let is_true = sides.windows(2).all(|pair| same(pair[0], pair[1]));
                assert!(is_true, "{drill:?}: {line} in {exercise:?}");
            }
        }
    });
}

/// What one side of a step comes to where the unknown is what it is.
fn value_at(side: &str, exercise: &Exercise) -> Option<Exact> {
    match (&exercise.question, &exercise.answer) {
        (Question::Solve { .. }, Answer::Number { value: unknown, .. }) => value(side, unknown.numerator),
        _ if side.contains('x') => None,
        _ => value(side, 0),
    }
}

#[test]
fn an_answers_own_text_is_right_and_its_neighbours_are_wrong() {
    each(|drill, exercise| {
        let written = exercise.answer.written();
        assert_eq!(
            exercise.grade(&written),
            Ok(DrillGrade::Right),
            "{drill:?}: {exercise:?}"
        );
        for wrong in neighbours(&exercise.answer) {
            let grade = exercise.grade(&wrong.written());
            assert!(
                matches!(grade, Ok(DrillGrade::Wrong(_))),
                "{drill:?}: {wrong:?} for {exercise:?}"
            );
        }
        let nothing = vec![String::new(); written.len()];
        assert_eq!(exercise.grade(&nothing), Err(DrillProblem::Missing));
    });
}

fn neighbours(answer: &Answer) -> Vec<Answer> {
    match answer {
        Answer::Number { value, unit } => [-1, 1]
            .map(|off| Answer::Number {
                value: Fraction {
                    numerator: value.numerator + off,
                    ..*value
                },
                unit,
            })
            .into(),
        Answer::Kroner(amount) => [-1, 1].map(|off| Answer::Kroner(amount + off)).into(),
        Answer::Fraction(value) | Answer::Simplified(value) => [-1, 1]
            .map(|off| {
                Answer::Fraction(Fraction {
                    numerator: value.numerator + off,
                    ..*value
                })
            })
            .into(),
        Answer::WithRemainder { quotient, remainder } => vec![
            Answer::WithRemainder {
                quotient: quotient + 1,
                remainder: *remainder,
            },
            Answer::WithRemainder {
                quotient: *quotient,
                remainder: remainder - 1,
            },
        ],
        Answer::TwelveHours(time) | Answer::Time(time) => {
            [-1, 1, 60].map(|off| Answer::Time(time.after(off))).into()
        }
        Answer::Point { x, y } => vec![
            Answer::Point { x: x + 1, y: *y },
            Answer::Point { x: *x, y: y - 1 },
        ],
        Answer::Words(words) => vec![Answer::Words(vec![format!("{}x", words[0])])],
    }
}

/// Every known mistake of an exercise is told, unless two ways of thinking lead to the same number.
#[test]
fn a_known_mistake_is_told() {
    each(|drill, exercise| {
        for (wrong, _) in &exercise.slips {
            let grade = exercise.grade(&wrong.written());
            let is_told = matches!(grade, Ok(DrillGrade::Wrong(Some(_)) | DrillGrade::Right));
            assert!(is_told, "{drill:?}: {wrong:?} of {exercise:?} is {grade:?}");
        }
    });
}

#[test]
fn mistakes_are_told_by_what_they_came_of() {
    for (kind, level, sum, typed, slip) in [
        (
            DrillKind::Addition,
            Level::First,
            "47 + 36",
            "73",
            Slip::ForgotCarry,
        ),
        (
            DrillKind::Subtraction,
            Level::First,
            "52 − 27",
            "35",
            Slip::SmallerFromLarger,
        ),
        (
            DrillKind::FractionsDifferentDenominators,
            Level::First,
            "1/2 + 1/4",
            "2/6",
            Slip::AddedDenominators,
        ),
        (
            DrillKind::Decimals,
            Level::Second,
            "3,4 + 1,25",
            "4,29",
            Slip::DecimalsAsWholes,
        ),
    ] {
        let drill = Drill { kind, level };
        let sought = Question::Calculate { sum: sum.to_owned() };
        let found = (0..100_000)
            .map(|seed| exercise(drill, Seed::new(seed)))
            .find(|exercise| exercise.question == sought)
            .unwrap_or_else(|| panic!("{sum} never comes"));
        assert_eq!(
            found.grade(&[typed.to_owned()]),
            Ok(DrillGrade::Wrong(Some(slip))),
            "{sum}"
        );
    }
}
