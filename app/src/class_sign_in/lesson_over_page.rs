use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::{LinkButton, PageTitle};

/// Nobody is signed in any more.
pub(super) fn lesson_over_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle title=texts.pupil_over_title() lead=texts.pupil_over_lead() />
        <p>
            <LinkButton href=texts.path("/klasse") label=texts.pupil_next_pupil() />
        </p>
    }
}
