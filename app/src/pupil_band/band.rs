use leptos::prelude::*;

use super::api::pupil_line;
use crate::loading::load_or_nothing;
use crate::texts::use_texts;

/// Says who is signed in, until when, and signs them out: at a press, and by itself at the end of the lesson. The server
/// makes it, for it stands around every page and few visitors ever see it: so its code weighs on nobody's first visit.
#[component]
pub fn PupilBandLine() -> impl IntoView {
    let locale = use_texts().locale();
    load_or_nothing(move || pupil_line(locale), line_view)
}

fn line_view(html: Option<String>) -> AnyView {
    html.map(|html| view! { <div inner_html=html></div> }).into_any()
}

/// A form that the browser sends itself, so that the next page is made whole.
#[component]
pub fn PlainForm(
    /// The server function's address.
    action: &'static str,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let texts = use_texts();
    view! {
        <form method="post" action=action class=class>
            <input type="hidden" name="locale" value=texts.locale().tag() />
            {children()}
        </form>
    }
}
