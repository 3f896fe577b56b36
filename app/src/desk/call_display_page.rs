use domain::desk::{CallDisplayPage as CallDisplay, CallView};
use leptos::prelude::*;

use super::announcer::{AnnounceButton, announce, provide_announcer};
use super::live::follow;
use super::public_api::calls;
use super::refresh::RefreshWithoutScript;
use crate::live::listen;
use crate::loading::{load_at, named, param};
use crate::texts::use_texts;
use crate::ui::PageTitle;

/// Where no script tells of changes, the screen is loaded again after so many seconds.
const REFRESH_SECONDS: u32 = 10;

/// The screen in the waiting room.
pub(super) fn call_display_page() -> impl IntoView {
    listen();
    provide_announcer();
    let locale = use_texts().locale();
    let display = load_at(
        [param("location")],
        move |[location]| async move { calls(named(&location)?, locale).await },
        display_view,
    );
    view! {
        {display}
        <AnnounceButton />
    }
}

fn display_view(page: CallDisplay) -> AnyView {
    follow(&page.place.id, page.as_of);
    announce(page.calls.first());
    let texts = use_texts();
    let nobody = page
        .calls
        .is_empty()
        .then(|| view! { <p class="call-display__nobody">{texts.display_nobody()}</p> });
    let calls = page.calls.into_iter().map(|call| view! { <Call call=call /> });
    view! {
        <RefreshWithoutScript seconds=REFRESH_SECONDS />
        <div class="call-display">
            <PageTitle title=texts.display_title() lead=page.place.name />
            <ol class="call-display__calls" aria-live="polite">{calls.collect_view()}</ol>
            {nobody}
            <p class="call-display__waiting">{texts.display_waiting(page.waiting)}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Call(call: CallView) -> impl IntoView {
    view! {
        <li class="call-display__call">
            <span class="call-display__number">{call.number}</span>
            <span class="call-display__arrow" aria-hidden="true">"→"</span>
            <span>{call.counter.to_string()}</span>
        </li>
    }
}
