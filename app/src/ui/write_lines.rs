use leptos::prelude::*;

/// Lines to write on with a pen. A screen reader has nothing to say of them.
#[component]
pub fn WriteLines(lines: usize) -> impl IntoView {
    let lines = (0..lines).map(|_| view! { <div class="write-line"></div> });
    view! { <div class="write-lines" aria-hidden="true">{lines.collect_view()}</div> }
}
