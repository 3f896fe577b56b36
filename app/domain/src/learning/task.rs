//! What a step asks people to do, as it is shown.

use serde::{Deserialize, Serialize};

use super::progress::StepRef;
use super::question::QuestionView;
use super::simulator::SimulatorView;
use crate::help_topic::HelpDoor;
use crate::ids::CourseId;

/// The task at the end of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskView {
    Question(QuestionView),
    Simulator(SimulatorView),
    Calculator(CalculatorView),
    Assignment(AssignmentView),
    Film(FilmView),
}

/// A way to one of the money tools.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculatorView {
    pub prompt: String,
    /// Path of the tool without the language's prefix.
    pub path: String,
}

/// Something to do in real life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentView {
    pub prompt: String,
    pub items: Vec<String>,
}

/// A film at a provider's, which is fetched only when somebody asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilmView {
    pub title: String,
    pub provider: FilmProvider,
    /// The provider's id of it.
    pub film: String,
    pub minutes: i64,
    /// Languages of its captions.
    pub captions: Vec<String>,
    /// HTML made by us from checked Markdown.
    pub transcript: String,
    /// The visitor has agreed to films from this provider.
    pub agreed: bool,
}

/// Who shows a film, and sees who watches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FilmProvider {
    Youtube,
    Vimeo,
}

impl FilmProvider {
    /// Every provider there is.
    pub const ALL: [Self; 2] = [Self::Youtube, Self::Vimeo];

    /// As it stands in files and in the session.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Youtube => "youtube",
            Self::Vimeo => "vimeo",
        }
    }

    /// As people know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Youtube => "YouTube",
            Self::Vimeo => "Vimeo",
        }
    }

    /// The address a film is shown from; without cookies where the provider offers that.
    pub fn embed_address(self, film: &str) -> String {
        match self {
            Self::Youtube => format!("https://www.youtube-nocookie.com/embed/{film}?cc_load_policy=1"),
            Self::Vimeo => format!("https://player.vimeo.com/video/{film}?dnt=1"),
        }
    }
}

/// The help with a question that a visitor has asked for so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpView {
    pub hints: Vec<String>,
    pub show_how: Option<String>,
    /// What the next press would show; `None` when all is shown.
    pub next: Option<NextHelp>,
}

/// What a visitor can still ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextHelp {
    Hint,
    ShowHow,
}

/// What is offered to somebody who is stuck on a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StuckView {
    Hint,
    EarlierStep(StepRef),
    EarlierCourse { course: CourseId, title: String },
    Person(Vec<HelpDoor>),
}

/// A word of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub id: String,
    pub term: String,
    pub text: String,
    /// The Danish word, where the term is a translation.
    pub danish: Option<String>,
}
