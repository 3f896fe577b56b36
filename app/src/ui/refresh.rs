use leptos::prelude::*;

/// Loads the page again every so many seconds where no script tells it of changes.
#[component]
pub fn RefreshWithoutScript(seconds: u32) -> impl IntoView {
    // With scripts a browser takes what stands in `noscript` for a text, so it is not given as elements.
    view! { <noscript inner_html=format!("<meta http-equiv=\"refresh\" content=\"{seconds}\">") /> }
}
