use domain::locale::Locale;
use domain::money::{LoanLimits, PayslipRates, Sourced};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{error::AppResult, server_side::context};

/// This year's rates for a payslip. **Permissions**: anyone.
#[server(prefix = "/api", name = LoadPayslipRates, endpoint = "money/payslip-rates", input = GetUrl)]
pub async fn payslip_rates(locale: Locale) -> Result<Reply<Sourced<PayslipRates>>, AppError> {
    Reply::of(&there(Sourced::<PayslipRates>::of(
        context().library.facts(),
        locale,
    ))?)
}

/// The law's limits for loans. **Permissions**: anyone.
#[server(prefix = "/api", name = LoadLoanLimits, endpoint = "money/loan-limits", input = GetUrl)]
pub async fn loan_limits(locale: Locale) -> Result<Reply<Sourced<LoanLimits>>, AppError> {
    Reply::of(&there(Sourced::<LoanLimits>::of(
        context().library.facts(),
        locale,
    ))?)
}

/// Without this year's figures a tool is closed: wrong ones would be worse.
#[cfg(feature = "ssr")]
fn there<T>(rates: Option<T>) -> AppResult<T> {
    rates.ok_or_else(|| {
        tracing::error!("a figure that a money tool counts with is missing: run `startlinje content check`");
        AppError::Unavailable
    })
}

/// The tools, for a search.
#[cfg(feature = "ssr")]
pub fn search_entries(locale: Locale) -> Vec<content::SearchEntry> {
    use domain::money::Tool;
    use domain::pages::SearchKind;

    use super::overview_page::{tool_line, tool_title};

    let texts = crate::texts::Texts::of(locale);
    let entries = Tool::ALL.map(|tool| content::SearchEntry {
        kind: SearchKind::Page,
        path: tool.path().to_owned(),
        title: tool_title(texts, tool).to_owned(),
        summary: tool_line(texts, tool).to_owned(),
        keywords: vec![texts.money_nav().to_owned()],
        locale,
    });
    entries.into()
}
