use leptos::prelude::*;

/// Things to say to somebody, each in its own bubble: "Spørg dit barn".
#[component]
pub fn SpeechBubbles(
    /// HTML made by us from checked Markdown.
    items: Vec<String>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|html| view! { <li class="speech-bubble" data-read="" inner_html=html></li> });
    view! { <ul class="speech-bubbles">{items.collect_view()}</ul> }
}
