//! The homework café: where children and parents are helped with homework, at a library's table and online.
//!
//! Online somebody asks, waits in line, and is helped by a volunteer in a room of a quarter of an hour. What is asked while
//! the café is closed is kept, answered when it opens, and read by a code. Nobody has an account, no contact details pass,
//! and a volunteer can be reached within their shifts only.

mod contact_details;
mod document;
mod finder;
mod hours;
mod language;
mod picture;
mod queue;
mod room;
mod sketch;
mod text;
mod tool;
mod views;
mod volunteer;

pub use contact_details::{ContactDetail, contact_detail};
pub use document::{HomeworkCafe, HomeworkHelp};
pub use finder::{CafeFilter, CafePlace, FoundCafes, SeatKind};
pub use hours::{CafeDoor, CafeHours};
pub use language::HelpLanguage;
pub use picture::{PictureProblem, WriteProblem};
pub use queue::{Skills, Waiting, next_for, place_in_line};
pub use room::{EXTENSION_MINUTES, ROOM_MINUTES, Room, RoomStep, RoomStepRefused};
pub use sketch::{
    DrawnMark, Figure, FigureKind, FigureProblem, FractionBar, Ink, MOST_MARKS, Mark, NotAMark, NumberLine,
    PAPER_HEIGHT, PAPER_WIDTH, Place, Point, Squares, Stroke, StrokeError, TakeBack, drawing, read_strokes,
};
pub use text::{CafeText, CafeTextError};
pub use tool::ReadingTool;
pub use views::{
    AskAttempt, AskPage, AskProblem, CafePage, CafeSite, CafeView, CodeProblem, FigureAttempt, HelperPage,
    LogPage, LogRow, MessageView, RoomPage, RoomSteps, RoomWriting, RosterPage, Seat, ShiftView, SketchPage,
    SketchTools, Standing, VolunteerView,
};
pub use volunteer::{Attest, Shift, ShiftFault, WhyNot, may_take};

use crate::word_code::WordCode;

/// The code that a question and its answer are read by: three words, shown to whoever asked.
pub type QuestionCode = WordCode<3>;
