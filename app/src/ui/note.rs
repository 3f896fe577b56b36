use leptos::prelude::*;

/// Something worth knowing beside the text: a tip, a rule, what a helper may not do.
///
/// See <https://designsystem.dk/komponenter/beskeder/>.
#[component]
pub fn Note(children: Children) -> impl IntoView {
    view! { <aside class="note" data-read="">{children()}</aside> }
}
