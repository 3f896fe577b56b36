use leptos::prelude::*;

/// Something worth knowing beside the text: a tip, a rule, what a helper may not do. It is a note and no landmark: a page has
/// several, and none has a name to find it by.
///
/// See <https://designsystem.dk/komponenter/beskeder/>.
#[component]
pub fn Note(children: Children) -> impl IntoView {
    view! { <div class="note" role="note" data-read="">{children()}</div> }
}
