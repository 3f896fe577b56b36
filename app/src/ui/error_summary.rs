use leptos::html;
use leptos::prelude::*;

use super::focus::focus_once_shown;

/// What has to be mended before the form can be sent, with a link to each field. Stands first on the page and has the focus.
///
/// See <https://designsystem.dk/komponenter/fejlopsummering/>.
#[component]
pub fn ErrorSummary(
    #[prop(into)] title: String,
    /// The id of the field (`"field-<name>"`) and what is wrong with it.
    errors: Vec<(String, String)>,
) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(summary) = summary.get() {
            focus_once_shown(summary.into(), || ());
        }
    });
    let errors = errors.into_iter().map(|(field, text)| {
        // The browser follows the link itself: the router would scroll there but not move the focus.
        view! { <li><a href=format!("#{field}") rel="external">{text}</a></li> }
    });
    view! {
        <div class="alert alert-error error-summary" role="alert" tabindex="-1" autofocus node_ref=summary>
            <div class="alert-body">
                <h2 class="alert-heading">{title}</h2>
                <ul class="error-summary__list">{errors.collect_view()}</ul>
            </div>
        </div>
    }
}
