#[cfg(feature = "hydrate")]
mod smaller;

use domain::cafe::{RoomWriting, WriteProblem};
use leptos::ev::Event;
use leptos::prelude::*;

use super::words::picture_problem;
use crate::texts::Texts;
use crate::ui::{Accordion, ButtonKind, FileField};

/// Sends a picture of the task, with the form that it stands in: whatever else is typed there goes along, and is kept.
pub(super) fn picture_field(texts: Texts, page: &RoomWriting) -> impl IntoView + use<> {
    let error = match page.problem {
        Some(WriteProblem::Picture(problem)) => Some(picture_problem(texts, problem).to_owned()),
        Some(WriteProblem::Text(_)) | None => None,
    };
    let path = if page.room.is_empty() {
        "/lektier/cafe/rum/billede".to_owned()
    } else {
        format!("/personale/cafe/rum/{}/billede", page.room)
    };
    view! {
        <Accordion summary=texts.cafe_picture() open=error.is_some()>
            <div on:change=when_chosen>
                <FileField
                    label=texts.cafe_picture_file()
                    hint=texts.cafe_picture_hint()
                    name="picture"
                    accept="image/jpeg,image/png,image/webp"
                    error=error
                />
            </div>
            <button class=ButtonKind::Secondary.class() type="submit" formaction=path formenctype="multipart/form-data">
                {texts.cafe_send_picture()}
            </button>
        </Accordion>
    }
}

/// In the browser a large picture is made smaller at once.
fn when_chosen(event: Event) {
    #[cfg(feature = "hydrate")]
    smaller::make_smaller(&event);
    #[cfg(not(feature = "hydrate"))]
    let _ = event;
}
