use std::cmp::Ordering;

use domain::money::{Amount, Budget, BudgetGroup, BudgetPost, Tool};
use leptos::prelude::*;

use super::fields::AmountAndPeriodField;
use super::form::{LiveForm, ToolForm, live_form};
use super::result::{ToolResult, explanation, figures, tool_head};
use crate::texts::{Texts, use_texts};
use crate::ui::{FieldSet, StackedBar, StackedPart};

/// What comes in, what goes out, and what is left.
pub(super) fn budget_page() -> impl IntoView {
    let texts = use_texts();
    let (form, budget) = live_form(Tool::Budget, label, Budget::read);
    let groups = BudgetGroup::ALL.map(|group| group_fields(form, group));
    view! {
        {tool_head(Tool::Budget, texts.budget_lead())}
        <div class="tool tool--listed">
            <ToolForm form=form>{groups.into_iter().collect_view()}</ToolForm>
            <ToolResult value=budget sentence=sentence details=move |budget| details(texts, budget) />
        </div>
        {explanation(texts, texts.budget_how(), Vec::new())}
    }
}

fn group_fields(form: LiveForm, group: BudgetGroup) -> impl IntoView {
    let texts = use_texts();
    let fields = group.posts().map(move |post| {
        view! {
            <AmountAndPeriodField
                form=form
                field=post.field()
                period_field=post.period_field()
                usual=post.usual_period()
            />
        }
    });
    view! { <FieldSet legend=group_title(texts, group) name=group_name(group)>{fields.collect_view()}</FieldSet> }
}

fn sentence(texts: Texts, budget: &Budget) -> String {
    let left = budget.left();
    match left.cmp(&Amount::ZERO) {
        Ordering::Less => texts.budget_short(-left),
        Ordering::Equal => texts.budget_even().to_owned(),
        Ordering::Greater => texts.budget_left(left),
    }
}

fn details(texts: Texts, budget: &Budget) -> AnyView {
    let [income, fixed, variable] = BudgetGroup::ALL.map(|group| budget.sum(group));
    let left = budget.left();
    let part = |label: &str, amount: Amount| StackedPart {
        label: texts.money_part(amount, label),
        value: amount.ore(),
    };
    let mut parts = vec![
        part(texts.budget_fixed(), fixed),
        part(texts.budget_variable(), variable),
    ];
    let mut line = None;
    if left < Amount::ZERO {
        line = Some(part(texts.budget_income(), income));
    } else {
        parts.push(part(texts.budget_rest(), left));
    }
    let description = texts.budget_drawing(fixed, income, variable);
    view! {
        <StackedBar description=description parts=parts line=line />
        {figures(texts, texts.budget_caption(), &[texts.budget_post(), texts.money_monthly()], rows(texts, budget))}
    }
    .into_any()
}

fn rows(texts: Texts, budget: &Budget) -> Vec<Vec<String>> {
    let lines = budget
        .lines
        .iter()
        .map(|line| vec![post_title(texts, line.post).to_owned(), line.monthly.to_string()]);
    let last = vec![texts.budget_rest().to_owned(), budget.left().to_string()];
    lines.chain([last]).collect()
}

fn label(texts: Texts, field: &str) -> String {
    BudgetPost::of_field(field).map_or_else(String::new, |post| post_title(texts, post).to_owned())
}

/// The group's name among its fields' ids.
fn group_name(group: BudgetGroup) -> &'static str {
    match group {
        BudgetGroup::Income => "ind",
        BudgetGroup::Fixed => "fast",
        BudgetGroup::Variable => "dagligt",
    }
}

fn group_title(texts: Texts, group: BudgetGroup) -> &'static str {
    match group {
        BudgetGroup::Income => texts.budget_income(),
        BudgetGroup::Fixed => texts.budget_fixed(),
        BudgetGroup::Variable => texts.budget_variable(),
    }
}

fn post_title(texts: Texts, post: BudgetPost) -> &'static str {
    match post {
        BudgetPost::Pay => texts.budget_pay(),
        BudgetPost::OtherIncome => texts.budget_other_income(),
        BudgetPost::Rent => texts.budget_rent(),
        BudgetPost::Utilities => texts.budget_utilities(),
        BudgetPost::Insurance => texts.budget_insurance(),
        BudgetPost::Transport => texts.budget_transport(),
        BudgetPost::Phone => texts.budget_phone(),
        BudgetPost::Subscriptions => texts.budget_subscriptions(),
        BudgetPost::Children => texts.budget_children(),
        BudgetPost::Debt => texts.budget_debt(),
        BudgetPost::Saving => texts.budget_saving(),
        BudgetPost::OtherFixed => texts.budget_other_fixed(),
        BudgetPost::Food => texts.budget_food(),
        BudgetPost::Clothes => texts.budget_clothes(),
        BudgetPost::Leisure => texts.budget_leisure(),
        BudgetPost::OtherVariable => texts.budget_other_variable(),
    }
}
