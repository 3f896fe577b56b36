//! Drawings of figures, made by ourselves: plain SVG that is whole in the server's HTML, needs no script and prints.
//!
//! Lengths across are parts of the width, so a drawing fits every screen and its letters keep their size. A drawing is one
//! picture with a description to a screen reader; the figures themselves stand in a table beside it.

mod bar_chart;
mod legend;
mod scale;
mod stacked_bar;

pub use bar_chart::{BarChart, ChartBar};
pub use scale::scale_lines;
pub use stacked_bar::{StackedBar, StackedPart};

/// Classes of what is drawn, in order: dark, light and white, each with an outline, so they differ without colour too.
const SERIES: [&str; 3] = ["series-1", "series-2", "series-3"];

/// The class of a part of a drawing. There are three; a fourth would look like the third.
fn series_class(index: usize) -> &'static str {
    SERIES[index.min(SERIES.len() - 1)]
}

/// `part` of `whole` as a length across, to a hundredth of a per cent.
fn percent(part: i64, whole: i64) -> String {
    two_decimals(share(10_000, part, whole)) + "%"
}

/// What a length comes to for `part` of `whole`.
fn share(length: i64, part: i64, whole: i64) -> i64 {
    let share = i128::from(length) * i128::from(part) / i128::from(whole.max(1));
    i64::try_from(share).unwrap_or(length)
}

/// A length in hundredths, as SVG writes it.
fn two_decimals(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_parts_of_a_whole() {
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(percent(0, 0), "0.00%");
        assert_eq!(percent(i64::MAX, i64::MAX), "100.00%");
        assert_eq!(two_decimals(share(24_000, 1, 4)), "60.00");
    }
}
