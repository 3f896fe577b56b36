use domain::tutor::{Act, HelperView, SharedStep, StepScript};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::act_api::ActTogether;
use super::checks::CheckList;
use super::citizen::act_button;
use super::join_api::RenewTogether;
use super::live;
use crate::form::PostForm;
use crate::learning::paper_task;
use crate::texts::Texts;
use crate::ui::{
    Accordion, Alert, AlertKind, ButtonKind, ButtonRow, Html, PageTitle, RefreshWithoutScript, SubmitButton,
};

/// How often the page looks, where no script tells it, whether the citizen has moved; in seconds.
const LOOK_EVERY: u32 = 10;

/// The helper's screen: what to ask, what to leave alone, and the step that the other sees.
pub(super) fn helper_view(texts: Texts, view: HelperView) -> AnyView {
    live::follow(view.followed);
    let buttons = propose(texts, &view);
    let shared = view.shared;
    let here = shared.here.step.clone();
    let place = texts.learning_place(
        shared.lesson_number,
        shared.lessons,
        shared.step_number,
        shared.steps,
    );
    let (lang, dir) = (view.script_locale.tag(), view.script_locale.direction());
    view! {
        <RefreshWithoutScript seconds=LOOK_EVERY />
        <div class="together">
            <p class="meta">{texts.tutor_you_help()}" "{place}</p>
            <PageTitle title=shared.step.title.clone() />
            <div class="together__script" lang=lang dir=dir>{script(texts, view.script)}</div>
            <CheckList step=here checks=view.checks locale=view.script_locale />
            {buttons}
            {same_step(texts, shared)}
        </div>
    }
    .into_any()
}

/// What holds just here; where nobody has written that, what holds everywhere.
fn script(texts: Texts, script: Option<StepScript>) -> impl IntoView {
    let script = script.unwrap_or_else(|| StepScript {
        ask: vec![
            texts.tutor_ask_see().to_owned(),
            texts.tutor_ask_next().to_owned(),
        ],
        misunderstood: Vec::new(),
        hands_off: None,
        look_away: Some(texts.tutor_look_away_always().to_owned()),
        checks: Vec::new(),
    });
    let hands_off = script
        .hands_off
        .unwrap_or_else(|| texts.tutor_hands_off_always().to_owned());
    let look_away = script.look_away.map(|text| {
        view! { <div class="together__rule together__rule--away"><h2>{texts.tutor_look_away()}</h2><p>{text}</p></div> }
    });
    view! {
        {look_away}
        <section>
            <h2>{texts.tutor_ask()}</h2>
            <ul class="together__ask">{script.ask.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            <p class="meta">{texts.tutor_count_to_ten()}</p>
        </section>
        <div class="together__rule">
            <h2>{texts.tutor_hands_off()}</h2>
            <p>{hands_off}</p>
        </div>
        {misunderstood(texts, script.misunderstood)}
    }
}

fn misunderstood(texts: Texts, lines: Vec<String>) -> Option<impl IntoView> {
    let has_lines = !lines.is_empty();
    let lines = lines
        .into_iter()
        .map(|text| view! { <p>{text}</p> })
        .collect_view();
    has_lines.then(|| {
        view! {
            <section>
                <h2>{texts.tutor_misunderstood()}</h2>
                {lines}
            </section>
        }
    })
}

/// The helper asks; the citizen's screen answers.
fn propose(texts: Texts, view: &HelperView) -> impl IntoView + use<> {
    let here = view.shared.here.step.to_string();
    let ask = if view.is_proposed {
        view! { <Alert kind=AlertKind::Info>{texts.tutor_proposed()}</Alert> }.into_any()
    } else {
        act_button(texts.tutor_propose(), Act::Propose, ButtonKind::Primary).into_any()
    };
    view! {
        <PostForm action=ActTogether::PATH class="together__move">
            <input type="hidden" name="step" value=here />
            <ButtonRow>
                {ask}
                {act_button(texts.tutor_end(), Act::End, ButtonKind::Tertiary)}
            </ButtonRow>
        </PostForm>
        <PostForm action=RenewTogether::PATH>
            <SubmitButton label=texts.tutor_new_screen() kind=ButtonKind::Tertiary />
        </PostForm>
    }
}

fn same_step(texts: Texts, shared: SharedStep) -> impl IntoView {
    view! {
        <Accordion summary=texts.tutor_same_step() open=true>
            <div lang=shared.locale.tag() dir=shared.locale.direction()>
                <Html html=shared.step.html />
                {shared.step.task.map(|task| paper_task(texts, task))}
            </div>
        </Accordion>
    }
}
