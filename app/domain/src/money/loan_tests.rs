#![allow(clippy::cast_precision_loss, reason = "amounts are far below 2^53 øre")]

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
        let end = loan.points().pop().unwrap();
        prop_assert_eq!(end.repaid + end.costs, loan.total_paid());
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
