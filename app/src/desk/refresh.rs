//! Pages that change by themselves where somebody only looks at them.

use std::time::Duration;

use leptos::prelude::*;

/// Loads the page again every so many seconds where no script tells it of changes.
#[component]
pub(super) fn RefreshWithoutScript(seconds: u32) -> impl IntoView {
    // With scripts a browser takes what stands in `noscript` for a text, so it is not given as elements.
    view! { <noscript inner_html=format!("<meta http-equiv=\"refresh\" content=\"{seconds}\">") /> }
}

/// Opens another page after so many seconds, unless the visitor has gone before.
#[component]
pub(super) fn GoOn(
    seconds: u32,
    /// A path with its language, of letters, digits, `-` and `/`.
    to: String,
) -> impl IntoView {
    let refresh = format!("<meta http-equiv=\"refresh\" content=\"{seconds};url={to}\">");
    Effect::new(move || {
        let to = to.clone();
        // It only fails for what is no address.
        let go = move || drop(window().location().set_href(&to));
        if let Ok(timer) = set_timeout_with_handle(go, Duration::from_secs(seconds.into())) {
            on_cleanup(move || timer.clear());
        }
    });
    view! { <noscript inner_html=refresh /> }
}
