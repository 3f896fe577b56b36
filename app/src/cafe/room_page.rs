use domain::cafe::{RoomPage as Room, Seat, Standing};
use domain::ids::CafeQuestionId;
use leptos::context::Provider;
use leptos::prelude::*;

use super::live::{Watch, follow_line, follow_room};
use super::message_list::MessageList;
use super::room_api::{room, room_steps, room_writing};
use super::room_steps::steps_view;
use super::sketch::paper;
use super::words::{CafeCrumbs, standing_text};
use super::write_form::writing_view;
use crate::error::AppError;
use crate::form::Sent;
use crate::homework::{grade_name, subject_name};
use crate::live::listen;
use crate::loading::{load, load_or_nothing};
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Note, PageTitle, RefreshWithoutScript};

/// Where no script tells of changes, the line is loaded again after so many seconds. A room is not: somebody writes in it.
const REFRESH_SECONDS: u32 = 20;

/// The room of this browser's own question.
pub(super) fn own_room_page() -> impl IntoView {
    view! {
        <CafeCrumbs below=true />
        {room_parts(None)}
    }
}

/// What was said, which is fetched again whenever something changes; and what one writes with, which is not: whoever writes
/// must not lose their words when the other is quicker.
pub(super) fn room_parts(address: Option<Memo<String>>) -> impl IntoView {
    let (sent, locale) = (use_context::<Sent>(), use_texts().locale());
    let key = move || {
        let room = address.map(|address| address.get()).unwrap_or_default();
        format!("{room} {}", sent.map_or(0, Sent::times))
    };
    let fetch = move || {
        let number = asked_room(address);
        async move { room(number?).await }
    };
    let fetch_writing = move || {
        let number = asked_room(address);
        async move { room_writing(number?).await }
    };
    let fetch_steps = move || {
        let number = asked_room(address);
        async move { room_steps(number?, locale).await }
    };
    Watch::provide(sent);
    let heard = Sent::new();
    let talk = move || {
        listen();
        load(key, fetch, room_view)
    };
    view! {
        <div class="cafe-room">
            <Provider value=heard>{talk()}</Provider>
            {load_or_nothing(fetch_writing, writing_view)}
            {paper(heard, move || asked_room(address))}
            {load_or_nothing(fetch_steps, steps_view)}
        </div>
    }
}

/// The room of the address; `None` for the own.
fn asked_room(address: Option<Memo<String>>) -> Result<Option<CafeQuestionId>, AppError> {
    let Some(address) = address else {
        return Ok(None);
    };
    let number = address.get_untracked().parse().map_err(|_| AppError::NotFound)?;
    Ok(Some(CafeQuestionId(number)))
}

fn room_view(page: Room) -> AnyView {
    let texts = use_texts();
    follow(&page);
    let title = format!(
        "{} · {}",
        subject_name(texts, page.subject),
        grade_name(texts, page.grade)
    );
    let kept =
        matches!(page.standing, Standing::Kept { .. }).then(|| view! { <p>{texts.cafe_kept_line()}</p> });
    let next_try = page.next_try.clone().map(|text| {
        view! { <Alert kind=AlertKind::Success title=texts.cafe_next_try_title()>{text}</Alert> }
    });
    view! {
        {page.standing.waits().then(|| view! { <RefreshWithoutScript seconds=REFRESH_SECONDS /> })}
        <PageTitle title=title lead=page.language.own_name() />
        <p class="cafe-standing" role="status">{standing_text(texts, page.standing)}</p>
        {kept}
        {prompts(texts, &page)}
        <MessageList room=page.id messages=page.messages seat=page.seat />
        {next_try}
    }
    .into_any()
}

/// Whoever waits is told of the line, whoever is in a room of the room.
fn follow(page: &Room) {
    Watch::note(page.standing);
    if page.standing.waits() {
        follow_line();
    } else {
        follow_room(page.id);
    }
}

/// What the volunteer asks instead of solving the task.
fn prompts(texts: Texts, page: &Room) -> Option<impl IntoView + use<>> {
    let helps = page.seat == Seat::Volunteer && matches!(page.standing, Standing::Open { .. });
    helps.then(|| {
        let prompts = [
            texts.cafe_prompt_1(),
            texts.cafe_prompt_2(),
            texts.cafe_prompt_3(),
            texts.cafe_prompt_4(),
        ];
        let rows = prompts.map(|prompt| view! { <li>{prompt}</li> });
        view! {
            <Note>
                <p>
                    <strong>{texts.cafe_not_solved()}</strong>
                </p>
                <ul>{rows.into_iter().collect_view()}</ul>
            </Note>
        }
    })
}
