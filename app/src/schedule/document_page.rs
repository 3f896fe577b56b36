use domain::schedule::DocumentPage;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::edit_document;
use super::document_api::{ChangeDocument, LeaveDocument};
use super::form_parts::ScheduleHead;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind, ButtonKind, SubmitButton, TextArea};

/// The whole schedule as a document.
pub(super) fn document_page() -> impl IntoView {
    load(String::new, edit_document, document_view)
}

fn document_view(page: DocumentPage) -> AnyView {
    let texts = use_texts();
    let refused = !page.faults.is_empty();
    view! {
        <ScheduleHead title=texts.plan_file() lead=texts.plan_file_lead() />
        {refused.then(|| faults(page.faults))}
        <p>
            <a href="/personale/plan/plan.json" rel="external" download="plan.json">{texts.plan_download()}</a>
        </p>
        <PostForm action=ChangeDocument::PATH class="document-form">
            <TextArea label=texts.plan_document() name="text" value=page.text rows=20 />
            <SubmitButton label=texts.plan_see() />
        </PostForm>
        {refused.then(|| view! {
            <PostForm action=LeaveDocument::PATH>
                <SubmitButton label=texts.plan_begin_anew() kind=ButtonKind::Tertiary />
            </PostForm>
        })}
    }
    .into_any()
}

/// The faults are the program's own words, which are English like the document's.
fn faults(faults: Vec<String>) -> impl IntoView {
    let texts = use_texts();
    let lines = faults
        .into_iter()
        .map(|fault| view! { <li lang="en" dir="ltr">{fault}</li> });
    view! {
        <Alert kind=AlertKind::Error title=texts.plan_refused()>
            <ul>{lines.collect_view()}</ul>
        </Alert>
    }
}
