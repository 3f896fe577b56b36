//! Pretend services to practise on, graded by what one does.
//!
//! A [`Scenario`] is screens with actions that lead from one to the next. An action that leads nowhere is a mistake: one
//! stays and is told why. Some mistakes lead on, as they would in life, and one has to find back. What a visitor has done is the list of action ids, the *path*; replaying it gives the screen they
//! are on, so a path is all that is kept, and a reload, a second press or a restart loses nothing.

mod views;

pub use views::{ActionView, InputView, ScenarioCard, ScreenView, SimulatorView};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::question::{InvalidAnswer, Number, normalised};
use crate::ids::OptionId;
use crate::pages::Picture;

/// The longest path that is kept. Whoever has done more begins again at the start of the exercise.
pub const MAX_PATH: usize = 60;

/// A pretend service with its key. Like a question it is never serialised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    pub title: String,
    pub summary: String,
    pub kind: ScenarioKind,
    pub minutes: i64,
    /// What to do.
    pub task: String,
    /// Said at the end.
    pub learned: String,
    pub picture: Picture,
    /// The first one is where it begins.
    pub screens: Vec<Screen>,
}

/// What is practised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScenarioKind {
    Inbox,
    Mitid,
    Phishing,
    Website,
    Bank,
}

/// What a screen is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frame {
    Computer,
    Phone,
    Sms,
    Mail,
    Call,
    App,
}

/// One screen of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    pub id: OptionId,
    pub frame: Frame,
    /// What the address field says.
    pub address: Option<String>,
    pub title: String,
    /// HTML made by us from checked Markdown; may be empty.
    pub html: String,
    pub actions: Vec<Action>,
    pub input: Option<Input>,
    pub goal: bool,
}

/// Something one can press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub id: OptionId,
    pub look: Look,
    pub label: String,
    pub detail: Option<String>,
    /// Where it leads; `None` where one stays.
    pub to: Option<OptionId>,
    /// It is what one should not do. Whoever stays has always made one.
    pub mistake: bool,
    /// Said afterwards.
    pub feedback: Option<String>,
}

/// What an action looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    Row,
    Button,
    Link,
}

/// The one field of a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    pub label: String,
    pub unit: Option<String>,
    /// Numbers are compared by their value, other texts without regard to case and spacing.
    pub accepted: Vec<String>,
    pub to: OptionId,
    pub wrong: String,
}

/// Where a visitor is in a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position<'a> {
    pub screen: &'a Screen,
    /// Wrong actions so far.
    pub mistakes: usize,
    /// What is said to the latest action.
    pub feedback: Option<&'a str>,
    /// The latest action was a mistake.
    pub mistaken: bool,
}

/// A path that this scenario does not have: it was changed since, or the path is forged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the scenario has no such path")]
pub struct NoSuchPath;

/// Begins what was typed into a screen's field, as a step of a path.
const TYPED: &str = "=";

impl Scenario {
    /// The screen with this id.
    pub fn screen(&self, id: &OptionId) -> Option<&Screen> {
        self.screens.iter().find(|screen| screen.id == *id)
    }

    /// Follows a path from the start.
    pub fn replay(&self, path: &[String]) -> Result<Position<'_>, NoSuchPath> {
        let mut here = Position {
            screen: self.screens.first().ok_or(NoSuchPath)?,
            mistakes: 0,
            feedback: None,
            mistaken: false,
        };
        if path.len() > MAX_PATH {
            return Err(NoSuchPath);
        }
        for step in path {
            let taken = here.screen.take(step).ok_or(NoSuchPath)?;
            here.mistaken = taken.mistake;
            here.mistakes += usize::from(taken.mistake);
            here.feedback = taken.feedback;
            if let Some(to) = taken.to {
                here.screen = self.screen(to).ok_or(NoSuchPath)?;
            }
        }
        Ok(here)
    }
}

/// What follows from a step of a path.
struct Taken<'a> {
    to: Option<&'a OptionId>,
    mistake: bool,
    feedback: Option<&'a str>,
}

impl Screen {
    fn take<'a>(&'a self, step: &str) -> Option<Taken<'a>> {
        if let Some(typed) = step.strip_prefix(TYPED) {
            return self.input.as_ref().map(|input| input.take(typed));
        }
        let action = self.actions.iter().find(|action| action.id.as_str() == step)?;
        Some(Taken {
            to: action.to.as_ref(),
            mistake: action.mistake,
            feedback: action.feedback.as_deref(),
        })
    }
}

impl Input {
    /// What was typed, as a step of a path.
    pub fn step(typed: &str) -> Result<String, InvalidAnswer> {
        let typed = super::question::typed_text(typed)?;
        Ok(format!("{TYPED}{typed}"))
    }

    fn take(&self, typed: &str) -> Taken<'_> {
        let is_same = |accepted: &String| match (Number::parse(accepted), Number::parse(typed)) {
            (Some(accepted), Some(typed)) => accepted == typed,
            _ => normalised(accepted) == normalised(typed),
        };
        let right = self.accepted.iter().any(is_same);
        Taken {
            to: right.then_some(&self.to),
            mistake: !right,
            feedback: (!right).then_some(self.wrong.as_str()),
        }
    }
}

#[cfg(test)]
mod tests;
