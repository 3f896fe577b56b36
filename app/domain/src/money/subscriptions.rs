//! Small fixed payments, and what they come to.

use super::amount::Amount;
use super::entries::{Entries, Problem, Reader};
use super::period::Period;

/// Rows that are shown at least.
const FEWEST_ROWS: i64 = 4;
/// Rows that can be filled in.
const MOST_ROWS: i64 = 20;

/// One payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The row it stands in, from 1.
    pub row: i64,
    /// What it is called; may be empty.
    pub name: String,
    pub price: Amount,
    pub period: Period,
}

/// Payments and their sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriptions {
    pub list: Vec<Subscription>,
}

/// The fields of one row, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriptionRow {
    pub name: String,
    pub price: String,
    pub period: String,
}

impl SubscriptionRow {
    /// The names of a row's fields, as they stand in addresses.
    pub fn new(row: i64) -> Self {
        Self {
            name: format!("navn-{row}"),
            price: format!("pris-{row}"),
            period: format!("hver-{row}"),
        }
    }

    /// How many rows to show: one more than is filled in, so there is always an empty one to go on in.
    pub fn shown(entries: &Entries) -> i64 {
        let is_filled = |row: &i64| {
            let row = Self::new(*row);
            !entries.get(&row.name).is_empty() || !entries.get(&row.price).is_empty()
        };
        let last = (1..=MOST_ROWS).rev().find(is_filled).unwrap_or(0);
        (last + 1).clamp(FEWEST_ROWS, MOST_ROWS)
    }
}

impl Subscription {
    /// What it costs in a year.
    pub fn yearly(&self) -> Amount {
        self.period.in_a_year(self.price)
    }

    /// What it costs in a month, to the nearest øre.
    pub fn monthly(&self) -> Amount {
        self.period.in_a_month(self.price)
    }

    /// Reads a row; nothing where it is empty or has a problem.
    fn read(reader: &mut Reader, row: i64) -> Option<Self> {
        let fields = SubscriptionRow::new(row);
        let name = reader.text(&fields.name).to_owned();
        if name.is_empty() && reader.is_left_out(&fields.price) {
            return None;
        }
        let price = reader.amount(&fields.price, Amount::ZERO..=Amount::LARGEST);
        let period = reader.choice(&fields.period, Period::parse, Period::default());
        Some(Self {
            row,
            name,
            price: price?,
            period: period?,
        })
    }
}

impl Subscriptions {
    /// Reads a form. Empty rows are passed over; a name without a price is a problem. Where all rows are empty there is nothing
    /// to count, and no problem either.
    pub fn read(entries: &Entries) -> Result<Self, Vec<Problem>> {
        entries.read(|reader| {
            let rows = 1..=MOST_ROWS;
            let list: Vec<_> = rows.filter_map(|row| Subscription::read(reader, row)).collect();
            (!list.is_empty()).then_some(Self { list })
        })
    }

    /// What all of them cost in a year.
    pub fn yearly(&self) -> Amount {
        self.list.iter().map(Subscription::yearly).sum()
    }

    /// What all of them cost in a month: the sum of what each of them is shown with.
    pub fn monthly(&self) -> Amount {
        self.list.iter().map(Subscription::monthly).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::entries::Reason;
    use super::*;

    fn subscriptions(query: &str) -> Result<Subscriptions, Vec<Problem>> {
        Subscriptions::read(&Entries::of_query(query))
    }

    #[test]
    fn payments_of_different_lengths_are_added_up() {
        let found = subscriptions(
            "navn-1=Film&pris-1=99&navn-2=Avis&pris-2=450&hver-2=kvartal&navn-4=Motion&pris-4=25&hver-4=uge&pris-5=120&hver-5=aar",
        )
        .unwrap();
        let rows: Vec<_> = found
            .list
            .iter()
            .map(|one| (one.row, one.name.as_str()))
            .collect();
        assert_eq!(rows, [(1, "Film"), (2, "Avis"), (4, "Motion"), (5, "")]);
        assert_eq!(
            found.yearly(),
            Amount::from_kroner(99 * 12 + 450 * 4 + 25 * 52 + 120)
        );
        assert_eq!(found.monthly(), Amount::from_ore(36_733));
    }

    #[test]
    fn a_name_without_a_price_is_a_problem() {
        let problems = subscriptions("navn-2=Avis").unwrap_err();
        assert_eq!(problems[0].field, "pris-2");
        assert_eq!(problems[0].reason, Reason::Missing);
    }

    #[test]
    fn there_is_always_an_empty_row_to_go_on_in() {
        let shown = |query| SubscriptionRow::shown(&Entries::of_query(query));
        assert_eq!(shown(""), 4);
        assert_eq!(shown("navn-3=a"), 4);
        assert_eq!(shown("pris-4=1"), 5);
        assert_eq!(shown("navn-20=a&navn-21=b"), 20);
    }

    proptest! {
        #[test]
        fn the_year_is_the_sum_of_its_rows(prices in prop::collection::vec((0..Amount::LARGEST.ore(), 0_usize..4), 0..20)) {
            let rows = prices.iter().zip(1..);
            let list = rows.map(|((ore, period), row)| Subscription {
                row,
                name: String::new(),
                price: Amount::from_ore(*ore),
                period: Period::ALL[*period],
            });
            let all = Subscriptions { list: list.collect() };
            let yearly: i64 = all.list.iter().map(|one| one.yearly().ore()).sum();
            prop_assert_eq!(all.yearly().ore(), yearly);
            let most_rounded_off = 6 * i64::try_from(all.list.len()).unwrap();
            prop_assert!((all.monthly().ore() * 12 - yearly).abs() <= most_rounded_off);
        }
    }
}
