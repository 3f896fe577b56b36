use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::figure::{Figure, FigureKind};
use super::stroke::Stroke;

/// Something on the paper. Written it is "blue 10,20 30,40", or a figure with its place: "squares 0 3 4".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    Stroke(Stroke),
    Figure(Place, Figure),
}

/// A third of the paper, from above: where a figure is. So one that is taken back moves no other, over which somebody may
/// have drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(i64);

/// How much of one's own is taken back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakeBack {
    #[default]
    Last,
    All,
}

/// A text that is no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("it is neither a stroke nor a figure")]
pub struct NotAMark;

impl Place {
    /// Every place, from above.
    pub const ALL: [Self; 3] = [Self(0), Self(1), Self(2)];

    /// The first place that none of the figures has.
    pub fn free_of<'a>(marks: impl IntoIterator<Item = &'a Mark>) -> Option<Self> {
        let is_taken = |mark: &Mark| match mark {
            Mark::Figure(place, _) => Some(*place),
            Mark::Stroke(_) => None,
        };
        let taken: Vec<_> = marks.into_iter().filter_map(is_taken).collect();
        Self::ALL.into_iter().find(|place| !taken.contains(place))
    }

    /// How many places are above it.
    pub(super) fn above(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stroke(stroke) => stroke.fmt(formatter),
            Self::Figure(place, figure) => {
                write!(formatter, "{} {}", figure.kind().as_str(), place.0)?;
                let numbers = figure.numbers();
                numbers
                    .into_iter()
                    .try_for_each(|number| write!(formatter, " {number}"))
            }
        }
    }
}

impl FromStr for Mark {
    type Err = NotAMark;

    fn from_str(text: &str) -> Result<Self, NotAMark> {
        let (name, rest) = text.split_once(' ').ok_or(NotAMark)?;
        match FigureKind::parse(name) {
            Some(kind) => figure(kind, rest),
            None => Stroke::parse(text).map(Self::Stroke).map_err(|_| NotAMark),
        }
    }
}

fn figure(kind: FigureKind, rest: &str) -> Result<Mark, NotAMark> {
    let mut words = rest.split(' ');
    let number: i64 = words
        .next()
        .and_then(|place| place.parse().ok())
        .ok_or(NotAMark)?;
    let place = Place::ALL.into_iter().find(|place| place.0 == number);
    let mut word = || words.next().unwrap_or_default();
    let numbers = [word(), word(), word()];
    let figure = Figure::read(kind, numbers).map_err(|_| NotAMark)?;
    Ok(Mark::Figure(place.ok_or(NotAMark)?, figure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_they_are_written() {
        for text in [
            "blue 10,20 30,40",
            "fraction_bar 0 3 4",
            "number_line 1 -5 5 2",
            "number_line 2 0 10",
            "squares 2 3 4",
        ] {
            assert_eq!(text.parse::<Mark>().unwrap().to_string(), text);
        }
        for text in ["", "blue", "squares 3 1 1", "squares x 1 1", "fraction_bar 0 5 4"] {
            assert_eq!(text.parse::<Mark>(), Err(NotAMark), "{text}");
        }
    }

    #[test]
    fn a_figure_gets_the_first_place_that_is_free() {
        let marks: Vec<Mark> = ["squares 0 1 1", "red 1,1", "squares 2 1 1"]
            .map(|text| text.parse().unwrap())
            .into();
        assert_eq!(Place::free_of(&marks), Some(Place(1)));
        assert_eq!(Place::free_of(&marks[1..]), Some(Place(0)));
        let full = ["squares 0 1 1", "squares 1 1 1", "squares 2 1 1"].map(|text| text.parse().unwrap());
        assert_eq!(Place::free_of(&full), None);
    }
}
