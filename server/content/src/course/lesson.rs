//! `NN-<lesson>.<locale>.md`: one lesson, cut into steps by its second-level headings.

use std::collections::BTreeSet;

use domain::ids::StepId;
use domain::learning::Criterion;
use domain::locale::Locale;
use pulldown_cmark::{Event, Tag};

use super::task::{self, Task};
use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::{Fields, Located};
use crate::glossary::term_of;
use crate::markdown::{
    Blocks, Html, Piece, Section, TOO_HARD, TOO_HARD_FOR_EASY, check, check_lix, parse, picture_paragraph,
    plain_blocks, sections, split_easy,
};
use crate::reserved::Place;
use crate::search::text_of;
use crate::source::SourceFile;

/// A lesson in one language.
pub(crate) struct LessonText {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) minutes: i64,
    pub(super) criterion: Criterion,
    pub(super) steps: Vec<StepText>,
    pub(super) prose: String,
}

/// One idea: text, at most one picture, at most one task.
pub(crate) struct StepText {
    pub(super) id: StepId,
    pub(super) title: String,
    pub(super) html: Html,
    /// The easy-read twin.
    pub(super) easy: Option<Html>,
    /// Frivillig fordybelse: it may be skipped and is never asked for.
    pub(super) deepening: bool,
    /// Words of both texts that the glossary explains.
    pub(super) terms: BTreeSet<String>,
    pub(super) task: Option<Task>,
    /// Where it stands in its file, for faults.
    pub(super) line: usize,
}

impl Document for LessonText {
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        let pieces = parse(source);
        check(context, source, &pieces, faults, Blocks::OfALesson);
        let steps = read_steps(context, source, &pieces, faults);
        if source.locale == Locale::Da {
            check_readability(source, &pieces, faults);
        }
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "front matter")?;
        let title = fields.text("title");
        let summary = fields.text("summary");
        let minutes = fields.number("minutes", 1..=120);
        let criterion = read_criterion(&mut fields, &steps);
        fields.finish();
        Some(Self {
            title: title?,
            summary: summary?,
            minutes: minutes?,
            criterion: criterion?,
            steps,
            prose: text_of(plain_blocks(&pieces).iter().map(String::as_str)),
        })
    }

    fn compare(&self, original: &Self, faults: &FileFaults) {
        let ids = |lesson: &Self| {
            lesson
                .steps
                .iter()
                .map(|step| step.id.clone())
                .collect::<Vec<_>>()
        };
        if ids(self) != ids(original) {
            let expected: Vec<_> = original.steps.iter().map(|step| step.id.as_str()).collect();
            faults.error(
                0,
                "The steps are not those of the Danish lesson",
                format!("give the steps these ids, in this order: {}", expected.join(", ")),
            );
        }
        for step in &self.steps {
            let Some(same) = original.steps.iter().find(|other| other.id == step.id) else {
                continue;
            };
            if !step.agrees(same) {
                faults.error_in_line(
                    step.line,
                    format!("The step `{}` is not made as in the Danish lesson", step.id),
                    "give its task the same kind, ids and right answers, and its heading the same classes",
                );
            }
        }
    }
}

fn read_steps(
    context: &Context,
    source: &SourceFile,
    pieces: &[Piece],
    faults: &FileFaults,
) -> Vec<StepText> {
    let (before, sections) = sections(pieces);
    if let Some(piece) = before.first() {
        faults.error(
            piece.at,
            "Text stands before the first step",
            "move it below a heading with an id: ## Hvem skriver til dig? {#hvem-skriver}",
        );
    }
    if sections.is_empty() {
        faults.error(
            source.body.start,
            "The lesson has no steps",
            "write a heading with an id: ## … {#…}",
        );
    }
    let steps = sections
        .iter()
        .filter_map(|section| read_step(context, source, section, faults));
    steps.collect()
}

fn read_step(
    context: &Context,
    source: &SourceFile,
    section: &Section,
    faults: &FileFaults,
) -> Option<StepText> {
    if section.title.is_empty() {
        faults.error(
            section.at,
            "The step's heading is empty",
            "write what the step is about",
        );
    }
    if section.pieces.is_empty() {
        faults.error(
            section.at,
            "The step is empty",
            "write its text, or remove the heading",
        );
    }
    check_pictures(section, faults);
    let cut = task::cut(section.pieces, faults);
    let texts = split_easy(cut.text, faults);
    let id = step_id(section, faults)?;
    let task = cut
        .task
        .and_then(|block| task::read(context, source, block, &id, faults));
    Some(StepText {
        title: section.title.clone(),
        html: Html::render(texts.ordinary, context.pictures),
        easy: texts.easy.map(|easy| Html::render(easy.pieces, context.pictures)),
        deepening: section.deepening,
        terms: terms(cut.text),
        task,
        line: faults.line(section.at),
        id,
    })
}

impl StepText {
    /// Whether a translated step is made as its original: the same kind of step, and a task with the same answers.
    fn agrees(&self, original: &Self) -> bool {
        let tasks = match (&self.task, &original.task) {
            (Some(task), Some(same)) => task.agrees(same),
            (None, None) => true,
            _ => false,
        };
        tasks && self.deepening == original.deepening
    }
}

fn step_id(section: &Section, faults: &FileFaults) -> Option<StepId> {
    let Some(id) = section.id.as_deref() else {
        faults.error(
            section.at,
            "The step's heading has no id",
            "write one at its end, and never change it again: {#hvem-skriver}",
        );
        return None;
    };
    if let Some(problem) = Place::Step.problem(id) {
        faults.error(section.at, problem, "give the step another id");
    }
    // What is no id has been noted where every heading is looked at.
    StepId::parse(id).ok()
}

/// The glossary's words that a text links to.
fn terms(pieces: &[Piece]) -> BTreeSet<String> {
    let links = pieces.iter().filter_map(|piece| match &piece.event {
        Event::Start(Tag::Link { dest_url, .. }) => term_of(dest_url),
        _ => None,
    });
    links.map(str::to_owned).collect()
}

/// A lesson's texts and its easy-read twins are each measured together: a step alone is too short for a measure.
fn check_readability(source: &SourceFile, pieces: &[Piece], faults: &FileFaults) {
    let (_, sections) = sections(pieces);
    let (mut ordinary, mut twins) = (Vec::new(), Vec::new());
    for section in &sections {
        // What is wrong with a step's parts has been noted before.
        let silent = source.faults();
        let cut = task::cut(section.pieces, &silent);
        let texts = split_easy(cut.text, &silent);
        ordinary.extend(plain_blocks(texts.ordinary));
        if let Some(easy) = texts.easy {
            twins.extend(plain_blocks(easy.pieces));
        } else {
            faults.warning(
                section.at,
                "The step has no easy-read twin",
                "write the same in very short sentences below ### Let at læse {.easy}",
            );
        }
    }
    let at = source.body.start;
    check_lix(at, &ordinary, TOO_HARD, faults);
    check_lix(at, &twins, TOO_HARD_FOR_EASY, faults);
}

/// When the lesson counts as learned: as its file says, or by its tasks, or by having been seen.
fn read_criterion(fields: &mut Fields, steps: &[StepText]) -> Option<Criterion> {
    let tasks = steps.iter().filter(|step| step.counts()).count();
    let Some(written) = fields.optional_text("criterion") else {
        return Some(if tasks > 0 {
            Criterion::All
        } else {
            Criterion::Seen
        });
    };
    let criterion = written
        .value
        .parse()
        .ok()
        // A task that could not be read has a fault of its own.
        .filter(|criterion| fields.faults().has_errors() || fits(*criterion, tasks));
    if criterion.is_none() {
        report_criterion(fields, &written, tasks);
    }
    criterion
}

/// A criterion that the lesson's tasks can meet.
fn fits(criterion: Criterion, tasks: usize) -> bool {
    match criterion {
        Criterion::Seen => true,
        Criterion::All => tasks > 0,
        Criterion::Latest(quota) => quota.of() <= tasks,
    }
}

fn report_criterion(fields: &Fields, written: &Located<String>, tasks: usize) {
    fields.faults().error(
        written.at,
        format!("`{}` cannot be met in a lesson with {tasks} tasks", written.value),
        "write \"all\", \"seen\", or how many of how many tasks: \"3 of 4\"",
    );
}

impl StepText {
    /// Whether it is asked for when it is to be said that the lesson has been learned.
    pub(super) fn counts(&self) -> bool {
        !self.deepening && self.task.as_ref().is_some_and(Task::is_graded)
    }
}

fn check_pictures(section: &Section, faults: &FileFaults) {
    let indexes = 0..section.pieces.len();
    let pictures = indexes.filter(|index| picture_paragraph(&section.pieces[*index..]).is_some());
    for index in pictures.skip(1) {
        faults.error(
            section.pieces[index].at,
            "The step has more than one picture",
            "keep one, or cut the step in two",
        );
    }
}
