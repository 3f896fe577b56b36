use domain::learning::CourseCard;
use leptos::prelude::*;

use super::api::catalog;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, ButtonKind, Card, CardGrid, LinkButton, PageTitle, Tint};

/// All courses.
pub(super) fn catalog_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <Breadcrumb items=vec![(texts.nav_home().to_owned(), texts.path("/"))] label=texts.nav_breadcrumb() />
        <PageTitle title=texts.learning_title() lead=texts.learning_lead() />
        {ways(texts)}
        {load(String::new, move || catalog(texts.locale()), course_list)}
        <div class="stack">
            <Card
                title=texts.money_catalog()
                href=texts.path("/penge")
                text=texts.money_catalog_line()
                tint=Tint::Moss
            />
        </div>
    }
}

/// What else there is: a start line for those who are in doubt, exercises, and what is kept of oneself.
fn ways(texts: Texts) -> impl IntoView {
    view! {
        <section class="start-card">
            <p>{texts.start_link_lead()}</p>
            <LinkButton href=texts.path("/laer/startlinje") label=texts.start_link() kind=ButtonKind::Secondary />
        </section>
        <ul class="ways">
            <li>
                <a href=texts.path("/oevelser")>{texts.learning_exercises_link()}</a>
            </li>
            <li>
                <a href=texts.path("/laer/genopfrisk")>{texts.review_title()}</a>
            </li>
            <li>
                <a href=texts.path("/ordbog")>{texts.learning_glossary_title()}</a>
            </li>
            <li>
                <a href=texts.path("/laer/gem")>{texts.keep_link()}</a>
            </li>
        </ul>
    }
}

fn course_list(courses: Vec<CourseCard>) -> AnyView {
    let texts = use_texts();
    let cards = courses
        .into_iter()
        .map(|course| {
            view! {
                <Card
                    meta=card_meta(texts, &course)
                    title=course.title
                    href=texts.path(&format!("/laer/{}", course.id))
                    text=course.summary
                    picture=course.picture
                    tint=Tint::Fjord
                    lang=course.locale
                />
            }
        })
        .collect_view();
    view! { <CardGrid>{cards}</CardGrid> }.into_any()
}

/// "6 lektioner · 35 minutter", or how far the visitor has come.
fn card_meta(texts: Texts, course: &CourseCard) -> String {
    let progress = &course.progress;
    if progress.done == 0 {
        texts.learning_size(course.lessons, course.minutes)
    } else if progress.next.is_none() {
        texts.learning_all_done().to_owned()
    } else {
        texts.learning_done_of(progress.done, progress.total)
    }
}
