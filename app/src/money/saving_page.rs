use domain::money::{Amount, Saving, SavingPlan, Tool};
use leptos::prelude::*;

use super::fields::{AmountField, CountField, PercentField};
use super::form::{ToolForm, live_form};
use super::result::{ToolResult, amount_lines, explanation, figures, tool_head};
use crate::texts::{Texts, use_texts};
use crate::ui::{BarChart, ChartBar};

/// How savings grow.
pub(super) fn saving_page() -> impl IntoView {
    let texts = use_texts();
    let (form, plan) = live_form(Tool::Saving, label, SavingPlan::read);
    let saving = Memo::new(move |_| plan.get().map(Saving::new));
    view! {
        {tool_head(Tool::Saving, texts.saving_lead())}
        <div class="tool">
            <ToolForm form=form>
                <AmountField form=form field=SavingPlan::START />
                <AmountField form=form field=SavingPlan::MONTHLY />
                <PercentField form=form field=SavingPlan::INTEREST hint=texts.saving_interest_hint() />
                <CountField form=form field=SavingPlan::YEARS unit=texts.money_years() />
            </ToolForm>
            <ToolResult value=saving sentence=sentence details=move |saving| details(texts, saving) />
        </div>
        {explanation(texts, texts.saving_how(), Vec::new())}
    }
}

fn sentence(texts: Texts, saving: &Saving) -> String {
    let end = saving.end();
    texts.saving_sentence(end.balance(), end.interest, end.year)
}

fn details(texts: Texts, saving: &Saving) -> AnyView {
    let end = saving.end();
    let bars = saving.years.iter().map(|year| ChartBar {
        name: year.year.to_string(),
        values: vec![year.paid_in.ore(), year.interest.ore()],
    });
    let legend = [
        (texts.saving_paid_in(), end.paid_in),
        (texts.saving_interest_total(), end.interest),
    ];
    let head = [
        texts.saving_year(),
        texts.saving_paid_in(),
        texts.saving_interest_total(),
        texts.saving_balance(),
    ];
    view! {
        <BarChart
            description=texts.saving_drawing(end.balance(), end.paid_in, end.year)
            legend=legend.map(|(label, amount)| texts.money_part(amount, label)).into()
            bars=bars.collect()
            lines=amount_lines(texts, end.balance())
            across=texts.saving_year()
        />
        {figures(texts, texts.saving_caption(), &head, rows(saving))}
    }
    .into_any()
}

fn rows(saving: &Saving) -> Vec<Vec<String>> {
    let rows = saving.years.iter().map(|year| {
        let amounts = [year.paid_in, year.interest, year.balance()];
        let amounts = amounts.iter().map(Amount::to_string);
        std::iter::once(year.year.to_string()).chain(amounts).collect()
    });
    rows.collect()
}

fn label(texts: Texts, field: &str) -> String {
    let label = match field {
        SavingPlan::START => texts.saving_start(),
        SavingPlan::MONTHLY => texts.saving_monthly(),
        SavingPlan::INTEREST => texts.saving_interest(),
        _ => texts.saving_years(),
    };
    label.to_owned()
}
