use leptos::prelude::*;

/// What is taken home: looks like a ticket that can be torn off, and is printed as one. The code is large enough to be read
/// aloud on the telephone.
#[component]
pub fn Ticket(
    #[prop(into)] code: String,
    /// What the code is for: "Din kode".
    #[prop(into)]
    code_label: String,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="ticket">
            <div class="ticket__body">{children()}</div>
            <div class="ticket__stub">
                <p class="ticket__code-label">{code_label}</p>
                <p class="ticket__code" translate="no">{code}</p>
            </div>
        </section>
    }
}
