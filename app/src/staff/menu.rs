//! What those who work here can go to.

use domain::staff::{Right, Role};
use leptos::prelude::*;

use crate::messages::MessageLinks;
use crate::texts::Texts;

/// A page, the right that it takes, and what its link says.
type Page = (Right, &'static str, &'static str);

/// Links to what a role may do, by what it is about.
pub fn menu(texts: Texts, role: Role) -> impl IntoView {
    let parts = [
        (texts.menu_desk(), desk(texts)),
        (texts.menu_times(), times(texts)),
        (texts.menu_planning(), planning(texts)),
        (texts.menu_teaching(), teaching(texts)),
        (texts.menu_oversight(), oversight(texts)),
    ];
    let parts = parts
        .into_iter()
        .map(|(title, pages)| part(texts, role, title, pages));
    // Asked for by those alone who get an answer.
    let messages = role.may(Right::ServeCitizens).then(|| view! { <MessageLinks /> });
    view! { <div class="staff-menu">{messages} {parts.collect_view()}</div> }
}

fn part(texts: Texts, role: Role, title: &'static str, pages: Vec<Page>) -> Option<impl IntoView> {
    let links: Vec<_> = pages
        .into_iter()
        .filter(|(right, _, _)| role.may(*right))
        .map(|(_, path, text)| view! { <li><a href=texts.path(path)>{text}</a></li> })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <section class="staff-menu__part">
                <h2>{title}</h2>
                <ul class="plain-list">{links}</ul>
            </section>
        }
    })
}

fn desk(texts: Texts) -> Vec<Page> {
    let serve = Right::ServeCitizens;
    vec![
        (serve, "/skranke", texts.desk_open()),
        (serve, "/skranke/book", texts.staff_book_for_citizen()),
        (serve, "/skranke/book/find", texts.bookfor_find()),
    ]
}

fn times(texts: Texts) -> Vec<Page> {
    let serve = Right::ServeCitizens;
    vec![
        (serve, "/personale/dag", texts.oversight_day()),
        (serve, "/personale/uge", texts.oversight_week()),
        (serve, "/personale/kalendere", texts.oversight_calendars()),
    ]
}

fn planning(texts: Texts) -> Vec<Page> {
    let edit = Right::EditSchedule;
    vec![
        (edit, "/personale/plan", texts.plan_title()),
        (edit, "/personale/plan/ringeliste", texts.plan_call_list()),
    ]
}

fn teaching(texts: Texts) -> Vec<Page> {
    vec![
        (
            Right::TeachClasses,
            "/personale/klasser",
            texts.classroom_classes(),
        ),
        (Right::HelpInCafe, "/personale/cafe", texts.cafe_staff_title()),
    ]
}

fn oversight(texts: Texts) -> Vec<Page> {
    vec![
        (Right::SeeFigures, "/personale/tal", texts.oversight_figures()),
        (Right::ManageAccess, "/personale/adgang", texts.oversight_access()),
    ]
}
