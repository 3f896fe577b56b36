use domain::learning::FollowedBy;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::{MakeFollowCode, StopFollowers};
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, SubmitButton, Ticket};

/// Who follows, and how somebody is let in or shut out. Whoever is followed sees it, and ends it with one press.
#[component]
pub fn Followed(by: FollowedBy) -> impl IntoView {
    let texts = use_texts();
    let ticket = by.code.clone().map(|code| {
        view! {
            <Ticket code_label=texts.follow_code_label() code=code.replace('-', " ")>
                <p>{texts.follow_code_how()}</p>
            </Ticket>
        }
    });
    let label = match by.code {
        Some(_) => texts.follow_code_another(),
        None => texts.follow_code_make(),
    };
    let can_stop = by.followers > 0 || by.code.is_some();
    view! {
        <section id="foelger">
            <h2>{texts.follow_child_title()}</h2>
            {followers(texts, by.followers)}
            {ticket}
            <p>{texts.follow_child_text()}</p>
            <PostForm action=MakeFollowCode::PATH>
                <SubmitButton label=label kind=ButtonKind::Secondary />
            </PostForm>
            {can_stop
                .then(|| {
                    view! {
                        <PostForm action=StopFollowers::PATH>
                            <SubmitButton label=texts.follow_stop() kind=ButtonKind::Danger />
                        </PostForm>
                    }
                })}
        </section>
    }
}

fn followers(texts: Texts, followers: i64) -> AnyView {
    let text = match followers {
        0 => return view! { <p>{texts.follow_nobody()}</p> }.into_any(),
        1 => texts.follow_one().to_owned(),
        many => texts.follow_some(many),
    };
    view! { <Alert kind=AlertKind::Info>{text}</Alert> }.into_any()
}
