//! The start line: a few questions that find where somebody should begin.
//!
//! Courses build on each other. Whoever knows a course knows what it builds on, and whoever does not know it yet does not
//! know what builds on it. So each answer settles more than its own course, and ten questions are enough for many courses.
//! The rule for what to ask next is that of Oppia's diagnostic test.

mod graph;
mod path;
mod questions;

pub use graph::{Graph, GraphFault, Topic};
pub use path::{Path, Reason, Stop};
pub use questions::{Answer, Form, MOST_QUESTIONS, Question, Reply, StartLine};

use serde::{Deserialize, Serialize};

/// What somebody has come for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Goal {
    /// First digital steps.
    FirstSteps,
    Money,
    /// Helping somebody else, at home or as a volunteer.
    HelpingOthers,
}

impl Goal {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::FirstSteps, Self::Money, Self::HelpingOthers];

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstSteps => "foerste-skridt",
            Self::Money => "penge",
            Self::HelpingOthers => "hjaelp-en-anden",
        }
    }

    /// The goal of an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|goal| goal.as_str() == text)
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
