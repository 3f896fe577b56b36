use leptos::prelude::*;

/// A word that says what sort of thing something is.
///
/// See <https://designsystem.dk/komponenter/tags/>.
#[component]
pub fn Tag(#[prop(into)] text: String) -> impl IntoView {
    view! { <span class="tag">{text}</span> }
}

/// A choice that changes what is listed below: a place, a grade, a subject. Stands in a `<ul class="tag-list">`.
///
/// See <https://designsystem.dk/komponenter/tags/>.
#[component]
pub fn TagLink(
    #[prop(into)] label: String,
    #[prop(into)] href: String,
    /// Whether it is the one in force.
    #[prop(optional)]
    selected: bool,
) -> impl IntoView {
    view! {
        <li>
            <a class="tag tag--link" href=href aria-current=selected.then_some("true")>{label}</a>
        </li>
    }
}
