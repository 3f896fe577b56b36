use leptos::prelude::*;

/// The page in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language's own name.
    pub name: String,
    /// BCP 47 tag.
    pub tag: String,
    pub href: String,
    /// Whether it is the language of this page.
    pub current: bool,
}

/// The same page in the other languages, each called by its own name.
///
/// The links are `external` to the router: a page is in one language from its first byte to its last.
/// See <https://designsystem.dk/komponenter/sprogvaelger/>.
#[component]
pub fn LanguageSwitch(
    /// What the list is, for a screen reader.
    #[prop(into)]
    label: String,
    items: Vec<LanguageLink>,
) -> impl IntoView {
    let items = items.into_iter().map(|item| {
        view! {
            <li>
                <a
                    href=item.href
                    rel="external"
                    lang=item.tag.clone()
                    hreflang=item.tag
                    aria-current=item.current.then_some("true")
                >
                    {item.name}
                </a>
            </li>
        }
    });
    view! {
        <nav class="language-switcher" aria-label=label>
            <ul>{items.collect_view()}</ul>
        </nav>
    }
}
