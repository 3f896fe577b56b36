//! Savings that grow by deposits and by interest on interest.

use super::amount::Amount;
use super::entries::{Entries, Problem};
use super::percent::Percent;
use crate::decimal::divide;

/// How somebody saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SavingPlan {
    /// What there is to begin with.
    pub start: Amount,
    /// What is put in on the first of every month.
    pub monthly: Amount,
    /// Interest a year, before tax. It is added at the end of the year.
    pub interest: Percent,
    pub years: i64,
}

/// How things stand at the end of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearEnd {
    /// From 1.
    pub year: i64,
    /// All that has been put in so far, with what there was to begin with.
    pub paid_in: Amount,
    /// All the interest so far.
    pub interest: Amount,
}

/// Savings at the end of every year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    pub plan: SavingPlan,
    /// One for each year.
    pub years: Vec<YearEnd>,
}

impl SavingPlan {
    /// Names of the fields, as they stand in addresses.
    pub const START: &str = "start";
    pub const MONTHLY: &str = "om-maaneden";
    pub const INTEREST: &str = "rente";
    pub const YEARS: &str = "aar";

    /// The longest plan, in years.
    pub const LONGEST: i64 = 50;
    /// The highest interest a year: more than any savings account gives.
    pub const HIGHEST_INTEREST: Percent = Percent::from_whole(25);

    /// Reads a form. What there is to begin with, and the deposit, may be left out.
    pub fn read(entries: &Entries) -> Result<Self, Vec<Problem>> {
        entries.read(|reader| {
            let start = reader.amount_or_zero(Self::START);
            let monthly = reader.amount_or_zero(Self::MONTHLY);
            let interest = reader.percent(Self::INTEREST, Percent::default()..=Self::HIGHEST_INTEREST);
            let years = reader.whole(Self::YEARS, 1..=Self::LONGEST);
            Some(Self {
                start: start?,
                monthly: monthly?,
                interest: interest?,
                years: years?,
            })
        })
    }

    /// How things stand before the first year.
    fn beginning(&self) -> YearEnd {
        YearEnd {
            year: 0,
            paid_in: self.start,
            interest: Amount::ZERO,
        }
    }

    /// A year's interest, to the nearest øre. What is there at the year's beginning earns for 12 months; the deposits earn for
    /// 12, 11, … and 1 month, together 78.
    fn yearly_interest(&self, balance: Amount) -> Amount {
        let months = i128::from(balance.ore()) * 12 + i128::from(self.monthly.ore()) * 78;
        let earned = months * i128::from(self.interest.thousandths());
        Amount::from_ore(divide(earned, i128::from(Percent::WHOLE.thousandths()) * 12))
    }
}

impl Saving {
    /// Saves for as long as the plan says.
    pub fn new(plan: SavingPlan) -> Self {
        let mut now = plan.beginning();
        let years = (1..=plan.years).map(|year| {
            now = YearEnd {
                year,
                paid_in: now.paid_in + plan.monthly.part(12, 1),
                interest: now.interest + plan.yearly_interest(now.balance()),
            };
            now
        });
        Self {
            years: years.collect(),
            plan,
        }
    }

    /// How things stand in the end.
    pub fn end(&self) -> YearEnd {
        self.years.last().copied().unwrap_or(self.plan.beginning())
    }
}

impl YearEnd {
    /// What stands on the account.
    pub fn balance(&self) -> Amount {
        self.paid_in + self.interest
    }
}

#[cfg(test)]
#[allow(clippy::cast_precision_loss, reason = "amounts are far below 2^53 øre")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn saving(query: &str) -> Saving {
        Saving::new(SavingPlan::read(&Entries::of_query(query)).unwrap())
    }

    #[test]
    fn interest_earns_interest() {
        let saving = saving("start=10.000&rente=5&aar=3");
        let balances: Vec<_> = saving.years.iter().map(|year| year.balance().ore()).collect();
        // 10.000 · 1,05, · 1,05², · 1,05³.
        assert_eq!(balances, [1_050_000, 1_102_500, 1_157_625]);
        assert_eq!(saving.end().interest, Amount::from_ore(157_625));
    }

    #[test]
    fn deposits_earn_from_the_month_they_are_made() {
        // 12 % a year is 1 % a month: 100 · 0,01 · 78.
        let saving = saving("om-maaneden=100&rente=12&aar=1");
        assert_eq!(saving.end().paid_in, Amount::from_kroner(1_200));
        assert_eq!(saving.end().interest, Amount::from_kroner(78));
    }

    #[test]
    fn without_interest_there_is_what_was_put_in() {
        let saving = saving("start=500&om-maaneden=250&rente=0&aar=10");
        assert_eq!(saving.end().balance(), Amount::from_kroner(30_500));
    }

    #[test]
    fn interest_and_years_must_be_there() {
        let problems = SavingPlan::read(&Entries::of_query("start=100&aar=51")).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, [SavingPlan::INTEREST, SavingPlan::YEARS]);
    }

    fn plan() -> impl Strategy<Value = SavingPlan> {
        let most = Amount::LARGEST.ore();
        let rates = 0..=SavingPlan::HIGHEST_INTEREST.thousandths();
        (0..=most, 0..=most, rates, 1..=SavingPlan::LONGEST).prop_map(|(start, monthly, interest, years)| {
            SavingPlan {
                start: Amount::from_ore(start),
                monthly: Amount::from_ore(monthly),
                interest: Percent::from_thousandths(interest),
                years,
            }
        })
    }

    proptest! {
        #[test]
        fn savings_are_those_of_the_formula_but_for_the_rounding(plan in plan()) {
            let rate = plan.interest.thousandths() as f64 / 100_000.0;
            let years = i32::try_from(plan.years).unwrap();
            let growth = (1.0 + rate).powi(years);
            let a_year = plan.monthly.ore() as f64 * (12.0 + 6.5 * rate);
            let deposits = if rate == 0.0 { a_year * f64::from(years) } else { a_year * (growth - 1.0) / rate };
            let formula = plan.start.ore() as f64 * growth + deposits;
            let balance = Saving::new(plan).end().balance().ore() as f64;
            // Each year's interest is at most half an øre off, and that grows too.
            let allowed = 0.5 * f64::from(years) * growth + 1e-9 * formula;
            prop_assert!((balance - formula).abs() <= allowed, "{balance} {formula}");
        }

        #[test]
        fn savings_never_shrink(plan in plan()) {
            let years = Saving::new(plan).years;
            prop_assert_eq!(years.len(), usize::try_from(plan.years).unwrap());
            prop_assert!(years.windows(2).all(|pair| pair[0].balance() <= pair[1].balance()));
        }
    }
}
