use leptos::prelude::*;

use super::legend::Legend;
use super::{percent, series_class, share, two_decimals};

/// How high the tallest bar can be, in px.
const HEIGHT: i64 = 240;
/// Room above for half a line of letters, and below for the bars' names, in px.
const ABOVE: i64 = 14;
const BELOW: i64 = 32;
/// Names below the bars at most, so that they do not run into each other on a phone.
const MOST_NAMES: usize = 8;

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartBar {
    /// What it stands for, in a sign or two: the year's number.
    pub name: String,
    /// Its parts, the lowest first.
    pub values: Vec<i64>,
}

/// How something grows: bars of up to three parts on top of each other.
#[component]
pub fn BarChart(
    /// The same in words, for those who do not see it.
    #[prop(into)]
    description: String,
    /// What the parts are, the lowest first.
    legend: Vec<String>,
    bars: Vec<ChartBar>,
    /// Values for the lines across and what they say, from nothing upwards; see [`scale_lines`](super::scale_lines).
    lines: Vec<(i64, String)>,
    /// What the bars stand for: "År".
    #[prop(into)]
    across: String,
    /// A value to compare with, and what it is.
    #[prop(optional_no_strip)]
    reference: Option<(i64, String)>,
) -> impl IntoView {
    let top = lines.last().map_or(1, |(value, _)| *value);
    let height = (ABOVE + HEIGHT + BELOW).to_string();
    let compared = reference.as_ref().map(|(value, _)| *value);
    view! {
        <div class="chart">
            <div class="chart__drawing" role="img" aria-label=description>
                <svg class="chart__axis" width="88" height=height.clone()>{axis(&lines, top)}</svg>
                <svg class="chart__plot" width="100%" height=height>
                    {grid(&lines, top)}
                    {columns(&bars, top)}
                    {compared.map(|value| across_line("chart__line", value, top))}
                    {names(&bars)}
                </svg>
            </div>
            <p class="chart__across" aria-hidden="true">{across}</p>
            <Legend parts=legend line=reference.map(|(_, text)| text) />
        </div>
    }
}

/// What the lines across say.
fn axis(lines: &[(i64, String)], top: i64) -> impl IntoView + use<> {
    let texts = lines.iter().map(|(value, text)| {
        view! { <text x="80" y=from_top(*value, top) dy="0.35em" text-anchor="end">{text.clone()}</text> }
    });
    texts.collect_view()
}

fn grid(lines: &[(i64, String)], top: i64) -> impl IntoView + use<> {
    let lines = lines
        .iter()
        .map(|(value, _)| across_line("chart__grid", *value, top));
    lines.collect_view()
}

fn across_line(class: &'static str, value: i64, top: i64) -> impl IntoView {
    let y = from_top(value, top);
    view! { <line class=class x1="0%" y1=y.clone() x2="100%" y2=y></line> }
}

fn columns(bars: &[ChartBar], top: i64) -> impl IntoView + use<> {
    let places = places(bars.len());
    let columns = bars.iter().zip(0..).map(|(bar, index)| {
        // A bar takes seven tenths of its place.
        let (x, width) = (percent(20 * index + 3, 20 * places), percent(14, 20 * places));
        let mut height = 0;
        let parts = bar.values.iter().enumerate().map(|(part, value)| {
            height += value;
            let (x, width) = (x.clone(), width.clone());
            let (y, height) = (
                from_top(height, top),
                two_decimals(share(HEIGHT * 100, *value, top)),
            );
            view! { <rect class=series_class(part) x=x y=y width=width height=height></rect> }
        });
        parts.collect_view()
    });
    columns.collect_view()
}

fn names(bars: &[ChartBar]) -> impl IntoView + use<> {
    let (places, every) = (places(bars.len()), name_every(bars.len()));
    let baseline = (ABOVE + HEIGHT + 22).to_string();
    let named = bars.iter().zip(0..).filter(|(_, index)| (index + 1) % every == 0);
    let texts = named.map(|(bar, index)| {
        let x = percent(2 * index + 1, 2 * places);
        view! { <text x=x y=baseline.clone() text-anchor="middle">{bar.name.clone()}</text> }
    });
    texts.collect_view()
}

/// How far below the top of the drawing a value stands, in px.
fn from_top(value: i64, top: i64) -> String {
    two_decimals(ABOVE * 100 + share(HEIGHT * 100, top - value, top))
}

/// Each how many bars have a name.
fn name_every(bars: usize) -> i64 {
    let fits = |every: &i64| usize::try_from(*every).is_ok_and(|every| bars / every <= MOST_NAMES);
    [1, 2, 5].into_iter().find(fits).unwrap_or(10)
}

fn places(bars: usize) -> i64 {
    i64::try_from(bars).unwrap_or(i64::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_between_the_top_and_the_ground() {
        assert_eq!(from_top(0, 100), "254.00");
        assert_eq!(from_top(100, 100), "14.00");
        assert_eq!(from_top(25, 100), "194.00");
    }

    #[test]
    fn not_every_bar_of_many_has_a_name() {
        assert_eq!([1, 8, 9, 24, 50].map(name_every), [1, 1, 2, 5, 10]);
    }
}
