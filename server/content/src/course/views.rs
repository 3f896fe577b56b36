//! The views of the first door.

use std::collections::HashMap;
use std::hash::BuildHasher;

use domain::count;
use domain::ids::{CourseId, LessonId, ScenarioId, StepId};
use domain::learning::{
    self, AnswerAttempt, AssignmentView, CalculatorView, CourseCard, CourseOutline, CoursePage, FilmProvider,
    FilmView, FinishedLesson, FinishedPage, GivenAnswer, Help, HelpView, LessonCard, LessonRecord,
    LessonState, NextHelp, Question, Reading, StepPage, StepRecord, StepRef, StepText as ShownText,
    StuckView, Surroundings, TaskView,
};
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::time::short_date;

use super::catalog::done_of;
use super::task::{Film, Task};
use super::{Course, Lesson, LessonText, StepText};
use crate::credits::source_views;
use crate::library::Library;
use crate::markdown::fill_plain;

/// What a visitor has done in a course.
#[derive(Debug, Clone, Copy, Default)]
pub struct VisitorWork<'a> {
    pub records: &'a [StepRecord],
    /// The lessons that they have begun.
    pub lessons: &'a [LessonRecord],
}

/// What a step's page depends on besides the step.
#[derive(Debug, Clone, Copy)]
pub struct StepReader<'a> {
    pub locale: Locale,
    pub reading: Reading,
    pub municipality: &'a Municipality,
    /// What the visitor has done on this step.
    pub record: Option<&'a StepRecord>,
    /// An answer that could not be graded.
    pub attempt: Option<&'a AnswerAttempt>,
    /// Whose films the visitor has agreed to.
    pub film_providers: &'a [FilmProvider],
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

    /// A step of a lesson. A latest answer that the task no longer has is as none.
    pub fn step_page(
        &self,
        course: &CourseId,
        lesson: &LessonId,
        step: &StepId,
        reader: StepReader,
    ) -> Option<StepPage> {
        let course = self.course(course)?;
        let text_locale = course.text_locale(reader.locale);
        let lesson_index = course.lessons.iter().position(|other| other.id == *lesson)?;
        let lesson_text = course.lessons[lesson_index].text.get(text_locale).1;
        let step_index = lesson_text.steps.iter().position(|other| other.id == *step)?;
        let text = &lesson_text.steps[step_index];
        let question = text
            .question()
            .map(|question| filled(question, reader.municipality));
        let (previous, next) = course.outline.neighbours(step);
        Some(StepPage {
            course: course.id.clone(),
            course_title: course.cover.get(text_locale).1.title.clone(),
            lesson_title: lesson_text.title.clone(),
            lesson_number: number(lesson_index) + 1,
            lessons: count(&course.lessons),
            here: step_ref(lesson, text),
            title: fill_plain(&text.title, reader.municipality),
            text: text.shown(&reader),
            deepening: text.deepening,
            terms: self.terms(&text.terms, text_locale),
            step_number: number(step_index) + 1,
            steps: count(&lesson_text.steps),
            given: question
                .as_ref()
                .zip(reader.given())
                .and_then(|(question, given)| given_answer(question, given)),
            attempt: reader.attempt.cloned(),
            stuck: self.stuck(course, question.as_ref(), &reader),
            help: question
                .as_ref()
                .map(|question| help(question, reader.hints()))
                .unwrap_or_default(),
            task: match question {
                Some(question) => Some(TaskView::Question(question.view())),
                None => text
                    .task
                    .as_ref()
                    .and_then(|task| self.task_view(task, text_locale, &reader)),
            },
            previous,
            next,
            locale: text_locale,
        })
    }

    /// A step's task with its key, to grade an answer by. Never send it on.
    pub(super) fn task(&self, course: &CourseId, step: &StepId, locale: Locale) -> Option<&Task> {
        let course = self.course(course)?;
        course.step(step, course.text_locale(locale))?.task.as_ref()
    }

    /// What is offered to somebody who has failed often.
    fn stuck(&self, course: &Course, question: Option<&Question>, reader: &StepReader) -> Option<StuckView> {
        let prerequisites: Vec<_> = course.prerequisites().cloned().collect();
        let around = Surroundings {
            course: &course.outline,
            hints: question.map_or(0, |question| number(question.help_steps())),
            prerequisites: &prerequisites,
        };
        Some(match learning::help(around, reader.record?)? {
            Help::Hint => StuckView::Hint,
            Help::EarlierStep(place) => StuckView::EarlierStep(place),
            Help::EarlierCourse(id) => {
                let cover = &self.course(&id)?.cover;
                StuckView::EarlierCourse {
                    title: cover.get(reader.locale).1.title.clone(),
                    course: id,
                }
            }
            Help::Person => StuckView::Person(course.help_doors()),
        })
    }

    /// A task that is not a question.
    fn task_view(&self, task: &Task, text_locale: Locale, reader: &StepReader) -> Option<TaskView> {
        Some(match task {
            Task::Question(question) => TaskView::Question(question.view()),
            Task::Simulator(scenario) => {
                let path = reader.given().unwrap_or_default();
                TaskView::Simulator(self.simulator_view(scenario, text_locale, path)?)
            }
            Task::Calculator(calculator) => TaskView::Calculator(CalculatorView {
                prompt: fill_plain(&calculator.prompt, reader.municipality),
                path: calculator.path.clone(),
            }),
            Task::Assignment(assignment) => TaskView::Assignment(AssignmentView {
                prompt: fill_plain(&assignment.prompt, reader.municipality),
                items: assignment
                    .items
                    .iter()
                    .map(|item| fill_plain(item, reader.municipality))
                    .collect(),
            }),
            Task::Film(film) => TaskView::Film(film.view(reader)),
        })
    }

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

    pub(super) fn course(&self, id: &CourseId) -> Option<&Course> {
        let course = self.courses.iter().find(|course| course.id == *id)?;
        Some(course)
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

impl StepText {
    fn question(&self) -> Option<&Question> {
        match &self.task {
            Some(Task::Question(question)) => Some(question),
            _ => None,
        }
    }

    fn shown(&self, reader: &StepReader) -> ShownText {
        let html = |html: &crate::markdown::Html| html.show(reader.locale, reader.municipality);
        match (&self.easy, reader.reading) {
            (None, _) => ShownText::Only(html(&self.html)),
            (Some(_), Reading::Ordinary) => ShownText::Ordinary(html(&self.html)),
            (Some(easy), Reading::Easy) => ShownText::Easy(html(easy)),
        }
    }
}

impl StepReader<'_> {
    fn given(&self) -> Option<&[String]> {
        let latest = self.record?.latest.as_ref()?;
        Some(&latest.given)
    }

    fn hints(&self) -> usize {
        let shown = self.record.map_or(0, |record| record.hints);
        usize::try_from(shown).unwrap_or(usize::MAX)
    }
}

impl Film {
    fn view(&self, reader: &StepReader) -> FilmView {
        FilmView {
            title: fill_plain(&self.title, reader.municipality),
            provider: self.provider,
            film: self.id.clone(),
            minutes: self.minutes,
            captions: self.captions.clone(),
            transcript: self.transcript.show(reader.locale, reader.municipality),
            agreed: reader.film_providers.contains(&self.provider),
        }
    }
}

/// A number as it crosses the wire.
pub(super) fn number(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn step_ref(lesson: &LessonId, step: &StepText) -> StepRef {
    StepRef {
        lesson: lesson.clone(),
        step: step.id.clone(),
    }
}

pub(super) fn given_answer(question: &Question, given: &[String]) -> Option<GivenAnswer> {
    let graded = question.grade(given).ok()?;
    Some(GivenAnswer {
        given: given.to_vec(),
        correct: graded.correct,
        incomplete: graded.incomplete,
        feedback: graded.feedback,
    })
}

/// The help that has been asked for, hints first, then how it is done.
fn help(question: &Question, shown: usize) -> HelpView {
    let all_hints = question.hints.len();
    let show_how = question.show_how.clone().filter(|_| shown > all_hints);
    let next = if shown < all_hints {
        Some(NextHelp::Hint)
    } else if shown < question.help_steps() {
        Some(NextHelp::ShowHow)
    } else {
        None
    };
    HelpView {
        hints: question.hints.iter().take(shown).cloned().collect(),
        show_how,
        next,
    }
}

pub(super) fn filled(question: &Question, municipality: &Municipality) -> Question {
    let mut question = question.clone();
    question.map_texts(|text| *text = fill_plain(text, municipality));
    question
}
