use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind};

/// Says that somebody else was first.
#[component]
pub fn TakenAlert() -> impl IntoView {
    let texts = use_texts();
    view! { <Alert kind=AlertKind::Warning title=texts.booking_taken_title()>{texts.booking_taken()}</Alert> }
}
