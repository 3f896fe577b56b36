//! An exercise, and how an answer to it is graded.

use super::answer::{Answer, DrillProblem};
use super::kind::{Drill, DrillKind};
use super::kinds;
use super::question::Question;
use super::random::{Random, Seed};
use super::slip::Slip;
use super::step::Step;

/// An exercise with its answer and the way there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    pub question: Question,
    /// School's own way, one thing at a time; the last steps give the answer away.
    pub steps: Vec<Step>,
    pub answer: Answer,
    /// Wrong answers that come of a known mistake. The first that fits is told.
    pub slips: Vec<(Answer, Slip)>,
}

/// How an answer went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrillGrade {
    Right,
    /// With what it probably came of.
    Wrong(Option<Slip>),
}

/// The exercise of a seed: the same on every machine and on every day.
pub fn exercise(drill: Drill, seed: Seed) -> Exercise {
    let random = &mut Random::new(seed);
    let make = match drill.kind {
        DrillKind::Addition => kinds::addition,
        DrillKind::Subtraction => kinds::subtraction,
        DrillKind::Multiplication => kinds::multiplication,
        DrillKind::Division => kinds::division,
        DrillKind::OrderOfOperations => kinds::order_of_operations,
        DrillKind::FractionsSameDenominator => kinds::fractions_same_denominator,
        DrillKind::FractionsDifferentDenominators => kinds::fractions_different_denominators,
        DrillKind::SimplifyFractions => kinds::simplify_fractions,
        DrillKind::Decimals => kinds::decimals,
        DrillKind::Percent => kinds::percent,
        DrillKind::Length => kinds::length,
        DrillKind::Weight => kinds::weight,
        DrillKind::Volume => kinds::volume,
        DrillKind::Money => kinds::money,
        DrillKind::ReadClock => kinds::read_clock,
        DrillKind::ReckonTime => kinds::reckon_time,
        DrillKind::Equations => kinds::equations,
        DrillKind::Coordinates => kinds::coordinates,
        DrillKind::Mean => kinds::mean,
        DrillKind::Spelling => kinds::spelling,
        DrillKind::EnglishWords => kinds::english_words,
    };
    make(drill.level, random)
}

impl Exercise {
    /// Grades what was typed into the answer's fields.
    pub fn grade(&self, given: &[String]) -> Result<DrillGrade, DrillProblem> {
        if self.answer.accepts(given)? {
            return Ok(DrillGrade::Right);
        }
        let is_given = |(wrong, _): &&(Answer, Slip)| wrong.accepts(given) == Ok(true);
        let known = self.slips.iter().find(is_given).map(|(_, slip)| *slip);
        let nearly = || self.answer.is_nearly(given).then_some(Slip::OtherLetter);
        Ok(DrillGrade::Wrong(known.or_else(nearly)))
    }
}
