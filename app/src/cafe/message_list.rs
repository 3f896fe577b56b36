use domain::cafe::{MessageView, Seat};
use domain::ids::{CafePictureId, CafeQuestionId};
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};

/// What was written, in order; one's own at the line's end.
#[component]
pub(super) fn MessageList(room: CafeQuestionId, messages: Vec<MessageView>, seat: Seat) -> impl IntoView {
    let texts = use_texts();
    let rows = messages.into_iter().map(|message| {
        let is_own = message.is_askers == (seat == Seat::Asker) && seat != Seat::Coordinator;
        let who = match (message.is_askers, is_own) {
            (_, true) => texts.cafe_you(),
            (true, false) => texts.cafe_asker(),
            (false, false) => texts.cafe_helper(),
        };
        let picture = message
            .picture
            .map(|id| picture(texts, picture_path(room, seat, id)));
        view! {
            <li class="cafe-message" class:is-own=is_own>
                <p class="cafe-message__who">
                    <strong>{who}</strong>
                    " "
                    <time datetime=message.at.machine()>{message.at.clock(texts.locale())}</time>
                </p>
                {picture}
                <p class="cafe-message__text" dir="auto" data-read="">{message.text}</p>
            </li>
        }
    });
    view! {
        <div role="log" aria-label=texts.cafe_messages()>
            <ol class="cafe-messages">{rows.collect_view()}</ol>
        </div>
    }
}

/// A picture, which opens by itself where it can be made larger.
fn picture(texts: Texts, path: String) -> impl IntoView {
    let whole = path.clone();
    view! {
        <a href=whole target="_blank">
            <img class="cafe-message__picture" src=path alt=texts.cafe_picture_alt() />
        </a>
    }
}

/// Where a picture is, for whoever sits in a seat.
fn picture_path(
    CafeQuestionId(room): CafeQuestionId,
    seat: Seat,
    CafePictureId(id): CafePictureId,
) -> String {
    match seat {
        Seat::Asker => format!("/lektier/cafe/rum/billede/{id}"),
        Seat::Volunteer | Seat::Coordinator => format!("/personale/cafe/rum/{room}/billede/{id}"),
    }
}
