use leptos::prelude::*;

use super::series_class;

/// What the parts of a drawing are, in words, each beside its sample.
#[component]
pub(super) fn Legend(
    /// One for each part, in their order.
    parts: Vec<String>,
    /// What a line across the drawing says.
    #[prop(optional_no_strip)]
    line: Option<String>,
) -> impl IntoView {
    let parts = parts.into_iter().enumerate().map(|(index, text)| {
        let sample = view! { <rect class=series_class(index) x="1" y="1" width="18" height="18"></rect> };
        view! { <Entry text=text>{sample}</Entry> }
    });
    let line = line.map(|text| {
        let sample = view! { <line class="chart__line" x1="0" y1="10" x2="20" y2="10"></line> };
        view! { <Entry text=text>{sample}</Entry> }
    });
    view! {
        <ul class="chart__legend">
            {parts.collect_view()}
            {line}
        </ul>
    }
}

#[component]
fn Entry(text: String, children: Children) -> impl IntoView {
    view! {
        <li>
            <svg width="20" height="20" aria-hidden="true" focusable="false">
                {children()}
            </svg>
            {text}
        </li>
    }
}
