//! The money tools: exact amounts, and what they count with them.
//!
//! Money is a whole number of øre and a rate a whole number of thousandths of a per cent, so what is shown adds up to the
//! last øre. Floating point is used in one place, where the annual percentage rate is searched for.

mod amount;
mod budget;
mod decimal;
mod entries;
mod percent;
mod period;
mod rates;
mod subscriptions;
mod tool;

pub use amount::Amount;
pub use budget::{Budget, BudgetGroup, BudgetLine, BudgetPost};
pub use decimal::NumberError;
pub(crate) use decimal::{decimals_needed, format_scaled, parse_scaled};
pub use entries::{Entries, Limit, Problem, Reader, Reason};
pub use percent::Percent;
pub use period::Period;
pub use rates::{LoanLimits, PayslipRates, Sourced, rate_facts};
pub use subscriptions::{Subscription, SubscriptionRow, Subscriptions};
pub use tool::Tool;
