//! Pages that change by themselves where somebody only looks at them.

use std::time::Duration;

use leptos::prelude::*;

pub(super) use crate::ui::RefreshWithoutScript;

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
