use leptos::prelude::*;

/// Text that we have made HTML of ourselves, from checked Markdown. Never what somebody has typed.
///
/// See <https://designsystem.dk/design/typography/>.
#[component]
pub fn Html(
    html: String,
    /// More classes: `"lesson"` for a lesson's larger text.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    view! { <div class=format!("prose {class}").trim().to_owned() data-read="" inner_html=html></div> }
}
