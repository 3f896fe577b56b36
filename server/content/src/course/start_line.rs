//! How the start-line check asks about courses, and the path it ends with.

use std::collections::HashMap;
use std::hash::BuildHasher;

use domain::ids::CourseId;
use domain::learning::question::AnswerAttempt;
use domain::learning::start_line::{Form, Graph, MOST_QUESTIONS, Path as LearningPath, Question, Reason};
use domain::learning::{PathReason, PathStop, StartForm, StartPath, StartQuestion, StepRecord};
use domain::locale::Locale;
use domain::municipality::Municipality;

use super::step_view::{filled, number};
use super::task::Task;
use crate::library::Library;

impl Library {
    /// Which courses build on which, and whom they serve. Courses that the check cannot ask about are in it too, since
    /// others build on them.
    pub fn start_graph(&self) -> Option<&Graph> {
        self.graph.as_ref()
    }

    /// A question of the check in somebody's language. `asked` were before it.
    pub fn start_question(
        &self,
        question: &Question,
        asked: usize,
        attempt: Option<AnswerAttempt>,
        locale: Locale,
        municipality: &Municipality,
    ) -> Option<StartQuestion> {
        let course = self.course(&question.course)?;
        let cover = course.cover.get(course.text_locale(locale)).1;
        let form = match &question.form {
            Form::Task(place) => match self.task(&question.course, &place.step, locale)? {
                Task::Question(task) => StartForm::Task {
                    question: filled(task, municipality).view(),
                    attempt,
                },
                _ => return None,
            },
            Form::SelfReport => StartForm::SelfReport(cover.asks()),
        };
        Some(StartQuestion {
            course: question.course.clone(),
            number: number(asked) + 1,
            most: number(MOST_QUESTIONS),
            form,
        })
    }

    /// A path with its courses' cards.
    pub fn start_path<S: BuildHasher>(
        &self,
        path: LearningPath,
        locale: Locale,
        records: &HashMap<CourseId, Vec<StepRecord>, S>,
    ) -> StartPath {
        let cards = self.course_cards(locale, records);
        let card = |course: &CourseId| cards.iter().find(|card| card.id == *course);
        let stops = path.stops.into_iter().filter_map(|stop| {
            let reason = match stop.reason {
                Reason::AskedAbout => PathReason::AskedAbout,
                Reason::BuildsOn(before) => PathReason::BuildsOn(card(&before)?.title.clone()),
                Reason::NotAskedAbout => PathReason::NotAskedAbout,
            };
            Some(PathStop {
                card: card(&stop.course)?.clone(),
                reason,
            })
        });
        StartPath {
            goal: path.goal,
            stops: stops.collect(),
        }
    }
}
