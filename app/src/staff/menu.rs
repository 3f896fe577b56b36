//! What those who work here can go to.

use domain::staff::{Right, Role};
use leptos::prelude::*;

use crate::texts::Texts;

/// Links to what a role may do; a line for each page.
pub fn menu(texts: Texts, role: Role) -> impl IntoView {
    let pages = [
        (Right::ServeCitizens, "/skranke", texts.desk_open()),
        (
            Right::ServeCitizens,
            "/skranke/book",
            texts.staff_book_for_citizen(),
        ),
        (Right::ServeCitizens, "/skranke/book/find", texts.bookfor_find()),
        (Right::ServeCitizens, "/personale/dag", texts.oversight_day()),
        (Right::ServeCitizens, "/personale/uge", texts.oversight_week()),
        (Right::EditSchedule, "/personale/plan", texts.plan_title()),
        (
            Right::EditSchedule,
            "/personale/plan/ringeliste",
            texts.plan_call_list(),
        ),
        (
            Right::ServeCitizens,
            "/personale/kalendere",
            texts.oversight_calendars(),
        ),
        (Right::HelpInCafe, "/personale/cafe", texts.cafe_staff_title()),
        (Right::SeeFigures, "/personale/tal", texts.oversight_figures()),
        (Right::ManageAccess, "/personale/adgang", texts.oversight_access()),
        (
            Right::TeachClasses,
            "/personale/klasser",
            texts.classroom_classes(),
        ),
    ];
    let links = pages
        .into_iter()
        .filter(|(right, _, _)| role.may(*right))
        .map(|(_, path, text)| view! { <li><a href=texts.path(path)>{text}</a></li> });
    view! { <ul class="plain-list">{links.collect_view()}</ul> }
}
