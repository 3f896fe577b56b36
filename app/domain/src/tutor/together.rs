use serde::{Deserialize, Serialize};

use super::Side;
use crate::ids::StepId;
use crate::learning::{CourseOutline, StepRef};

/// Where two are in a course. Both screens show this step, whatever line was cut in between: there is one place, not one for
/// each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    pub here: StepRef,
    /// The helper has asked whether they go on.
    pub is_proposed: bool,
}

/// What somebody does with the lesson that they share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The helper asks: shall we go on?
    Propose,
    /// The citizen says "ja, videre". They may do so without being asked.
    GoOn,
    /// The citizen wants to stay a while.
    NotYet,
    /// The citizen wants to see the step before once more.
    GoBack,
    /// Either of them has had enough for today.
    End,
}

/// What comes of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum After {
    /// The same step, perhaps asked about.
    Stays(Together),
    /// Another step.
    Moves(Together),
    /// The last step has been done, or somebody has ended it.
    Ends,
}

/// Why an act changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is for the other side to do.
    NotYours,
    /// The screen showed another step: it was pressed twice, or the line was cut meanwhile.
    ElsewhereNow,
    /// There is no step before the first.
    AtTheBeginning,
}

impl Act {
    /// As it stands in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Propose => "propose",
            Self::GoOn => "go_on",
            Self::NotYet => "not_yet",
            Self::GoBack => "go_back",
            Self::End => "end",
        }
    }

    /// Whose act it is; `None` when it is anybody's.
    fn side(self) -> Option<Side> {
        match self {
            Self::Propose => Some(Side::Helper),
            Self::GoOn | Self::NotYet | Self::GoBack => Some(Side::Citizen),
            Self::End => None,
        }
    }
}

impl Together {
    /// At a step that nobody has asked about.
    pub fn at(here: StepRef) -> Self {
        Self {
            here,
            is_proposed: false,
        }
    }

    /// What comes of an act by somebody whose screen showed the step `seen`.
    pub fn after(
        &self,
        course: &CourseOutline,
        side: Side,
        act: Act,
        seen: &StepId,
    ) -> Result<After, Refusal> {
        if act.side().is_some_and(|whose| whose != side) {
            return Err(Refusal::NotYours);
        }
        if act != Act::End && *seen != self.here.step {
            return Err(Refusal::ElsewhereNow);
        }
        let (before, next) = course.neighbours(&self.here.step);
        Ok(match act {
            Act::Propose => After::Stays(Self {
                is_proposed: true,
                ..self.clone()
            }),
            Act::NotYet => After::Stays(Self::at(self.here.clone())),
            Act::GoOn => next.map_or(After::Ends, |next| After::Moves(Self::at(next))),
            Act::GoBack => After::Moves(Self::at(before.ok_or(Refusal::AtTheBeginning)?)),
            Act::End => After::Ends,
        })
    }
}

#[cfg(test)]
#[path = "together_tests.rs"]
mod tests;
