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
