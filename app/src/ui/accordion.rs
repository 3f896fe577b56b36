use leptos::prelude::*;

/// Text that most readers can do without, folded away under a line that says what it is.
///
/// A native `<details>`: it opens without JavaScript, and a search in the page finds what is in it.
/// See <https://designsystem.dk/komponenter/accordions/>.
#[component]
pub fn Accordion(
    /// What is inside, said so that nobody has to open it to find out.
    #[prop(into)]
    summary: String,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="accordion" open=open>
            <summary class="accordion-button">
                <span class="accordion-title">{summary}</span>
            </summary>
            <div class="accordion-content">{children()}</div>
        </details>
    }
}
