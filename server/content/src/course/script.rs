//! `helper/NN-<lesson>.<locale>.toml`: what a helper is told, step by step, who goes through a lesson with somebody.

use std::collections::BTreeSet;

use domain::ids::{CourseId, StepId};
use domain::learning::StepRef;
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::tutor::{StepScript, TutorCourse};

use super::Course;
use super::lesson::LessonText;
use crate::document::{Context, Document, read_translated};
use crate::fault::{Fault, FileFaults};
use crate::fields::{Fields, Located, every};
use crate::folder::CourseFiles;
use crate::library::Library;
use crate::markdown::{check_without_words, fill_plain};
use crate::source::SourceFile;
use crate::translated::Translated;

/// The scripts of a lesson's steps, in one language.
pub(crate) struct Script {
    steps: Vec<ScriptedStep>,
}

struct ScriptedStep {
    id: StepId,
    text: StepScript,
    /// Where it stands in its file, for faults.
    line: usize,
}

impl Library {
    /// What a helper is told at a step, and in which language; `None` where nobody has written it.
    pub fn step_script(
        &self,
        course: &CourseId,
        place: &StepRef,
        locale: Locale,
    ) -> Option<(Locale, StepScript)> {
        let mut lessons = self.course(course)?.lessons.iter();
        let lesson = lessons.find(|lesson| lesson.id == place.lesson)?;
        let (locale, script) = lesson.script.as_ref()?.get(locale);
        let step = script.steps.iter().find(|step| step.id == place.step)?;
        Some((locale, step.text.clone()))
    }

    /// The courses of which every lesson has a script, in the catalogue's order.
    pub fn scripted_courses(&self, locale: Locale) -> Vec<TutorCourse> {
        let scripted = self.courses.iter().filter(|course| course.is_scripted());
        scripted.map(|course| course.titled(locale)).collect()
    }

    /// A course by its title.
    pub fn titled_course(&self, course: &CourseId, locale: Locale) -> Option<TutorCourse> {
        self.course(course).map(|course| course.titled(locale))
    }

    /// A step's heading.
    pub fn step_title(
        &self,
        course: &CourseId,
        step: &StepId,
        locale: Locale,
        municipality: &Municipality,
    ) -> Option<String> {
        let course = self.course(course)?;
        let step = course.step(step, course.text_locale(locale))?;
        Some(fill_plain(&step.title, municipality))
    }
}

impl Course {
    fn titled(&self, locale: Locale) -> TutorCourse {
        let text_locale = self.text_locale(locale);
        let cover = self.cover.get(text_locale).1;
        TutorCourse {
            id: self.id.clone(),
            title: cover.title.clone(),
            locale: text_locale,
        }
    }

    fn is_scripted(&self) -> bool {
        self.lessons.iter().all(|lesson| lesson.script.is_some())
    }
}

impl Document for Script {
    fn read(_context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        check_without_words(source, faults);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "script")?;
        let tables = fields.tables("steps", "step");
        if tables.is_empty() {
            fields.missing("steps", "[[steps]], one for each step of the lesson");
        }
        let steps = every(tables.into_iter().map(read_step));
        fields.finish();
        Some(Self { steps: steps? })
    }

    fn compare(&self, original: &Self, faults: &FileFaults) {
        let shape = |script: &Self| {
            let steps = script.steps.iter();
            steps
                .map(|step| (step.id.clone(), step.text.checks.len()))
                .collect::<Vec<_>>()
        };
        if shape(self) != shape(original) {
            faults.error(
                0,
                "The script is not made as the Danish one",
                "give it the same steps in the same order, each with as many checks",
            );
        }
    }
}

fn read_step(mut fields: Fields) -> Option<ScriptedStep> {
    let id = fields.located_text("id");
    let ask = fields.texts("ask");
    let text = StepScript {
        ask: plain(ask?),
        misunderstood: plain(fields.optional_texts("misunderstood")),
        hands_off: fields.optional_text("hands_off").map(|text| text.value),
        look_away: fields.optional_text("look_away").map(|text| text.value),
        checks: plain(fields.optional_texts("checks")),
    };
    let id = id?;
    let line = fields.faults().line(id.at);
    let Ok(step) = StepId::parse(&id.value) else {
        let faults = fields.faults();
        faults.error(
            id.at,
            "The step's id is not an id",
            "write the id of a step of the lesson",
        );
        return None;
    };
    fields.finish();
    Some(ScriptedStep { id: step, text, line })
}

fn plain(texts: Vec<Located<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}

/// Reads a lesson's script, where it has one.
pub(super) fn read(
    context: &Context,
    files: &CourseFiles,
    lesson_name: &str,
    lesson: &Translated<LessonText>,
    faults: &mut Vec<Fault>,
) -> Option<Translated<Script>> {
    let files = files.scripts.get(lesson_name)?;
    let script = read_translated::<Script>(context, files, faults)?;
    // The translations have the same steps.
    let path = files.get(&Locale::default())?;
    let fault = |line, problem: String, cure: &str| Fault {
        line,
        ..Fault::of_file(path, problem, cure)
    };
    let steps = &lesson.original().steps;
    let mut told = BTreeSet::new();
    for step in &script.original().steps {
        if steps.iter().all(|other| other.id != step.id) {
            let problem = format!("The lesson has no step `{}`", step.id);
            faults.push(fault(step.line, problem, "write the id of one of its steps"));
        } else if !told.insert(&step.id) {
            let problem = format!("The step `{}` stands here twice", step.id);
            faults.push(fault(step.line, problem, "make one of the two"));
        }
    }
    for step in steps.iter().filter(|step| !told.contains(&step.id)) {
        let problem = format!("The helper is told nothing at the step `{}`", step.id);
        faults.push(fault(1, problem, "write [[steps]] with its id and what to ask"));
    }
    Some(script)
}

/// Notes every script that belongs to no lesson.
pub(super) fn refuse_strangers(files: &CourseFiles, faults: &mut Vec<Fault>) {
    let strangers = files
        .scripts
        .iter()
        .filter(|(name, _)| !files.lessons.contains_key(*name));
    for path in strangers.flat_map(|(_, paths)| paths.values()) {
        faults.push(Fault::of_file(
            path,
            "The course has no lesson of this name",
            "give the file the number and the name of the lesson it is about",
        ));
    }
}
