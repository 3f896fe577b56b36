use domain::classroom::{DiscussionView, PupilDiscussionPage as Discussion};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::discussion_api::{AnswerDiscussion, pupil_discussion};
use crate::class_live::follow_class;
use crate::discussion_chart::chart_view;
use crate::form::PostForm;
use crate::live::listen;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, Breadcrumb, PageTitle, RefreshWithoutScript};

/// How often the page is fetched again where no script listens, in seconds.
const EVERY: u32 = 10;

/// The question that the class answers together.
pub(super) fn pupil_discussion_page() -> impl IntoView {
    listen();
    let texts = use_texts();
    let crumbs = vec![(texts.pupil_today().to_owned(), texts.path("/klasse/i-dag"))];
    view! {
        <Breadcrumb items=crumbs label=texts.nav_breadcrumb() />
        {load(String::new, pupil_discussion, discussion_view)}
    }
}

fn discussion_view(page: Discussion) -> AnyView {
    let texts = use_texts();
    if let Some(class) = page.class {
        follow_class(class);
    }
    let Some(current) = page.current else {
        return view! { <PageTitle title=texts.discuss_pupil_title() lead=texts.discuss_nothing() /> }
            .into_any();
    };
    let body = if current.is_open {
        answers(texts, &current, page.own)
    } else {
        chart_view(texts, &current).into_any()
    };
    view! {
        <RefreshWithoutScript seconds=EVERY />
        <PageTitle title=current.question.clone() />
        {body}
    }
    .into_any()
}

/// Each answer is a button: one press answers, and another changes it.
fn answers(texts: Texts, current: &DiscussionView, own: Option<i64>) -> AnyView {
    let buttons = (0_i64..).zip(&current.answers).map(|(choice, answer)| {
        let is_own = own == Some(choice);
        view! {
            <button
                class="button button-secondary answer-key"
                type="submit"
                name="choice"
                value=choice
                aria-pressed=is_own.to_string()
            >
                {answer.clone()}
            </button>
        }
    });
    let buttons = buttons.collect_view();
    let id = current.id.0;
    let said = own.map(|_| view! { <Alert kind=AlertKind::Success>{texts.discuss_answered()}</Alert> });
    view! {
        {said}
        <PostForm action=AnswerDiscussion::PATH class="answer-keys">
            <input type="hidden" name="discussion" value=id />
            {buttons}
        </PostForm>
    }
    .into_any()
}
