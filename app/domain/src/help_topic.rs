//! What somebody is stuck on, carried from the step to the person who helps.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::{CourseId, LessonId, StepId};
use crate::locale::Locale;

/// The step that somebody is stuck on. As text it is `digital-post/find-brevet/indbakken`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpTopic {
    pub course: CourseId,
    pub lesson: LessonId,
    pub step: StepId,
}

impl HelpTopic {
    /// Reads what [`fmt::Display`] has written; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let topic = Self {
            course: CourseId::parse(parts.next()?).ok()?,
            lesson: LessonId::parse(parts.next()?).ok()?,
            step: StepId::parse(parts.next()?).ok()?,
        };
        parts.next().is_none().then_some(topic)
    }
}

impl fmt::Display for HelpTopic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}/{}", self.course, self.lesson, self.step)
    }
}

/// A topic as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpTopicView {
    pub course_title: String,
    pub step_title: String,
    /// Where the step stands: `/laer/digital-post/find-brevet/indbakken`.
    pub path: String,
    /// The language of the titles.
    pub locale: Locale,
}

/// Where a person may be found who helps with a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HelpDoor {
    /// An appointment with an adviser.
    Appointments,
    /// Homework help, for parents and pupils.
    Homework,
}

impl HelpDoor {
    /// As it stands in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Appointments => "appointments",
            Self::Homework => "homework",
        }
    }

    /// The page on which it opens.
    pub fn path(self) -> &'static str {
        match self {
            Self::Appointments => "/tid",
            Self::Homework => "/lektier",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_topic_is_read_as_it_was_written(parts in proptest::collection::vec("[a-z][a-z0-9-]{0,20}", 3)) {
            let text = parts.join("/");
            prop_assert_eq!(HelpTopic::parse(&text).map(|topic| topic.to_string()), Some(text));
        }

        #[test]
        fn nothing_else_is_a_topic(text in "[a-z/. ]{0,12}") {
            let topic = HelpTopic::parse(&text);
            prop_assert!(topic.is_none_or(|topic| topic.to_string() == text));
        }
    }

    #[test]
    fn a_door_is_sent_as_it_is_read() {
        for door in [HelpDoor::Appointments, HelpDoor::Homework] {
            let json = serde_json::to_string(&door).unwrap();
            assert_eq!(json, format!("\"{}\"", door.as_str()));
        }
    }
}
