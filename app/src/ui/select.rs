use leptos::prelude::*;

use super::field_set::field_id;

/// A short list to choose from, beside something that it tells more about: an amount and how often it is paid.
///
/// See <https://designsystem.dk/komponenter/dropdown-menu/>.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    /// What is chosen. It is heard and not seen, for the choices say it themselves.
    #[prop(into)]
    label: String,
    /// Value and text of each choice.
    options: Vec<(String, String)>,
    /// The value that is chosen from the start.
    #[prop(into)]
    selected: String,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, text)| {
        let is_selected = value == selected;
        view! { <option value=value selected=is_selected>{text}</option> }
    });
    view! { <select class="form-select" id=field_id(&name) name=name aria-label=label>{options.collect_view()}</select> }
}
