//! The questions to a text. What shows the answer stands in the text itself, so no key can be a slip of the pen.

use domain::ids::OptionId;
use domain::learning::question::{AnswerKey, AnswerOption, Choice, ChoiceKind, Question};
use domain::reading::sentences;

use super::TextQuestion;
use crate::course::task::{read_options, read_true_false, toml_of};
use crate::fault::FileFaults;
use crate::fields::{Fields, Located, every};
use crate::markdown::{Piece, TaskKind, block_length, outermost, task_kind};
use crate::source::SourceFile;

/// With fewer a text can be understood by guessing.
const FEWEST_QUESTIONS: usize = 3;

/// How a question is answered.
#[derive(Clone, Copy)]
enum Kind {
    Single,
    TrueFalse,
    Sentence,
}

/// The kinds, as files name them.
const KINDS: [(&str, Kind); 3] = [
    ("single", Kind::Single),
    ("true_false", Kind::TrueFalse),
    ("sentence", Kind::Sentence),
];

/// Reads the blocks behind a text, which are questions and nothing else.
pub(super) fn read_questions(
    source: &SourceFile,
    paragraphs: &[String],
    blocks: &[Piece],
    faults: &FileFaults,
) -> Option<Vec<TextQuestion>> {
    let read = outermost(blocks).map(|index| {
        let block = &blocks[index..index + block_length(&blocks[index..])];
        if task_kind(&block[0]) != Some(TaskKind::Question) {
            let cure = "move it before the first question";
            faults.error(block[0].at, "Text stands behind a question", cure);
            return None;
        }
        read_block(source, paragraphs, block, faults)
    });
    let questions: Vec<_> = read.collect();
    if questions.len() < FEWEST_QUESTIONS {
        let problem = format!("The text has {} questions", questions.len());
        let cure = format!("write at least {FEWEST_QUESTIONS}, each in a block of its own: ```question");
        faults.error(source.text.trim_end().len(), problem, cure);
    }
    every(questions.into_iter())
}

fn read_block(
    source: &SourceFile,
    paragraphs: &[String],
    block: &[Piece],
    faults: &FileFaults,
) -> Option<TextQuestion> {
    let (start, end) = toml_of(block)?;
    let mut fields = Fields::parse(faults, &source.text[start..end], start, "question")?;
    let kind = fields.one_of("kind", &KINDS);
    let prompt = fields.text("prompt");
    let Some(kind) = kind else {
        fields.ignore_rest();
        return None;
    };
    let answer = match kind {
        Kind::Single => {
            let choice = read_options(&mut fields, ChoiceKind::Single);
            choice.zip(read_quote(&mut fields, paragraphs))
        }
        Kind::TrueFalse => {
            let choice = read_true_false(source.locale, &mut fields);
            choice.zip(read_quote(&mut fields, paragraphs))
        }
        Kind::Sentence => read_sentence(&mut fields, paragraphs),
    };
    fields.finish();
    let (choice, quote) = answer?;
    Some(TextQuestion {
        question: Question {
            prompt: prompt?,
            hints: Vec::new(),
            show_how: None,
            key: AnswerKey::Choice(choice),
        },
        quote,
    })
}

/// The words that show the answer, as they stand in the text.
fn read_quote(fields: &mut Fields, paragraphs: &[String]) -> Option<String> {
    let quote = fields.located_text("quote")?;
    let stands_there = paragraphs
        .iter()
        .any(|paragraph| paragraph.contains(&quote.value));
    if !stands_there {
        not_in_the_text(fields, &quote);
    }
    stands_there.then_some(quote.value)
}

/// A question that is answered by finding a sentence of the text: all of them can be chosen.
fn read_sentence(fields: &mut Fields, paragraphs: &[String]) -> Option<(Choice, String)> {
    let sentence = fields.located_text("sentence");
    let right = fields.text("right");
    let wrong = fields.text("wrong");
    let (sentence, right, wrong) = (sentence?, right?, wrong?);
    let all: Vec<_> = paragraphs.iter().flat_map(|text| sentences_of(text)).collect();
    if all.iter().filter(|one| **one == sentence.value).count() != 1 {
        not_in_the_text(fields, &sentence);
        return None;
    }
    let options = all.iter().zip(1..).map(|(text, number)| {
        let correct = *text == sentence.value;
        Some(AnswerOption {
            id: OptionId::parse(&format!("s{number}")).ok()?,
            text: (*text).to_owned(),
            correct,
            feedback: if correct { right.clone() } else { wrong.clone() },
            area: None,
        })
    });
    let choice = Choice {
        kind: ChoiceKind::Single,
        options: every(options)?,
        picture: None,
    };
    Some((choice, sentence.value))
}

fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    let ranges = sentences(text).into_iter();
    ranges
        .map(|range| text[range].trim())
        .filter(|sentence| !sentence.is_empty())
}

fn not_in_the_text(fields: &Fields, words: &Located<String>) {
    let problem = format!("“{}” does not stand in the text, or more than once", words.value);
    let cure = "copy the words from the text, sign by sign; a sentence with its full stop";
    fields.faults().error(words.at, problem, cure);
}
