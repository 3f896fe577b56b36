use domain::money::{Loan, LoanCheck, LoanLimits, LoanPoint, LoanTerms, Sourced, Standing, Tool};
use leptos::prelude::*;

use super::api::loan_limits;
use super::fields::{AmountField, CountField, PercentField};
use super::form::{ToolForm, live_form};
use super::result::{ToolResult, amount_lines, explanation, figures, tool_head};
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, BarChart, ChartBar, SummaryList};

/// Loans of so many months are drawn and listed month by month; longer ones year by year.
const MOST_SINGLE_MONTHS: i64 = 24;

/// What a loan costs.
pub(super) fn loan_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        {tool_head(Tool::Loan, texts.loan_lead())}
        {load(String::new, move || loan_limits(texts.locale()), loan_tool)}
    }
}

fn loan_tool(limits: Sourced<LoanLimits>) -> AnyView {
    let texts = use_texts();
    let Sourced { rates, sources } = limits;
    let (form, terms) = live_form(Tool::Loan, label, LoanTerms::read);
    let loan = Memo::new(move |_| terms.get().map(Loan::new));
    view! {
        <div class="tool">
            <ToolForm form=form>
                <AmountField form=form field=LoanTerms::PAID_OUT />
                <PercentField form=form field=LoanTerms::INTEREST hint=texts.loan_interest_hint() />
                <CountField form=form field=LoanTerms::MONTHS unit=texts.money_months() />
                <AmountField form=form field=LoanTerms::SET_UP hint=texts.loan_set_up_hint() />
                <AmountField form=form field=LoanTerms::FEE hint=texts.loan_fee_hint() />
            </ToolForm>
            <ToolResult value=loan sentence=sentence details=move |loan| details(texts, loan, &rates) />
        </div>
        {explanation(texts, texts.loan_how(), sources)}
    }
    .into_any()
}

fn sentence(texts: Texts, loan: &Loan) -> String {
    texts.loan_sentence(loan.total_cost(), loan.monthly(), loan.total_paid())
}

fn details(texts: Texts, loan: &Loan, limits: &LoanLimits) -> AnyView {
    let points = points(loan);
    view! {
        <SummaryList items=summary(texts, loan) />
        {verdict(texts, loan.check(limits), limits)}
        {drawing(texts, loan, &points)}
        {figures(
            texts,
            texts.loan_caption(),
            &[texts.loan_after(), texts.loan_paid_so_far(), texts.loan_costs_so_far(), texts.loan_debt_left()],
            points.iter().map(|point| row(texts, loan, point)).collect(),
        )}
    }
    .into_any()
}

fn summary(texts: Texts, loan: &Loan) -> Vec<(String, String)> {
    let rate = loan
        .annual_rate()
        .map_or_else(|_| texts.loan_rate_too_high().to_owned(), |rate| rate.to_string());
    let rows = [
        (texts.loan_rate(), rate),
        (texts.money_monthly(), loan.monthly().to_string()),
        (texts.loan_total_paid(), loan.total_paid().to_string()),
        (texts.loan_total_interest(), loan.total_interest().to_string()),
        (
            texts.loan_total_fees(),
            (loan.total_fees() + loan.terms.set_up).to_string(),
        ),
    ];
    rows.map(|(name, value)| (name.to_owned(), value)).into()
}

/// What the law says of the loan.
fn verdict(texts: Texts, check: LoanCheck, limits: &LoanLimits) -> AnyView {
    let (kind, text) = match check {
        LoanCheck {
            annual_rate: Standing::Above,
            ..
        } => (AlertKind::Error, texts.loan_rate_above(limits.annual_rate)),
        LoanCheck {
            costs: Standing::Above,
            ..
        } => (AlertKind::Error, texts.loan_costs_above(limits.costs)),
        LoanCheck {
            advertised_rate: Standing::Above,
            ..
        } => (
            AlertKind::Warning,
            texts.loan_advertised_above(limits.advertised_rate),
        ),
        _ => (
            AlertKind::Info,
            texts.loan_within(limits.costs, limits.annual_rate),
        ),
    };
    view! { <Alert kind=kind>{text}</Alert> }.into_any()
}

fn drawing(texts: Texts, loan: &Loan, points: &[LoanPoint]) -> impl IntoView + use<> {
    let bars = points.iter().map(|point| ChartBar {
        name: number_of(loan, point).to_string(),
        values: vec![point.repaid.ore(), point.costs.ore()],
    });
    let costs = loan.total_interest() + loan.total_fees();
    let repaid = loan.total_paid() - costs;
    let legend = [(texts.loan_repaid(), repaid), (texts.loan_costs(), costs)];
    let reference = texts.money_part(loan.terms.paid_out, texts.loan_paid_out_line());
    let across = if is_by_month(loan) {
        texts.loan_month()
    } else {
        texts.loan_year()
    };
    view! {
        <BarChart
            description=texts.loan_drawing(loan.terms.paid_out, loan.total_paid())
            legend=legend.map(|(label, amount)| texts.money_part(amount, label)).into()
            bars=bars.collect()
            lines=amount_lines(texts, loan.total_paid())
            across=across
            reference=Some((loan.terms.paid_out.ore(), reference))
        />
    }
}

fn row(texts: Texts, loan: &Loan, point: &LoanPoint) -> Vec<String> {
    let number = number_of(loan, point);
    let name = if is_by_month(loan) {
        texts.loan_after_month(number)
    } else {
        texts.loan_after_year(number)
    };
    let amounts = [point.repaid + point.costs, point.costs, point.debt_left];
    let amounts = amounts.iter().map(ToString::to_string);
    std::iter::once(name).chain(amounts).collect()
}

/// How far the loan has come after each month, or after each year and in the end.
fn points(loan: &Loan) -> Vec<LoanPoint> {
    let mut points = loan.points();
    if !is_by_month(loan) {
        let last = points.last().map_or(0, |point| point.month);
        points.retain(|point| point.month % 12 == 0 || point.month == last);
    }
    points
}

fn number_of(loan: &Loan, point: &LoanPoint) -> i64 {
    if is_by_month(loan) {
        point.month
    } else {
        (point.month + 11) / 12
    }
}

fn is_by_month(loan: &Loan) -> bool {
    loan.terms.months <= MOST_SINGLE_MONTHS
}

fn label(texts: Texts, field: &str) -> String {
    let label = match field {
        LoanTerms::PAID_OUT => texts.loan_paid_out(),
        LoanTerms::INTEREST => texts.loan_interest(),
        LoanTerms::MONTHS => texts.loan_months(),
        LoanTerms::SET_UP => texts.loan_set_up(),
        _ => texts.loan_fee(),
    };
    label.to_owned()
}
