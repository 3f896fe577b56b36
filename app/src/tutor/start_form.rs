use domain::ids::CourseId;
use domain::tutor::{Side, TutorCourse};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::join_api::StartTogether;
use crate::form::PostForm;
use crate::texts::use_texts;
use crate::ui::{ButtonKind, ButtonRow, SubmitButton};

/// Which course, and on which side of it this device is.
#[component]
pub(super) fn StartForm(courses: Vec<TutorCourse>, chosen: Option<CourseId>) -> impl IntoView {
    let texts = use_texts();
    let options = courses.into_iter().map(move |course| {
        let is_chosen = chosen.as_ref() == Some(&course.id);
        let lang = course.locale.tag();
        view! { <option value=course.id.to_string() selected=is_chosen lang=lang>{course.title}</option> }
    });
    view! {
        <section>
            <h2>{texts.tutor_begin_title()}</h2>
            <PostForm action=StartTogether::PATH>
                <div class="form-group">
                    <label class="form-label" for="field-course">{texts.tutor_course()}</label>
                    <select class="form-select" id="field-course" name="course">{options.collect_view()}</select>
                </div>
                <ButtonRow>
                    <SubmitButton label=texts.tutor_i_learn() name="side" value=Side::Citizen.as_str() />
                    <SubmitButton
                        label=texts.tutor_i_help()
                        kind=ButtonKind::Secondary
                        name="side"
                        value=Side::Helper.as_str()
                    />
                </ButtonRow>
            </PostForm>
        </section>
    }
}
