use domain::learning::AssignmentView;
use leptos::prelude::*;

/// Something to do in real life, as a list to tick on paper.
#[component]
pub fn AssignmentCard(assignment: AssignmentView) -> impl IntoView {
    let items = assignment
        .items
        .into_iter()
        .map(|item| view! { <li>{item}</li> })
        .collect_view();
    view! {
        <section class="assignment" data-read="">
            <h2>{assignment.prompt}</h2>
            <ul class="check-list">{items}</ul>
        </section>
    }
}
