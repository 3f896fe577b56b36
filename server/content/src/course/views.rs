//! The views of the first door.

use std::collections::HashMap;
use std::hash::BuildHasher;

use domain::ids::{CourseId, LessonId, OptionId, StepId};
use domain::learning::{
    CourseCard, CourseOutline, CoursePage, FinishedLesson, FinishedPage, GivenAnswer, LessonCard, Question,
    StepPage, StepRecord, StepRef, grade,
};
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::time::short_date;

use super::{Course, Lesson, LessonText, StepText};
use crate::credits::source_views;
use crate::library::Library;
use crate::markdown::fill_plain;

impl Library {
    /// Every course, easiest first, with what the visitor has done of each.
    pub fn course_cards<S: BuildHasher>(
        &self,
        locale: Locale,
        records: &HashMap<CourseId, Vec<StepRecord>, S>,
    ) -> Vec<CourseCard> {
        let done = |course: &Course| records.get(&course.id).map_or(&[][..], Vec::as_slice);
        self.courses
            .iter()
            .map(|course| course.card(locale, done(course)))
            .collect()
    }

    /// A course's own page.
    pub fn course_page(
        &self,
        id: &CourseId,
        locale: Locale,
        records: &[StepRecord],
        municipality: &Municipality,
    ) -> Option<CoursePage> {
        let course = self.course(id)?;
        let text_locale = course.text_locale(locale);
        let cover = course.cover.get(text_locale).1;
        Some(CoursePage {
            card: course.card(locale, records),
            html: cover.html.show(locale, municipality),
            outcomes: cover.outcomes.clone(),
            lessons: course
                .lessons
                .iter()
                .map(|lesson| lesson.card(text_locale, records))
                .collect(),
            owner: cover.credits.owner.clone(),
            authors: cover.credits.authors.clone(),
            revised: short_date(cover.credits.revised, text_locale),
            sources: source_views(&cover.credits.sources, text_locale),
        })
    }

    /// A step of a lesson. `given` is the visitor's latest answer; one that the question no longer has is as none.
    pub fn step_page(
        &self,
        course: &CourseId,
        lesson: &LessonId,
        step: &StepId,
        locale: Locale,
        given: Option<&[OptionId]>,
        municipality: &Municipality,
    ) -> Option<StepPage> {
        let course = self.course(course)?;
        let text_locale = course.text_locale(locale);
        let lesson_index = course.lessons.iter().position(|other| other.id == *lesson)?;
        let lesson_text = course.lessons[lesson_index].text.get(text_locale).1;
        let step_index = lesson_text.steps.iter().position(|other| other.id == *step)?;
        let text = &lesson_text.steps[step_index];
        let question = text
            .question
            .as_ref()
            .map(|question| filled(question, municipality));
        let (previous, next) = course.outline.neighbours(step);
        Some(StepPage {
            course: course.id.clone(),
            course_title: course.cover.get(text_locale).1.title.clone(),
            lesson_title: lesson_text.title.clone(),
            lesson_number: count(lesson_index) + 1,
            lessons: count(course.lessons.len()),
            here: step_ref(lesson, text),
            title: fill_plain(&text.title, municipality),
            html: text.html.show(locale, municipality),
            step_number: count(step_index) + 1,
            steps: count(lesson_text.steps.len()),
            given: question
                .as_ref()
                .zip(given)
                .and_then(|(question, chosen)| given_answer(question, chosen)),
            question: question.as_ref().map(Question::view),
            previous,
            next,
            locale: text_locale,
        })
    }

    /// A step's question with its key, to grade an answer by. Never send it on.
    pub fn question(&self, course: &CourseId, step: &StepId, locale: Locale) -> Option<&Question> {
        let course = self.course(course)?;
        course.step(step, course.text_locale(locale))?.question.as_ref()
    }

    /// The order of a course, for what follows from it: progress, and whether a step exists.
    pub fn outline(&self, course: &CourseId) -> Option<&CourseOutline> {
        self.course(course).map(|course| &course.outline)
    }

    /// The page at the end of a course, where each lesson is ready or worth more practice.
    pub fn finished_page(
        &self,
        id: &CourseId,
        locale: Locale,
        records: &[StepRecord],
    ) -> Option<FinishedPage> {
        let course = self.course(id)?;
        let text_locale = course.text_locale(locale);
        let cover = course.cover.get(text_locale).1;
        Some(FinishedPage {
            course: course.id.clone(),
            title: cover.title.clone(),
            outcomes: cover.outcomes.clone(),
            progress: course.outline.progress(records),
            lessons: course
                .lessons
                .iter()
                .map(|lesson| lesson.finished(text_locale, records))
                .collect(),
            locale: text_locale,
        })
    }

    fn course(&self, id: &CourseId) -> Option<&Course> {
        self.courses.iter().find(|course| course.id == *id)
    }
}

impl Course {
    fn card(&self, locale: Locale, records: &[StepRecord]) -> CourseCard {
        let text_locale = self.text_locale(locale);
        let cover = self.cover.get(text_locale).1;
        let minutes = self
            .lessons
            .iter()
            .map(|lesson| lesson.text.get(text_locale).1.minutes);
        CourseCard {
            id: self.id.clone(),
            title: cover.title.clone(),
            summary: cover.summary.clone(),
            picture: cover.picture.clone(),
            minutes: minutes.sum(),
            lessons: count(self.lessons.len()),
            progress: self.outline.progress(records),
            locale: text_locale,
        }
    }
}

impl Lesson {
    fn card(&self, text_locale: Locale, records: &[StepRecord]) -> LessonCard {
        let text = self.text.get(text_locale).1;
        let done = text.steps.iter().filter(|step| is_done(step, records)).count();
        LessonCard {
            id: self.id.clone(),
            title: text.title.clone(),
            summary: text.summary.clone(),
            minutes: text.minutes,
            first: self.first(text),
            done: count(done),
            total: count(text.steps.len()),
        }
    }

    fn finished(&self, text_locale: Locale, records: &[StepRecord]) -> FinishedLesson {
        let text = self.text.get(text_locale).1;
        FinishedLesson {
            title: text.title.clone(),
            first: self.first(text),
            ready: is_ready(text, records),
        }
    }

    /// The first step. A lesson without steps has a fault, so there is one.
    fn first(&self, text: &LessonText) -> StepRef {
        step_ref(&self.id, &text.steps[0])
    }
}

/// A number as it crosses the wire.
fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn step_ref(lesson: &LessonId, step: &StepText) -> StepRef {
    StepRef {
        lesson: lesson.clone(),
        step: step.id.clone(),
    }
}

fn is_done(step: &StepText, records: &[StepRecord]) -> bool {
    records.iter().any(|record| record.done && record.step == step.id)
}

/// Every question has been answered right in the end; without questions, every step is done.
fn is_ready(lesson: &LessonText, records: &[StepRecord]) -> bool {
    let is_right = |step: &&StepText| {
        records
            .iter()
            .any(|record| record.step == step.id && record.correct == Some(true))
    };
    let mut questions = lesson
        .steps
        .iter()
        .filter(|step| step.question.is_some())
        .peekable();
    if questions.peek().is_none() {
        return lesson.steps.iter().all(|step| is_done(step, records));
    }
    questions.all(|step| is_right(&step))
}

fn given_answer(question: &Question, chosen: &[OptionId]) -> Option<GivenAnswer> {
    let graded = grade(question, chosen).ok()?;
    Some(GivenAnswer {
        chosen: chosen.to_vec(),
        correct: graded.correct,
        incomplete: graded.incomplete,
        feedback: graded.feedback,
    })
}

fn filled(question: &Question, municipality: &Municipality) -> Question {
    let fill = |text: &str| fill_plain(text, municipality);
    let mut question = question.clone();
    question.prompt = fill(&question.prompt);
    question.hint = question.hint.as_deref().map(fill);
    for option in &mut question.options {
        option.text = fill(&option.text);
        option.feedback = fill(&option.feedback);
    }
    question
}
