use leptos::prelude::*;

use super::field_set::{FieldSet, field_id};
use super::icon::{Icon, IconShape};

/// Whether one or several of the options can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceKind {
    Radio,
    Checkbox,
}

/// What can be said of an option once it has been answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub correct: bool,
    /// The verdict in a word or two: "Rigtigt". A tick or an arrow is drawn beside it, so colour says nothing alone.
    pub sign: String,
    /// What is right, or where to look again.
    pub text: String,
}

/// One option.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    pub checked: bool,
    pub verdict: Option<Verdict>,
}

/// A question with a few options, each as large as a finger needs. Feedback stands beside the option.
///
/// See <https://designsystem.dk/komponenter/radioknap/>.
#[component]
pub fn ChoiceGroup(
    /// The question.
    #[prop(into)]
    legend: String,
    #[prop(into)] name: String,
    kind: ChoiceKind,
    options: Vec<Choice>,
    #[prop(optional, into)] hint: String,
    #[prop(optional_no_strip, into)] error: Option<String>,
) -> impl IntoView {
    let invalid = error.is_some();
    let field = name.clone();
    let options = options.into_iter().enumerate().map(move |(index, choice)| {
        view! { <ChoiceRow id=choice_id(&field, index) name=field.clone() kind=kind choice=choice invalid=invalid /> }
    });
    view! {
        <FieldSet legend=legend name=name hint=hint error=error>
            {options.collect_view()}
        </FieldSet>
    }
}

/// The id of one of the fields with the same name. The first has the name's own id, so that an error summary's link ends
/// there.
pub fn choice_id(name: &str, index: usize) -> String {
    match index {
        0 => field_id(name),
        _ => format!("{}-{}", field_id(name), index + 1),
    }
}

#[component]
fn ChoiceRow(id: String, name: String, kind: ChoiceKind, choice: Choice, invalid: bool) -> impl IntoView {
    let (group, input, input_type) = match kind {
        ChoiceKind::Radio => ("form-group-radio", "form-radio", "radio"),
        ChoiceKind::Checkbox => ("form-group-checkbox", "form-checkbox", "checkbox"),
    };
    let verdict_class = match &choice.verdict {
        Some(Verdict { correct: true, .. }) => " is-correct",
        Some(_) => " is-not-yet",
        None => "",
    };
    let hint_id = format!("{id}-hint");
    let verdict_id = format!("{id}-verdict");
    let described_by = [
        (choice.hint.is_some(), &hint_id),
        (choice.verdict.is_some(), &verdict_id),
    ]
    .into_iter()
    .filter(|(shown, _)| *shown)
    .map(|(_, id)| id.clone())
    .reduce(|ids, id| format!("{ids} {id}"));
    view! {
        <div class=format!("{group}{verdict_class}")>
            <input
                class=input
                type=input_type
                id=id.clone()
                name=name
                value=choice.value
                checked=choice.checked
                aria-describedby=described_by
                aria-invalid=invalid.then_some("true")
            />
            <label class="form-label" for=id data-read="">{choice.label}</label>
            {choice.hint.map(|hint| view! { <p class="form-hint" id=hint_id data-read="">{hint}</p> })}
            {choice.verdict.map(|verdict| view! { <VerdictLine id=verdict_id verdict=verdict /> })}
        </div>
    }
}

/// What is said of an answer, with a sign.
#[component]
pub(super) fn VerdictLine(id: String, verdict: Verdict) -> impl IntoView {
    let shape = if verdict.correct {
        IconShape::Check
    } else {
        IconShape::Onward
    };
    view! {
        <div class="verdict" id=id>
            <span class="verdict__sign">
                <Icon shape=shape />
            </span>
            <p data-read="">
                <strong class="verdict__word">{verdict.sign}</strong>
                " "
                {verdict.text}
            </p>
        </div>
    }
}
