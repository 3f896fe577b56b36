//! The money tools: calculators that count while one types, and without JavaScript when the form is sent.
//!
//! The rules are `domain::money`'s, so both sides count alike. Nothing that is typed is kept: it stands in the form, and in the
//! address of the page that shows the result.

mod api;
mod budget_page;
mod fields;
mod form;
mod loan_page;
mod overview_page;
mod payslip_page;
mod result;
mod saving_page;
mod subscriptions_page;

#[cfg(feature = "ssr")]
pub use api::search_entries;

use crate::lazy::lazy_pages;

lazy_pages! {
    money:
    /// What comes in, what goes out, and what is left.
    BudgetPage => budget_page::budget_page,
    /// What a loan costs.
    LoanPage => loan_page::loan_page,
    /// The five tools.
    MoneyPage => overview_page::money_page,
    /// From gross pay to what reaches the account.
    PayslipPage => payslip_page::payslip_page,
    /// How savings grow.
    SavingPage => saving_page::saving_page,
    /// What small fixed payments come to.
    SubscriptionsPage => subscriptions_page::subscriptions_page,
}
