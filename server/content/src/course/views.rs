//! The views of a course and of its lessons.

use std::collections::HashMap;
use std::hash::BuildHasher;

use domain::count;
use domain::ids::{CourseId, StepId};
use domain::learning::{
    CourseCard, CourseOutline, CoursePage, FinishedLesson, FinishedPage, LessonCard, LessonRecord,
    LessonState, StepRecord, StepRef,
};
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::time::short_date;

use super::catalog::done_of;
use super::step_view::step_ref;
use super::{Course, Lesson, LessonText};
use crate::credits::source_views;
use crate::library::Library;

/// What a visitor has done in a course.
#[derive(Debug, Clone, Copy, Default)]
pub struct VisitorWork<'a> {
    pub records: &'a [StepRecord],
    /// The lessons that they have begun.
    pub lessons: &'a [LessonRecord],
}

impl Library {
    /// Every course, easiest first, with what the visitor has done of each.
    pub fn course_cards<S: BuildHasher>(
        &self,
        locale: Locale,
        records: &HashMap<CourseId, Vec<StepRecord>, S>,
    ) -> Vec<CourseCard> {
        self.courses
            .iter()
            .map(|course| course.card(locale, done_of(records, &course.id)))
            .collect()
    }

    /// A course's own page.
    pub fn course_page(
        &self,
        id: &CourseId,
        locale: Locale,
        work: VisitorWork,
        municipality: &Municipality,
    ) -> Option<CoursePage> {
        let course = self.course(id)?;
        let text_locale = course.text_locale(locale);
        let cover = course.cover.get(text_locale).1;
        Some(CoursePage {
            card: course.card(locale, work.records),
            html: cover.html.show(locale, municipality),
            outcomes: cover.outcomes.clone(),
            lessons: course
                .lessons
                .iter()
                .map(|lesson| lesson.card(text_locale, &course.outline, work))
                .collect(),
            owner: cover.credits.owner.clone(),
            authors: cover.credits.authors.clone(),
            revised: short_date(cover.credits.revised, text_locale),
            sources: source_views(&cover.credits.sources, text_locale),
        })
    }

    /// The page at the end of a course, where each lesson is ready or worth more practice.
    ///
    /// `all` is what the visitor has done in every course, by which the next one is recommended.
    pub fn finished_page<S: BuildHasher>(
        &self,
        id: &CourseId,
        locale: Locale,
        work: VisitorWork,
        all: &HashMap<CourseId, Vec<StepRecord>, S>,
    ) -> Option<FinishedPage> {
        let course = self.course(id)?;
        let text_locale = course.text_locale(locale);
        let cover = course.cover.get(text_locale).1;
        Some(FinishedPage {
            course: course.id.clone(),
            title: cover.title.clone(),
            outcomes: cover.outcomes.clone(),
            progress: course.outline.progress(work.records),
            lessons: course
                .lessons
                .iter()
                .map(|lesson| lesson.finished(text_locale, lesson.state(&course.outline, work)))
                .collect(),
            recommended: self.recommended(locale, all, Some(id)),
            locale: text_locale,
        })
    }
}

impl Course {
    pub(super) fn card(&self, locale: Locale, records: &[StepRecord]) -> CourseCard {
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
            level: cover.level,
            goal: cover.start_line.as_ref().map(|start| start.goal),
            topics: cover.topics.clone(),
            audience: cover.audience.clone(),
            minutes: minutes.sum(),
            lessons: count(&self.lessons),
            progress: self.outline.progress(records),
            locale: text_locale,
        }
    }
}

impl Lesson {
    fn state(&self, course: &CourseOutline, work: VisitorWork) -> LessonState {
        let outline = course.lessons.iter().find(|other| other.id == self.id);
        let begun = work.lessons.iter().find(|begun| begun.lesson == self.id);
        outline.map_or(LessonState::NotStarted, |outline| {
            outline.progress(work.records, begun).state
        })
    }

    /// What has come since the visitor began the lesson, until they have done it.
    fn new_steps(
        &self,
        text: &LessonText,
        course: &CourseOutline,
        work: VisitorWork,
    ) -> Vec<(String, StepRef)> {
        let outline = course.lessons.iter().find(|other| other.id == self.id);
        let begun = work.lessons.iter().find(|begun| begun.lesson == self.id);
        let Some((outline, begun)) = outline.zip(begun) else {
            return Vec::new();
        };
        let is_done = |id: &StepId| {
            work.records
                .iter()
                .any(|record| record.step == *id && record.done)
        };
        let new = outline
            .steps
            .iter()
            .filter(|step| begun.is_new(step) && !is_done(&step.id));
        new.filter_map(|step| text.steps.iter().find(|text| text.id == step.id))
            .map(|step| (step.title.clone(), step_ref(&self.id, step)))
            .collect()
    }

    fn card(&self, text_locale: Locale, course: &CourseOutline, work: VisitorWork) -> LessonCard {
        let text = self.text.get(text_locale).1;
        LessonCard {
            id: self.id.clone(),
            title: text.title.clone(),
            summary: text.summary.clone(),
            minutes: text.minutes,
            first: self.first(text),
            state: self.state(course, work),
            new_steps: self.new_steps(text, course, work),
        }
    }

    fn finished(&self, text_locale: Locale, state: LessonState) -> FinishedLesson {
        let text = self.text.get(text_locale).1;
        FinishedLesson {
            title: text.title.clone(),
            first: self.first(text),
            state,
        }
    }

    /// The first step. A lesson without steps has a fault, so there is one.
    fn first(&self, text: &LessonText) -> StepRef {
        step_ref(&self.id, &text.steps[0])
    }
}
