//! How much there is, for those who look after it.

use std::collections::BTreeMap;
use std::fmt;

use domain::locale::Locale;

use crate::course::task::Task;
use crate::library::Library;

/// How much there is of one kind of content, told on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub of: &'static str,
    pub number: usize,
    /// Of which kinds, as files name them. Empty where there is but one.
    pub kinds: BTreeMap<&'static str, usize>,
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.of, self.number)?;
        let kinds: Vec<_> = self
            .kinds
            .iter()
            .map(|(kind, number)| format!("{number} {kind}"))
            .collect();
        if kinds.is_empty() {
            return Ok(());
        }
        write!(formatter, " ({})", kinds.join(", "))
    }
}

impl Library {
    /// How much there is of each kind, without what was left out for its faults. Translations are not counted.
    pub fn census(&self) -> Vec<Count> {
        let lessons = self.courses.iter().flat_map(|course| course.lessons());
        let steps = lessons.clone().flatten();
        let tasks = steps.clone().flatten();
        vec![
            Count::plain("courses", self.courses.len()),
            Count::plain("lessons", lessons.count()),
            Count::plain("steps", steps.count()),
            Count::by_kind("tasks", tasks.clone().map(Task::block)),
            Count::by_kind("questions", tasks.filter_map(Task::question_kind)),
            Count::plain("guides", self.guides.len()),
            Count::plain("scenarios", self.simulators.len()),
            Count::by_kind("texts to read", self.texts.iter().map(|text| text.locale().tag())),
            Count::plain("terms", self.glossary(Locale::default()).len()),
            Count::plain(
                "questions about stories",
                self.story_questions
                    .as_ref()
                    .map_or(0, |questions| questions.original().count()),
            ),
            Count::plain("roles", self.roles.len()),
            Count::plain("pages", self.pages.len()),
        ]
    }
}

impl Count {
    fn plain(of: &'static str, number: usize) -> Self {
        Self {
            of,
            number,
            kinds: BTreeMap::new(),
        }
    }

    fn by_kind(of: &'static str, things: impl Iterator<Item = &'static str>) -> Self {
        let mut kinds = BTreeMap::new();
        for kind in things {
            *kinds.entry(kind).or_default() += 1;
        }
        Self {
            of,
            number: kinds.values().sum(),
            kinds,
        }
    }
}
