//! Following a child's learning: with the child's own code, in the child's sight, and without its answers.

use serde::{Deserialize, Serialize};

use super::keep_views::CodeProblem;
use crate::drills::Level;
use crate::ids::FollowId;
use crate::locale::Locale;
use crate::word_code::WordCode;

/// The code that a child gives to whoever may follow its learning.
///
/// As long as a recovery code, for it shows as much; but it changes nothing, and it is good for [`FOLLOW_CODE_DAYS`] only.
pub type FollowCode = WordCode<4>;

/// Days that a code can be typed in: long enough for a parent who comes home at the weekend.
pub const FOLLOW_CODE_DAYS: i64 = 7;

/// How many may follow somebody: two homes with two parents each.
pub const MOST_FOLLOWERS: i64 = 4;

/// What a child sees of who follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedBy {
    pub followers: i64,
    /// A code that has just been made, in words. It is shown once.
    pub code: Option<String>,
}

/// The page of whoever follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowPage {
    /// Those who are followed, the first one first.
    pub children: Vec<FollowedChild>,
    /// A code that led nowhere, as it was typed.
    pub attempt: Option<FollowAttempt>,
}

/// A code that led nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowAttempt {
    pub problem: FollowProblem,
    pub typed: String,
}

/// Why a code led nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowProblem {
    /// It is not four of our words, it is nobody's, or too many have been tried.
    Code(CodeProblem),
    /// It was made on this very device.
    Own,
    /// [`MOST_FOLLOWERS`] follow already.
    Full,
}

/// What is shown of a child: what it has worked on and how far it has come, and no answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedChild {
    pub id: FollowId,
    /// Since when, as people write it: "22. november 2026".
    pub since: String,
    pub courses: Vec<FollowedCourse>,
    pub drills: Vec<FollowedDrill>,
}

/// A course that has been begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedCourse {
    pub title: String,
    pub locale: Locale,
    /// Lessons whose goal has been reached.
    pub lessons_ready: i64,
    pub lessons: i64,
    pub steps_done: i64,
    pub steps: i64,
}

/// What has been practised since somebody follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedDrill {
    pub title: String,
    pub level: Level,
    pub done: i64,
    /// How many of them were right at once, without a hint.
    pub right: i64,
}
