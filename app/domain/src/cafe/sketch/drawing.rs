//! The paper as SVG. It is made of numbers and of names of our own, so nothing that anybody sent stands in it as it came.

use std::fmt::Write;

use super::figure::{Figure, FractionBar, NumberLine, Squares};
use super::mark::{Mark, Place};
use super::stroke::PAPER_WIDTH;

/// How high the place of a figure is, in the paper's units.
const PLACE: i64 = 200;
/// What stays free about a figure.
const MARGIN: i64 = 30;

/// A mark, and whether both still see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnMark {
    pub mark: Mark,
    /// It was taken back: only whoever runs the café sees it.
    pub taken_back: bool,
}

/// What stands within the `<svg>` of the paper. Figures lie below strokes, whatever came first: one draws on them.
pub fn drawing(marks: &[DrawnMark]) -> String {
    let figures = marks
        .iter()
        .filter(|drawn| matches!(drawn.mark, Mark::Figure(..)));
    let strokes = marks.iter().filter(|drawn| matches!(drawn.mark, Mark::Stroke(_)));
    let mut svg = String::new();
    for drawn in figures.chain(strokes) {
        if drawn.taken_back {
            svg.push_str("<g class=\"is-taken-back\">");
        }
        draw(&mut svg, &drawn.mark);
        if drawn.taken_back {
            svg.push_str("</g>");
        }
    }
    svg
}

fn draw(svg: &mut String, mark: &Mark) {
    match mark {
        Mark::Stroke(stroke) => {
            let (ink, line) = (stroke.ink().as_str(), stroke.line());
            put(
                svg,
                format_args!("<polyline class=\"ink is-{ink}\" points=\"{line}\"/>"),
            );
        }
        Mark::Figure(place, figure) => {
            let top = top(*place);
            match figure {
                Figure::FractionBar(bar) => fraction_bar(svg, *bar, top),
                Figure::NumberLine(line) => number_line(svg, *line, top),
                Figure::Squares(squares) => rows_of_squares(svg, *squares, top),
            }
        }
    }
}

fn top(place: Place) -> i64 {
    place.above() * PLACE + MARGIN
}

/// Widths are rounded so that the parts fill the bar.
fn fraction_bar(svg: &mut String, bar: FractionBar, top: i64) {
    let edge = |part: i64| MARGIN + part * (PAPER_WIDTH - 2 * MARGIN) / bar.parts();
    let height = PLACE - 2 * MARGIN;
    for part in 0..bar.parts() {
        let class = if part < bar.filled() {
            "figure is-filled"
        } else {
            "figure"
        };
        let (left, width) = (edge(part), edge(part + 1) - edge(part));
        put(
            svg,
            format_args!(
                "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/>"
            ),
        );
    }
}

/// Of many numbers every other one is written, and the one that is marked.
fn number_line(svg: &mut String, line: NumberLine, top: i64) {
    let steps = line.to() - line.from();
    let place = |number: i64| 2 * MARGIN + (number - line.from()) * (PAPER_WIDTH - 4 * MARGIN) / steps;
    let every = if steps > 10 { 2 } else { 1 };
    let (y, end) = (top + 50, PAPER_WIDTH - MARGIN);
    put(
        svg,
        format_args!("<path class=\"figure\" d=\"M{MARGIN} {y}H{end}\"/>"),
    );
    for number in line.from()..=line.to() {
        let x = place(number);
        put(
            svg,
            format_args!("<path class=\"figure\" d=\"M{x} {}v24\"/>", y - 12),
        );
        let is_marked = line.mark() == Some(number);
        if is_marked {
            put(
                svg,
                format_args!("<circle class=\"figure is-filled\" cx=\"{x}\" cy=\"{y}\" r=\"14\"/>"),
            );
        }
        let is_beside_mark = line.mark().is_some_and(|mark| (mark - number).abs() == 1);
        if is_marked || ((number - line.from()) % every == 0 && !(every > 1 && is_beside_mark)) {
            let number = number.to_string().replace('-', "−");
            put(
                svg,
                format_args!("<text x=\"{x}\" y=\"{}\">{number}</text>", y + 56),
            );
        }
    }
}

fn rows_of_squares(svg: &mut String, squares: Squares, top: i64) {
    let (across, down) = (PAPER_WIDTH - 2 * MARGIN, PLACE - 2 * MARGIN);
    let side = (across / squares.columns()).min(down / squares.rows());
    for row in 0..squares.rows() {
        for column in 0..squares.columns() {
            let (x, y) = (MARGIN + column * side, top + row * side);
            put(
                svg,
                format_args!(
                    "<rect class=\"figure\" x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\"/>"
                ),
            );
        }
    }
}

fn put(svg: &mut String, text: std::fmt::Arguments<'_>) {
    svg.write_fmt(text).expect("writing to a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> DrawnMark {
        DrawnMark {
            mark: text.parse().unwrap(),
            taken_back: false,
        }
    }

    fn count(marks: &[DrawnMark], part: &str) -> usize {
        drawing(marks).matches(part).count()
    }

    #[test]
    fn a_stroke_is_a_line_in_its_colour() {
        assert_eq!(
            drawing(&[drawn("blue 1,2 30,40")]),
            "<polyline class=\"ink is-blue\" points=\"1,2 30,40\"/>"
        );
    }

    #[test]
    fn a_bar_has_its_parts_and_fills_the_width() {
        let bar = [drawn("fraction_bar 0 3 7")];
        assert_eq!(count(&bar, "<rect"), 7);
        assert_eq!(count(&bar, "is-filled"), 3);
    }

    #[test]
    fn a_line_has_every_number_and_its_mark() {
        let line = [drawn("number_line 1 -5 5 2")];
        assert_eq!(count(&line, "<text"), 11);
        assert!(drawing(&line).contains(">−5</text>"));
        assert_eq!(count(&line, "<circle"), 1);
    }

    #[test]
    fn every_row_has_its_squares() {
        assert_eq!(count(&[drawn("squares 2 3 4")], "<rect"), 12);
    }

    #[test]
    fn figures_lie_below_and_what_was_taken_back_is_set_apart() {
        let mut marks = [drawn("red 1,1 9,9"), drawn("squares 0 1 1")];
        marks[0].taken_back = true;
        let svg = drawing(&marks);
        assert!(svg.find("<rect") < svg.find("<g class=\"is-taken-back\"><polyline"));
    }
}
