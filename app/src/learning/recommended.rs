//! Courses as cards, and those that somebody is advised to go to next.

use domain::learning::{AdviceReason, CourseCard, CourseProgress, Recommended};
use leptos::prelude::*;

use super::course_page::step_href;
use crate::texts::{Texts, use_texts};
use crate::ui::{Card, CardGrid, Tint};

/// What to do next, each with its reason. Nothing where there is nothing to advise.
#[component]
pub fn Recommendations(#[prop(into)] title: String, courses: Vec<Recommended>) -> impl IntoView {
    let texts = use_texts();
    let cards = courses.into_iter().map(|advice| {
        let (reason, href) = (reason(texts, &advice), way_in(texts, &advice));
        course_card(advice.card, href, reason)
    });
    let cards: Vec<_> = cards.collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="advice" aria-labelledby="advice">
                <h2 id="advice">{title}</h2>
                <CardGrid>{cards}</CardGrid>
            </section>
        }
    })
}

/// What was begun opens where one stopped.
fn way_in(texts: Texts, advice: &Recommended) -> String {
    let course = &advice.card;
    match (&advice.reason, &course.progress.next) {
        (AdviceReason::Begun, Some(next)) => step_href(texts, &course.id, next),
        _ => course_href(texts, course),
    }
}

fn reason(texts: Texts, advice: &Recommended) -> String {
    match &advice.reason {
        AdviceReason::Begun => {
            let far = how_far(texts, &advice.card.progress);
            far.map_or(texts.advice_begun().to_owned(), |far| texts.advice_begun_far(far))
        }
        AdviceReason::BuildsOn(before) => texts.advice_builds_on(before),
        AdviceReason::SameGoal(before) => texts.advice_same_goal(before),
    }
}

/// The address of a course's own page.
pub fn course_href(texts: Texts, course: &CourseCard) -> String {
    texts.path(&format!("/laer/{}", course.id))
}

/// A course under a heading of level 2.
pub fn course_card(course: CourseCard, href: String, meta: String) -> impl IntoView {
    view! {
        <Card
            meta=meta
            title=course.title
            href=href
            text=course.summary
            picture=course.picture
            tint=Tint::Fjord
            lang=course.locale
            heading=3
        />
    }
}

/// "3 af 20 trin", or that it is done; nothing for a course that has not been begun.
pub fn how_far(texts: Texts, progress: &CourseProgress) -> Option<String> {
    if progress.done == 0 {
        None
    } else if progress.next.is_none() {
        Some(texts.learning_all_done().to_owned())
    } else {
        Some(texts.learning_done_of(progress.done, progress.total))
    }
}
