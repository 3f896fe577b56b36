//! How often something is paid.

use super::amount::Amount;

/// How often an amount comes or goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Period {
    Week,
    #[default]
    Month,
    Quarter,
    Year,
}

impl Period {
    /// Every period, the shortest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Week => "uge",
            Self::Month => "maaned",
            Self::Quarter => "kvartal",
            Self::Year => "aar",
        }
    }

    /// The period of a word in an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.as_str() == text)
    }

    /// What an amount comes to in a year of 52 weeks, 12 months or 4 quarters.
    pub fn in_a_year(self, amount: Amount) -> Amount {
        amount.part(self.times_a_year(), 1)
    }

    /// What an amount comes to in a twelfth of a year, to the nearest øre.
    pub fn in_a_month(self, amount: Amount) -> Amount {
        amount.part(self.times_a_year(), 12)
    }

    fn times_a_year(self) -> i64 {
        match self {
            Self::Week => 52,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_made_monthly() {
        let monthly = |period: Period, kroner| period.in_a_month(Amount::from_kroner(kroner));
        assert_eq!(monthly(Period::Month, 500), Amount::from_kroner(500));
        assert_eq!(monthly(Period::Quarter, 1200), Amount::from_kroner(400));
        assert_eq!(monthly(Period::Year, 1000), Amount::from_ore(8333));
        assert_eq!(monthly(Period::Week, 300), Amount::from_kroner(1300));
    }

    #[test]
    fn a_period_is_found_by_its_word() {
        for period in Period::ALL {
            assert_eq!(Period::parse(period.as_str()), Some(period));
        }
        assert_eq!(Period::parse("dag"), None);
    }

    proptest! {
        #[test]
        fn twelve_months_are_a_year_but_for_the_rounding(ore in 0..Amount::LARGEST.ore()) {
            for period in Period::ALL {
                let amount = Amount::from_ore(ore);
                let twelve = period.in_a_month(amount).ore() * 12;
                prop_assert!((twelve - period.in_a_year(amount).ore()).abs() <= 6);
            }
        }
    }
}
