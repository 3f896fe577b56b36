use domain::tutor::{Act, CitizenView};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::act_api::ActTogether;
use super::checks::CheckList;
use super::join_api::RenewTogether;
use super::live;
use crate::form::PostForm;
use crate::learning::step_body;
use crate::texts::Texts;
use crate::ui::{Alert, AlertKind, ButtonKind, ButtonRow, PageTitle, StepIndicator, SubmitButton};

/// The citizen's screen: one step, large and calm, and the button that only they have.
pub(super) fn citizen_view(texts: Texts, view: CitizenView) -> AnyView {
    live::follow(view.followed);
    let buttons = move_on(texts, &view);
    let step = view.step;
    let place = texts.learning_place(step.lesson_number, step.lessons, step.step_number, step.steps);
    view! {
        <div class="together lesson" lang=step.locale.tag() dir=step.locale.direction()>
            <p class="meta">{texts.tutor_you_learn()}</p>
            <StepIndicator current=step.step_number total=step.steps label=place />
            <PageTitle title=step.title.clone() />
            {step_body(texts, &step)}
            <CheckList step=step.here.step.clone() checks=view.checks locale=view.checks_locale />
            {buttons}
        </div>
    }
    .into_any()
}

/// On, back, and the end. Nobody else can press it.
fn move_on(texts: Texts, view: &CitizenView) -> impl IntoView + use<> {
    let asked = view.is_proposed.then(|| {
        view! { <Alert kind=AlertKind::Info title=texts.tutor_asked_title()>{texts.tutor_asked_text()}</Alert> }
    });
    let not_yet = view
        .is_proposed
        .then(|| act_button(texts.tutor_not_yet(), Act::NotYet, ButtonKind::Secondary));
    let before = view.step.previous.as_ref();
    let back = before.map(|_| act_button(texts.tutor_back(), Act::GoBack, ButtonKind::Tertiary));
    let here = view.step.here.step.to_string();
    view! {
        {asked}
        <PostForm action=ActTogether::PATH class="together__move">
            <input type="hidden" name="step" value=here />
            <ButtonRow>
                {act_button(texts.tutor_go_on(), Act::GoOn, ButtonKind::Primary)}
                {not_yet}
                {back}
                {act_button(texts.tutor_end(), Act::End, ButtonKind::Tertiary)}
            </ButtonRow>
        </PostForm>
        <PostForm action=RenewTogether::PATH>
            <SubmitButton label=texts.tutor_new_screen() kind=ButtonKind::Tertiary />
        </PostForm>
    }
}

/// A button of a form that says what is done.
pub(super) fn act_button(label: &'static str, act: Act, kind: ButtonKind) -> impl IntoView {
    view! { <SubmitButton label=label kind=kind name="act" value=act.as_str() /> }
}
