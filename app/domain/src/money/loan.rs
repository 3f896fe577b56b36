//! A loan that is paid back with the same amount every month (an annuity), and what it costs.

use super::amount::Amount;
use super::annual_rate::{After, Flow, NoRate, annual_percentage_rate};
use super::entries::{Entries, Problem};
use super::percent::Percent;
use super::rates::LoanLimits;
use crate::decimal::divide;

/// What a loan is offered on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoanTerms {
    /// What the borrower gets in hand.
    pub paid_out: Amount,
    /// What it costs to set up. It is added to the debt.
    pub set_up: Amount,
    /// Pålydende rente, a year. A twelfth of it is added every month.
    pub interest: Percent,
    pub months: i64,
    /// What every payment costs besides.
    pub fee: Amount,
}

/// One month's payment and what it goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instalment {
    /// From 1.
    pub month: i64,
    pub interest: Amount,
    /// What the debt shrinks by.
    pub repaid: Amount,
    pub fee: Amount,
    pub debt_left: Amount,
}

/// A loan with every payment until the debt is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    pub terms: LoanTerms,
    /// As many as there are months; a few less where the last would be nothing but rounding.
    pub instalments: Vec<Instalment>,
}

/// How far a loan has come: sums of everything so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoanPoint {
    /// From 1.
    pub month: i64,
    /// What the debt has shrunk by.
    pub repaid: Amount,
    /// Interest and fees.
    pub costs: Amount,
    pub debt_left: Amount,
}

/// Whether something is within the law's limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Within,
    Above,
}

/// How a loan stands to the law's limits for consumer loans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoanCheck {
    pub annual_rate: Standing,
    pub advertised_rate: Standing,
    pub costs: Standing,
}

impl LoanTerms {
    /// Names of the fields, as they stand in addresses.
    pub const PAID_OUT: &str = "beloeb";
    pub const SET_UP: &str = "oprettelse";
    pub const INTEREST: &str = "rente";
    pub const MONTHS: &str = "maaneder";
    pub const FEE: &str = "gebyr";

    /// The longest loan, in months.
    pub const LONGEST: i64 = 360;
    /// The highest interest a year. Loans as dear as this have been sold.
    pub const HIGHEST_INTEREST: Percent = Percent::from_whole(1000);

    /// Reads a form. Costs may be left out.
    pub fn read(entries: &Entries) -> Result<Self, Vec<Problem>> {
        entries.read(|reader| {
            let paid_out = reader.amount(Self::PAID_OUT, Amount::from_kroner(1)..=Amount::LARGEST);
            let interest = reader.percent(Self::INTEREST, Percent::default()..=Self::HIGHEST_INTEREST);
            let months = reader.whole(Self::MONTHS, 1..=Self::LONGEST);
            let set_up = reader.amount_or_zero(Self::SET_UP);
            let fee = reader.amount_or_zero(Self::FEE);
            Some(Self {
                paid_out: paid_out?,
                set_up: set_up?,
                interest: interest?,
                months: months?,
                fee: fee?,
            })
        })
    }

    /// What is owed on the first day.
    fn debt(&self) -> Amount {
        self.paid_out + self.set_up
    }

    /// A month's interest on a debt, to the nearest øre.
    fn monthly_interest(&self, debt: Amount) -> Amount {
        let a_year = i128::from(debt.ore()) * i128::from(self.interest.thousandths());
        Amount::from_ore(divide(a_year, i128::from(Percent::WHOLE.thousandths()) * 12))
    }

    /// The smallest monthly payment, without its fee, with which the debt is gone in time.
    ///
    /// It is searched for in whole øre by paying the loan back, so that rounding is what it is at the lender's. More than the
    /// first month's interest is always paid, so the debt never grows.
    fn payment(&self) -> Amount {
        let mut too_little = self.monthly_interest(self.debt()).ore();
        let mut enough = too_little + self.debt().ore();
        while enough - too_little > 1 {
            let between = too_little.midpoint(enough);
            if self.is_gone_in_time(Amount::from_ore(between)) {
                enough = between;
            } else {
                too_little = between;
            }
        }
        Amount::from_ore(enough)
    }

    fn is_gone_in_time(&self, payment: Amount) -> bool {
        let mut debt = self.debt();
        for _ in 0..self.months {
            debt = debt + self.monthly_interest(debt) - payment;
            if debt <= Amount::ZERO {
                return true;
            }
        }
        false
    }
}

impl Loan {
    /// Pays a loan back, month by month.
    pub fn new(terms: LoanTerms) -> Self {
        let payment = terms.payment();
        let mut debt = terms.debt();
        let mut instalments = Vec::new();
        for month in 1..=terms.months {
            if debt == Amount::ZERO {
                break;
            }
            let interest = terms.monthly_interest(debt);
            let repaid = (payment - interest).min(debt);
            debt = debt - repaid;
            instalments.push(Instalment {
                month,
                interest,
                repaid,
                fee: terms.fee,
                debt_left: debt,
            });
        }
        Self { terms, instalments }
    }

    /// What is paid every month, with the fee. The last payment may be a little smaller.
    pub fn monthly(&self) -> Amount {
        self.instalments.first().map_or(Amount::ZERO, Instalment::paid)
    }

    /// Everything that is paid until the debt is gone.
    pub fn total_paid(&self) -> Amount {
        self.instalments.iter().map(Instalment::paid).sum()
    }

    /// What the loan costs: all that is paid beyond what was paid out.
    pub fn total_cost(&self) -> Amount {
        self.total_paid() - self.terms.paid_out
    }

    /// All the interest.
    pub fn total_interest(&self) -> Amount {
        self.instalments
            .iter()
            .map(|instalment| instalment.interest)
            .sum()
    }

    /// All the fees.
    pub fn total_fees(&self) -> Amount {
        self.instalments.iter().map(|instalment| instalment.fee).sum()
    }

    /// How far the loan has come after each month.
    pub fn points(&self) -> Vec<LoanPoint> {
        let (mut repaid, mut costs) = (Amount::ZERO, Amount::ZERO);
        let points = self.instalments.iter().map(|instalment| {
            repaid = repaid + instalment.repaid;
            costs = costs + instalment.interest + instalment.fee;
            LoanPoint {
                month: instalment.month,
                repaid,
                costs,
                debt_left: instalment.debt_left,
            }
        });
        points.collect()
    }

    /// ÅOP, with every cost in it.
    pub fn annual_rate(&self) -> Result<Percent, NoRate> {
        let drawdown = Flow {
            amount: self.terms.paid_out,
            after: After::Months(0),
        };
        let payments: Vec<_> = self
            .instalments
            .iter()
            .zip(1..)
            .map(|(instalment, months)| Flow {
                amount: instalment.paid(),
                after: After::Months(months),
            })
            .collect();
        annual_percentage_rate(&[drawdown], &payments)
    }

    /// Holds the loan against the law's limits.
    pub fn check(&self, limits: &LoanLimits) -> LoanCheck {
        let rate = self.annual_rate();
        let rate_within = |limit: Percent| match rate {
            Ok(rate) if rate > limit => Standing::Above,
            Err(NoRate::TooHigh) => Standing::Above,
            Ok(_) | Err(NoRate::BelowZero) => Standing::Within,
        };
        LoanCheck {
            annual_rate: rate_within(limits.annual_rate),
            advertised_rate: rate_within(limits.advertised_rate),
            costs: if self.total_cost() > limits.costs.of(self.terms.paid_out) {
                Standing::Above
            } else {
                Standing::Within
            },
        }
    }
}

impl Instalment {
    /// What leaves the account.
    pub fn paid(&self) -> Amount {
        self.interest + self.repaid + self.fee
    }
}

#[cfg(test)]
#[path = "loan_tests.rs"]
mod tests;
