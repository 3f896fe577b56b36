//! `NN-<lesson>.<locale>.md`: one lesson, cut into steps by its second-level headings.

use domain::ids::StepId;
use domain::learning::Question;

use super::question;
use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::Fields;
use crate::markdown::{
    Html, Piece, QuestionBlocks, Section, block_length, check, is_question, outermost, parse,
    picture_paragraph, plain_blocks, sections,
};
use crate::search::text_of;
use crate::source::SourceFile;

/// A lesson in one language.
pub(crate) struct LessonText {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) minutes: i64,
    pub(super) steps: Vec<StepText>,
    pub(super) prose: String,
}

/// One idea: text, at most one picture, at most one question.
pub(crate) struct StepText {
    pub(super) id: StepId,
    pub(super) title: String,
    pub(super) html: Html,
    pub(super) question: Option<Question>,
    /// Where it stands in its file, for faults.
    pub(super) line: usize,
}

impl Document for LessonText {
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        let pieces = parse(source);
        check(context, source, &pieces, faults, QuestionBlocks::Allowed);
        let steps = read_steps(context, source, &pieces, faults);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "front matter")?;
        let title = fields.text("title");
        let summary = fields.text("summary");
        let minutes = fields.number("minutes", 1..=120);
        fields.finish();
        Some(Self {
            title: title?,
            summary: summary?,
            minutes: minutes?,
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
            if !question::agree(step.question.as_ref(), same.question.as_ref()) {
                faults.error_in_line(
                    step.line,
                    format!(
                        "The question of the step `{}` is not that of the Danish lesson",
                        step.id
                    ),
                    "give it the same kind, the same option ids and the same correct options",
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
    let question = read_question(source, section, faults);
    let Some(id) = &section.id else {
        faults.error(
            section.at,
            "The step's heading has no id",
            "write one at its end, and never change it again: {#hvem-skriver}",
        );
        return None;
    };
    Some(StepText {
        id: StepId::parse(id).ok()?,
        title: section.title.clone(),
        html: Html::render(section.pieces, context.pictures),
        question,
        line: faults.line(section.at),
    })
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

fn read_question(source: &SourceFile, section: &Section, faults: &FileFaults) -> Option<Question> {
    let mut questions = outermost(section.pieces).filter(|index| is_question(&section.pieces[*index]));
    let first = questions.next()?;
    for index in questions {
        faults.error(
            section.pieces[index].at,
            "The step has more than one question",
            "keep one, or cut the step in two",
        );
    }
    let block = &section.pieces[first..first + block_length(&section.pieces[first..])];
    let after = section.pieces.get(first + block.len());
    if let Some(after) = after.filter(|piece| !is_question(piece)) {
        faults.error(
            after.at,
            "Text stands after the question",
            "move it before the question, which ends its step",
        );
    }
    question::read(source, block, faults)
}
