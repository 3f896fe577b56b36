use leptos::prelude::*;

/// To the part before and the part after, each called what it is: "Uge 47".
///
/// See <https://designsystem.dk/komponenter/paginering/>.
#[component]
pub fn Pagination(
    /// Label and address.
    #[prop(optional_no_strip, into)]
    previous: Option<(String, String)>,
    /// Label and address.
    #[prop(optional_no_strip, into)]
    next: Option<(String, String)>,
    /// What one goes forward and back in, for a screen reader.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let link =
        |class, rel, (label, href): (String, String)| view! { <a class=class href=href rel=rel>{label}</a> };
    view! {
        <nav class="pagination" aria-label=label>
            {previous.map(|target| link("button button-secondary button-previous", "prev", target))}
            {next.map(|target| link("button button-secondary button-next", "next", target))}
        </nav>
    }
}
