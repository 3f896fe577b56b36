use domain::tutor::{OverReason, OverView, Side};
use leptos::prelude::*;

use super::start_page::helped_line;
use crate::texts::Texts;
use crate::ui::{ButtonKind, ButtonRow, LinkButton, PageTitle};

/// The end: what was done, and the ways on.
pub(super) fn over_view(texts: Texts, view: OverView) -> AnyView {
    let title = match view.side {
        Side::Citizen => texts.tutor_over_citizen(),
        Side::Helper => texts.tutor_over_helper(),
    };
    let reason = (view.reason == OverReason::Idle).then(|| view! { <p>{texts.tutor_over_idle()}</p> });
    let alone = (view.side == Side::Citizen).then(|| {
        let href = texts.path(&format!("/laer/{}", view.course));
        view! { <LinkButton href=href label=texts.tutor_go_on_alone() kind=ButtonKind::Secondary /> }
    });
    let helped = (view.side == Side::Helper).then(|| helped_line(texts, view.helped));
    view! {
        <div class="together">
            <PageTitle title=title lead=texts.tutor_over_steps(view.steps) />
            {reason}
            {helped}
            <ButtonRow>
                <LinkButton href=texts.path("/sammen/kan-nu") label=texts.tutor_see_learned() />
                {alone}
                <LinkButton href=texts.path("/sammen") label=texts.tutor_again() kind=ButtonKind::Tertiary />
            </ButtonRow>
        </div>
    }
    .into_any()
}

/// This device takes part in nothing: it never did, or another took its place.
pub(super) fn nobody_view(texts: Texts) -> AnyView {
    view! {
        <PageTitle title=texts.tutor_nobody_title() lead=texts.tutor_nobody_text() />
        <p>
            <LinkButton href=texts.path("/sammen") label=texts.tutor_title() />
        </p>
    }
    .into_any()
}
