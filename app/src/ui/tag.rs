use leptos::prelude::*;

/// A word that says what sort of thing something is.
///
/// See <https://designsystem.dk/komponenter/tags/>.
#[component]
pub fn Tag(#[prop(into)] text: String) -> impl IntoView {
    view! { <span class="tag">{text}</span> }
}

/// One of several choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagOption {
    pub label: String,
    pub href: String,
    /// Whether it is the one in force.
    pub selected: bool,
}

/// Choices of which one is in force, under what they are about.
#[component]
pub fn TagChoices(#[prop(into)] label: String, options: Vec<TagOption>) -> impl IntoView {
    let name = label.clone();
    let tags = options.into_iter().map(|option| {
        view! { <TagLink label=option.label href=option.href selected=option.selected /> }
    });
    view! {
        <nav aria-label=name>
            <p class="tag-label">{label}</p>
            <ul class="tag-list">{tags.collect_view()}</ul>
        </nav>
    }
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
