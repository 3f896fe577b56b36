//! What no text may have, whatever kind of file it stands in.

use std::collections::BTreeSet;

use domain::ids::StepId;
use domain::locale::Locale;
use domain::reading::Readability;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Tag};

use super::{DEEPENING, EASY, Piece, TaskKind, picture_paragraph, placeholders, plain_blocks, task_kind};
use crate::addresses::Target;
use crate::credits::{is_plain_address, is_web_address};
use crate::document::Context;
use crate::fault::FileFaults;
use crate::pictures;
use crate::source::SourceFile;

/// Above this LIX a text gets a warning; authors aim at 25 to 34.
pub(crate) const TOO_HARD: i64 = 35;
/// Above this an easy-read twin gets one.
pub(crate) const TOO_HARD_FOR_EASY: i64 = 25;

/// What a kind of file may have besides text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blocks {
    /// Tasks, steps that may be skipped and easy-read twins. How hard its texts are is measured by the lesson, part by part.
    OfALesson,
    /// Easy-read twins. How hard its two texts are is measured by the guide.
    OfAGuide,
    /// Questions. How hard it is is measured by its level.
    OfAReadingText,
    None,
}

/// Notes everything that is wrong with a text as Markdown, and warns when it is hard to read.
pub(crate) fn check(
    context: &Context,
    source: &SourceFile,
    pieces: &[Piece],
    faults: &FileFaults,
    blocks: Blocks,
) {
    placeholders::check(source, faults);
    check_all(context, source.locale, pieces, faults, blocks);
    if source.locale == Locale::Da && blocks == Blocks::None {
        let first_word = source.body().len() - source.body().trim_start().len();
        check_lix(
            source.body.start + first_word,
            &plain_blocks(pieces),
            TOO_HARD,
            faults,
        );
    }
}

/// Notes what is wrong with a text that stands within TOML.
pub(crate) fn check_pieces(context: &Context, locale: Locale, pieces: &[Piece], faults: &FileFaults) {
    check_all(context, locale, pieces, faults, Blocks::None);
}

fn check_all(context: &Context, locale: Locale, pieces: &[Piece], faults: &FileFaults, blocks: Blocks) {
    let mut checker = Checker {
        context,
        locale,
        faults,
        blocks,
        heading_ids: BTreeSet::new(),
        depth: 0,
    };
    for index in 0..pieces.len() {
        checker.piece(pieces, index);
    }
}

struct Checker<'a> {
    context: &'a Context<'a>,
    locale: Locale,
    faults: &'a FileFaults,
    blocks: Blocks,
    heading_ids: BTreeSet<String>,
    depth: usize,
}

impl Checker<'_> {
    fn piece(&mut self, pieces: &[Piece], index: usize) {
        let piece = &pieces[index];
        match &piece.event {
            Event::Html(_) | Event::InlineHtml(_) => self.faults.error(
                piece.at,
                "There is HTML in the text",
                "write it as Markdown, or put a backslash before the <",
            ),
            Event::Start(Tag::Heading { .. }) => self.heading(piece),
            Event::Start(Tag::Image { dest_url, .. }) => self.image(pieces, index, dest_url),
            Event::Start(Tag::Link { dest_url, .. }) => self.link(piece.at, dest_url),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                self.fenced_block(piece, kind.trim());
            }
            _ => {}
        }
        match piece.event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn heading(&mut self, piece: &Piece) {
        let Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) = &piece.event
        else {
            return;
        };
        let error = |problem: &str, cure: &str| self.faults.error(piece.at, problem, cure);
        if *level == HeadingLevel::H1 {
            error(
                "A first-level heading stands in the text",
                "begin it with ##, since the title is the first level",
            );
        }
        if self.depth > 0 {
            error(
                "A heading stands in a quote or a list",
                "move it out, or make it bold words",
            );
        }
        if !attrs.is_empty() || !self.classes_fit(*level, classes) {
            error(
                "The heading has something else than an id in { }",
                "write only the id: {#hvem-skriver}",
            );
        }
        let Some(id) = id else {
            return;
        };
        if StepId::parse(id).is_err() {
            error(
                "The heading's id is not an id",
                "use a-z, 0-9 and '-', at most 64 of them",
            );
        }
        if !self.heading_ids.insert(id.to_string()) {
            error(
                "The heading's id stands twice in the file",
                "give each heading its own",
            );
        }
    }

    /// In a lesson a step may be `.deepening`. There and in a guide a third-level heading may begin an `.easy` twin.
    fn classes_fit(&self, level: HeadingLevel, classes: &[CowStr]) -> bool {
        let allowed = match (level, self.blocks) {
            (HeadingLevel::H2, Blocks::OfALesson) => Some(DEEPENING),
            (HeadingLevel::H3, Blocks::OfALesson | Blocks::OfAGuide) => Some(EASY),
            _ => None,
        };
        classes.iter().all(|class| Some(&**class) == allowed)
    }

    fn image(&self, pieces: &[Piece], index: usize, name: &str) {
        let at = pieces[index].at;
        let paragraph = index
            .checked_sub(1)
            .and_then(|before| picture_paragraph(&pieces[before..]));
        match paragraph {
            None => self.faults.error(
                at,
                "The picture does not stand alone in its paragraph",
                "put an empty line before and after it",
            ),
            Some(picture) if picture.alt.is_empty() => self.faults.error(
                at,
                "The picture has no alternative text",
                "write what it shows between the square brackets",
            ),
            Some(_) => {}
        }
        if self.context.pictures.get(name).is_none() {
            let (problem, cure) = pictures::missing(name);
            self.faults.error(at, problem, cure);
        }
    }

    fn link(&self, at: usize, address: &str) {
        if address.starts_with('/') {
            self.internal_link(at, address);
        } else if !is_outside_address(address) {
            self.faults.error(
                at,
                format!("The link `{address}` leads nowhere"),
                "begin it with / for a page of ours, or with https://, mailto: or tel:",
            );
        }
    }

    fn internal_link(&self, at: usize, address: &str) {
        match self.context.addresses.look_up(address, self.locale) {
            Target::Known => {}
            Target::NoPage => self.faults.error(
                at,
                format!("There is no page `{address}`"),
                "use a page that exists, without the language: /laer, /lektier/<guide>, /tid, /hjaelp",
            ),
            Target::NoHeading => self.faults.warning(
                at,
                format!("The page has no heading for `{address}`"),
                "give the heading that id on the other page, or remove what stands after #",
            ),
        }
    }

    fn fenced_block(&self, piece: &Piece, kind: &str) {
        let error = |problem: &str, cure: &str| self.faults.error(piece.at, problem, cure);
        if task_kind(piece).is_none() {
            if !kind.is_empty() {
                let kinds = TaskKind::ALL.map(TaskKind::as_str).join(", ");
                error(
                    "The block between ``` is of an unknown kind",
                    &format!("write one of {kinds} behind the ```, or nothing"),
                );
            }
        } else if !matches!(self.blocks, Blocks::OfALesson | Blocks::OfAReadingText) {
            error("A task stands outside a lesson", "move it to a step of a lesson");
        } else if self.depth > 0 {
            error(
                "A task stands in a quote or a list",
                "begin its ``` at the edge of the line",
            );
        }
    }
}

fn is_outside_address(address: &str) -> bool {
    let has_own_scheme = ["mailto:", "tel:"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    is_web_address(address) || (has_own_scheme && is_plain_address(address))
}

/// Warns when a text has a LIX above `limit`.
pub(crate) fn check_lix(at: usize, blocks: &[String], limit: i64, faults: &FileFaults) {
    let measured = Readability::of(blocks.iter().map(String::as_str));
    let Some(lix) = measured.map(Readability::lix).filter(|lix| *lix > limit) else {
        return;
    };
    faults.warning(
        at,
        format!("The text has a LIX of {lix}, and above {limit} is too hard here"),
        "cut long sentences in two and use shorter words",
    );
}
