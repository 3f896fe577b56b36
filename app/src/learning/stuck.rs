use domain::ids::CourseId;
use domain::learning::StuckView;
use leptos::prelude::*;

use super::course_page::step_href;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind};

/// Offers a way on to somebody who has failed often. Nobody is told off.
#[component]
pub fn StuckCard(course: CourseId, stuck: StuckView) -> impl IntoView {
    let texts = use_texts();
    view! { <Alert kind=AlertKind::Info title=texts.stuck_title()>{way_on(texts, &course, stuck)}</Alert> }
}

fn way_on(texts: Texts, course: &CourseId, stuck: StuckView) -> AnyView {
    let (text, link) = match stuck {
        StuckView::Hint => (texts.stuck_hint().to_owned(), None),
        StuckView::EarlierStep(place) => (
            texts.stuck_earlier_text().to_owned(),
            Some((
                step_href(texts, course, &place),
                texts.stuck_earlier_link().to_owned(),
            )),
        ),
        StuckView::EarlierCourse { course, title } => (
            texts.stuck_course_text().to_owned(),
            Some((texts.path(&format!("/laer/{course}")), title)),
        ),
        StuckView::Person => (
            texts.stuck_person_text().to_owned(),
            Some((texts.path("/tid"), texts.stuck_person_link().to_owned())),
        ),
    };
    let link = link.map(|(href, label)| view! { <p><a href=href>{label}</a></p> });
    view! {
        <p>{text}</p>
        {link}
    }
    .into_any()
}
