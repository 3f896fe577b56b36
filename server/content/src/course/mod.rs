//! The first door: a course is a cover and lessons, a lesson is steps, a step may have a question.

mod catalog;
mod cover;
mod discussion;
mod half_translated;
mod handout;
mod help_topic;
mod lesson;
mod lookup;
mod prerequisites;
mod review;
mod script;
mod start_line;
mod step_view;
pub(crate) mod task;
mod titles;
mod views;

pub use handout::HandoutReader;
pub(crate) use prerequisites::without_circles;
pub use step_view::StepReader;
pub use titles::CourseTitles;
pub use views::VisitorWork;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::{CourseId, LessonId, ScenarioId, StepId};
use domain::learning::{CourseOutline, LessonOutline, StepOutline, StepRole};
use domain::locale::Locale;

use self::cover::Cover;
use self::half_translated::warn_if_half_translated;
use self::lesson::{LessonText, StepText};
use self::script::Script;
use self::task::Task;
use crate::document::{Context, read_translated};
use crate::fault::{Fault, any_error};
use crate::folder::{CourseFiles, TranslatedFiles, without_number};
use crate::search::{Searchable, text_of};
use crate::simulator::Simulator;
use crate::translated::Translated;

/// A course without faults, in all its languages.
pub(crate) struct Course {
    id: CourseId,
    cover: Translated<Cover>,
    lessons: Vec<Lesson>,
    outline: CourseOutline,
}

struct Lesson {
    id: LessonId,
    text: Translated<LessonText>,
    /// What a helper is told who goes through it with somebody.
    script: Option<Translated<Script>>,
}

impl Course {
    /// Reads a course. An error in any of its files leaves it out, and so does one in a scenario that it practises: a step
    /// that counts must be one that can be solved.
    pub(crate) fn load(
        context: &Context,
        mut files: CourseFiles,
        simulators: &[Arc<Simulator>],
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let mut found = std::mem::take(&mut files.faults);
        let course = Self::read(context, &files, simulators, &mut found);
        let sound = !any_error(&found);
        faults.append(&mut found);
        course.filter(|_| sound)
    }

    /// What a search may find it by.
    pub(crate) fn searchable(&self) -> impl Iterator<Item = Searchable> {
        self.cover
            .all()
            .filter(|(locale, _)| self.text_locale(*locale) == *locale)
            .map(|(locale, cover)| Searchable {
                locale,
                title: cover.title.clone(),
                summary: cover.summary.clone(),
                keywords: cover.keywords.clone(),
                body: self.prose(locale, cover),
            })
    }

    /// Courses are shown by level, and by title within one.
    pub(crate) fn order(&self) -> (i64, String) {
        let cover = self.cover.original();
        (cover.level, danish_order(&cover.title))
    }

    /// Courses that are good to have taken before this one.
    pub(crate) fn prerequisites(&self) -> impl Iterator<Item = &CourseId> {
        let all = &self.cover.original().prerequisites;
        all.iter().map(|prerequisite| &prerequisite.course)
    }

    /// Its lessons as their steps, and each step as its task, if it has one.
    pub(crate) fn lessons(
        &self,
    ) -> impl Iterator<Item = impl Iterator<Item = Option<&Task>> + Clone> + Clone {
        self.lessons
            .iter()
            .map(|lesson| lesson.text.original().steps.iter().map(|step| step.task.as_ref()))
    }

    /// The scenarios that are practised in it.
    pub(crate) fn scenarios(&self) -> impl Iterator<Item = &ScenarioId> {
        self.lessons().flatten().filter_map(|task| task?.scenario())
    }

    pub(crate) fn id(&self) -> &CourseId {
        &self.id
    }

    /// The language a course is shown in: the one asked for where the whole course is translated, else Danish. A course
    /// does not change language on the way.
    fn text_locale(&self, asked: Locale) -> Locale {
        let lessons = self.lessons.iter().map(|lesson| lesson.text.get(asked).0);
        let whole = lessons
            .chain([self.cover.get(asked).0])
            .all(|locale| locale == asked);
        if whole { asked } else { Locale::default() }
    }

    fn prose(&self, locale: Locale, cover: &Cover) -> String {
        let lessons = self.lessons.iter().map(|lesson| lesson.text.get(locale).1);
        text_of(std::iter::once(cover.prose.as_str()).chain(lessons.map(|lesson| lesson.prose.as_str())))
    }

    fn step(&self, id: &StepId, locale: Locale) -> Option<&StepText> {
        self.lessons
            .iter()
            .flat_map(|lesson| &lesson.text.get(locale).1.steps)
            .find(|step| step.id == *id)
    }

    fn read(
        context: &Context,
        files: &CourseFiles,
        simulators: &[Arc<Simulator>],
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let cover = read_translated(context, &files.cover, faults);
        let mut lessons = Vec::new();
        for (name, lesson_files) in &files.lessons {
            let id = LessonId::parse(without_number(name)).ok()?;
            if let Some(text) = read_translated(context, lesson_files, faults) {
                check_ids_are_unique(&lessons, &text, lesson_files, faults);
                check_scenarios(simulators, &text, lesson_files, faults);
                let script = script::read(context, files, name, &text, faults);
                lessons.push(Lesson { id, text, script });
            }
        }
        script::refuse_strangers(files, faults);
        warn_if_half_translated(files, faults);
        // A step that could not be read is not one that is missing.
        if let Some(cover) = cover.as_ref().filter(|_| !any_error(faults)) {
            check_start_task(cover, &lessons, files, faults);
        }
        Some(Self {
            id: files.id.clone(),
            cover: cover?,
            outline: outline(&lessons),
            lessons,
        })
    }
}

fn outline(lessons: &[Lesson]) -> CourseOutline {
    let lessons = lessons.iter().map(|lesson| {
        let text = lesson.text.original();
        LessonOutline {
            id: lesson.id.clone(),
            criterion: text.criterion,
            steps: text.steps.iter().map(step_outline).collect(),
        }
    });
    CourseOutline {
        lessons: lessons.collect(),
    }
}

fn step_outline(step: &StepText) -> StepOutline {
    let role = if step.deepening {
        StepRole::Optional
    } else if step.counts() {
        StepRole::Task
    } else {
        StepRole::Reading
    };
    StepOutline {
        id: step.id.clone(),
        role,
    }
}

/// Steps' ids must be unique in their course. Within a file, and across languages, other checks see to that.
fn check_ids_are_unique(
    before: &[Lesson],
    lesson: &Translated<LessonText>,
    files: &TranslatedFiles,
    faults: &mut Vec<Fault>,
) {
    let taken: BTreeMap<_, _> = before
        .iter()
        .flat_map(|lesson| {
            lesson
                .text
                .original()
                .steps
                .iter()
                .map(|step| (&step.id, &lesson.id))
        })
        .collect();
    for step in &lesson.original().steps {
        let Some((other, path)) = taken.get(&step.id).zip(files.get(&Locale::default())) else {
            continue;
        };
        let problem = format!("The step's id `{}` stands in the lesson `{other}` too", step.id);
        faults.push(Fault {
            line: step.line,
            ..Fault::of_file(path, problem, "give the newer step its own id")
        });
    }
}

/// A scenario that has a file but was left out has a fault of its own. It is said here too, once for all languages.
fn check_scenarios(
    simulators: &[Arc<Simulator>],
    lesson: &Translated<LessonText>,
    files: &TranslatedFiles,
    faults: &mut Vec<Fault>,
) {
    for step in &lesson.original().steps {
        let scenario = step.task.as_ref().and_then(Task::scenario);
        let missing = scenario.filter(|id| simulators.iter().all(|simulator| simulator.id != **id));
        let Some((scenario, path)) = missing.zip(files.get(&Locale::default())) else {
            continue;
        };
        let problem = format!("The scenario `{scenario}` that is practised here has a fault");
        let cure = format!("mend simulators/{scenario}.*.toml; the course is left out until then");
        faults.push(Fault {
            line: step.line,
            ..Fault::of_file(path, problem, cure)
        });
    }
}

/// The start-line check's task is a step of the course with a question.
fn check_start_task(
    cover: &Translated<Cover>,
    lessons: &[Lesson],
    files: &CourseFiles,
    faults: &mut Vec<Fault>,
) {
    let Some(start) = cover.original().start_line.as_ref() else {
        return;
    };
    let mut steps = lessons.iter().flat_map(|lesson| &lesson.text.original().steps);
    let asked = |step: &StepText| matches!(step.task, Some(Task::Question(_)));
    let missing = start
        .task
        .as_ref()
        .filter(|task| !steps.any(|step| step.id == **task && asked(step)));
    if let Some((task, path)) = missing.zip(files.cover.get(&Locale::default())) {
        let problem = format!("`{task}` is not a step of the course with a question");
        faults.push(Fault {
            line: start.line,
            ..Fault::of_file(path, problem, "write the id of a step that ends with one")
        });
    }
}

/// A key that sorts as Danes do: … z, æ, ø, å.
pub(crate) fn danish_order(text: &str) -> String {
    let moved = |letter| match letter {
        'æ' => '{',
        'ø' => '|',
        'å' => '}',
        other => other,
    };
    text.to_lowercase().chars().map(moved).collect()
}
