use domain::learning::CourseCard;
use leptos::prelude::*;

use super::api::catalog;
use crate::lazy::lazy_page;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, Card, CardGrid, PageTitle, Tint};

lazy_page!(
    /// All courses.
    CatalogPage => catalog_page
);

fn catalog_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        <Breadcrumb items=vec![(texts.nav_home().to_owned(), texts.path("/"))] label=texts.nav_breadcrumb() />
        <PageTitle title=texts.learning_title() lead=texts.learning_lead() />
        {load(String::new, move || catalog(texts.locale()), course_list)}
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
                    lang=course.locale.tag()
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
