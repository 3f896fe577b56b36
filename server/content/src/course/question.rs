//! A fenced `question` block: TOML with the question, its options and its key.

use std::collections::BTreeSet;

use domain::ids::OptionId;
use domain::learning::{AnswerOption, Question, QuestionKind};
use pulldown_cmark::Event;

use crate::fault::FileFaults;
use crate::fields::Fields;
use crate::markdown::Piece;
use crate::source::SourceFile;

/// Reads the block that these pieces are.
pub(super) fn read(source: &SourceFile, block: &[Piece], faults: &FileFaults) -> Option<Question> {
    let at = block.first()?.at;
    let lines = || block.iter().filter(|piece| matches!(piece.event, Event::Text(_)));
    let (start, end) = match (lines().next(), lines().next_back()) {
        (Some(first), Some(last)) => (first.at, last.end),
        // An empty block: no TOML, in the line of the fence.
        _ => (at + 1, at + 1),
    };
    let mut fields = Fields::parse(faults, &source.text[start..end], start, "question")?;
    let kind = read_kind(&mut fields);
    let prompt = fields.text("prompt");
    let hint = fields.optional_text("hint");
    let options = read_options(&mut fields);
    fields.finish();
    check_options(at, kind, &options, faults);
    Some(Question {
        kind: kind?,
        prompt: prompt?,
        hint: hint.map(|hint| hint.value),
        options: options.into_iter().collect::<Option<_>>()?,
    })
}

/// Whether a translated question can be graded by the same answers as its original.
pub(super) fn agree(translation: Option<&Question>, original: Option<&Question>) -> bool {
    let key = |question: &Question| {
        let options = question
            .options
            .iter()
            .map(|option| (option.id.clone(), option.correct));
        (question.kind, options.collect::<BTreeSet<_>>())
    };
    let (translation, original) = (translation.map(key), original.map(key));
    translation == original
}

fn read_kind(fields: &mut Fields) -> Option<QuestionKind> {
    let kind = fields.located_text("kind")?;
    match kind.value.as_str() {
        "single" => Some(QuestionKind::Single),
        "multiple" => Some(QuestionKind::Multiple),
        other => {
            let problem = format!("`{other}` is not a kind of question");
            fields
                .faults()
                .error(kind.at, problem, "write kind = \"single\" or kind = \"multiple\"");
            None
        }
    }
}

/// Every option; `None` for one with a fault.
fn read_options(fields: &mut Fields) -> Vec<Option<AnswerOption>> {
    let mut ids = BTreeSet::new();
    let tables = fields.tables("options", "option");
    tables
        .into_iter()
        .map(|option| read_option(option, &mut ids))
        .collect()
}

fn read_option(mut fields: Fields, ids: &mut BTreeSet<OptionId>) -> Option<AnswerOption> {
    let id = fields.located_text("id");
    let text = fields.text("text");
    let correct = fields.flag("correct");
    let feedback = fields.text("feedback");
    let id = id.and_then(|id| {
        let parsed = OptionId::parse(&id.value);
        if parsed.is_err() {
            fields.faults().error(
                id.at,
                "The option's id is not an id",
                "use a-z, 0-9 and '-', at most 64 of them",
            );
        }
        let parsed = parsed.ok()?;
        if !ids.insert(parsed.clone()) {
            fields.faults().error(
                id.at,
                format!("Two options have the id `{parsed}`"),
                "give each option its own",
            );
        }
        Some(parsed)
    });
    fields.finish();
    Some(AnswerOption {
        id: id?,
        text: text?,
        correct,
        feedback: feedback?,
    })
}

fn check_options(
    at: usize,
    kind: Option<QuestionKind>,
    options: &[Option<AnswerOption>],
    faults: &FileFaults,
) {
    if options.len() < 2 {
        faults.error(
            at,
            "The question has fewer than two options",
            "write an [[options]] for each answer",
        );
    }
    if options.iter().any(Option::is_none) {
        return;
    }
    let correct = options.iter().flatten().filter(|option| option.correct).count();
    if correct == 0 {
        faults.error(
            at,
            "The question has no correct option",
            "write correct = true below the right one",
        );
    } else if kind == Some(QuestionKind::Single) && correct > 1 {
        faults.error(
            at,
            "The question has more than one correct option",
            "keep correct = true on one of them, or write kind = \"multiple\"",
        );
    }
}
