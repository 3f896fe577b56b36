//! The easy-read twin: the same message in very short sentences, below `### Let at læse {.easy}`.

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::{EASY, Piece, block_length, has_class, outermost};
use crate::fault::FileFaults;

/// A text and its twin.
pub(crate) struct TwoTexts<'a> {
    pub(crate) ordinary: &'a [Piece<'a>],
    pub(crate) easy: Option<EasyText<'a>>,
}

/// What stands below the heading of a twin.
pub(crate) struct EasyText<'a> {
    pub(crate) pieces: &'a [Piece<'a>],
    /// Where its heading stands in the file, for faults.
    pub(crate) at: usize,
}

/// Cuts a text at the heading of its easy-read twin.
pub(crate) fn split_easy<'a>(pieces: &'a [Piece<'a>], faults: &FileFaults) -> TwoTexts<'a> {
    let is_easy = |index: &usize| has_class(&pieces[*index], HeadingLevel::H3, EASY);
    let Some(heading) = outermost(pieces).find(is_easy) else {
        return TwoTexts {
            ordinary: pieces,
            easy: None,
        };
    };
    let easy = EasyText {
        pieces: &pieces[heading + block_length(&pieces[heading..])..],
        at: pieces[heading].at,
    };
    check_easy(&easy, faults);
    TwoTexts {
        ordinary: &pieces[..heading],
        easy: Some(easy),
    }
}

/// A twin is one text, and a text alone.
fn check_easy(easy: &EasyText, faults: &FileFaults) {
    if easy.pieces.is_empty() {
        faults.error(
            easy.at,
            "The easy-read twin is empty",
            "write it below the heading, or remove the heading",
        );
    }
    for piece in easy.pieces {
        if has_class(piece, HeadingLevel::H3, EASY) {
            faults.error(piece.at, "There are two easy-read twins", "keep one");
        }
        if matches!(piece.event, Event::Start(Tag::Image { .. })) {
            faults.error(
                piece.at,
                "There is a picture in the easy-read twin",
                "move it above the twin's heading",
            );
        }
    }
}
