use domain::learning::ExercisePage as Exercise;
use leptos::prelude::*;

use super::api::exercise;
use super::task::{Place, Simulator};
use crate::loading::{load_at, named, param};
use crate::texts::use_texts;
use crate::ui::{Breadcrumb, ForeignText, PageTitle};

/// One exercise by itself.
pub(super) fn exercise_page() -> impl IntoView {
    let locale = use_texts().locale();
    load_at(
        [param("scenario")],
        move |[id]| async move { exercise(named(&id)?, locale).await },
        exercise_view,
    )
}

fn exercise_view(exercise: Exercise) -> AnyView {
    let texts = use_texts();
    let locale = exercise.simulator.locale;
    let foreign = locale != texts.locale();
    let crumbs = vec![
        (texts.nav_learn().to_owned(), texts.path("/laer")),
        (
            texts.learning_exercises_title().to_owned(),
            texts.path("/oevelser"),
        ),
    ];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        <div class="lesson" lang=locale.tag() dir=locale.direction()>
            <PageTitle title=exercise.simulator.title.clone() />
            {foreign.then(|| view! { <ForeignText text=texts.common_danish_only() reader=texts.locale() /> })}
            <Simulator place=Place::Alone(exercise.id) simulator=exercise.simulator />
            <p>
                <a href=texts.path("/oevelser")>{texts.learning_exercises_all()}</a>
            </p>
        </div>
    }
    .into_any()
}
