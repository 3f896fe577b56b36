//! A scenario as it is shown: without what is right.

use serde::{Deserialize, Serialize};

use super::{Action, Frame, Look, Scenario, ScenarioKind, Screen};
use crate::ids::{OptionId, ScenarioId};
use crate::locale::Locale;
use crate::pages::Picture;

/// A scenario in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioCard {
    pub id: ScenarioId,
    pub title: String,
    pub summary: String,
    pub kind: ScenarioKind,
    pub minutes: i64,
    pub picture: Picture,
    pub locale: Locale,
}

/// The screen that somebody has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimulatorView {
    pub title: String,
    pub kind: ScenarioKind,
    pub task: String,
    pub screen: ScreenView,
    /// What is said to the latest action, and whether it was a mistake.
    pub feedback: Option<String>,
    pub mistaken: bool,
    /// Something has been done, so that one can begin again.
    pub begun: bool,
    /// Said at the end; `None` until then.
    pub learned: Option<String>,
    /// The language it is in, which may differ from that of the lesson around it.
    pub locale: Locale,
}

/// What is on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenView {
    pub frame: Frame,
    pub address: Option<String>,
    pub title: String,
    pub html: String,
    pub actions: Vec<ActionView>,
    pub input: Option<InputView>,
}

/// Something one can press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionView {
    pub id: OptionId,
    pub look: Look,
    pub label: String,
    pub detail: Option<String>,
}

/// A field to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputView {
    pub label: String,
    pub unit: Option<String>,
}

impl Scenario {
    /// What a visitor sees of a scenario in this language who has come this far. A path that the scenario no longer has begins anew; `None` for a scenario
    /// without screens, which the content's checks refuse.
    pub fn view(&self, locale: Locale, path: &[String]) -> Option<SimulatorView> {
        let begun = self.replay(path).ok();
        let is_begun = begun.is_some() && !path.is_empty();
        let here = begun.or_else(|| self.replay(&[]).ok())?;
        Some(SimulatorView {
            title: self.title.clone(),
            kind: self.kind,
            task: self.task.clone(),
            screen: here.screen.view(),
            feedback: here.feedback.map(str::to_owned),
            mistaken: here.mistaken,
            begun: is_begun,
            learned: here.screen.goal.then(|| self.learned.clone()),
            locale,
        })
    }
}

impl Screen {
    fn view(&self) -> ScreenView {
        ScreenView {
            frame: self.frame,
            address: self.address.clone(),
            title: self.title.clone(),
            html: self.html.clone(),
            actions: self.actions.iter().map(Action::view).collect(),
            input: self.input.as_ref().map(|input| InputView {
                label: input.label.clone(),
                unit: input.unit.clone(),
            }),
        }
    }
}

impl Action {
    fn view(&self) -> ActionView {
        ActionView {
            id: self.id.clone(),
            look: self.look,
            label: self.label.clone(),
            detail: self.detail.clone(),
        }
    }
}
