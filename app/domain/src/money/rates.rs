//! The rates that the tools count with. They are data: this year's stand in the content.

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::percent::Percent;
use crate::facts::{FactUnit, Facts};
use crate::locale::Locale;
use crate::pages::Source;

/// The figures that the payslip cannot do without, and what each counts.
const PAYSLIP_FACTS: [(&str, FactUnit); 7] = [
    ("am-bidrag", FactUnit::Percent),
    ("bundskat", FactUnit::Percent),
    ("kommuneskat", FactUnit::Percent),
    ("personfradrag", FactUnit::Kroner),
    ("beskaeftigelsesfradrag", FactUnit::Percent),
    ("beskaeftigelsesfradrag-loft", FactUnit::Kroner),
    ("mellemskat-graense", FactUnit::Kroner),
];

/// The figures that a loan is held against.
const LOAN_FACTS: [(&str, FactUnit); 3] = [
    ("aop-loft", FactUnit::Percent),
    ("aop-markedsfoering-loft", FactUnit::Percent),
    ("laan-omkostningsloft", FactUnit::Percent),
];

/// Ids of the figures that the tools cannot do without, and what each must count.
pub fn rate_facts() -> impl Iterator<Item = (&'static str, FactUnit)> {
    PAYSLIP_FACTS.into_iter().chain(LOAN_FACTS)
}

/// Rates, and where they were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourced<T> {
    pub rates: T,
    pub sources: Vec<Source>,
}

/// What is taken of a wage. Allowances and limits are for a whole year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayslipRates {
    /// Arbejdsmarkedsbidrag (AM-bidrag).
    pub labour_market: Percent,
    /// Bundskat.
    pub state_tax: Percent,
    /// Kommuneskat, the average of the municipalities.
    pub municipal_tax: Percent,
    /// Personfradrag.
    pub personal_allowance: Amount,
    /// Beskæftigelsesfradrag, of the wage.
    pub employment_allowance: Percent,
    pub employment_allowance_most: Amount,
    /// Above this income, after AM-bidrag, mellemskat is paid besides.
    pub middle_tax_from: Amount,
}

/// The limits of the law for consumer loans (kreditaftaleloven).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoanLimits {
    /// The highest annual percentage rate (ÅOP).
    pub annual_rate: Percent,
    /// The highest annual percentage rate of a loan that is advertised.
    pub advertised_rate: Percent,
    /// The highest costs, of what was borrowed.
    pub costs: Percent,
}

impl Sourced<PayslipRates> {
    /// Takes the rates out of the figures; nothing where one of them is missing.
    pub fn of(facts: &Facts, locale: Locale) -> Option<Self> {
        let rates = PayslipRates {
            labour_market: facts.percent("am-bidrag")?,
            state_tax: facts.percent("bundskat")?,
            municipal_tax: facts.percent("kommuneskat")?,
            personal_allowance: facts.kroner("personfradrag")?,
            employment_allowance: facts.percent("beskaeftigelsesfradrag")?,
            employment_allowance_most: facts.kroner("beskaeftigelsesfradrag-loft")?,
            middle_tax_from: facts.kroner("mellemskat-graense")?,
        };
        let sources = facts.sources(&PAYSLIP_FACTS.map(|(id, _)| id), locale);
        Some(Self { rates, sources })
    }
}

impl Sourced<LoanLimits> {
    /// Takes the limits out of the figures; nothing where one of them is missing.
    pub fn of(facts: &Facts, locale: Locale) -> Option<Self> {
        let rates = LoanLimits {
            annual_rate: facts.percent("aop-loft")?,
            advertised_rate: facts.percent("aop-markedsfoering-loft")?,
            costs: facts.percent("laan-omkostningsloft")?,
        };
        let sources = facts.sources(&LOAN_FACTS.map(|(id, _)| id), locale);
        Some(Self { rates, sources })
    }
}
