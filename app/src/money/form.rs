//! A tool's form.
//!
//! Its fields are ordinary fields that keep what is typed; nothing here writes in them. What stands in the form is read as a
//! browser would send it, so the form and the address are read by the same code.

use domain::money::{Entries, Problem, Reason, Tool};
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::form::{begin_anew, typed_into};
use crate::texts::{Texts, use_texts};
use crate::ui::{ErrorSummary, SubmitButton};

/// What a field is called.
pub type Label = fn(Texts, &str) -> String;

/// A form that is read while somebody types in it.
#[derive(Clone, Copy)]
pub struct LiveForm {
    tool: Tool,
    label: Label,
    /// What the address held when the page was opened, and so what the fields begin with.
    first: StoredValue<Entries>,
    typed: RwSignal<Entries>,
    /// What is wrong with what is typed now.
    problems: Memo<Vec<Problem>>,
    /// What was wrong when a field was last left. Nobody is corrected in the middle of a number.
    settled: RwSignal<Vec<Problem>>,
}

/// Opens a tool's form, with what the tool reads of it: nothing until it can be counted with.
pub fn live_form<T>(
    tool: Tool,
    label: Label,
    read: fn(&Entries) -> Result<T, Vec<Problem>>,
) -> (LiveForm, Memo<Option<T>>)
where
    T: PartialEq + Send + Sync + 'static,
{
    let first = Entries::of_query(&use_location().search.get_untracked());
    let typed = RwSignal::new(first.clone());
    let problems = Memo::new(move |_| typed.with(read).err().unwrap_or_default());
    let form = LiveForm {
        tool,
        label,
        first: StoredValue::new(first),
        typed,
        problems,
        settled: RwSignal::new(Vec::new()),
    };
    form.settle();
    (form, Memo::new(move |_| typed.with(read).ok()))
}

impl LiveForm {
    /// What a field is called.
    pub fn label(self, texts: Texts, field: &str) -> String {
        (self.label)(texts, field)
    }

    /// What a field begins with.
    pub fn value(self, field: &str) -> String {
        self.first.with_value(|first| first.get(field).to_owned())
    }

    /// What is typed now; tracks it.
    pub fn with_typed<T>(self, use_it: impl FnOnce(&Entries) -> T) -> T {
        self.typed.with(use_it)
    }

    /// What is wrong with a field, once it has been left, and until it is mended.
    pub fn error(self, field: &str) -> Signal<Option<String>> {
        let (texts, field) = (use_texts(), field.to_owned());
        Signal::derive(move || {
            let is_told = self.settled.with(|settled| reason(settled, &field).is_some());
            let reason = self.problems.with(|problems| reason(problems, &field));
            reason
                .filter(|_| is_told)
                .map(|reason| reason_text(texts, reason))
        })
    }

    /// Reads what stands in the form.
    fn read(self, node: NodeRef<html::Form>) {
        if let Some(query) = typed_into(node) {
            self.typed.set(Entries::of_query(&query));
        }
    }

    /// Tells from now on what is wrong. That something is missing is told only of a form that has been sent.
    fn settle(self) {
        let is_sent = self.first.with_value(|first| !first.is_empty());
        let mut told = self.problems.get_untracked();
        told.retain(|problem| is_sent || problem.reason != Reason::Missing);
        self.settled.set(told);
    }

    /// What was wrong with the form that was sent, until all of it is mended.
    fn summary(self) -> impl IntoView {
        let texts = use_texts();
        let sent = self.settled.get_untracked();
        let errors: Vec<_> = sent
            .iter()
            .map(|problem| self.summary_line(texts, problem))
            .collect();
        let is_shown = Memo::new(move |before| {
            let is_left = |problem: &Problem| self.problems.with(|now| reason(now, &problem.field).is_some());
            before != Some(&false) && sent.iter().any(is_left)
        });
        move || {
            is_shown
                .get()
                .then(|| view! { <ErrorSummary title=texts.form_error_summary() errors=errors.clone() /> })
        }
    }

    fn summary_line(self, texts: Texts, problem: &Problem) -> (String, String) {
        let label = self.label(texts, &problem.field);
        let text = texts.money_field_problem(label, reason_text(texts, problem.reason));
        (format!("field-{}", problem.field), text)
    }
}

/// A form around a tool's fields. Without JavaScript it is sent to the tool's own page, which shows the result.
#[component]
pub fn ToolForm(form: LiveForm, children: Children) -> impl IntoView {
    let texts = use_texts();
    let node = NodeRef::<html::Form>::new();
    begin_anew(node);
    // What was typed before the page was live counts too. A field that somebody is still in will be left later.
    Effect::new(move || {
        let Some(element) = node.get() else { return };
        form.read(node);
        if !element.matches(":focus-within").unwrap_or_default() {
            form.settle();
        }
    });
    // Whoever presses the button leaves a field, and a message above the button would move it away from under the finger.
    let is_pressed = StoredValue::new(false);
    let when_typed = move |_| {
        is_pressed.set_value(false);
        form.read(node);
    };
    let when_left = move |_| {
        form.read(node);
        if !is_pressed.get_value() {
            form.settle();
        }
    };
    view! {
        <div class="tool__form">
            {form.summary()}
            <form
                node_ref=node
                method="get"
                action=texts.path(form.tool.path())
                on:input=when_typed
                on:change=when_left
                novalidate
            >
                {children()}
                <p on:pointerdown=move |_| is_pressed.set_value(true)>
                    <SubmitButton label=texts.money_calculate() />
                </p>
            </form>
        </div>
    }
}

fn reason(problems: &[Problem], field: &str) -> Option<Reason> {
    let problem = problems.iter().find(|problem| problem.field == field)?;
    Some(problem.reason)
}

fn reason_text(texts: Texts, reason: Reason) -> String {
    match reason {
        Reason::Missing => texts.money_problem_missing().to_owned(),
        Reason::NotANumber => texts.money_problem_not_a_number().to_owned(),
        Reason::TooManyDecimals => texts.money_problem_decimals().to_owned(),
        Reason::Below(least) => texts.money_problem_below(least),
        Reason::Above(most) => texts.money_problem_above(most),
        Reason::NotAChoice => texts.money_problem_choice().to_owned(),
    }
}
