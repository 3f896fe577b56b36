//! A loan that is paid back with the same amount every month (an annuity), and what it costs.

use super::amount::Amount;
use super::annual_rate::{After, Flow, NoRate, annual_percentage_rate};
use super::decimal::divide;
use super::entries::{Entries, Problem};
use super::percent::Percent;
use super::rates::LoanLimits;

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
#[allow(clippy::cast_precision_loss, reason = "amounts are far below 2^53 øre")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMITS: LoanLimits = LoanLimits {
        annual_rate: Percent::from_whole(35),
        advertised_rate: Percent::from_whole(25),
        costs: Percent::from_whole(100),
    };

    fn loan(query: &str) -> Loan {
        Loan::new(LoanTerms::read(&Entries::of_query(query)).unwrap())
    }

    #[test]
    fn an_annuity_is_that_of_the_formula() {
        // 10.000 · 0,01 / (1 − 1,01^−12) = 888,487887 a month.
        let loan = loan("beloeb=10.000&rente=12&maaneder=12");
        assert_eq!(loan.monthly(), Amount::from_ore(88_849));
        assert_eq!(loan.instalments.len(), 12);
        assert_eq!(loan.instalments[0].interest, Amount::from_kroner(100));
        assert_eq!(loan.instalments[11].debt_left, Amount::ZERO);
        // 1,01^12 − 1: without costs ÅOP is the interest with interest on it.
        assert_eq!(loan.annual_rate(), Ok(Percent::from_thousandths(12_680)));
    }

    #[test]
    fn costs_are_part_of_the_annual_rate() {
        let loan = loan("beloeb=10.000&rente=12&maaneder=12&oprettelse=500&gebyr=30");
        // 10.500 · 0,01 / (1 − 1,01^−12) = 932,912, and 30 besides.
        assert_eq!(loan.monthly(), Amount::from_ore(96_292));
        assert_eq!(loan.total_fees(), Amount::from_kroner(360));
        assert_eq!(
            loan.total_cost(),
            loan.total_interest() + loan.total_fees() + Amount::from_kroner(500)
        );
        // 12 payments of 962,92 for 10.000: by halving in another program, 31,32 %.
        assert_eq!(loan.annual_rate(), Ok(Percent::from_thousandths(31_320)));
    }

    #[test]
    fn a_loan_without_interest_is_divided_evenly() {
        let loan = loan("beloeb=1.200&rente=0&maaneder=12");
        assert_eq!(loan.monthly(), Amount::from_kroner(100));
        assert_eq!(loan.total_cost(), Amount::ZERO);
        assert_eq!(loan.annual_rate(), Ok(Percent::default()));
    }

    #[test]
    fn loans_are_held_against_the_law() {
        let check = |query| loan(query).check(&LIMITS);
        assert_eq!(
            check("beloeb=10.000&rente=8&maaneder=24"),
            LoanCheck {
                annual_rate: Standing::Within,
                advertised_rate: Standing::Within,
                costs: Standing::Within
            }
        );
        let dear = check("beloeb=10.000&rente=25&maaneder=24");
        assert_eq!(
            (dear.annual_rate, dear.advertised_rate),
            (Standing::Within, Standing::Above)
        );
        let long = check("beloeb=10.000&rente=29&maaneder=120");
        assert_eq!(
            (long.annual_rate, long.costs),
            (Standing::Within, Standing::Above)
        );
        assert_eq!(
            check("beloeb=1.000&rente=0&maaneder=1&gebyr=50").annual_rate,
            Standing::Above
        );
    }

    #[test]
    fn costs_as_large_as_the_loan_are_still_allowed() {
        let costs = |fee| {
            loan(&format!("beloeb=1.000&rente=0&maaneder=10&gebyr={fee}"))
                .check(&LIMITS)
                .costs
        };
        assert_eq!(costs("100"), Standing::Within);
        assert_eq!(costs("100,01"), Standing::Above);
    }

    #[test]
    fn what_a_loan_needs_must_be_there() {
        let problems = LoanTerms::read(&Entries::of_query("gebyr=x")).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                LoanTerms::PAID_OUT,
                LoanTerms::INTEREST,
                LoanTerms::MONTHS,
                LoanTerms::FEE
            ]
        );
    }

    fn terms() -> impl Strategy<Value = LoanTerms> {
        (
            100..Amount::LARGEST.ore(),
            0..1_000_000_i64,
            0..LoanTerms::HIGHEST_INTEREST.thousandths(),
            1..=LoanTerms::LONGEST,
            0..100_000_i64,
        )
            .prop_map(|(paid_out, set_up, interest, months, fee)| LoanTerms {
                paid_out: Amount::from_ore(paid_out),
                set_up: Amount::from_ore(set_up),
                interest: Percent::from_thousandths(interest),
                months,
                fee: Amount::from_ore(fee),
            })
    }

    proptest! {
        #[test]
        fn what_was_borrowed_is_paid_back_to_the_last_ore(terms in terms()) {
            let loan = Loan::new(terms);
            let repaid: Amount = loan.instalments.iter().map(|one| one.repaid).sum();
            prop_assert_eq!(repaid, terms.paid_out + terms.set_up);
            prop_assert_eq!(loan.instalments.last().map(|one| one.debt_left), Some(Amount::ZERO));
            prop_assert!(loan.instalments.len() <= usize::try_from(terms.months).unwrap());
        }

        #[test]
        fn no_payment_is_larger_than_the_first_and_the_debt_only_falls(terms in terms()) {
            let loan = Loan::new(terms);
            for one in &loan.instalments {
                prop_assert!(one.paid() <= loan.monthly() && one.repaid > Amount::ZERO);
            }
        }

        #[test]
        fn an_ore_less_would_not_do(terms in terms()) {
            let payment = terms.payment();
            prop_assert!(terms.is_gone_in_time(payment));
            let less = payment - Amount::from_ore(1);
            prop_assert!(less <= terms.monthly_interest(terms.debt()) || !terms.is_gone_in_time(less));
        }

        #[test]
        fn the_payment_is_the_formulas_but_for_the_rounding(terms in terms()) {
            let rate = terms.interest.thousandths() as f64 / 1_200_000.0;
            let debt = terms.debt().ore() as f64;
            let months = f64::from(i32::try_from(terms.months).unwrap());
            let annuity = -(-months * rate.ln_1p()).exp_m1() / rate;
            let formula = if rate == 0.0 { debt / months } else { debt / annuity };
            prop_assert!((terms.payment().ore() as f64 - formula).abs() <= 1.6, "{formula}");
        }
    }
}
