use domain::ids::CourseId;
use domain::learning::StepRef;
use leptos::prelude::*;

/// The hidden fields that say which step a form belongs to.
#[component]
pub fn StepFields(course: CourseId, here: StepRef) -> impl IntoView {
    view! {
        <input type="hidden" name="course" value=course.to_string() />
        <input type="hidden" name="lesson" value=here.lesson.to_string() />
        <input type="hidden" name="step" value=here.step.to_string() />
    }
}
