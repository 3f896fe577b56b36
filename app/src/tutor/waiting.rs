use domain::tutor::{CodeView, Side, WaitingView};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::join_api::RenewTogether;
use super::live;
use crate::form::PostForm;
use crate::texts::Texts;
use crate::ui::{
    Alert, AlertKind, ButtonKind, PageTitle, QrCode, RefreshWithoutScript, SubmitButton, Ticket,
};

/// How often the page looks, where no script tells it, whether the other has come; in seconds.
const LOOK_EVERY: u32 = 5;

/// The code for the other side, large enough to be read across a table.
pub(super) fn waiting_view(texts: Texts, view: WaitingView) -> AnyView {
    live::follow(view.followed);
    let title = match view.side {
        Side::Citizen => texts.tutor_wait_for_helper(),
        Side::Helper => texts.tutor_wait_for_citizen(),
    };
    let (shown, kind) = match view.code {
        Some(code) => (code_view(texts, code), ButtonKind::Tertiary),
        None => (run_out(texts), ButtonKind::Primary),
    };
    view! {
        <div class="together">
            <PageTitle title=title lead=view.course_title />
            {shown}
            <PostForm action=RenewTogether::PATH>
                <SubmitButton label=texts.tutor_new_code() kind=kind />
            </PostForm>
        </div>
    }
    .into_any()
}

fn code_view(texts: Texts, code: CodeView) -> AnyView {
    view! {
        <RefreshWithoutScript seconds=LOOK_EVERY />
        <Ticket code_label=texts.tutor_code_label() code=code.code>
            <p>{texts.tutor_code_how()}</p>
            <p class="together__address" translate="no">{code.address}</p>
            <QrCode code=code.qr_code alt=texts.tutor_code_scan() />
        </Ticket>
        <p>{texts.tutor_code_until()}</p>
    }
    .into_any()
}

fn run_out(texts: Texts) -> AnyView {
    view! { <Alert kind=AlertKind::Info>{texts.tutor_code_run_out()}</Alert> }.into_any()
}
