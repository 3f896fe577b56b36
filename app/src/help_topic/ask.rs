use domain::help_topic::{HelpDoor, HelpTopic};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::BringTopic;
use crate::form::PostForm;
use crate::ui::{ButtonKind, SubmitButton};

/// Leads to a person, and says there what one is stuck on.
#[component]
pub fn AskForHelp(
    topic: HelpTopic,
    door: HelpDoor,
    #[prop(into)] label: String,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    view! {
        <PostForm action=BringTopic::PATH>
            <input type="hidden" name="course" value=topic.course.to_string() />
            <input type="hidden" name="lesson" value=topic.lesson.to_string() />
            <input type="hidden" name="step" value=topic.step.to_string() />
            <input type="hidden" name="door" value=door.as_str() />
            <SubmitButton label=label kind=kind />
        </PostForm>
    }
}
