use domain::cafe::{RoomSteps, WriteProblem};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::picture_field::picture_field;
use super::words::text_problem;
use super::write_api::WriteInRoom;
use crate::form::PostForm;
use crate::texts::Texts;
use crate::ui::{ButtonKind, ButtonRow, SubmitButton, TextArea};

/// What one writes with in a room. Where no script tells of news the second button fetches it, and keeps what is typed.
pub(super) fn write_form(texts: Texts, page: &RoomSteps) -> impl IntoView + use<> {
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
pub(super) fn picture_form(texts: Texts, page: &RoomSteps) -> impl IntoView + use<> {
    let picture = picture_field(texts, page);
    view! { <PostForm action=WriteInRoom::PATH>{picture}</PostForm> }
}
