use leptos::prelude::*;

/// The product's name, which is the same in every language.
pub const PRODUCT_NAME: &str = "Startlinje";

/// The word mark: a line with a dot on it, "you are here", and the name.
///
/// The same dot on a line shows how far one has come, see [`ProgressLine`](super::ProgressLine).
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <span class="mark">
            <svg class="mark__sign" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
                <path class="mark__line" d="M3 12h34" stroke-width="5" stroke-linecap="round"></path>
                <circle class="mark__dot" cx="24" cy="12" r="8" stroke-width="3"></circle>
            </svg>
            <span class="mark__name">{PRODUCT_NAME}</span>
        </span>
    }
}
