//! Questions of a course that a class may talk about.

use domain::classroom::DiscussionForm;
use domain::ids::CourseId;
use domain::learning::question::AnswerKey;
use domain::locale::Locale;
use domain::municipality::Municipality;

use super::step_view::filled;
use crate::library::Library;

impl Library {
    /// The questions of a course that are answered by choosing, without their keys, in the course's order.
    pub fn discussion_questions(
        &self,
        course: &CourseId,
        locale: Locale,
        municipality: &Municipality,
    ) -> Vec<DiscussionForm> {
        let Some(outline) = self.outline(course) else {
            return Vec::new();
        };
        let questions = outline.steps().filter_map(|place| {
            let question = filled(self.question(course, &place.step, locale)?, municipality);
            let AnswerKey::Choice(choice) = question.key else {
                return None;
            };
            let answers: Vec<_> = choice.options.into_iter().map(|option| option.text).collect();
            Some(DiscussionForm {
                question: question.prompt,
                answers: answers.join("\n"),
            })
        });
        questions.filter(|form| form.read().is_ok()).collect()
    }
}
