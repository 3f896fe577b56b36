use domain::appointments::HeldView;
use leptos::prelude::*;

use crate::texts::use_texts;
use crate::ui::Note;

/// Says until when the time is held. It does not count down: nobody should hurry.
#[component]
pub fn HeldNote(held: HeldView) -> impl IntoView {
    let texts = use_texts();
    let until = held.until.clock(texts.locale());
    view! {
        <Note>
            <p>{texts.booking_held(until)}</p>
        </Note>
    }
}
