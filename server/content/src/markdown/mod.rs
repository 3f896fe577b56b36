//! Markdown: parsed once into events with their places in the file, then checked, cut into sections and rendered.

mod check;
mod easy;
mod html;
mod placeholders;
mod plain;

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

pub(crate) use check::{Blocks, TOO_HARD, TOO_HARD_FOR_EASY, check, check_lix, check_pieces};
pub(crate) use easy::split_easy;
pub(crate) use html::Html;
pub use placeholders::fill;
pub(crate) use placeholders::{check_without_words, fill_facts, fill_plain};
pub(crate) use plain::{plain_blocks, plain_text};

use crate::source::SourceFile;

/// The class of a step that may be skipped.
pub(crate) const DEEPENING: &str = "deepening";
/// The class of the heading above the easy-read twin of a step, or of a guide's section.
pub(crate) const EASY: &str = "easy";

/// A part of a text with its place in the file.
#[derive(Debug, Clone)]
pub(crate) struct Piece<'a> {
    pub(crate) event: Event<'a>,
    pub(crate) at: usize,
    pub(crate) end: usize,
}

/// What stands below a second-level heading, up to the next.
pub(crate) struct Section<'a> {
    pub(crate) id: Option<String>,
    pub(crate) title: String,
    pub(crate) at: usize,
    /// Frivillig fordybelse: the heading has the class `.deepening`.
    pub(crate) deepening: bool,
    pub(crate) pieces: &'a [Piece<'a>],
}

/// A picture that stands alone in its paragraph.
pub(crate) struct PictureParagraph {
    pub(crate) name: String,
    pub(crate) alt: String,
    /// How many pieces the paragraph takes.
    pub(crate) pieces: usize,
}

/// Parses the text of a file.
pub(crate) fn parse(source: &SourceFile) -> Vec<Piece<'_>> {
    parse_text(source.body(), source.body.start)
}

/// Parses Markdown that stands at `base` in its file.
pub(crate) fn parse_text(text: &str, base: usize) -> Vec<Piece<'_>> {
    Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES)
        .into_offset_iter()
        .map(|(event, range)| Piece {
            event: with_mail_scheme(event),
            at: base + range.start,
            end: base + range.end,
        })
        .collect()
}

/// Cuts a text at its second-level headings. What stands before the first comes first.
pub(crate) fn sections<'a>(pieces: &'a [Piece<'a>]) -> (&'a [Piece<'a>], Vec<Section<'a>>) {
    let starts: Vec<_> = outermost(pieces)
        .filter(|index| is_second_level(&pieces[*index]))
        .collect();
    let intro = &pieces[..starts.first().copied().unwrap_or(pieces.len())];
    let ends = starts.iter().skip(1).copied().chain([pieces.len()]);
    let sections = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| section(&pieces[*start..end]));
    (intro, sections.collect())
}

/// The ids of all headings that have one.
pub(crate) fn heading_ids(pieces: &[Piece]) -> BTreeSet<String> {
    pieces.iter().filter_map(heading_id).collect()
}

/// Indexes of the pieces that stand in no other: starts of blocks, and rules.
pub(crate) fn outermost<'a>(pieces: &'a [Piece<'a>]) -> impl Iterator<Item = usize> + 'a {
    let mut depth = 0_usize;
    pieces.iter().enumerate().filter_map(move |(index, piece)| {
        let before = depth;
        match piece.event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                return None;
            }
            _ => {}
        }
        (before == 0).then_some(index)
    })
}

/// How many pieces the block takes that begins with the first of these.
pub(crate) fn block_length(pieces: &[Piece]) -> usize {
    let mut depth = 0_usize;
    for (index, piece) in pieces.iter().enumerate() {
        match piece.event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    pieces.len()
}

/// The picture, where a paragraph that is nothing but a picture begins here.
pub(crate) fn picture_paragraph(pieces: &[Piece]) -> Option<PictureParagraph> {
    let [paragraph, image, rest @ ..] = pieces else {
        return None;
    };
    let Event::Start(Tag::Image { dest_url, .. }) = &image.event else {
        return None;
    };
    let is_end = |piece: &Piece| piece.event == Event::End(TagEnd::Image);
    let length = rest.iter().position(is_end)?;
    let ends = rest.get(length + 1)?.event == Event::End(TagEnd::Paragraph);
    (paragraph.event == Event::Start(Tag::Paragraph) && ends).then(|| PictureParagraph {
        name: dest_url.to_string(),
        alt: plain_text(&rest[..length]),
        pieces: length + 4,
    })
}

/// What kind of task a fenced block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TaskKind {
    Question,
    Simulator,
    Calculator,
    Assignment,
    Film,
}

impl TaskKind {
    pub(crate) const ALL: [Self; 5] = [
        Self::Question,
        Self::Simulator,
        Self::Calculator,
        Self::Assignment,
        Self::Film,
    ];

    /// As it stands behind the fence.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Simulator => "simulator",
            Self::Calculator => "calculator",
            Self::Assignment => "assignment",
            Self::Film => "film",
        }
    }
}

/// Which task begins here, if one does.
pub(crate) fn task_kind(piece: &Piece) -> Option<TaskKind> {
    let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = &piece.event else {
        return None;
    };
    TaskKind::ALL
        .into_iter()
        .find(|kind| kind.as_str() == info.trim())
}

/// Whether a heading with this level and class begins here: `{.easy}`, `{.deepening}`.
pub(crate) fn has_class(piece: &Piece, wanted: HeadingLevel, class: &str) -> bool {
    matches!(&piece.event, Event::Start(Tag::Heading { level, classes, .. })
        if *level == wanted && classes.iter().any(|name| &**name == class))
}

fn section<'a>(pieces: &'a [Piece<'a>]) -> Section<'a> {
    let heading = block_length(pieces);
    Section {
        id: heading_id(&pieces[0]),
        title: plain_text(&pieces[..heading]),
        at: pieces[0].at,
        deepening: has_class(&pieces[0], HeadingLevel::H2, DEEPENING),
        pieces: &pieces[heading..],
    }
}

fn heading_id(piece: &Piece) -> Option<String> {
    match &piece.event {
        Event::Start(Tag::Heading { id, .. }) => id.as_ref().map(ToString::to_string),
        _ => None,
    }
}

fn is_second_level(piece: &Piece) -> bool {
    matches!(
        &piece.event,
        Event::Start(Tag::Heading {
            level: HeadingLevel::H2,
            ..
        })
    )
}

/// `<a@b.dk>` is a link to the address alone; what it means is mail.
fn with_mail_scheme(event: Event) -> Event {
    match event {
        Event::Start(Tag::Link {
            link_type: LinkType::Email,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: CowStr::from(format!("mailto:{dest_url}")),
            title,
            id,
        }),
        event => event,
    }
}
