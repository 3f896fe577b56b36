use domain::ids::CourseId;
use domain::learning::{HelpView, NextHelp, StepRef};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::form::PostForm;
use crate::learning::api::Hint;
use crate::learning::step_fields::StepFields;
use crate::texts::use_texts;
use crate::ui::{ButtonKind, SubmitButton};

/// The hints that have been asked for, and a button for the next.
#[component]
pub fn HelpForm(course: CourseId, here: StepRef, help: HelpView) -> impl IntoView {
    let texts = use_texts();
    let label = help.next.map(|next| match next {
        NextHelp::Hint => texts.question_more_hint(),
        NextHelp::ShowHow => texts.question_show_how(),
    });
    let hints = help.hints.into_iter().map(|hint| {
        view! {
            <div class="note" role="note" data-read="">
                <p><strong>{texts.question_hint_title()}</strong></p>
                <p>{hint}</p>
            </div>
        }
    });
    let show_how = help.show_how.map(|text| {
        view! {
            <div class="note" role="note" data-read="">
                <p><strong>{texts.question_how_title()}</strong></p>
                <p>{text}</p>
            </div>
        }
    });
    view! {
        {hints.collect_view()}
        {show_how}
        {label.map(|label| {
            view! {
                <PostForm action=Hint::PATH class="help-form">
                    <StepFields course=course here=here />
                    <SubmitButton label=label kind=ButtonKind::Tertiary />
                </PostForm>
            }
        })}
    }
}
