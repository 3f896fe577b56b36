use leptos::prelude::*;

use super::legend::Legend;
use super::{percent, series_class};

/// A part of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StackedPart {
    /// What it is and how much: "Faste udgifter: 6.200 kr.".
    pub label: String,
    pub value: i64,
}

/// How a whole is divided, as one bar of up to three parts.
#[component]
pub fn StackedBar(
    /// The same in words, for those who do not see it.
    #[prop(into)]
    description: String,
    parts: Vec<StackedPart>,
    /// A line across the bar and what it says: what there is, where the parts are more.
    #[prop(optional_no_strip)]
    line: Option<StackedPart>,
) -> impl IntoView {
    let sum = parts.iter().map(|part| part.value).sum::<i64>();
    let whole = line.as_ref().map_or(sum, |line| sum.max(line.value));
    let mut end = 0;
    let drawn = parts.iter().enumerate().map(|(index, part)| {
        let start = end;
        end += part.value;
        let (x, width) = (percent(start, whole), percent(part.value, whole));
        view! { <rect class=series_class(index) x=x y="6" width=width height="48"></rect> }
    });
    let drawn = drawn.collect_view();
    let mark = line.as_ref().map(|line| {
        let x = percent(line.value, whole);
        view! { <line class="chart__line" x1=x.clone() y1="0" x2=x y2="60"></line> }
    });
    let labels = parts.into_iter().map(|part| part.label).collect();
    view! {
        <div class="chart">
            <svg class="chart__stack" width="100%" height="60" role="img" aria-label=description>
                {drawn}
                {mark}
            </svg>
            <Legend parts=labels line=line.map(|line| line.label) />
        </div>
    }
}
