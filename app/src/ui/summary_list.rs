use leptos::prelude::*;

use super::non_empty;

/// What has been chosen or written, as pairs of a name and a value.
///
/// See <https://designsystem.dk/komponenter/strukturerede-lister/>.
#[component]
pub fn SummaryList(
    /// Name and value.
    items: Vec<(String, String)>,
    /// A heading above the list.
    #[prop(optional, into)]
    label: String,
) -> impl IntoView {
    let items = items.into_iter().map(|(name, value)| {
        view! {
            <div class="structured-list__row">
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! {
        <div class="summary">
            {non_empty(label).map(|label| view! { <h2 class="summary__title">{label}</h2> })}
            <dl class="structured-list">{items.collect_view()}</dl>
        </div>
    }
}
