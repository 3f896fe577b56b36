//! What can be done with a number, as a form.

use domain::desk::{MissedReason, Outcome, Step, TicketState, TicketView};
use domain::ids::AdviserId;
use leptos::prelude::*;

use super::words::{outcome_name, reason_name};
use crate::texts::{Texts, use_texts};
use crate::ui::{ButtonKind, SubmitButton};

/// In the order in which they are offered.
const STEPS: [Step; 8] = [
    Step::Start,
    Step::Call,
    Step::Finish,
    Step::CallAgain,
    Step::Return,
    Step::Park,
    Step::PassOn,
    Step::Miss,
];

/// The steps that are possible, those that are usual in a state first; the others stand behind a word.
pub(super) fn offered(state: TicketState) -> (Vec<Step>, Vec<Step>) {
    let usual: &[Step] = match state {
        TicketState::Waiting => &[Step::Call],
        TicketState::Called => &[Step::Start, Step::CallAgain, Step::Miss],
        TicketState::Serving => &[Step::Finish],
        TicketState::Parked => &[Step::Call, Step::Return],
        TicketState::Missed => &[Step::Return],
        TicketState::Done => &[],
    };
    STEPS
        .into_iter()
        .filter(|step| state.after(*step).is_some())
        .partition(|step| usual.contains(step))
}

/// One step: its button, and what has to be said with it.
#[component]
pub(super) fn StepControl(
    step: Step,
    ticket: TicketView,
    advisers: Vec<AdviserId>,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    let texts = use_texts();
    let number = &ticket.number;
    let (value, label) = match step {
        Step::Call => ("call", texts.desk_call(number)),
        Step::CallAgain => ("call_again", texts.desk_call_again(number)),
        Step::Start => ("start", texts.desk_start(number)),
        Step::Park => ("park", texts.desk_park(number)),
        Step::Return => ("return", texts.desk_return(number)),
        Step::PassOn => ("pass_on", texts.desk_pass_on(number)),
        Step::Finish => ("finish", texts.desk_finish(number)),
        Step::Miss => ("miss", texts.desk_miss_number(number)),
    };
    let said = match step {
        Step::PassOn => Some(("adviser", texts.desk_pass_on_to(), colleagues(&advisers))),
        Step::Finish => Some(("outcome", texts.desk_outcome(), outcomes(texts))),
        Step::Miss => Some((
            "reason",
            texts.desk_missed_why(),
            reasons(texts, &MissedReason::ALL),
        )),
        _ => None,
    };
    view! {
        <div class="desk-step">
            {said
                .map(|(name, label, options)| {
                    view! { <StepSelect name=name label=label options=options /> }
                })}
            <SubmitButton label=label name="step" value=value kind=kind />
        </div>
    }
}

/// A short list beside a button. There may be many of them on the page, so it has no id.
#[component]
pub(super) fn StepSelect(
    name: &'static str,
    /// Heard and not seen: the choices say it themselves.
    label: &'static str,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(value, text)| view! { <option value=value>{text}</option> });
    view! { <select class="form-select" name=name aria-label=label>{options.collect_view()}</select> }
}

fn colleagues(advisers: &[AdviserId]) -> Vec<(String, String)> {
    advisers
        .iter()
        .map(|adviser| (adviser.to_string(), adviser.name()))
        .collect()
}

fn outcomes(texts: Texts) -> Vec<(String, String)> {
    Outcome::ALL
        .into_iter()
        .map(|outcome| {
            (
                outcome.as_str().to_owned(),
                outcome_name(texts, outcome).to_owned(),
            )
        })
        .collect()
}

/// Why somebody was not helped, to choose from.
pub(super) fn reasons(texts: Texts, reasons: &[MissedReason]) -> Vec<(String, String)> {
    reasons
        .iter()
        .map(|reason| (reason.as_str().to_owned(), reason_name(texts, *reason).to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_possible_step_is_offered_once() {
        for state in TicketState::ALL {
            let (usual, rare) = offered(state);
            let possible = STEPS
                .into_iter()
                .filter(|step| state.after(*step).is_some())
                .count();
            assert_eq!(usual.len() + rare.len(), possible, "{state:?}");
        }
    }
}
