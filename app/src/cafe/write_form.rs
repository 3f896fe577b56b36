use domain::cafe::{RoomWriting, Seat, Standing, WriteProblem};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::picture_field::picture_field;
use super::words::text_problem;
use super::write_api::WriteInRoom;
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, ButtonRow, SubmitButton, TextArea};

/// What one writes with: in a room that is open, or a picture of the task while somebody waits.
pub(super) fn writing_view(page: RoomWriting) -> AnyView {
    let texts = use_texts();
    let is_open = matches!(page.standing, Standing::Open { .. });
    match page.seat {
        Seat::Asker | Seat::Volunteer if is_open => write_form(texts, &page).into_any(),
        Seat::Asker if page.standing.waits() => picture_form(texts, &page).into_any(),
        Seat::Asker | Seat::Volunteer | Seat::Coordinator => ().into_any(),
    }
}

/// What one writes with in a room. Where no script tells of news the second button fetches it, and keeps what is typed.
fn write_form(texts: Texts, page: &RoomWriting) -> impl IntoView + use<> {
    let (room, draft) = (page.room.clone(), page.draft.clone());
    let error = match page.problem {
        Some(WriteProblem::Text(problem)) => Some(text_problem(texts, problem).to_owned()),
        Some(WriteProblem::Picture(_)) | None => None,
    };
    let picture = picture_field(texts, page);
    view! {
        <PostForm action=WriteInRoom::PATH>
            <input type="hidden" name="room" value=room />
            <TextArea label=texts.cafe_write() hint=texts.cafe_write_hint() name="text" value=draft rows=3 error=error />
            <ButtonRow>
                <SubmitButton label=texts.cafe_send_message() />
                <SubmitButton label=texts.cafe_look() kind=ButtonKind::Secondary name="intent" value="look" />
            </ButtonRow>
            {picture}
        </PostForm>
    }
}

/// A picture of the task while somebody waits: it is often in a book.
fn picture_form(texts: Texts, page: &RoomWriting) -> impl IntoView + use<> {
    let picture = picture_field(texts, page);
    view! { <PostForm action=WriteInRoom::PATH>{picture}</PostForm> }
}
