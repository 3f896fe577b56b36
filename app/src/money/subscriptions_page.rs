use domain::money::{Period, Subscription, SubscriptionRow, Subscriptions, Tool};
use leptos::prelude::*;

use super::fields::AmountAndPeriodField;
use super::form::{LiveForm, ToolForm, live_form};
use super::result::{ToolResult, explanation, tool_head};
use crate::texts::{Texts, use_texts};
use crate::ui::{Table, TextField};

/// What small fixed payments come to.
pub(super) fn subscriptions_page() -> impl IntoView {
    let texts = use_texts();
    let (form, subscriptions) = live_form(Tool::Subscriptions, label, Subscriptions::read);
    let rows = Memo::new(move |_| form.with_typed(SubscriptionRow::shown));
    view! {
        {tool_head(Tool::Subscriptions, texts.subscriptions_lead())}
        <div class="tool tool--listed">
            <ToolForm form=form>
                <For each=move || 1..=rows.get() key=|row| *row children=move |row| row_fields(form, row) />
            </ToolForm>
            <ToolResult value=subscriptions sentence=sentence details=move |found| details(texts, found) />
        </div>
        {explanation(texts, texts.subscriptions_how(), Vec::new())}
    }
}

fn row_fields(form: LiveForm, row: i64) -> impl IntoView {
    let texts = use_texts();
    let fields = SubscriptionRow::new(row);
    view! {
        <div class="tool__row">
            <TextField
                label=form.label(texts, &fields.name)
                value=form.value(&fields.name)
                name=fields.name
                autocomplete="off"
            />
            <AmountAndPeriodField form=form field=fields.price period_field=fields.period usual=Period::Month />
        </div>
    }
}

fn sentence(texts: Texts, found: &Subscriptions) -> String {
    texts.subscriptions_sentence(found.monthly(), found.yearly())
}

fn details(texts: Texts, found: &Subscriptions) -> AnyView {
    let head = [
        texts.subscriptions_title(),
        texts.money_monthly(),
        texts.money_yearly(),
    ];
    let rows = found.list.iter().map(|one| {
        vec![
            name(texts, one),
            one.monthly().to_string(),
            one.yearly().to_string(),
        ]
    });
    let sum = vec![
        texts.subscriptions_sum().to_owned(),
        found.monthly().to_string(),
        found.yearly().to_string(),
    ];
    view! {
        <Table
            caption=texts.subscriptions_caption()
            head=head.map(str::to_owned).into()
            rows=rows.chain([sum]).collect()
        />
    }
    .into_any()
}

/// What somebody calls it, or its number.
fn name(texts: Texts, subscription: &Subscription) -> String {
    if subscription.name.is_empty() {
        texts.subscriptions_name(subscription.row)
    } else {
        subscription.name.clone()
    }
}

/// A field is called by its row's number, which its name ends in.
fn label(texts: Texts, field: &str) -> String {
    let (kind, row) = field.split_once('-').unwrap_or_default();
    if kind == "navn" {
        texts.subscriptions_name(row)
    } else {
        texts.subscriptions_price(row)
    }
}
