//! A payslip: from gross pay to what reaches the account.
//!
//! AM-bidrag is taken first, of the pay without one's own pension. A-skat is the tax card's percentage of the rest, above the
//! tax card's allowance. Both are rounded to whole kroner, one of the ways that Den juridiske vejledning allows ("Øreafrunding
//! ved beregning af A-skat og AM-bidrag").

use super::amount::Amount;
use super::entries::{Entries, Problem};
use super::percent::Percent;
use super::rates::PayslipRates;

/// Which card the employer uses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum TaxCard {
    /// Hovedkort: with the allowance.
    #[default]
    Main,
    /// Bikort, for a second job: without allowance.
    Secondary,
    /// Frikort: no A-skat until its amount is used up.
    Exempt,
}

/// What a payslip is counted from, for one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pay {
    /// Bruttoløn.
    pub gross: Amount,
    /// What one pays oneself to pension and ATP.
    pub pension: Amount,
    pub card: TaxCard,
    /// Trækprocent. Where it is not known it is estimated.
    pub tax_percent: Option<Percent>,
    /// Månedsfradrag. Where it is not known it is estimated.
    pub allowance: Option<Amount>,
}

/// A payslip for one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payslip {
    pub pay: Pay,
    /// What AM-bidrag is taken of.
    pub after_pension: Amount,
    pub labour_market: Amount,
    /// The tax card's percentage, or an estimate of it.
    pub tax_percent: Percent,
    /// The tax card's allowance, or an estimate of it.
    pub allowance: Amount,
    /// What A-skat is taken of.
    pub taxable: Amount,
    pub tax: Amount,
    /// Nettoløn: what reaches the account.
    pub net: Amount,
}

/// Whether a year of such months is above the limit for mellemskat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MiddleTax {
    Below,
    Above,
}

impl TaxCard {
    /// Every card, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Main, Self::Secondary, Self::Exempt];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Main => "hovedkort",
            Self::Secondary => "bikort",
            Self::Exempt => "frikort",
        }
    }

    /// The card of a word in an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|card| card.as_str() == text)
    }
}

impl Pay {
    /// Names of the fields, as they stand in addresses.
    pub const GROSS: &str = "loen";
    pub const PENSION: &str = "pension";
    pub const CARD: &str = "kort";
    pub const TAX_PERCENT: &str = "traekprocent";
    pub const ALLOWANCE: &str = "fradrag";

    /// Reads a form. The tax card's figures may be left out.
    pub fn read(entries: &Entries) -> Result<Self, Vec<Problem>> {
        entries.read(|reader| {
            let gross = reader.amount(Self::GROSS, Amount::from_kroner(1)..=Amount::LARGEST);
            let pension = reader.amount_up_to(Self::PENSION, gross.unwrap_or(Amount::LARGEST));
            let card = reader.choice(Self::CARD, TaxCard::parse, TaxCard::default());
            let tax_percent = reader.optional(Self::TAX_PERCENT, |reader| {
                reader.percent(Self::TAX_PERCENT, Percent::default()..=Percent::WHOLE)
            });
            let allowance = reader.optional(Self::ALLOWANCE, |reader| reader.amount_or_zero(Self::ALLOWANCE));
            Some(Self {
                gross: gross?,
                pension: pension?,
                card: card?,
                tax_percent,
                allowance,
            })
        })
    }
}

impl Payslip {
    /// Counts a payslip with this year's rates.
    pub fn new(pay: Pay, rates: &PayslipRates) -> Self {
        let after_pension = pay.gross - pay.pension;
        let labour_market = rates
            .labour_market
            .of(after_pension)
            .to_whole_kroner()
            .min(after_pension);
        let (tax_percent, allowance) = tax_card(&pay, rates, after_pension);
        let income = after_pension - labour_market;
        let taxable = (income - allowance).or_zero();
        let tax = match pay.card {
            TaxCard::Exempt => Amount::ZERO,
            TaxCard::Main | TaxCard::Secondary => tax_percent.of(taxable).to_whole_kroner().min(income),
        };
        Self {
            pay,
            after_pension,
            labour_market,
            tax_percent,
            allowance,
            taxable,
            tax,
            net: income - tax,
        }
    }

    /// Whether mellemskat is paid besides, if every month of the year is like this one. It is part of the tax card's
    /// percentage, but not of the estimate.
    pub fn middle_tax(&self, rates: &PayslipRates) -> MiddleTax {
        if (self.after_pension - self.labour_market).part(12, 1) > rates.middle_tax_from {
            MiddleTax::Above
        } else {
            MiddleTax::Below
        }
    }
}

/// What the tax card says, or an estimate where it was left out. Only a main card has an allowance.
fn tax_card(pay: &Pay, rates: &PayslipRates, after_pension: Amount) -> (Percent, Amount) {
    let percent = pay.tax_percent.unwrap_or(rates.state_tax + rates.municipal_tax);
    let allowance = match pay.card {
        TaxCard::Main => pay
            .allowance
            .unwrap_or_else(|| estimated_allowance(rates, after_pension)),
        TaxCard::Secondary | TaxCard::Exempt => Amount::ZERO,
    };
    (percent, allowance)
}

/// A twelfth of the year's allowances, for a wage like this one all year.
///
/// Personfradrag counts in all taxes. Beskæftigelsesfradrag counts in kommuneskat only, so of it the tax card has the share
/// that kommuneskat has in the percentage.
fn estimated_allowance(rates: &PayslipRates, after_pension: Amount) -> Amount {
    let employment = rates
        .employment_allowance
        .of(after_pension.part(12, 1))
        .min(rates.employment_allowance_most);
    let all_taxes = (rates.state_tax + rates.municipal_tax).thousandths().max(1);
    let counted = employment.part(rates.municipal_tax.thousandths(), all_taxes);
    (rates.personal_allowance + counted).part(1, 12).to_whole_kroner()
}

#[cfg(test)]
#[path = "payslip_tests.rs"]
mod tests;
