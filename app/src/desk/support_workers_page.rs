use domain::desk::{SupportWorkerView, SupportWorkersPage as SupportWorkers};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::support_workers_api::{ForgetSupportWorker, RegisterSupportWorker, support_workers_known};
use super::words::DeskCrumbs;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind, ButtonKind, ErrorSummary, PageTitle, SubmitButton, TextField};

/// Who comes with citizens because it is their work.
pub(super) fn support_workers_page() -> impl IntoView {
    load(String::new, support_workers_known, support_workers_view)
}

fn support_workers_view(page: SupportWorkers) -> AnyView {
    let texts = use_texts();
    let error = page.unfit.then(|| texts.support_unfit().to_owned());
    let summary = error.clone().map(|error| {
        view! { <ErrorSummary title=texts.form_error_summary() errors=vec![("field-name".to_owned(), error)] /> }
    });
    let added = page.added.map(|(name, code)| {
        view! {
            <Alert kind=AlertKind::Success title=texts.support_added(name)>
                <p>{texts.support_code_once()}</p>
                <p class="ticket__code" translate="no">{code}</p>
            </Alert>
        }
    });
    let nobody = page
        .workers
        .is_empty()
        .then(|| view! { <p>{texts.support_nobody()}</p> });
    let workers = page
        .workers
        .into_iter()
        .map(|worker| view! { <Worker worker=worker /> });
    view! {
        <DeskCrumbs />
        {summary}
        <PageTitle title=texts.support_title() lead=texts.support_lead() />
        {added}
        <ul class="desk-rows">{workers.collect_view()}</ul>
        {nobody}
        <h2>{texts.support_add_title()}</h2>
        <PostForm action=RegisterSupportWorker::PATH>
            <TextField label=texts.support_name() name="name" value="" autocomplete="off" error=error />
            <TextField label=texts.support_organisation() name="organisation" value="" autocomplete="off" />
            <SubmitButton label=texts.support_add() />
        </PostForm>
    }
    .into_any()
}

#[component]
fn Worker(worker: SupportWorkerView) -> impl IntoView {
    let texts = use_texts();
    let label = texts.support_remove(&worker.name);
    view! {
        <li class="desk-row">
            <div class="desk-row__who">
                <p>
                    <strong>{worker.name}</strong>
                </p>
                <p class="desk-row__about">{worker.organisation}</p>
            </div>
            <PostForm action=ForgetSupportWorker::PATH class="desk-steps">
                <input type="hidden" name="worker" value=worker.id.0 />
                <SubmitButton label=label kind=ButtonKind::Secondary />
            </PostForm>
        </li>
    }
}
