use domain::classroom::{LivePage, LiveRow, PupilState};
use domain::ids::ClassId;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::classes_page::class_crumbs;
use super::live_api::{ComeToPupil, PupilHelped, live};
use crate::class_live::follow_class;
use crate::form::PostForm;
use crate::live::listen;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ButtonKind, LinkButton, PageTitle, RefreshWithoutScript, SubmitButton};

/// How often a page is fetched again where no script listens, in seconds.
pub(super) const EVERY: u32 = 5;

/// How it goes in a class just now, without a ranking.
pub(super) fn live_page() -> impl IntoView {
    listen();
    let locale = use_texts().locale();
    load_at(
        [param("class")],
        move |[class]| async move { live(ClassId(named(&class)?), locale).await },
        live_view,
    )
}

fn live_view(page: LivePage) -> AnyView {
    let texts = use_texts();
    let class = page.class.id;
    let states = [
        PupilState::Asked,
        PupilState::HelpComing,
        PupilState::Stuck,
        PupilState::Working,
        PupilState::Done,
        PupilState::Away,
    ];
    let counts = states.map(|state| (page.count(state), state_name(texts, state)));
    let crumbs = class_crumbs(texts, Some(&page.class));
    follow_class(class);
    let board = texts.path(&format!("/personale/klasser/{}/tavle", class.0));
    let waiting = rows_view(texts, class, page.waiting);
    let others = rows_view(texts, class, page.others);
    let waiting = waiting.map(|rows| view! { <h2>{texts.live_waiting()}</h2> {rows} });
    let others = others.map(|rows| view! { <h2>{texts.live_others()}</h2> {rows} });
    view! {
        <RefreshWithoutScript seconds=EVERY />
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.live_title(page.class.name) lead=texts.live_lead() />
        <ul class="live-counts">{counts.map(count_view).collect_view()}</ul>
        {waiting}
        {others}
        <p>
            <LinkButton href=board label=texts.live_board() kind=ButtonKind::Secondary />
        </p>
    }
    .into_any()
}

/// How many there are in a state; nothing where there is nobody, so that the first who waits is seen without scrolling.
fn count_view((pupils, state): (i64, &'static str)) -> Option<impl IntoView> {
    (pupils > 0).then(|| {
        view! {
            <li>
                {state} ": " <strong>{pupils}</strong>
            </li>
        }
    })
}

/// Nothing where there is nobody.
fn rows_view(texts: Texts, class: ClassId, rows: Vec<LiveRow>) -> Option<AnyView> {
    let is_somebody = !rows.is_empty();
    let rows = rows.into_iter().map(|row| pupil_line(texts, class, row));
    is_somebody.then(|| view! { <ul class="desk-rows">{rows.collect_view()}</ul> }.into_any())
}

fn pupil_line(texts: Texts, class: ClassId, row: LiveRow) -> impl IntoView {
    let state = row.state;
    let (called, about) = (row.name.clone(), row.name.clone());
    let coming = (state == PupilState::Asked).then(|| {
        view! {
            <PostForm action=ComeToPupil::PATH>
                {fields(class, row.pupil.0)}
                <SubmitButton label=texts.live_come() about=called />
            </PostForm>
        }
    });
    let helped = matches!(state, PupilState::Asked | PupilState::HelpComing).then(|| {
        view! {
            <PostForm action=PupilHelped::PATH>
                {fields(class, row.pupil.0)}
                <SubmitButton label=texts.live_helped() kind=ButtonKind::Secondary about=about />
            </PostForm>
        }
    });
    view! {
        <li class=row_class(state)>
            <div class="desk-row__who">
                <p>
                    <strong dir="auto">{row.name}</strong> " · " {state_name(texts, state)}
                </p>
                {row.place.map(|place| view! { <p class="desk-row__about">{place}</p> })}
                {row.work.map(|work| view! { <p class="desk-row__about">{texts.live_work(work.done, work.total)}</p> })}
            </div>
            <div class="desk-steps">{coming} {helped}</div>
        </li>
    }
}

fn fields(class: ClassId, pupil: i64) -> impl IntoView {
    view! {
        <input type="hidden" name="class" value=class.0 />
        <input type="hidden" name="pupil" value=pupil />
    }
}

fn row_class(state: PupilState) -> &'static str {
    match state {
        PupilState::Asked | PupilState::HelpComing | PupilState::Stuck => {
            "desk-row class-row live-row--needs-help"
        }
        PupilState::Working | PupilState::Done | PupilState::Away => "desk-row class-row",
    }
}

fn state_name(texts: Texts, state: PupilState) -> &'static str {
    match state {
        PupilState::Away => texts.live_away(),
        PupilState::Working => texts.live_working(),
        PupilState::Done => texts.live_done(),
        PupilState::Stuck => texts.live_stuck(),
        PupilState::Asked => texts.live_asked(),
        PupilState::HelpComing => texts.live_coming(),
    }
}
