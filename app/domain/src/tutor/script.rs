use serde::{Deserialize, Serialize};

use crate::ids::CourseId;
use crate::locale::Locale;

/// What a helper is told at a step. It is written beside the lessons, by people who help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepScript {
    /// What to ask, at least one thing.
    pub ask: Vec<String>,
    /// What people often misunderstand here.
    pub misunderstood: Vec<String>,
    /// Why the hands stay in the lap just here.
    pub hands_off: Option<String>,
    /// Where a code is typed: when to look away.
    pub look_away: Option<String>,
    /// What both can tick when it has been done.
    pub checks: Vec<String>,
}

/// A course that two may share, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TutorCourse {
    pub id: CourseId,
    pub title: String,
    pub locale: Locale,
}
