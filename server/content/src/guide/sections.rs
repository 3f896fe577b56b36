//! The six sections of a guide, and their easy-read twins.

use domain::locale::Locale;
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::Context;
use crate::fault::FileFaults;
use crate::markdown::{
    Html, Piece, Section, TOO_HARD, TOO_HARD_FOR_EASY, block_length, check_lix, outermost, plain_blocks,
    plain_text, sections, split_easy,
};
use crate::search::text_of;
use crate::source::SourceFile;

const IDS: [&str; 6] = ["now", "ask", "activity", "words", "pitfalls", "stop"];
const QUESTIONS: usize = 3;

/// A guide's text, cut up.
pub(super) struct GuideTexts {
    /// Stands above the ordinary text alone.
    pub(super) intro: Html,
    pub(super) ordinary: GuideSections,
    /// The easy-read twin, where every section has one.
    pub(super) easy: Option<GuideSections>,
    /// What a search looks through. The twin says the same once more, so it stays out of it.
    pub(super) prose: String,
}

/// The six sections of one of the texts.
pub(super) struct GuideSections {
    pub(super) now: SectionText,
    /// What stands around the three questions; they themselves are in `questions`.
    pub(super) ask: SectionText,
    pub(super) questions: Vec<String>,
    pub(super) activity: SectionText,
    pub(super) words: SectionText,
    pub(super) pitfalls: SectionText,
    pub(super) stop: SectionText,
}

/// A section with its heading.
pub(super) struct SectionText {
    pub(super) title: String,
    pub(super) html: Html,
}

/// Cuts a guide's text into its sections and checks that each holds what it should, in both texts.
pub(super) fn read_texts(
    context: &Context,
    source: &SourceFile,
    pieces: &[Piece],
    faults: &FileFaults,
) -> Option<GuideTexts> {
    let (intro, sections) = sections(pieces);
    if !check_order(source, &sections, faults) {
        return None;
    }
    let both = sections.iter().map(|section| two_sections(section, faults));
    let (ordinary, twins): (Vec<_>, Vec<_>) = both.unzip();
    check_not_empty(&ordinary, faults);
    let easy = whole_twin(&sections, twins, faults);
    let mut text = plain_blocks(intro);
    text.extend(blocks(&ordinary));
    if source.locale == Locale::Da {
        check_readability(source, &text, easy.as_deref(), faults);
    }
    Some(GuideTexts {
        intro: Html::render(intro, context.pictures),
        ordinary: read_sections(context, &ordinary, faults)?,
        easy: easy.and_then(|easy| read_sections(context, &easy, faults)),
        prose: text_of(text.iter().map(String::as_str)),
    })
}

/// A section's text as a section, and its twin as another with the same heading.
fn two_sections<'a>(section: &Section<'a>, faults: &FileFaults) -> (Section<'a>, Option<Section<'a>>) {
    let texts = split_easy(section.pieces, faults);
    let with = |at, pieces| Section {
        id: section.id.clone(),
        title: section.title.clone(),
        at,
        deepening: section.deepening,
        pieces,
    };
    let easy = texts.easy.map(|easy| with(easy.at, easy.pieces));
    (with(section.at, texts.ordinary), easy)
}

/// A guide is read in one of its texts from beginning to end, so half a twin is none.
fn whole_twin<'a>(
    sections: &[Section],
    twins: Vec<Option<Section<'a>>>,
    faults: &FileFaults,
) -> Option<Vec<Section<'a>>> {
    let has_some = twins.iter().any(Option::is_some);
    let without = sections.iter().zip(&twins).filter(|(_, twin)| twin.is_none());
    for (section, _) in without.filter(|_| has_some) {
        faults.warning(
            section.at,
            "The section has no easy-read twin, so the others are not shown",
            "write the same in very short sentences below ### Let at læse {.easy}",
        );
    }
    twins.into_iter().collect()
}

/// The two texts are measured each by itself.
fn check_readability(source: &SourceFile, text: &[String], easy: Option<&[Section]>, faults: &FileFaults) {
    let at = source.body.end - source.body().trim_start().len();
    check_lix(at, text, TOO_HARD, faults);
    check_lix(at, &blocks(easy.unwrap_or_default()), TOO_HARD_FOR_EASY, faults);
}

/// The paragraphs and list items of these sections.
fn blocks(sections: &[Section]) -> Vec<String> {
    let blocks = sections.iter().flat_map(|section| plain_blocks(section.pieces));
    blocks.collect()
}

/// Checks that each section holds what it should.
fn read_sections(context: &Context, sections: &[Section], faults: &FileFaults) -> Option<GuideSections> {
    let [now, ask, activity, words, pitfalls, stop] = sections else {
        return None;
    };
    check_activity(activity, faults);
    check_words(words, faults);
    let text = |section: &Section| SectionText {
        title: section.title.clone(),
        html: Html::render(section.pieces, context.pictures),
    };
    let (questions, around) = read_questions(ask, faults);
    Some(GuideSections {
        now: text(now),
        ask: SectionText {
            title: ask.title.clone(),
            html: Html::render(&around, context.pictures),
        },
        questions,
        activity: text(activity),
        words: text(words),
        pitfalls: text(pitfalls),
        stop: text(stop),
    })
}

/// Whether the sections are the six, in their order. Points at the first that is not.
fn check_order(source: &SourceFile, sections: &[Section], faults: &FileFaults) -> bool {
    let cure = "write six second-level headings with the ids {#now}, {#ask}, {#activity}, {#words}, {#pitfalls}, {#stop}";
    for (index, section) in sections.iter().enumerate() {
        if IDS
            .get(index)
            .is_none_or(|expected| section.id.as_deref() != Some(expected))
        {
            let problem = match IDS.get(index) {
                Some(expected) => format!("The section {{#{expected}}} should stand here"),
                None => "There is a section too many".to_owned(),
            };
            faults.error(section.at, problem, cure);
            return false;
        }
    }
    let missing = IDS.get(sections.len());
    if let Some(missing) = missing {
        let end = source.text.trim_end().len();
        faults.error(end, format!("The section {{#{missing}}} is missing"), cure);
    }
    missing.is_none()
}

fn check_not_empty(sections: &[Section], faults: &FileFaults) {
    for section in sections.iter().filter(|section| section.pieces.is_empty()) {
        faults.error(section.at, "The section is empty", "write its text");
    }
}

/// The questions, and what stands in the section besides them.
fn read_questions<'a>(section: &Section<'a>, faults: &FileFaults) -> (Vec<String>, Vec<Piece<'a>>) {
    let mut around = Vec::new();
    let mut questions = Vec::new();
    for index in outermost(section.pieces) {
        let block = &section.pieces[index..index + block_length(&section.pieces[index..])];
        match block[0].event {
            Event::Start(Tag::List(_)) => questions.extend(items(block).map(plain_text)),
            _ => around.extend_from_slice(block),
        }
    }
    if questions.len() != QUESTIONS {
        faults.error(
            section.at,
            format!("The section has {} questions", questions.len()),
            "write a list of exactly three questions to ask the child",
        );
    }
    (questions, around)
}

fn check_activity(section: &Section, faults: &FileFaults) {
    let is_numbered = |piece: &Piece| matches!(piece.event, Event::Start(Tag::List(Some(_))));
    if !section.pieces.iter().any(is_numbered) {
        faults.error(
            section.at,
            "The activity has no numbered list",
            "number its steps: 1. and 2. and so on",
        );
    }
}

fn check_words(section: &Section, faults: &FileFaults) {
    let cure = "write each word as: - **Nævner**: tallet under brøkstregen";
    let lists = outermost(section.pieces)
        .filter(|index| matches!(section.pieces[*index].event, Event::Start(Tag::List(_))));
    let mut words = 0;
    for index in lists {
        let list = &section.pieces[index..index + block_length(&section.pieces[index..])];
        for item in items(list) {
            words += 1;
            if !is_explained_word(item) {
                faults.error(item[0].at, "The item is not a word with its explanation", cure);
            }
        }
    }
    if words == 0 {
        faults.error(section.at, "The section has no list of words", cure);
    }
}

/// The items of the list that these pieces are.
fn items<'a>(list: &'a [Piece<'a>]) -> impl Iterator<Item = &'a [Piece<'a>]> + 'a {
    let inside = &list[1..list.len().max(2) - 1];
    outermost(inside).map(|index| &inside[index..index + block_length(&inside[index..])])
}

/// Whether an item reads `**word**: explanation`.
fn is_explained_word(item: &[Piece]) -> bool {
    let opening = |piece: &&Piece| matches!(piece.event, Event::Start(Tag::Item | Tag::Paragraph));
    let begins = item.iter().find(|piece| !opening(piece));
    let is_bold = begins.is_some_and(|piece| piece.event == Event::Start(Tag::Strong));
    let bold_end = item
        .iter()
        .position(|piece| piece.event == Event::End(TagEnd::Strong));
    let after = bold_end
        .map(|end| plain_text(&item[end + 1..]))
        .unwrap_or_default();
    is_bold
        && after
            .strip_prefix(':')
            .is_some_and(|text| !text.trim().is_empty())
}
