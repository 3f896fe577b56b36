use domain::desk::{
    RefusedSupportWorker, SupportWorkerField, SupportWorkerView, SupportWorkersPage as SupportWorkers,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::support_workers_api::{ForgetSupportWorker, RegisterSupportWorker, support_workers_known};
use super::words::DeskCrumbs;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, ErrorSummary, PageTitle, SubmitButton, TextField};

/// Who comes with citizens because it is their work.
pub(super) fn support_workers_page() -> impl IntoView {
    load(String::new, support_workers_known, support_workers_view)
}

fn support_workers_view(page: SupportWorkers) -> AnyView {
    let texts = use_texts();
    let summary = page.refused.as_ref().map(|refused| {
        let unfit = refused.unfit.iter();
        let errors = unfit.map(|field| {
            (
                format!("field-{}", field.as_str()),
                texts.support_unfit().to_owned(),
            )
        });
        view! { <ErrorSummary title=texts.form_error_summary() errors=errors.collect() /> }
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
        {adding(texts, page.refused)}
    }
    .into_any()
}

/// The form of another one, with what was typed where that was refused.
fn adding(texts: Texts, refused: Option<RefusedSupportWorker>) -> impl IntoView {
    let error = |field: SupportWorkerField| {
        let is_unfit = refused
            .as_ref()
            .is_some_and(|refused| refused.unfit.contains(&field));
        is_unfit.then(|| texts.support_unfit().to_owned())
    };
    let (name_error, place_error) = (
        error(SupportWorkerField::Name),
        error(SupportWorkerField::Organisation),
    );
    let (name, organisation) = refused
        .map(|refused| (refused.name, refused.organisation))
        .unwrap_or_default();
    view! {
        <PostForm action=RegisterSupportWorker::PATH>
            <TextField label=texts.support_name() name="name" value=name autocomplete="off" error=name_error />
            <TextField
                label=texts.support_organisation()
                name="organisation"
                value=organisation
                autocomplete="off"
                error=place_error
            />
            <SubmitButton label=texts.support_add() />
        </PostForm>
    }
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
