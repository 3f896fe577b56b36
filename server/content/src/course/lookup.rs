//! What is found in the courses by its id.

use domain::ids::{CourseId, ScenarioId, StepId};
use domain::learning::{CourseOutline, Question};
use domain::locale::Locale;

use super::Course;
use super::task::Task;
use crate::library::Library;

impl Library {
    /// A step's question with its key, to grade an answer by. Never send it on.
    pub fn question(&self, course: &CourseId, step: &StepId, locale: Locale) -> Option<&Question> {
        match self.task(course, step, locale)? {
            Task::Question(question) => Some(question),
            _ => None,
        }
    }

    /// The scenario that is practised on a step.
    pub fn scenario_of(&self, course: &CourseId, step: &StepId) -> Option<&ScenarioId> {
        self.task(course, step, Locale::default())?.scenario()
    }

    /// The order of a course, for what follows from it: progress, and whether a step exists.
    pub fn outline(&self, course: &CourseId) -> Option<&CourseOutline> {
        self.course(course).map(|course| &course.outline)
    }

    /// A step's task with its key, to grade an answer by. Never send it on.
    pub(super) fn task(&self, course: &CourseId, step: &StepId, locale: Locale) -> Option<&Task> {
        let course = self.course(course)?;
        course.step(step, course.text_locale(locale))?.task.as_ref()
    }

    pub(super) fn course(&self, id: &CourseId) -> Option<&Course> {
        let course = self.courses.iter().find(|course| course.id == *id)?;
        Some(course)
    }
}
