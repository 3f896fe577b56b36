use domain::classroom::{BoardLine, BoardPage as Board};
use domain::ids::ClassId;
use leptos::prelude::*;

use super::classes_page::class_crumbs;
use super::live_api::board;
use super::live_page::EVERY;
use super::way_in::way_in_view;
use crate::class_live::follow_class;
use crate::live::listen;
use crate::loading::{load_at, named, param};
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, PageTitle, ProgressLine, RefreshWithoutScript};

/// How it goes in a class, for a screen that everybody sees.
pub(super) fn board_page() -> impl IntoView {
    listen();
    let locale = use_texts().locale();
    load_at(
        [param("class")],
        move |[class]| async move { board(ClassId(named(&class)?), locale).await },
        board_view,
    )
}

fn board_view(page: Board) -> AnyView {
    let texts = use_texts();
    follow_class(page.class.id);
    let crumbs = class_crumbs(texts, Some(&page.class));
    let waiting = (page.waiting > 0).then(|| view! { <p>{texts.live_board_waiting(page.waiting)}</p> });
    let lines = page.assignments.into_iter().map(|line| line_view(texts, line));
    view! {
        <RefreshWithoutScript seconds=EVERY />
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <div class="class-board">
            <PageTitle title=page.class.name lead=texts.live_board_here(page.here, page.class.pupils) />
            {waiting}
            <ul class="class-board__lines">{lines.collect_view()}</ul>
            {way_in_view(texts, page.way_in)}
        </div>
    }
    .into_any()
}

fn line_view(texts: Texts, line: BoardLine) -> impl IntoView {
    let done = texts.assign_done_of(line.done, line.pupils);
    view! {
        <li>
            <h2>{line.title}</h2>
            <ProgressLine done=line.done total=line.pupils label=done />
        </li>
    }
}
