use domain::schedule::{Named, SchedulePage};
use leptos::prelude::*;

use super::api::schedule_overview;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, ButtonKind, LinkButton, PageTitle};

/// Where changing the schedule begins.
pub(super) fn schedule_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || schedule_overview(locale), schedule_view)
}

fn schedule_view(page: SchedulePage) -> AnyView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.staff_home_title().to_owned(), texts.path("/personale")),
    ];
    let advisers = page.advisers.iter().map(|id| Named {
        id: id.to_string(),
        name: id.name(),
    });
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.plan_title() lead=texts.plan_lead() />
        {(page.waiting > 0).then(|| waiting(texts, page.waiting))}
        <h2>{texts.plan_days()}</h2>
        <ul class="plain-list">
            <li><a href=texts.path("/personale/plan/lukkedage")>{texts.plan_closing_days()}</a></li>
            <li><a href=texts.path("/personale/plan/fravaer")>{texts.plan_absences()}</a></li>
            <li><a href=texts.path("/personale/plan/faelles")>{texts.plan_general_title()}</a></li>
        </ul>
        {links(texts, texts.plan_locations(), "sted", page.locations)}
        {add_link(texts, texts.plan_parts_new_place(), "nyt-sted")}
        {links(texts, texts.plan_advisers(), "medarbejder", advisers.collect())}
        {add_link(texts, texts.plan_parts_new_adviser(), "ny-medarbejder")}
        {links(texts, texts.plan_services(), "ydelse", page.services)}
        {add_link(texts, texts.plan_parts_new_service(), "ny-ydelse")}
        <h2>{texts.plan_more()}</h2>
        <ul class="plain-list">
            <li><a href=texts.path("/personale/plan/ringeliste")>{texts.plan_call_list()}</a></li>
            <li><a href=texts.path("/personale/plan/fil")>{texts.plan_file()}</a></li>
        </ul>
    }
    .into_any()
}

fn waiting(texts: Texts, waiting: i64) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Warning title=texts.plan_waiting_title()>
            <a href=texts.path("/personale/plan/ringeliste")>{texts.plan_waiting(waiting)}</a>
        </Alert>
    }
}

fn add_link(texts: Texts, label: &'static str, page: &'static str) -> impl IntoView {
    let href = texts.path(&format!("/personale/plan/{page}"));
    view! { <LinkButton href=href label=label kind=ButtonKind::Tertiary /> }
}

fn links(texts: Texts, title: &'static str, part: &'static str, things: Vec<Named>) -> impl IntoView {
    let links = things.into_iter().map(|Named { id, name }| {
        view! { <li><a href=texts.path(&format!("/personale/plan/{part}/{id}"))>{name}</a></li> }
    });
    view! {
        <h2>{title}</h2>
        <ul class="plain-list">{links.collect_view()}</ul>
    }
}
