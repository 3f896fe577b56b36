//! A stroke of the pen.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The paper's width, in its own units: two of them are a pixel of a phone.
pub const PAPER_WIDTH: i64 = 800;
/// The paper's height, in the same units.
pub const PAPER_HEIGHT: i64 = 600;

/// Strokes that are sent at once at most.
const MOST_AT_ONCE: usize = 50;

/// A colour of the pen. They differ in how dark they are too, and nothing is said by a colour alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ink {
    #[default]
    Black,
    Blue,
    Green,
    Red,
}

/// A place on the paper, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    x: i64,
    y: i64,
}

/// From where the pen came down to where it was lifted. It has at least one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    ink: Ink,
    points: Vec<Point>,
}

/// Why a stroke was not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StrokeError {
    #[error("it is no colour and points such as \"blue 10,20 30,40\"")]
    NotAStroke,
    #[error("a point lies beside the paper")]
    OffPaper,
    #[error("the stroke has more than {} points", Stroke::MOST_POINTS)]
    TooManyPoints,
    #[error("more than {MOST_AT_ONCE} strokes were sent at once")]
    TooManyStrokes,
}

/// Reads strokes that were sent together, between semicolons.
pub fn read_strokes(text: &str) -> Result<Vec<Stroke>, StrokeError> {
    if text.split(';').nth(MOST_AT_ONCE).is_some() {
        return Err(StrokeError::TooManyStrokes);
    }
    text.split(';').map(Stroke::parse).collect()
}

impl Ink {
    /// Every colour, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Black, Self::Blue, Self::Green, Self::Red];

    /// The word in forms, in the database and in the drawing's classes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Red => "red",
        }
    }

    /// The colour of a word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ink| ink.as_str() == text)
    }
}

impl Point {
    /// The point at so many units from the left and from above, if it is on the paper.
    pub fn new(x: i64, y: i64) -> Option<Self> {
        let is_on_paper = (0..=PAPER_WIDTH).contains(&x) && (0..=PAPER_HEIGHT).contains(&y);
        is_on_paper.then_some(Self { x, y })
    }

    /// The point of the paper that is nearest: a finger may slip over the edge.
    pub fn nearest(x: i64, y: i64) -> Self {
        Self {
            x: x.clamp(0, PAPER_WIDTH),
            y: y.clamp(0, PAPER_HEIGHT),
        }
    }

    fn parse(text: &str) -> Result<Self, StrokeError> {
        let (x, y) = text.split_once(',').ok_or(StrokeError::NotAStroke)?;
        let number = |text: &str| text.parse().map_err(|_| StrokeError::NotAStroke);
        Self::new(number(x)?, number(y)?).ok_or(StrokeError::OffPaper)
    }

    fn is_near(self, other: Self) -> bool {
        let (across, down) = (self.x - other.x, self.y - other.y);
        across * across + down * down < Stroke::SHORTEST * Stroke::SHORTEST
    }
}

impl Stroke {
    /// Points of a stroke at most; who draws on goes on with another one.
    pub const MOST_POINTS: usize = 150;
    /// How far apart points are that a pen adds, in units: what is closer nobody sees.
    const SHORTEST: i64 = 4;

    /// The pen comes down.
    pub fn begin(ink: Ink, point: Point) -> Self {
        Self {
            ink,
            points: vec![point],
        }
    }

    /// The pen moves on, if it is far enough and the stroke is not as long as it may be.
    pub fn draw_to(&mut self, point: Point) {
        let is_far = self.points.last().is_some_and(|end| !end.is_near(point));
        if is_far && !self.is_full() {
            self.points.push(point);
        }
    }

    /// Whether it has as many points as it may have.
    pub fn is_full(&self) -> bool {
        self.points.len() >= Self::MOST_POINTS
    }

    pub fn ink(&self) -> Ink {
        self.ink
    }

    /// Its points as a drawing has them: "10,20 30,40". A dot is a line from a point to itself, or nothing would be seen.
    pub fn line(&self) -> String {
        let written = |point: &Point| format!("{},{}", point.x, point.y);
        let mut points: Vec<_> = self.points.iter().map(written).collect();
        if let [dot] = &points[..] {
            points.push(dot.clone());
        }
        points.join(" ")
    }

    /// Reads "blue 10,20 30,40".
    pub fn parse(text: &str) -> Result<Self, StrokeError> {
        let (ink, points) = text.split_once(' ').ok_or(StrokeError::NotAStroke)?;
        let ink = Ink::parse(ink).ok_or(StrokeError::NotAStroke)?;
        if points.split(' ').nth(Self::MOST_POINTS).is_some() {
            return Err(StrokeError::TooManyPoints);
        }
        let points = points.split(' ').map(Point::parse).collect::<Result<_, _>>()?;
        Ok(Self { ink, points })
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.ink.as_str())?;
        self.points
            .iter()
            .try_for_each(|point| write!(formatter, " {},{}", point.x, point.y))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_stroke_or_lies_beside_the_paper_is_refused() {
        for (text, error) in [
            ("", StrokeError::NotAStroke),
            ("blue", StrokeError::NotAStroke),
            ("blue ", StrokeError::NotAStroke),
            ("blue 1,x", StrokeError::NotAStroke),
            ("blue 1,2 3", StrokeError::NotAStroke),
            ("blue 1.5,2", StrokeError::NotAStroke),
            ("blue 99999999999999999999,2", StrokeError::NotAStroke),
            ("<svg> 1,2", StrokeError::NotAStroke),
            ("blue -1,2", StrokeError::OffPaper),
            ("blue 1,601", StrokeError::OffPaper),
            ("blue 801,1", StrokeError::OffPaper),
        ] {
            assert_eq!(Stroke::parse(text), Err(error), "{text}");
        }
        let endless = format!("red{}", " 1,1".repeat(10_000));
        assert_eq!(Stroke::parse(&endless), Err(StrokeError::TooManyPoints));
        let many = vec!["red 1,1"; 51].join(";");
        assert_eq!(read_strokes(&many), Err(StrokeError::TooManyStrokes));
        assert_eq!(read_strokes("red 1,1;green 2,2").unwrap().len(), 2);
    }

    #[test]
    fn a_dot_can_be_seen() {
        assert_eq!(Stroke::parse("red 5,6").unwrap().line(), "5,6 5,6");
    }

    proptest! {
        /// Wherever a pen goes, what it drew can be read again, and stays on the paper.
        #[test]
        fn what_a_pen_draws_can_be_read_again(
            moves in proptest::collection::vec((-100_i64..1000, -100_i64..1000), 1..400),
        ) {
            let mut moves = moves.into_iter().map(|(x, y)| Point::nearest(x, y));
            let mut stroke = Stroke::begin(Ink::Green, moves.next().unwrap());
            moves.for_each(|point| stroke.draw_to(point));
            prop_assert_eq!(Stroke::parse(&stroke.to_string()), Ok(stroke));
        }

        #[test]
        fn reading_never_fails_otherwise_than_it_says(text in ".*") {
            if let Ok(stroke) = Stroke::parse(&text) {
                prop_assert!(stroke.points.len() <= Stroke::MOST_POINTS);
            }
        }
    }
}
