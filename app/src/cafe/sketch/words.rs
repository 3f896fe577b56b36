//! What is on the paper, in words: for whoever does not see it.

use domain::cafe::{Figure, Mark, Seat};
use store::cafe::{Sender, SentMark};

use crate::texts::Texts;

/// How much each has drawn, and every figure with its numbers.
pub(super) fn said(texts: Texts, seat: Seat, marks: &[SentMark]) -> Vec<String> {
    if marks.is_empty() {
        return vec![texts.sketch_empty().to_owned()];
    }
    let strokes = [Sender::Asker, Sender::Volunteer]
        .into_iter()
        .filter_map(|sender| strokes_of(texts, seat, sender, marks));
    let figures = marks.iter().filter_map(|drawn| match drawn.mark {
        Mark::Figure(_, figure) => Some(figure_said(texts, figure)),
        Mark::Stroke(_) => None,
    });
    strokes.chain(figures).collect()
}

fn strokes_of(texts: Texts, seat: Seat, sender: Sender, marks: &[SentMark]) -> Option<String> {
    let is_theirs = |drawn: &&SentMark| drawn.sender == sender && matches!(drawn.mark, Mark::Stroke(_));
    let count = marks.iter().filter(is_theirs).count();
    let who = match (seat, sender) {
        (Seat::Asker, Sender::Asker) | (Seat::Volunteer, Sender::Volunteer) => texts.cafe_you(),
        (_, Sender::Asker) => texts.cafe_asker(),
        (_, Sender::Volunteer) => texts.cafe_helper(),
    };
    match count {
        0 => None,
        1 => Some(texts.sketch_one_stroke(who)),
        _ => Some(texts.sketch_strokes(count, who)),
    }
}

fn figure_said(texts: Texts, figure: Figure) -> String {
    match figure {
        Figure::FractionBar(bar) => texts.sketch_said_fraction(bar.filled(), bar.parts()),
        Figure::Squares(squares) => texts.sketch_said_squares(squares.columns(), squares.rows()),
        Figure::NumberLine(line) => match line.mark() {
            Some(mark) => {
                texts.sketch_said_line_with_mark(signed(line.from()), signed(mark), signed(line.to()))
            }
            None => texts.sketch_said_line(signed(line.from()), signed(line.to())),
        },
    }
}

/// A number with the sign of school, which is read as "minus".
fn signed(number: i64) -> String {
    number.to_string().replace('-', "−")
}
