//! `texts/<text>.<locale>.md`: a short text to read, and questions that show whether it was understood.
//!
//! The language of a text is what is practised, so texts are not translated: each is a file by itself.

mod questions;
mod views;

use std::sync::Arc;

use domain::drills::Level;
use domain::ids::TextId;
use domain::learning::question::Question;
use domain::locale::Locale;
use domain::reading::Readability;
use pulldown_cmark::{Event, Tag};

use self::questions::read_questions;
use crate::document::Context;
use crate::fault::{Fault, FileFaults};
use crate::fields::Fields;
use crate::folder::TextFile;
use crate::markdown::{
    Blocks, Piece, TaskKind, block_length, check, check_lix, outermost, plain_blocks, task_kind,
};
use crate::new::warn_of_blanks;
use crate::source::SourceFile;

/// The highest LIX of each level, the easiest first.
const HARDEST: [i64; 3] = [16, 24, 34];

/// A text without faults.
pub(crate) struct ReadingText {
    id: TextId,
    locale: Locale,
    title: String,
    level: Level,
    lix: i64,
    paragraphs: Vec<String>,
    questions: Vec<TextQuestion>,
}

/// A question with its key.
struct TextQuestion {
    question: Question,
    /// Words of the text that show the answer.
    quote: String,
}

impl ReadingText {
    pub(crate) fn id(&self) -> &TextId {
        &self.id
    }

    /// The language it is written in.
    pub(crate) fn locale(&self) -> Locale {
        self.locale
    }
}

/// Reads every text. One with a fault is left out.
pub(crate) fn read_reading_texts(
    context: &Context,
    files: &[TextFile],
    faults: &mut Vec<Fault>,
) -> Vec<Arc<ReadingText>> {
    let read = files.iter().filter_map(|file| read_file(context, file, faults));
    let mut texts: Vec<_> = read.map(Arc::new).collect();
    texts.sort_by_key(|text| (text.locale, text.level, text.lix, text.id.to_string()));
    texts
}

fn read_file(context: &Context, file: &TextFile, faults: &mut Vec<Fault>) -> Option<ReadingText> {
    let source = match SourceFile::read(context.root, &file.path, file.locale) {
        Ok(source) => source,
        Err(fault) => {
            faults.push(fault);
            return None;
        }
    };
    let list = source.faults();
    warn_of_blanks(&source, &list);
    let text = read_text(context, &source, file, &list);
    let is_sound = !list.has_errors();
    faults.append(&mut list.into_faults());
    text.filter(|_| is_sound)
}

fn read_text(
    context: &Context,
    source: &SourceFile,
    file: &TextFile,
    faults: &FileFaults,
) -> Option<ReadingText> {
    let pieces = crate::markdown::parse(source);
    check(context, source, &pieces, faults, Blocks::OfAReadingText);
    let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "front matter")?;
    let title = fields.text("title");
    let level = fields.number("level", 1..=3).and_then(Level::new);
    fields.finish();
    let (text, blocks) = pieces.split_at(first_question(&pieces));
    check_paragraphs(text, faults);
    let paragraphs = plain_blocks(text);
    let questions = read_questions(source, &paragraphs, blocks, faults);
    let lix = measure(source, &paragraphs, level, faults);
    Some(ReadingText {
        id: file.id.clone(),
        locale: file.locale,
        title: title?,
        level: level?,
        lix: lix?,
        paragraphs,
        questions: questions?,
    })
}

/// The index of the piece that the questions begin with.
fn first_question(pieces: &[Piece]) -> usize {
    let is_question = |index: &usize| task_kind(&pieces[*index]) == Some(TaskKind::Question);
    outermost(pieces).find(is_question).unwrap_or(pieces.len())
}

/// What is read aloud, measured and quoted is paragraphs and nothing else.
fn check_paragraphs(text: &[Piece], faults: &FileFaults) {
    for index in outermost(text) {
        let block = &text[index..index + block_length(&text[index..])];
        let is_plain = |piece: &Piece| {
            matches!(
                piece.event,
                Event::Start(Tag::Paragraph) | Event::End(_) | Event::Text(_) | Event::SoftBreak
            )
        };
        if let Some(other) = block.iter().find(|piece| !is_plain(piece)) {
            let cure = "write plain paragraphs, and the questions behind them";
            faults.error(other.at, "The text has something else than paragraphs", cure);
        }
    }
}

/// The LIX of a text; a warning where it is above its level's.
fn measure(
    source: &SourceFile,
    paragraphs: &[String],
    level: Option<Level>,
    faults: &FileFaults,
) -> Option<i64> {
    let at = source.body.end - source.body().trim_start().len();
    let Some(found) = Readability::of(paragraphs.iter().map(String::as_str)) else {
        faults.error(
            at,
            "There is no text",
            "write it between the front matter and the questions",
        );
        return None;
    };
    if let Some((_, hardest)) = Level::ALL
        .into_iter()
        .zip(HARDEST)
        .find(|(of, _)| Some(*of) == level)
    {
        check_lix(at, paragraphs, hardest, faults);
    }
    Some(found.lix())
}
