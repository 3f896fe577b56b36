//! What no text may have, whatever kind of file it stands in.

use std::collections::BTreeSet;

use domain::ids::StepId;
use domain::locale::Locale;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::{Piece, is_question, picture_paragraph, placeholders, plain_blocks};
use crate::addresses::Target;
use crate::credits::{is_plain_address, is_web_address};
use crate::document::Context;
use crate::fault::FileFaults;
use crate::lix::{TOO_HARD, lix};
use crate::pictures;
use crate::source::SourceFile;

/// Whether a kind of file may have questions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuestionBlocks {
    Allowed,
    Refused,
}

/// Notes everything that is wrong with a text as Markdown, and warns when it is hard to read.
pub(crate) fn check(
    context: &Context,
    source: &SourceFile,
    pieces: &[Piece],
    faults: &FileFaults,
    questions: QuestionBlocks,
) {
    placeholders::check(source, faults);
    let mut checker = Checker {
        context,
        locale: source.locale,
        faults,
        questions,
        heading_ids: BTreeSet::new(),
        depth: 0,
    };
    for index in 0..pieces.len() {
        checker.piece(pieces, index);
    }
    if source.locale == Locale::Da {
        check_lix(source, pieces, faults);
    }
}

struct Checker<'a> {
    context: &'a Context<'a>,
    locale: Locale,
    faults: &'a FileFaults,
    questions: QuestionBlocks,
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
        if !classes.is_empty() || !attrs.is_empty() {
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
        if !is_question(piece) {
            if !kind.is_empty() {
                error(
                    "The block between ``` is of an unknown kind",
                    "write ```question, or ``` alone",
                );
            }
        } else if self.questions == QuestionBlocks::Refused {
            error(
                "A question stands outside a lesson",
                "move it to a step of a lesson",
            );
        } else if self.depth > 0 {
            error(
                "A question stands in a quote or a list",
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

fn check_lix(source: &SourceFile, pieces: &[Piece], faults: &FileFaults) {
    let blocks = plain_blocks(pieces);
    let Some(lix) = lix(blocks.iter().map(String::as_str)).filter(|lix| *lix > TOO_HARD) else {
        return;
    };
    let first_word = source.body().len() - source.body().trim_start().len();
    faults.warning(
        source.body.start + first_word,
        format!("The text has a LIX of {lix}, and above {TOO_HARD} is hard to read"),
        "cut long sentences in two and use shorter words; aim at 25 to 34",
    );
}
