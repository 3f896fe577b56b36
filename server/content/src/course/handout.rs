//! A lesson on paper: its steps as somebody sees them who has not begun.

use std::collections::BTreeSet;

use domain::ids::{CourseId, LessonId};
use domain::learning::{Handout, HandoutStep, Reading, StepPage, StepRef, StepText};
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::tutor::SharedStep;

use super::step_view::StepReader;
use crate::library::Library;

/// What a handout depends on besides the lesson.
#[derive(Debug, Clone, Copy)]
pub struct HandoutReader<'a> {
    pub locale: Locale,
    pub reading: Reading,
    pub municipality: &'a Municipality,
}

impl Library {
    /// A whole lesson for paper.
    pub fn handout(&self, course: &CourseId, lesson: &LessonId, reader: HandoutReader) -> Option<Handout> {
        let outline = self.outline(course)?;
        let places = outline.steps().filter(|place| place.lesson == *lesson);
        let pages: Vec<_> = places
            .filter_map(|place| self.untouched_step(course, &place, reader))
            .collect();
        let first = pages.first()?;
        let words = pages.iter().flat_map(|page| &page.terms);
        let words: BTreeSet<_> = words.map(|term| term.id.clone()).collect();
        Some(Handout {
            course: first.course.clone(),
            course_title: first.course_title.clone(),
            title: first.lesson_title.clone(),
            reading: reading_of(&pages),
            terms: self.terms(&words, first.locale),
            first: first.here.clone(),
            locale: first.locale,
            steps: pages.into_iter().map(on_paper).collect(),
        })
    }

    /// One step, for whoever looks on while somebody else does it.
    pub fn shared_step(
        &self,
        course: &CourseId,
        place: &StepRef,
        reader: HandoutReader,
    ) -> Option<SharedStep> {
        let page = self.untouched_step(course, place, reader)?;
        Some(SharedStep {
            course_title: page.course_title.clone(),
            here: page.here.clone(),
            step_number: page.step_number,
            steps: page.steps,
            lesson_number: page.lesson_number,
            lessons: page.lessons,
            locale: page.locale,
            step: on_paper(page),
        })
    }

    fn untouched_step(&self, course: &CourseId, place: &StepRef, reader: HandoutReader) -> Option<StepPage> {
        let reader = StepReader {
            locale: reader.locale,
            reading: reader.reading,
            municipality: reader.municipality,
            record: None,
            attempt: None,
            film_providers: &[],
        };
        self.step_page(course, &place.lesson, &place.step, reader)
    }
}

/// Which text the steps show that have two.
fn reading_of(pages: &[StepPage]) -> Option<Reading> {
    pages.iter().find_map(|page| match page.text {
        StepText::Only(_) => None,
        StepText::Ordinary(_) => Some(Reading::Ordinary),
        StepText::Easy(_) => Some(Reading::Easy),
    })
}

fn on_paper(page: StepPage) -> HandoutStep {
    HandoutStep {
        title: page.title,
        html: page.text.html().to_owned(),
        deepening: page.deepening,
        task: page.task,
    }
}
