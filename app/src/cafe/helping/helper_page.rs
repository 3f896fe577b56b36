use domain::cafe::{HelperPage as Helper, WhyNot};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::helper_api::{TakeQuestion, helper};
use crate::cafe::live::follow_line;
use crate::cafe::words::{door_text, why_not_text};
use crate::form::PostForm;
use crate::live::listen;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, LinkButton, PageTitle, RefreshWithoutScript, SubmitButton};

/// Where no script tells of changes, the page is loaded again after so many seconds.
const REFRESH_SECONDS: u32 = 20;

/// A volunteer's own page: the line, and taking the next.
pub(super) fn helper_page() -> impl IntoView {
    listen();
    let locale = use_texts().locale();
    load(String::new, move || helper(locale), helper_view)
}

fn helper_view(page: Helper) -> AnyView {
    let texts = use_texts();
    follow_line();
    let crumbs = vec![(texts.staff_home_title().to_owned(), texts.path("/personale"))];
    let why_not = page
        .why_not
        .map(|why_not| view! { <Alert kind=AlertKind::Info>{why_not_text(texts, why_not)}</Alert> });
    let thanks = match page.rooms {
        0 => texts.cafe_thanks_none().to_owned(),
        1 => texts.cafe_thanks_one().to_owned(),
        rooms => texts.cafe_thanks(rooms),
    };
    let shifts = (page.why_not != Some(WhyNot::NotOnRoster)).then(|| shifts(texts, &page));
    view! {
        <RefreshWithoutScript seconds=REFRESH_SECONDS />
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.cafe_staff_title() lead=door_text(texts, page.door) />
        {why_not}
        {next(texts, &page)}
        {shifts}
        <p>{thanks}</p>
        {page.runs_cafe.then(|| running(texts))}
    }
    .into_any()
}

fn shifts(texts: Texts, page: &Helper) -> impl IntoView + use<> {
    let rows = page
        .shifts
        .iter()
        .map(|shift| view! { <li>{shift.text.clone()}</li> });
    let rows = rows.collect_view();
    view! {
        <h2>{texts.cafe_shifts()}</h2>
        <ul>{rows}</ul>
        <p>{texts.cafe_shifts_line()}</p>
    }
}

/// The open room, or how many wait.
fn next(texts: Texts, page: &Helper) -> AnyView {
    if let Some(room) = page.room {
        let href = texts.path(&format!("/personale/cafe/rum/{}", room.0));
        return view! {
            <p>
                <LinkButton href=href label=texts.cafe_to_room() />
            </p>
        }
        .into_any();
    }
    let waiting = match page.waiting {
        0 => texts.cafe_nobody_waits().to_owned(),
        1 => texts.cafe_one_waits().to_owned(),
        waiting => texts.cafe_many_wait(waiting),
    };
    let may_take = page.why_not.is_none() && page.waiting > 0;
    let take = may_take.then(|| {
        view! {
            <PostForm action=TakeQuestion::PATH>
                <SubmitButton label=texts.cafe_take() />
            </PostForm>
        }
    });
    view! {
        <p class="cafe-standing" role="status">{waiting}</p>
        {take}
    }
    .into_any()
}

/// Where one goes who runs the café.
fn running(texts: Texts) -> impl IntoView {
    view! {
        <h2>{texts.cafe_running()}</h2>
        <ul class="plain-list">
            <li>
                <a href=texts.path("/personale/cafe/log")>{texts.cafe_log_title()}</a>
            </li>
            <li>
                <a href=texts.path("/personale/cafe/frivillige")>{texts.cafe_roster_title()}</a>
            </li>
        </ul>
    }
}
