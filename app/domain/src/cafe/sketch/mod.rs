//! The paper of a room, on which both draw.
//!
//! What is on it are *marks*: strokes of a pen, and figures that are made of numbers, so that nobody needs a pen. A mark is a
//! line of text in the database and on the wire; reading it says that it is within the paper and no longer than it may be.

mod drawing;
mod figure;
mod mark;
mod stroke;

pub use drawing::{DrawnMark, drawing};
pub use figure::{Figure, FigureKind, FigureProblem, FractionBar, NumberLine, Squares};
pub use mark::{Mark, NotAMark, Place, TakeBack};
pub use stroke::{Ink, PAPER_HEIGHT, PAPER_WIDTH, Point, Stroke, StrokeError, read_strokes};

/// Marks of one room at most, with those that were taken back: a stroke every other second, for as long as a room lasts.
pub const MOST_MARKS: u64 = 600;
