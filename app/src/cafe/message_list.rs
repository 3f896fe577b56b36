use domain::cafe::{MessageView, Seat};
use leptos::prelude::*;

use crate::texts::use_texts;

/// What was written, in order; one's own at the line's end.
#[component]
pub(super) fn MessageList(messages: Vec<MessageView>, seat: Seat) -> impl IntoView {
    let texts = use_texts();
    let rows = messages.into_iter().map(|message| {
        let is_own = message.is_askers == (seat == Seat::Asker) && seat != Seat::Coordinator;
        let who = match (message.is_askers, is_own) {
            (_, true) => texts.cafe_you(),
            (true, false) => texts.cafe_asker(),
            (false, false) => texts.cafe_helper(),
        };
        view! {
            <li class="cafe-message" class:is-own=is_own>
                <p class="cafe-message__who">
                    <strong>{who}</strong>
                    " "
                    <time datetime=message.at.machine()>{message.at.clock(texts.locale())}</time>
                </p>
                <p class="cafe-message__text" dir="auto" data-read="">{message.text}</p>
            </li>
        }
    });
    view! { <ol class="cafe-messages" aria-label=texts.cafe_messages()>{rows.collect_view()}</ol> }
}
