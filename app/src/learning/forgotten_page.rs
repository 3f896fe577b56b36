use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::{LinkButton, PageTitle};

/// Says that everything has been forgotten on this device.
pub(super) fn forgotten_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle title=texts.keep_forgotten_title() lead=texts.keep_forgotten_lead() />
        <p>
            <LinkButton href=texts.path("/") label=texts.keep_forgotten_home() />
        </p>
    }
}
