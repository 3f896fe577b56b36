use domain::learning::ScenarioCard;
use leptos::prelude::*;

use super::api::exercises;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{Breadcrumb, Card, CardGrid, PageTitle, Tint};

/// Pretend services to practise on.
pub(super) fn exercises_page() -> impl IntoView {
    let texts = use_texts();
    let crumbs = vec![
        (texts.nav_home().to_owned(), texts.path("/")),
        (texts.nav_learn().to_owned(), texts.path("/laer")),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <PageTitle title=texts.learning_exercises_title() lead=texts.learning_exercises_lead() />
        {load(String::new, move || exercises(texts.locale()), exercise_list)}
    }
}

fn exercise_list(exercises: Vec<ScenarioCard>) -> AnyView {
    let texts = use_texts();
    let cards = exercises.into_iter().map(move |exercise| {
        view! {
            <Card
                meta=texts.learning_minutes(exercise.minutes)
                title=exercise.title
                href=texts.path(&format!("/oevelser/{}", exercise.id))
                text=exercise.summary
                picture=exercise.picture
                tint=Tint::Fjord
                lang=exercise.locale
            />
        }
    });
    view! { <CardGrid>{cards.collect_view()}</CardGrid> }.into_any()
}
