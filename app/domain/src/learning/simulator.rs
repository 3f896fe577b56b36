//! Pretend services to practise on, graded by what one does.
//!
//! A [`Scenario`] is screens with actions that lead from one to the next. An action that leads nowhere is a mistake: one
//! stays and is told why. Some mistakes lead on, as they would in life, and one has to find back. What a visitor has done is the list of action ids, the *path*; replaying it gives the screen they
//! are on, so a path is all that is kept, and a reload, a second press or a restart loses nothing.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::question::{InvalidAnswer, Number, normalised};
use crate::ids::{OptionId, ScenarioId};
use crate::locale::Locale;
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

/// A screen as it is shown: without what is right.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> OptionId {
        OptionId::parse(text).unwrap()
    }

    fn screen(name: &str, actions: &[(&str, Option<&str>)]) -> Screen {
        let action = |(name, to): &(&str, Option<&str>)| Action {
            id: id(name),
            look: Look::Button,
            label: (*name).to_owned(),
            detail: None,
            to: to.map(id),
            mistake: to.is_none(),
            feedback: to.is_none().then(|| format!("not {name}")),
        };
        Screen {
            id: id(name),
            frame: Frame::Computer,
            address: None,
            title: name.to_owned(),
            html: String::new(),
            actions: actions.iter().map(action).collect(),
            input: None,
            goal: name == "end",
        }
    }

    fn scenario() -> Scenario {
        let mut amount = screen("amount", &[("back", Some("inbox"))]);
        amount.input = Some(Input {
            label: "Amount".into(),
            unit: None,
            accepted: vec!["1.250".into()],
            to: id("end"),
            wrong: "look again".into(),
        });
        Scenario {
            title: "Pay".into(),
            summary: String::new(),
            kind: ScenarioKind::Bank,
            minutes: 3,
            task: "Pay the bill".into(),
            learned: "You paid".into(),
            picture: Picture {
                src: String::new(),
                alt: String::new(),
            },
            screens: vec![
                screen("inbox", &[("open", Some("amount")), ("delete", None)]),
                amount,
                screen("end", &[]),
            ],
        }
    }

    fn path(steps: &[&str]) -> Vec<String> {
        steps.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn mistakes_stay_and_are_counted() {
        let scenario = scenario();
        let here = scenario.replay(&path(&["delete", "delete"])).unwrap();
        assert_eq!((here.screen.title.as_str(), here.mistakes), ("inbox", 2));
        assert_eq!(here.feedback, Some("not delete"));
        let here = scenario.replay(&path(&["delete", "open"])).unwrap();
        assert_eq!(
            (here.screen.title.as_str(), here.mistakes, here.mistaken),
            ("amount", 1, false)
        );
    }

    #[test]
    fn a_field_leads_on_with_the_right_value_only() {
        let scenario = scenario();
        let wrong = scenario.replay(&path(&["open", "=125"])).unwrap();
        assert_eq!((wrong.screen.goal, wrong.feedback), (false, Some("look again")));
        assert!(
            scenario
                .replay(&path(&["open", "=125", "=1250,00"]))
                .unwrap()
                .screen
                .goal
        );
        assert_eq!(Input::step("  1250 ").unwrap(), "=1250");
        assert_eq!(Input::step(" "), Err(InvalidAnswer::Missing));
    }

    #[test]
    fn a_forged_or_endless_path_is_refused() {
        let scenario = scenario();
        for forged in [
            &["end"][..],
            &["open", "open"],
            &["=1250"],
            &["open", "=1250", "open"],
        ] {
            assert_eq!(scenario.replay(&path(forged)), Err(NoSuchPath), "{forged:?}");
        }
        let endless = vec!["delete".to_owned(); MAX_PATH + 1];
        assert_eq!(scenario.replay(&endless), Err(NoSuchPath));
        assert!(!scenario.view(Locale::Da, &endless).unwrap().begun);
    }

    #[test]
    fn the_view_does_not_tell_what_is_right() {
        let json = serde_json::to_string(&scenario().view(Locale::Da, &path(&["open"]))).unwrap();
        for key in ["look again", "1.250", "You paid", "\"to\""] {
            assert!(!json.contains(key), "{key} in {json}");
        }
        let end = scenario().view(Locale::Da, &path(&["open", "=1250"])).unwrap();
        assert_eq!(end.learned.as_deref(), Some("You paid"));
    }
}
