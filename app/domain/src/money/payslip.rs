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
mod tests {
    use proptest::prelude::*;

    use super::super::entries::{Limit, Reason};
    use super::*;

    const RATES: PayslipRates = PayslipRates {
        labour_market: Percent::from_whole(8),
        state_tax: Percent::from_thousandths(12_010),
        municipal_tax: Percent::from_whole(25),
        personal_allowance: Amount::from_kroner(54_100),
        employment_allowance: Percent::from_thousandths(12_750),
        employment_allowance_most: Amount::from_kroner(63_300),
        middle_tax_from: Amount::from_kroner(641_200),
    };

    fn payslip(query: &str) -> Payslip {
        Payslip::new(Pay::read(&Entries::of_query(query)).unwrap(), &RATES)
    }

    fn kroner(kroner: i64) -> Amount {
        Amount::from_kroner(kroner)
    }

    #[test]
    fn the_tax_card_decides_what_is_taken() {
        let slip = payslip("loen=30.000&pension=1.000&kort=hovedkort&traekprocent=38&fradrag=6.000");
        assert_eq!(slip.after_pension, kroner(29_000));
        assert_eq!(slip.labour_market, kroner(2_320));
        assert_eq!(slip.taxable, kroner(29_000 - 2_320 - 6_000));
        // 38 % of 20.680 is 7.858,40.
        assert_eq!(slip.tax, kroner(7_858));
        assert_eq!(slip.net, kroner(29_000 - 2_320 - 7_858));
    }

    #[test]
    fn a_second_job_has_no_allowance() {
        let slip = payslip("loen=5.000&kort=bikort&traekprocent=40&fradrag=6.000");
        assert_eq!((slip.allowance, slip.taxable), (Amount::ZERO, kroner(4_600)));
        assert_eq!(slip.tax, kroner(1_840));
    }

    #[test]
    fn with_a_frikort_only_am_bidrag_is_taken() {
        let slip = payslip("loen=4.000&kort=frikort");
        assert_eq!(
            (slip.labour_market, slip.tax, slip.net),
            (kroner(320), Amount::ZERO, kroner(3_680))
        );
    }

    #[test]
    fn what_is_left_out_is_estimated() {
        let slip = payslip("loen=30.000");
        assert_eq!(slip.tax_percent, Percent::from_thousandths(37_010));
        // 12,75 % of 360.000 is 45.900; of it 25/37,01 counts: 31.005,13. With 54.100 a twelfth is 7.092,09.
        assert_eq!(slip.allowance, kroner(7_092));
        assert_eq!(slip.taxable, kroner(30_000 - 2_400 - 7_092));
    }

    #[test]
    fn the_employment_allowance_has_a_limit() {
        // 63.300 × 25 / 37,01 is 42.758,714.
        assert_eq!(payslip("loen=60.000").allowance, kroner(8_072));
        assert_eq!(payslip("loen=80.000").allowance, kroner(8_072));
    }

    #[test]
    fn an_allowance_larger_than_the_pay_leaves_nothing_to_tax() {
        let slip = payslip("loen=2.000&fradrag=9.000");
        assert_eq!((slip.taxable, slip.tax), (Amount::ZERO, Amount::ZERO));
    }

    #[test]
    fn a_high_pay_is_told_of_mellemskat() {
        // 58.079 after 8 % is 53.433 a month and 641.196 a year.
        assert_eq!(payslip("loen=58.079").middle_tax(&RATES), MiddleTax::Below);
        assert_eq!(payslip("loen=58.081").middle_tax(&RATES), MiddleTax::Above);
    }

    #[test]
    fn nobody_pays_more_to_pension_than_the_pay() {
        let problems = Pay::read(&Entries::of_query("loen=100&pension=101")).unwrap_err();
        assert_eq!(problems[0].reason, Reason::Above(Limit::Amount(kroner(100))));
        let problems = Pay::read(&Entries::of_query("pension=x")).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, [Pay::GROSS, Pay::PENSION]);
    }

    proptest! {
        #[test]
        fn every_krone_goes_somewhere(
            gross in 100..Amount::LARGEST.ore(),
            pension in 0..=100_i64,
            card in 0_usize..3,
            percent in proptest::option::of(0..=100_000_i64),
            allowance in proptest::option::of(0..Amount::LARGEST.ore()),
        ) {
            let gross = Amount::from_ore(gross);
            let slip = Payslip::new(
                Pay {
                    gross,
                    pension: gross.part(pension, 100),
                    card: TaxCard::ALL[card],
                    tax_percent: percent.map(Percent::from_thousandths),
                    allowance: allowance.map(Amount::from_ore),
                },
                &RATES,
            );
            prop_assert_eq!(slip.pay.pension + slip.labour_market + slip.tax + slip.net, gross);
            for amount in [slip.labour_market, slip.allowance, slip.taxable, slip.tax, slip.net] {
                prop_assert!(amount >= Amount::ZERO);
            }
        }

        #[test]
        fn more_pay_is_never_less_on_the_account(gross in 100_i64..20_000_000, more in 100_i64..1_000_000) {
            let net = |ore| {
                let pay = Pay {
                    gross: Amount::from_ore(ore),
                    pension: Amount::ZERO,
                    card: TaxCard::Main,
                    tax_percent: None,
                    allowance: None,
                };
                Payslip::new(pay, &RATES).net
            };
            prop_assert!(net(gross + more) + Amount::from_kroner(2) >= net(gross));
        }
    }
}
