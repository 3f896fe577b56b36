//! What the pages of a class show.

use serde::{Deserialize, Serialize};

use super::class_form::{ClassForm, ClassProblem};
use super::pupil_names::NamesProblem;
use super::sign_in::{SignInKind, SignInPicture};
use crate::homework::Grade;
use crate::ids::{ClassId, PupilId};
use crate::pages::QrCode;
use crate::time::WallTime;

/// A class in a teacher's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassRow {
    pub id: ClassId,
    pub name: String,
    pub grade: Grade,
    pub pupils: i64,
    /// The last day, in words.
    pub ends_on: String,
    pub ends_soon: bool,
}

/// A teacher's own classes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassesPage {
    pub classes: Vec<ClassRow>,
    /// The class of this name has just been erased.
    pub erased: Option<String>,
}

/// The form of a new class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewClassPage {
    pub form: ClassForm,
    pub problems: Vec<ClassProblem>,
}

/// A pupil, as their teacher sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PupilRow {
    pub id: PupilId,
    pub name: String,
    /// What the pupil signs in with, where it is shown: words, or the words of three pictures.
    pub code: Option<String>,
    /// Until when a device is signed in, today.
    pub signed_in_until: Option<WallTime>,
}

/// A class, as its teacher sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassPage {
    pub class: ClassRow,
    pub sign_in: SignInKind,
    pub way_in: WayIn,
    pub lesson_minutes: i64,
    /// As a form writes it: `2027-07-31`.
    pub last_day: String,
    /// What was typed that cannot be the last day.
    pub refused_day: Option<String>,
    pub pupils: Vec<PupilRow>,
    /// Why no pupils were added, and what was typed.
    pub adding: Option<(NamesProblem, String)>,
    /// Wrong codes tried today from devices that had not been in the class.
    pub wrong_guesses: i64,
    /// Who teaches the class, oneself included.
    pub teachers: Vec<String>,
    /// Nobody who teaches has this username.
    pub unknown_teacher: Option<String>,
}

/// The cards of a class, on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPage {
    pub class: ClassRow,
    pub sign_in: SignInKind,
    pub way_in: WayIn,
    /// All of them, or the one whose card is printed anew.
    pub pupils: Vec<PupilRow>,
}

/// How pupils come in, as everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayIn {
    pub code: String,
    /// Without the code.
    pub address: String,
    pub qr_code: QrCode,
}

/// How far somebody has come in signing in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinStep {
    /// Which class? What was typed, or stands in the address.
    Class(String),
    /// Which of the pictures? Those that have been pressed.
    Pictures(Vec<SignInPicture>),
    Words,
    /// Somebody is signed in.
    SignedIn(PupilBand),
}

/// Why somebody was not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinProblem {
    /// What was typed is no code.
    NotACode,
    /// No class has this code.
    UnknownClass,
    /// Nobody in the class signs in with this.
    UnknownPupil,
    /// Too many have tried.
    TooMany,
}

/// The page on which pupils sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinPage {
    pub step: JoinStep,
    pub problem: Option<JoinProblem>,
}

/// Who is signed in on this device, and how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PupilBand {
    pub name: String,
    pub class: String,
    pub until: WallTime,
    /// Seconds until then.
    pub seconds_left: i64,
    pub help: PupilHelp,
}

/// What a pupil wants who presses the button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpWish {
    Help,
    NoHelp,
}

/// Whether a pupil has asked for help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PupilHelp {
    NotAsked,
    Asked,
    Coming,
}
