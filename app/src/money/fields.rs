//! The fields of the tools' forms.

use domain::money::Period;
use leptos::prelude::*;

use super::form::LiveForm;
use crate::texts::{Texts, use_texts};
use crate::ui::{Digits, NumberField, Select};

/// An amount of money.
#[component]
pub fn AmountField(
    form: LiveForm,
    #[prop(into)] field: String,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let texts = use_texts();
    view! { <Number form=form field=field unit=texts.money_kroner() hint=hint /> }
}

/// A rate.
#[component]
pub fn PercentField(
    form: LiveForm,
    #[prop(into)] field: String,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let texts = use_texts();
    view! { <Number form=form field=field unit=texts.money_percent() hint=hint /> }
}

/// A whole number of something.
#[component]
pub fn CountField(form: LiveForm, #[prop(into)] field: String, #[prop(into)] unit: String) -> impl IntoView {
    view! { <Number form=form field=field unit=unit digits=Digits::Whole /> }
}

/// An amount of money, and how often it comes or goes.
#[component]
pub fn AmountAndPeriodField(
    form: LiveForm,
    #[prop(into)] field: String,
    #[prop(into)] period_field: String,
    /// How often, where nothing has been chosen.
    usual: Period,
) -> impl IntoView {
    let texts = use_texts();
    let options =
        Period::ALL.map(|period| (period.as_str().to_owned(), period_text(texts, period).to_owned()));
    let chosen = Period::parse(&form.value(&period_field)).unwrap_or(usual);
    let label = texts.money_how_often(form.label(texts, &field));
    view! {
        <Number form=form field=field unit=texts.money_kroner()>
            <Select name=period_field label=label options=options.into() selected=chosen.as_str() />
        </Number>
    }
}

#[component]
fn Number(
    form: LiveForm,
    #[prop(into)] field: String,
    #[prop(into)] unit: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] digits: Digits,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let texts = use_texts();
    view! {
        <NumberField
            label=form.label(texts, &field)
            value=form.value(&field)
            error=form.error(&field)
            name=field
            unit=unit
            hint=hint
            digits=digits
        >
            {children.map(|children| children())}
        </NumberField>
    }
}

fn period_text(texts: Texts, period: Period) -> &'static str {
    match period {
        Period::Week => texts.money_week(),
        Period::Month => texts.money_month(),
        Period::Quarter => texts.money_quarter(),
        Period::Year => texts.money_year(),
    }
}
