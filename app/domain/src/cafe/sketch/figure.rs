//! Figures of maths that are made of a few numbers, so that they can be had without a pen.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    FractionBar(FractionBar),
    NumberLine(NumberLine),
    Squares(Squares),
}

/// A bar in equal parts, some of them filled: 3/4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FractionBar {
    filled: i64,
    parts: i64,
}

/// A line with every whole number from one to another, and perhaps a mark on one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberLine {
    from: i64,
    to: i64,
    mark: Option<i64>,
}

/// Rows of squares: 3 · 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Squares {
    rows: i64,
    columns: i64,
}

/// Which figure a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    FractionBar,
    NumberLine,
    Squares,
}

/// Why a figure was not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureProblem {
    #[error("a number is missing, or is no whole number")]
    NotANumber,
    #[error("a bar has 1 to {} parts", FractionBar::MOST_PARTS)]
    Parts,
    #[error("more parts are filled than there are")]
    Filled,
    #[error(
        "a line goes upwards, by at most {} and within {}",
        NumberLine::LONGEST,
        NumberLine::FARTHEST
    )]
    Line,
    #[error("the mark is not on the line")]
    Mark,
    #[error("there are 1 to {} rows and columns", Squares::MOST)]
    Squares,
    #[error("there is no place left for a figure")]
    NoPlace,
    #[error("the paper is full")]
    Full,
}

impl FigureKind {
    /// Every kind, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::FractionBar, Self::NumberLine, Self::Squares];

    /// The word in forms and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FractionBar => "fraction_bar",
            Self::NumberLine => "number_line",
            Self::Squares => "squares",
        }
    }

    /// The kind of a word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl FractionBar {
    const MOST_PARTS: i64 = 20;

    pub fn new(filled: i64, parts: i64) -> Result<Self, FigureProblem> {
        if !(1..=Self::MOST_PARTS).contains(&parts) {
            return Err(FigureProblem::Parts);
        }
        if !(0..=parts).contains(&filled) {
            return Err(FigureProblem::Filled);
        }
        Ok(Self { filled, parts })
    }

    pub fn filled(self) -> i64 {
        self.filled
    }

    pub fn parts(self) -> i64 {
        self.parts
    }
}

impl NumberLine {
    const LONGEST: i64 = 20;
    const FARTHEST: i64 = 1000;

    pub fn new(from: i64, to: i64, mark: Option<i64>) -> Result<Self, FigureProblem> {
        let within = -Self::FARTHEST..=Self::FARTHEST;
        if !within.contains(&from) || !within.contains(&to) || !(1..=Self::LONGEST).contains(&(to - from)) {
            return Err(FigureProblem::Line);
        }
        if mark.is_some_and(|mark| !(from..=to).contains(&mark)) {
            return Err(FigureProblem::Mark);
        }
        Ok(Self { from, to, mark })
    }

    pub fn from(self) -> i64 {
        self.from
    }

    pub fn to(self) -> i64 {
        self.to
    }

    pub fn mark(self) -> Option<i64> {
        self.mark
    }
}

impl Squares {
    const MOST: i64 = 12;

    pub fn new(rows: i64, columns: i64) -> Result<Self, FigureProblem> {
        let fits = |number| (1..=Self::MOST).contains(&number);
        if fits(rows) && fits(columns) {
            Ok(Self { rows, columns })
        } else {
            Err(FigureProblem::Squares)
        }
    }

    pub fn rows(self) -> i64 {
        self.rows
    }

    pub fn columns(self) -> i64 {
        self.columns
    }
}

impl Figure {
    /// Reads the numbers of a form. The third is the mark on a line, which may be missing; other figures have none.
    pub fn read(kind: FigureKind, [first, second, third]: [&str; 3]) -> Result<Self, FigureProblem> {
        let (first, second) = (number(first)?, number(second)?);
        match kind {
            FigureKind::FractionBar => FractionBar::new(first, second).map(Self::FractionBar),
            FigureKind::Squares => Squares::new(first, second).map(Self::Squares),
            FigureKind::NumberLine => {
                let mark = if third.trim().is_empty() {
                    None
                } else {
                    Some(number(third)?)
                };
                NumberLine::new(first, second, mark).map(Self::NumberLine)
            }
        }
    }

    pub fn kind(self) -> FigureKind {
        match self {
            Self::FractionBar(_) => FigureKind::FractionBar,
            Self::NumberLine(_) => FigureKind::NumberLine,
            Self::Squares(_) => FigureKind::Squares,
        }
    }

    /// Its numbers, in the order in which a form asks for them.
    pub fn numbers(self) -> Vec<i64> {
        match self {
            Self::FractionBar(FractionBar { filled, parts }) => vec![filled, parts],
            Self::Squares(Squares { rows, columns }) => vec![rows, columns],
            Self::NumberLine(NumberLine { from, to, mark }) => [from, to].into_iter().chain(mark).collect(),
        }
    }
}

/// A whole number as people type it: a minus may be the longer sign.
fn number(typed: &str) -> Result<i64, FigureProblem> {
    let plain = typed.trim().replace(['−', '–'], "-");
    plain.parse().map_err(|_| FigureProblem::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_type_them() {
        let bar = Figure::read(FigureKind::FractionBar, [" 3", "4 ", ""]).unwrap();
        assert_eq!(bar.numbers(), [3, 4]);
        let line = Figure::read(FigureKind::NumberLine, ["−5", "5", "-2"]).unwrap();
        assert_eq!(line.numbers(), [-5, 5, -2]);
        let plain = Figure::read(FigureKind::NumberLine, ["0", "10", " "]).unwrap();
        assert_eq!(plain.numbers(), [0, 10]);
    }

    #[test]
    fn what_cannot_be_drawn_is_told() {
        use FigureKind::{FractionBar, NumberLine, Squares};
        for (kind, numbers, problem) in [
            (FractionBar, ["3", "", ""], FigureProblem::NotANumber),
            (FractionBar, ["tre", "4", ""], FigureProblem::NotANumber),
            (FractionBar, ["0,5", "4", ""], FigureProblem::NotANumber),
            (FractionBar, ["1", "0", ""], FigureProblem::Parts),
            (FractionBar, ["1", "10000", ""], FigureProblem::Parts),
            (FractionBar, ["5", "4", ""], FigureProblem::Filled),
            (FractionBar, ["-1", "4", ""], FigureProblem::Filled),
            (NumberLine, ["10", "0", ""], FigureProblem::Line),
            (NumberLine, ["0", "21", ""], FigureProblem::Line),
            (
                NumberLine,
                ["-9223372036854775808", "9223372036854775807", ""],
                FigureProblem::Line,
            ),
            (NumberLine, ["0", "10", "11"], FigureProblem::Mark),
            (Squares, ["0", "4", ""], FigureProblem::Squares),
            (Squares, ["3", "13", ""], FigureProblem::Squares),
        ] {
            assert_eq!(Figure::read(kind, numbers), Err(problem), "{numbers:?}");
        }
    }
}
