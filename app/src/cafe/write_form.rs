use domain::cafe::RoomSteps;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::words::text_problem;
use super::write_api::WriteInRoom;
use crate::form::PostForm;
use crate::texts::Texts;
use crate::ui::{ButtonKind, ButtonRow, SubmitButton, TextArea};

/// What one writes with in a room. Where no script tells of news the second button fetches it, and keeps what is typed.
pub(super) fn write_form(texts: Texts, page: &RoomSteps) -> impl IntoView + use<> {
    let (room, draft) = (page.room.clone(), page.draft.clone());
    let error = page
        .problem
        .map(|problem| text_problem(texts, problem).to_owned());
    view! {
        <PostForm action=WriteInRoom::PATH>
            <input type="hidden" name="room" value=room />
            <TextArea label=texts.cafe_write() hint=texts.cafe_write_hint() name="text" value=draft rows=3 error=error />
            <ButtonRow>
                <SubmitButton label=texts.cafe_send_message() />
                <SubmitButton label=texts.cafe_look() kind=ButtonKind::Secondary name="intent" value="look" />
            </ButtonRow>
        </PostForm>
    }
}
