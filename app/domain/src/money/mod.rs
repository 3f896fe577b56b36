//! The money tools: exact amounts, and what they count with them.
//!
//! Money is a whole number of øre and a rate a whole number of thousandths of a per cent, so what is shown adds up to the
//! last øre. Floating point is used in one place, where the annual percentage rate is searched for.

mod amount;
mod annual_rate;
mod budget;
mod entries;
mod loan;
mod payslip;
mod percent;
mod period;
mod rates;
mod saving;
mod subscriptions;
mod tool;

pub use amount::Amount;
pub use annual_rate::{After, Flow, NoRate, annual_percentage_rate};
pub use budget::{Budget, BudgetGroup, BudgetLine, BudgetPost};
pub use entries::{Entries, Limit, Problem, Reader, Reason};
pub use loan::{Instalment, Loan, LoanCheck, LoanPoint, LoanTerms, Standing};
pub use payslip::{MiddleTax, Pay, Payslip, TaxCard};
pub use percent::Percent;
pub use period::Period;
pub use rates::{LoanLimits, PayslipRates, Sourced, rate_facts};
pub use saving::{Saving, SavingPlan, YearEnd};
pub use subscriptions::{Subscription, SubscriptionRow, Subscriptions};
pub use tool::Tool;

pub use crate::decimal::NumberError;
