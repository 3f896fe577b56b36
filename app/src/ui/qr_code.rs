use domain::pages::QrCode as Code;
use leptos::prelude::*;

/// A code that a telephone reads. What it leads to stands beside it too, for those without a telephone.
#[component]
pub fn QrCode(
    code: Code,
    /// What happens when it is read: "QR-kode, der åbner lektionen".
    #[prop(into)]
    alt: String,
) -> impl IntoView {
    view! {
        <svg
            class="qr-code"
            viewBox=format!("0 0 {0} {0}", code.size)
            role="img"
            aria-label=alt
            shape-rendering="crispEdges"
            focusable="false"
        >
            <path d=code.path></path>
        </svg>
    }
}
