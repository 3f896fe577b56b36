//! What the pages of the café show.

use serde::{Deserialize, Serialize};

use super::{
    CafeDoor, CafeFilter, CafeTextError, FigureKind, FigureProblem, HelpLanguage, ReadingTool, WhyNot,
    WriteProblem,
};
use crate::homework::{Grade, Subject};
use crate::ids::{CafePictureId, CafeQuestionId, CafeShiftId, ServiceId, StaffId};
use crate::time::WallTime;

/// The cafés at a table, and the online café's door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafePage {
    pub door: CafeDoor,
    /// What was looked for.
    pub filter: CafeFilter,
    /// The places that can be looked for: id and name.
    pub places: Vec<(String, String)>,
    /// What was found, the online café first.
    pub cafes: Vec<CafeView>,
    /// Whether this browser has a question of its own.
    pub has_question: bool,
    /// Why a typed code led nowhere.
    pub code_problem: Option<CodeProblem>,
}

/// A café that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeView {
    /// Nothing for the online café.
    pub place: Option<CafeSite>,
    /// "mandag 15-17", in the page's language.
    pub hours: Vec<String>,
    pub languages: Vec<HelpLanguage>,
    pub subjects: Vec<Subject>,
    pub booked_as: Option<ServiceId>,
}

/// Where the tables of a café are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeSite {
    pub name: String,
    pub address: String,
}

/// Why a code led nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeProblem {
    NotACode,
    Unknown,
    TooMany,
}

/// The form by which one asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskPage {
    pub door: CafeDoor,
    pub attempt: Option<AskAttempt>,
}

/// What was typed and could not be asked, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskAttempt {
    pub subject: String,
    pub grade: String,
    pub language: String,
    pub text: String,
    pub problems: Vec<AskProblem>,
}

/// What is wrong with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskProblem {
    NoSubject,
    NoGrade,
    Text(CafeTextError),
    /// Too many wait already.
    LineFull,
}

/// From where somebody looks at a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    Asker,
    Volunteer,
    Coordinator,
}

/// How it stands with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// In line while the café is open, with so many before.
    InLine {
        ahead: i64,
    },
    /// Kept until the café opens.
    Kept {
        opens: Option<WallTime>,
    },
    /// Being talked about; minutes that are left.
    Open {
        minutes_left: i64,
    },
    Ended,
}

impl Standing {
    /// Whether nobody has taken it yet.
    pub fn waits(self) -> bool {
        matches!(self, Self::InLine { .. } | Self::Kept { .. })
    }
}

/// A question, and what was said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomPage {
    pub id: CafeQuestionId,
    pub seat: Seat,
    pub subject: Subject,
    pub grade: Grade,
    pub language: HelpLanguage,
    pub standing: Standing,
    pub messages: Vec<MessageView>,
    pub next_try: Option<String>,
}

/// Something that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    pub is_askers: bool,
    /// Empty where it is a picture.
    pub text: String,
    pub picture: Option<CafePictureId>,
    pub at: WallTime,
}

/// What one writes with in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomWriting {
    /// The room's number, as its forms send it; nothing for the asker's own.
    pub room: String,
    pub seat: Seat,
    pub standing: Standing,
    /// What was typed and not sent, and why it was not.
    pub draft: String,
    pub problem: Option<WriteProblem>,
}

/// What is on a room's paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchPage {
    /// Whether there is anything on it, or may be: it is not shown otherwise.
    pub shown: bool,
    /// What stands within the paper's `<svg>`.
    pub drawing: String,
    /// What is on it, in words.
    pub said: Vec<String>,
    pub is_full: bool,
}

/// What one draws with in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchTools {
    /// As the room's forms send it; nothing for the asker's own.
    pub room: String,
    /// Whether the room is open, and this is one of the two.
    pub may_draw: bool,
    pub attempt: Option<FigureAttempt>,
}

/// A figure that could not be drawn, as it was typed, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureAttempt {
    pub kind: FigureKind,
    pub numbers: [String; 3],
    pub problem: FigureProblem,
}

/// What can be done with a question, and what helps with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomSteps {
    /// As the room's forms send it; nothing for the asker's own.
    pub room: String,
    pub seat: Seat,
    pub standing: Standing,
    pub may_extend: bool,
    pub reported: bool,
    /// By which the asker can read the answer later; nobody else sees it.
    pub code: Option<String>,
    /// Guides and practice that fit: title and path.
    pub beside: Vec<(String, String)>,
}

/// A volunteer's own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelperPage {
    /// Why nothing can be taken now.
    pub why_not: Option<WhyNot>,
    pub door: CafeDoor,
    /// How many wait whom the volunteer can help.
    pub waiting: i64,
    /// The room in which they help just now.
    pub room: Option<CafeQuestionId>,
    /// In how many rooms they have helped.
    pub rooms: i64,
    pub shifts: Vec<ShiftView>,
    pub runs_cafe: bool,
}

/// A shift as it is read: "onsdag 16-18".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftView {
    pub id: CafeShiftId,
    pub text: String,
}

/// The latest questions, for whoever runs the café.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPage {
    pub rows: Vec<LogRow>,
}

/// A question in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRow {
    pub id: CafeQuestionId,
    pub subject: Subject,
    pub grade: Grade,
    pub asked_at: WallTime,
    pub standing: Standing,
    pub volunteer: Option<String>,
    pub reported: bool,
    /// Whether something was drawn, which nothing can read but people.
    pub has_sketch: bool,
}

/// Everybody who can be on the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterPage {
    pub volunteers: Vec<VolunteerView>,
    /// What was typed could not be read.
    pub unfit: bool,
}

/// Somebody on the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolunteerView {
    pub id: StaffId,
    pub name: String,
    pub subjects: Vec<Subject>,
    pub languages: Vec<HelpLanguage>,
    pub tools: Vec<ReadingTool>,
    /// The attest's last day, as a form writes it; empty without one.
    pub attest_until: String,
    /// The same as people write it, while the attest is valid.
    pub valid_until: Option<String>,
    pub rooms: i64,
    pub shifts: Vec<ShiftView>,
}
