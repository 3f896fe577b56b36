use domain::pages::Source;
use leptos::prelude::*;

/// Where a page's facts come from and when somebody last looked. Nothing where there are no sources.
///
/// See <https://designsystem.dk/komponenter/accordions/>.
#[component]
pub fn Sources(
    #[prop(into)] title: String,
    items: Vec<Source>,
    /// The word before the date: "tjekket".
    #[prop(into)]
    checked_label: String,
) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let items = items.into_iter().map(|source| {
            view! {
                <li>
                    <a href=source.url rel="external">{source.title}</a>
                    <span class="sources__checked">{format!(", {checked_label} {}", source.checked_on)}</span>
                </li>
            }
        });
        view! {
            <section class="sources">
                <h2 class="sources__title">{title}</h2>
                <ul>{items.collect_view()}</ul>
            </section>
        }
    })
}
