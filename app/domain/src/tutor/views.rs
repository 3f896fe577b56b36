//! What the two screens show.

use serde::{Deserialize, Serialize};

use super::{Presses, Side, StepScript, TutorCourse};
use crate::ids::{CourseId, PairingId};
use crate::learning::{HandoutStep, StepPage, StepRef};
use crate::locale::Locale;
use crate::municipality::Municipality;
use crate::pages::QrCode;

/// Where two begin: with a course on this device, or with the code of the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPage {
    pub courses: Vec<TutorCourse>,
    /// The course that somebody has come from.
    pub chosen: Option<CourseId>,
    /// What was typed, and why it led nowhere.
    pub attempt: Option<JoinAttempt>,
    pub helped: HelpedCount,
    /// This device has a lesson that goes on.
    pub is_seated: bool,
}

/// A code that led nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinAttempt {
    pub problem: JoinProblem,
    pub typed: String,
}

/// Why a code led nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum JoinProblem {
    /// It is not three of the words.
    NotACode,
    /// Nobody waits with it.
    Unknown,
    TooMany,
}

/// How much somebody has helped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpedCount {
    pub times: i64,
    pub steps: i64,
}

/// What this device shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TogetherPage {
    /// It takes part in nothing.
    Nobody,
    Waiting(WaitingView),
    Citizen(Box<CitizenView>),
    Helper(Box<HelperView>),
    Over(OverView),
}

/// Which pairing a screen follows, and what it has seen of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    pub pairing: PairingId,
    pub version: i64,
}

/// A code for the other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingView {
    pub followed: Followed,
    pub side: Side,
    pub course_title: String,
    /// `None` when it has run out.
    pub code: Option<CodeView>,
}

/// A code as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeView {
    pub code: String,
    /// Opens the other device's page, with the code typed in.
    pub qr_code: QrCode,
    /// Where it is typed, short enough to be read aloud.
    pub address: String,
}

/// The citizen's screen: this one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitizenView {
    pub followed: Followed,
    pub step: StepPage,
    /// The helper asks whether they go on.
    pub is_proposed: bool,
    pub checks: Vec<CheckView>,
    /// The language of the check list.
    pub checks_locale: Locale,
}

/// The helper's screen: the same step, and what to say to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelperView {
    pub followed: Followed,
    pub shared: SharedStep,
    pub script: Option<StepScript>,
    /// The language of the script and the check list.
    pub script_locale: Locale,
    pub is_proposed: bool,
    pub checks: Vec<CheckView>,
}

/// A step to be looked at, as somebody sees it who has not begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedStep {
    pub course_title: String,
    pub here: StepRef,
    /// From 1.
    pub step_number: i64,
    pub steps: i64,
    pub lesson_number: i64,
    pub lessons: i64,
    pub step: HandoutStep,
    pub locale: Locale,
}

/// A line of the check list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// From 1.
    pub item: i64,
    pub text: String,
    pub presses: Presses,
}

/// The end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverView {
    pub side: Side,
    pub course: CourseId,
    pub reason: OverReason,
    /// Steps that they did together.
    pub steps: i64,
    pub helped: HelpedCount,
}

/// Why it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OverReason {
    Ended,
    /// Nobody did anything for long.
    Idle,
}

/// "Det kan du nu": what is printed or sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnedPage {
    pub side: Side,
    pub course: CourseId,
    pub course_title: String,
    pub steps: Vec<LearnedStep>,
    pub locale: Locale,
    /// The whole address of the course, and its code.
    pub address: String,
    pub code: QrCode,
    pub municipality: Municipality,
    pub is_sent: bool,
    pub attempt: Option<SendAttempt>,
}

/// A step that they did together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnedStep {
    pub title: String,
    /// The ticked lines of its check list.
    pub checks: Vec<String>,
}

/// Why "det kan du nu" was not sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SendAttempt {
    /// What was typed is no mail address.
    NotAnAddress(String),
    /// Many have been sent today.
    TooMany,
}
