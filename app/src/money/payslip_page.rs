use domain::money::{Amount, MiddleTax, Pay, Payslip, PayslipRates, Sourced, TaxCard, Tool};
use leptos::prelude::*;

use super::api::payslip_rates;
use super::fields::{AmountField, PercentField};
use super::form::{LiveForm, ToolForm, live_form};
use super::result::{ToolResult, explanation, tool_head};
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Alert, AlertKind, Choice, ChoiceGroup, ChoiceKind, Ledger, LedgerLine, StackedBar, StackedPart,
};

/// From gross pay to what reaches the account.
pub(super) fn payslip_page() -> impl IntoView {
    let texts = use_texts();
    view! {
        {tool_head(Tool::Payslip, texts.payslip_lead())}
        {load(String::new, move || payslip_rates(texts.locale()), payslip_tool)}
    }
}

fn payslip_tool(rates: Sourced<PayslipRates>) -> AnyView {
    let texts = use_texts();
    let Sourced { rates, sources } = rates;
    let (form, pay) = live_form(Tool::Payslip, label, Pay::read);
    let payslip = Memo::new(move |_| pay.get().map(|pay| Payslip::new(pay, &rates)));
    let usual_percent = rates.state_tax + rates.municipal_tax;
    view! {
        <div class="tool">
            <ToolForm form=form>
                <AmountField form=form field=Pay::GROSS />
                <AmountField form=form field=Pay::PENSION hint=texts.payslip_pension_hint() />
                {card_choice(form)}
                <PercentField
                    form=form
                    field=Pay::TAX_PERCENT
                    hint=texts.payslip_tax_percent_hint(usual_percent)
                />
                <AmountField form=form field=Pay::ALLOWANCE hint=texts.payslip_allowance_hint() />
            </ToolForm>
            <ToolResult value=payslip sentence=sentence details=move |slip| details(texts, slip, &rates) />
        </div>
        {explanation(texts, texts.payslip_how(), sources)}
    }
    .into_any()
}

fn card_choice(form: LiveForm) -> impl IntoView {
    let texts = use_texts();
    let chosen = TaxCard::parse(&form.value(Pay::CARD)).unwrap_or_default();
    let options = TaxCard::ALL.map(|card| Choice {
        value: card.as_str().to_owned(),
        label: card_title(texts, card).to_owned(),
        hint: Some(card_hint(texts, card).to_owned()),
        checked: card == chosen,
        verdict: None,
    });
    view! {
        <ChoiceGroup
            legend=form.label(texts, Pay::CARD)
            name=Pay::CARD
            kind=ChoiceKind::Radio
            options=options.into()
            error=form.error(Pay::CARD).get_untracked()
        />
    }
}

fn sentence(texts: Texts, slip: &Payslip) -> String {
    texts.payslip_sentence(slip.net, slip.labour_market + slip.tax)
}

fn details(texts: Texts, slip: &Payslip, rates: &PayslipRates) -> AnyView {
    let is_estimate = slip.pay.tax_percent.is_none() && slip.pay.card != TaxCard::Exempt;
    let is_high = is_estimate && slip.middle_tax(rates) == MiddleTax::Above;
    let high = is_high.then(|| texts.payslip_middle_tax(rates.middle_tax_from));
    let high = high.map(|text| view! { <Alert kind=AlertKind::Info>{text}</Alert> });
    view! {
        {drawing(texts, slip)}
        <Ledger title=texts.payslip_caption() lines=lines(texts, slip, rates) />
        {high}
    }
    .into_any()
}

fn drawing(texts: Texts, slip: &Payslip) -> impl IntoView + use<> {
    let taxes = slip.labour_market + slip.tax;
    let parts = [
        (texts.payslip_part_tax(), taxes),
        (texts.payslip_pension(), slip.pay.pension),
        (texts.payslip_net(), slip.net),
    ]
    .map(|(label, amount)| StackedPart {
        label: texts.money_part(amount, label),
        value: amount.ore(),
    });
    let description = texts.payslip_drawing(slip.pay.gross, slip.net, slip.pay.pension, taxes);
    view! { <StackedBar description=description parts=parts.into() line=None /> }
}

/// The payslip line by line, each with the reason.
fn lines(texts: Texts, slip: &Payslip, rates: &PayslipRates) -> Vec<LedgerLine> {
    let line = |name: &str, amount: Amount, note: String| LedgerLine {
        name: name.to_owned(),
        amount: amount.to_string(),
        note,
    };
    let mut lines = vec![line(
        texts.payslip_gross(),
        slip.pay.gross,
        texts.payslip_why_gross().to_owned(),
    )];
    if slip.pay.pension > Amount::ZERO {
        lines.push(line(
            texts.payslip_pension(),
            -slip.pay.pension,
            texts.payslip_why_pension().to_owned(),
        ));
    }
    let labour_market = texts.payslip_why_labour_market(slip.after_pension, rates.labour_market);
    lines.push(line(
        texts.payslip_labour_market(),
        -slip.labour_market,
        labour_market,
    ));
    lines.push(line(texts.payslip_tax(), -slip.tax, why_tax(texts, slip, rates)));
    lines.push(line(
        texts.payslip_net(),
        slip.net,
        texts.payslip_why_net().to_owned(),
    ));
    lines
}

/// Where A-skat comes from: the percentage, of what, and what the allowance is.
fn why_tax(texts: Texts, slip: &Payslip, rates: &PayslipRates) -> String {
    if slip.pay.card == TaxCard::Exempt {
        return texts.payslip_why_exempt().to_owned();
    }
    let tax = texts.payslip_why_tax(slip.taxable, slip.tax_percent);
    let allowance = match (slip.pay.card, slip.pay.allowance) {
        (TaxCard::Main, Some(_)) => texts.payslip_why_allowance(slip.allowance),
        (TaxCard::Main, None) => texts.payslip_why_allowance_estimate(slip.allowance),
        (TaxCard::Secondary | TaxCard::Exempt, _) => texts.payslip_why_no_allowance().to_owned(),
    };
    let percent = match slip.pay.tax_percent {
        Some(_) => String::new(),
        None => texts.payslip_why_percent_estimate(rates.municipal_tax, rates.state_tax),
    };
    [tax, allowance, percent].join(" ").trim_end().to_owned()
}

fn card_title(texts: Texts, card: TaxCard) -> &'static str {
    match card {
        TaxCard::Main => texts.payslip_card_main(),
        TaxCard::Secondary => texts.payslip_card_secondary(),
        TaxCard::Exempt => texts.payslip_card_exempt(),
    }
}

fn card_hint(texts: Texts, card: TaxCard) -> &'static str {
    match card {
        TaxCard::Main => texts.payslip_card_main_hint(),
        TaxCard::Secondary => texts.payslip_card_secondary_hint(),
        TaxCard::Exempt => texts.payslip_card_exempt_hint(),
    }
}

fn label(texts: Texts, field: &str) -> String {
    let label = match field {
        Pay::GROSS => texts.payslip_gross(),
        Pay::PENSION => texts.payslip_pension(),
        Pay::CARD => texts.payslip_card(),
        Pay::TAX_PERCENT => texts.payslip_tax_percent(),
        _ => texts.payslip_allowance(),
    };
    label.to_owned()
}
