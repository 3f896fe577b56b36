//! What a pupil has answered wrongly, for the pupil alone.

use serde::{Deserialize, Serialize};

use crate::learning::ReviewFeedback;

/// A wrong answer, with the explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    pub course_title: String,
    pub step_title: String,
    pub seen: ReviewFeedback,
}

/// The latest wrong answers that have not been put right, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MistakesPage {
    pub mistakes: Vec<Mistake>,
}
