use domain::ids::StepId;
use domain::locale::Locale;
use domain::tutor::CheckView;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::act_api::PressCheck;
use crate::form::PostForm;
use crate::texts::{Texts, use_texts};

/// The shared check list: either side may tick a line. Each line is a form, so it works without scripts.
#[component]
pub(super) fn CheckList(step: StepId, checks: Vec<CheckView>, locale: Locale) -> impl IntoView {
    let texts = use_texts();
    let has_lines = !checks.is_empty();
    let lines = checks
        .into_iter()
        .map(move |check| line(texts, &step, check))
        .collect_view();
    has_lines.then(|| {
        view! {
            <section class="together__checks" aria-labelledby="checks">
                <h2 id="checks">{texts.tutor_checks()}</h2>
                <ul lang=locale.tag() dir=locale.direction()>{lines}</ul>
            </section>
        }
    })
}

fn line(texts: Texts, step: &StepId, check: CheckView) -> impl IntoView + use<> {
    let is_ticked = check.presses.is_ticked();
    let step = step.to_string();
    let mark = if is_ticked { "✓" } else { "" };
    view! {
        <li>
            <PostForm action=PressCheck::PATH>
                <input type="hidden" name="step" value=step />
                <input type="hidden" name="item" value=check.item />
                <input type="hidden" name="seen" value=check.presses.number() />
                <button class="check-button" type="submit" aria-pressed=is_ticked.to_string()>
                    <span class="check-button__mark" aria-hidden="true">{mark}</span>
                    <span>{check.text}</span>
                    {is_ticked.then(|| view! { <span class="sr-only">{format!(": {}", texts.tutor_ticked())}</span> })}
                </button>
            </PostForm>
        </li>
    }
}
