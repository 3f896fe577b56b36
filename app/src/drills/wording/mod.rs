//! Exercises in the reader's language.

mod questions;
mod slips;
mod steps;

use domain::drills::{
    Answer, CurrentExercise, Drill, DrillCard, DrillGrade, DrillKind, DrillLevel, DrillOutcome, DrillPage,
    DrillProblem, DrillWork, DrillsPage, Exercise, Level, Practice, Seed, SheetExercise, SheetPage, StepText,
};
use domain::homework::{Grade, Subject};

use self::questions::question;
use self::slips::slip;
use self::steps::step;
use crate::texts::Texts;

/// The drills of a subject and a grade. A level is shown with its kind as soon as one of them fits.
pub(super) fn drills_page(
    texts: Texts,
    work: &DrillWork,
    subject: Option<Subject>,
    grade: Option<Grade>,
) -> DrillsPage {
    let is_asked_for = |kind: &DrillKind| subject.is_none_or(|subject| kind.subject() == subject);
    let cards = DrillKind::ALL
        .into_iter()
        .filter(is_asked_for)
        .map(|kind| card(texts, work, kind));
    let fits =
        |card: &DrillCard| grade.is_none_or(|grade| card.levels.iter().any(|level| level.grade == grade));
    DrillsPage {
        drills: cards.filter(fits).collect(),
    }
}

fn card(texts: Texts, work: &DrillWork, kind: DrillKind) -> DrillCard {
    let reached = work.reached(kind);
    let levels = Level::ALL.map(|level| DrillLevel {
        level,
        grade: Drill { kind, level }.grade(),
        reached: reached == Some(level),
    });
    DrillCard {
        kind,
        title: title(texts, kind).to_owned(),
        subject: kind.subject(),
        levels: levels.into(),
    }
}

/// An exercise with what has been done to it.
pub(super) fn drill_page(texts: Texts, current: &CurrentExercise, practice: &Practice) -> DrillPage {
    let exercise = current.exercise();
    let shown = usize::try_from(current.steps).unwrap_or(0);
    let steps = exercise.steps.iter().take(shown).map(|one| StepText {
        sentence: step(texts, one.method).to_owned(),
        figures: one.figures.clone(),
    });
    DrillPage {
        drill: current.drill,
        title: title(texts, current.drill.kind).to_owned(),
        seed: current.seed,
        question: question(texts, &exercise.question),
        fields: exercise.answer.fields().to_vec(),
        unit: exercise.answer.unit().to_owned(),
        given: current.given.clone(),
        outcome: current.outcome().map(|outcome| told(texts, outcome)),
        steps: steps.collect(),
        more_steps: shown < exercise.steps.len(),
        right: practice.right(),
        answered: practice.answered(),
        advice: practice.advice(current.drill.level),
    }
}

fn told(texts: Texts, outcome: Result<DrillGrade, DrillProblem>) -> DrillOutcome {
    match outcome {
        Ok(DrillGrade::Right) => DrillOutcome::Right,
        Ok(DrillGrade::Wrong(known)) => DrillOutcome::NotYet(
            known
                .map(|known| slip(texts, known).to_owned())
                .unwrap_or_default(),
        ),
        Err(problem) => DrillOutcome::Problem(problem),
    }
}

/// A worksheet with its answers.
pub(super) fn sheet_page(texts: Texts, drill: Drill, seed: Seed, exercises: &[Exercise]) -> SheetPage {
    let on_paper = |exercise: &Exercise| SheetExercise {
        question: question(texts, &exercise.question),
        answer: answer(texts, &exercise.answer),
    };
    SheetPage {
        drill,
        title: title(texts, drill.kind).to_owned(),
        seed,
        next: seed.following(),
        exercises: exercises.iter().map(on_paper).collect(),
    }
}

/// An answer as it stands on the page of answers.
fn answer(texts: Texts, answer: &Answer) -> String {
    let written = answer.written();
    match (answer, written.as_slice()) {
        (Answer::WithRemainder { .. }, [quotient, remainder]) => {
            texts.drills_sheet_remainder(quotient, remainder)
        }
        (Answer::Point { .. }, [x, y]) => format!("({x}, {y})"),
        _ => format!("{} {}", written.join(" "), answer.unit())
            .trim_end()
            .to_owned(),
    }
}

/// What a kind is called.
pub fn title(texts: Texts, kind: DrillKind) -> &'static str {
    match kind {
        DrillKind::Addition => texts.drill_kind_addition(),
        DrillKind::Subtraction => texts.drill_kind_subtraction(),
        DrillKind::Multiplication => texts.drill_kind_multiplication(),
        DrillKind::Division => texts.drill_kind_division(),
        DrillKind::OrderOfOperations => texts.drill_kind_order(),
        DrillKind::FractionsSameDenominator => texts.drill_kind_fractions_same(),
        DrillKind::FractionsDifferentDenominators => texts.drill_kind_fractions_different(),
        DrillKind::SimplifyFractions => texts.drill_kind_simplify(),
        DrillKind::Decimals => texts.drill_kind_decimals(),
        DrillKind::Percent => texts.drill_kind_percent(),
        DrillKind::Length => texts.drill_kind_length(),
        DrillKind::Weight => texts.drill_kind_weight(),
        DrillKind::Volume => texts.drill_kind_volume(),
        DrillKind::Money => texts.drill_kind_money(),
        DrillKind::ReadClock => texts.drill_kind_read_clock(),
        DrillKind::ReckonTime => texts.drill_kind_reckon_time(),
        DrillKind::Equations => texts.drill_kind_equations(),
        DrillKind::Coordinates => texts.drill_kind_coordinates(),
        DrillKind::Mean => texts.drill_kind_mean(),
        DrillKind::Spelling => texts.drill_kind_spelling(),
        DrillKind::EnglishWords => texts.drill_kind_english(),
    }
}
