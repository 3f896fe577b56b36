use domain::help_topic::{HelpDoor, HelpTopicView};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::DropTopic;
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, Note, SubmitButton};

/// Says what will be told to the person who helps, with the way back and a way to leave it out.
#[component]
pub fn HelpTopicNote(topic: HelpTopicView, door: HelpDoor) -> impl IntoView {
    let texts = use_texts();
    let text = match door {
        HelpDoor::Appointments => texts.topic_for_adviser(),
        HelpDoor::Homework => texts.topic_for_homework(),
    };
    view! {
        <Note>
            <p>
                <strong>{texts.topic_title()}</strong>
                " "
                <a href=texts.path(&topic.path)>{topic_text(texts, &topic)}</a>
            </p>
            <p>{text}</p>
            <PostForm action=DropTopic::PATH>
                <input type="hidden" name="door" value=door.as_str() />
                <SubmitButton label=texts.topic_drop() kind=ButtonKind::Tertiary />
            </PostForm>
        </Note>
    }
}

/// "Find brevet (Digital Post)".
pub fn topic_text(texts: Texts, topic: &HelpTopicView) -> String {
    texts.topic_text(topic.course_title.as_str(), topic.step_title.as_str())
}
