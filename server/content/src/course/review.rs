//! Questions that come back, outside their lessons.

use domain::ids::{CourseId, StepId};
use domain::learning::question::{AnswerAttempt, Question};
use domain::learning::{ReviewFeedback, ReviewQuestion, ReviewSeen, StepRef};
use domain::locale::Locale;
use domain::municipality::Municipality;

use super::Course;
use super::step_view::{filled, given_answer};
use crate::library::Library;

impl Library {
    /// A question that has come back. `None` where the course no longer asks it.
    pub fn review_question(
        &self,
        course: &CourseId,
        step: &StepId,
        locale: Locale,
        attempt: Option<AnswerAttempt>,
        municipality: &Municipality,
    ) -> Option<ReviewQuestion> {
        let (course, here, question) = self.asked(course, step, locale, municipality)?;
        let text_locale = course.text_locale(locale);
        Some(ReviewQuestion {
            course: course.id.clone(),
            course_title: course.cover.get(text_locale).1.title.clone(),
            here,
            question: question.view(),
            attempt,
            locale: text_locale,
        })
    }

    /// What came of an answer to a question that had come back.
    pub fn review_feedback(
        &self,
        seen: &ReviewSeen,
        locale: Locale,
        municipality: &Municipality,
    ) -> Option<ReviewFeedback> {
        let (course, here, question) = self.asked(&seen.course, &seen.step, locale, municipality)?;
        Some(ReviewFeedback {
            course: course.id.clone(),
            here,
            prompt: question.prompt.clone(),
            given: given_answer(&question, &seen.given)?,
        })
    }

    fn asked(
        &self,
        course: &CourseId,
        step: &StepId,
        locale: Locale,
        municipality: &Municipality,
    ) -> Option<(&Course, StepRef, Question)> {
        let question = filled(self.question(course, step, locale)?, municipality);
        let course = self.course(course)?;
        let here = course.outline.steps().find(|place| place.step == *step)?;
        Some((course, here, question))
    }
}
