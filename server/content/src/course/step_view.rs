//! The view of a step, and of the task in it.

use domain::count;
use domain::ids::{CourseId, LessonId, StepId};
use domain::learning::{
    self, AnswerAttempt, AssignmentView, CalculatorView, FilmProvider, FilmView, GivenAnswer, Help, HelpView,
    NextHelp, Question, Reading, StepPage, StepRecord, StepRef, StepText as ShownText, StuckView,
    Surroundings, TaskView,
};
use domain::locale::Locale;
use domain::municipality::Municipality;

use super::task::{Film, Task};
use super::{Course, StepText};
use crate::library::Library;
use crate::markdown::fill_plain;

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

pub(super) fn step_ref(lesson: &LessonId, step: &StepText) -> StepRef {
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
