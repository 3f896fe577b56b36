//! A budget: what comes in and goes out in a month, and what is left.

use super::amount::Amount;
use super::entries::{Entries, Problem};
use super::period::Period;

/// What the name of a post's second field ends in.
const HOW_OFTEN: &str = "-hver";

/// What sort of post it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BudgetGroup {
    Income,
    /// What is the same each time and cannot be changed from one day to the next.
    Fixed,
    /// What one decides about from day to day.
    Variable,
}

/// A post of the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BudgetPost {
    Pay,
    OtherIncome,
    Rent,
    Utilities,
    Insurance,
    Transport,
    Phone,
    Subscriptions,
    Children,
    Debt,
    Saving,
    OtherFixed,
    Food,
    Clothes,
    Leisure,
    OtherVariable,
}

/// A post with what it comes to in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetLine {
    pub post: BudgetPost,
    pub monthly: Amount,
}

/// A budget for a month. The sums are those of the lines, so what is shown adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Posts with an amount, in their order.
    pub lines: Vec<BudgetLine>,
}

impl BudgetGroup {
    /// Every group, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Income, Self::Fixed, Self::Variable];

    /// The group's posts, in the order they are shown.
    pub fn posts(self) -> impl Iterator<Item = BudgetPost> {
        BudgetPost::ALL
            .into_iter()
            .filter(move |post| post.group() == self)
    }
}

impl BudgetPost {
    /// Every post, in the order they are shown.
    pub const ALL: [Self; 16] = [
        Self::Pay,
        Self::OtherIncome,
        Self::Rent,
        Self::Utilities,
        Self::Insurance,
        Self::Transport,
        Self::Phone,
        Self::Subscriptions,
        Self::Children,
        Self::Debt,
        Self::Saving,
        Self::OtherFixed,
        Self::Food,
        Self::Clothes,
        Self::Leisure,
        Self::OtherVariable,
    ];

    /// The field's name, as it stands in addresses.
    pub fn field(self) -> &'static str {
        match self {
            Self::Pay => "indkomst",
            Self::OtherIncome => "anden-indkomst",
            Self::Rent => "bolig",
            Self::Utilities => "forsyning",
            Self::Insurance => "forsikring",
            Self::Transport => "transport",
            Self::Phone => "telefon",
            Self::Subscriptions => "abonnementer",
            Self::Children => "boern",
            Self::Debt => "gaeld",
            Self::Saving => "opsparing",
            Self::OtherFixed => "andet-fast",
            Self::Food => "mad",
            Self::Clothes => "toej",
            Self::Leisure => "fritid",
            Self::OtherVariable => "andet",
        }
    }

    /// The name of the field that says how often.
    pub fn period_field(self) -> String {
        format!("{}{HOW_OFTEN}", self.field())
    }

    /// The post that a field belongs to, be it the amount or how often.
    pub fn of_field(field: &str) -> Option<Self> {
        let amount = field.strip_suffix(HOW_OFTEN).unwrap_or(field);
        Self::ALL.into_iter().find(|post| post.field() == amount)
    }

    /// What sort of post it is.
    pub fn group(self) -> BudgetGroup {
        match self {
            Self::Pay | Self::OtherIncome => BudgetGroup::Income,
            Self::Food | Self::Clothes | Self::Leisure | Self::OtherVariable => BudgetGroup::Variable,
            _ => BudgetGroup::Fixed,
        }
    }

    /// How often it is paid by most people.
    pub fn usual_period(self) -> Period {
        match self {
            Self::Food => Period::Week,
            Self::Insurance => Period::Year,
            _ => Period::Month,
        }
    }
}

impl Budget {
    /// Reads a form. Every post may be left out; where all of them are there is nothing to count, and no problem either.
    pub fn read(entries: &Entries) -> Result<Self, Vec<Problem>> {
        entries.read(|reader| {
            let lines: Vec<_> = BudgetPost::ALL
                .into_iter()
                .map(|post| {
                    let amount = reader.amount_or_zero(post.field());
                    let period = reader.choice(&post.period_field(), Period::parse, post.usual_period());
                    let monthly = period?.in_a_month(amount?);
                    Some(BudgetLine { post, monthly })
                })
                .collect();
            let mut lines: Vec<_> = lines.into_iter().flatten().collect();
            lines.retain(|line| line.monthly > Amount::ZERO);
            (!lines.is_empty()).then_some(Self { lines })
        })
    }

    /// What a group comes to in a month.
    pub fn sum(&self, group: BudgetGroup) -> Amount {
        let lines = self.lines.iter().filter(|line| line.post.group() == group);
        lines.map(|line| line.monthly).sum()
    }

    /// What is left in a month; below zero where more goes out than comes in.
    pub fn left(&self) -> Amount {
        self.sum(BudgetGroup::Income) - self.sum(BudgetGroup::Fixed) - self.sum(BudgetGroup::Variable)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::entries::Reason;
    use super::*;

    fn budget(query: &str) -> Budget {
        Budget::read(&Entries::of_query(query)).unwrap()
    }

    #[test]
    fn what_is_left_is_what_comes_in_without_what_goes_out() {
        let budget = budget(
            "indkomst=14.500&bolig=4.200&forsikring=2.400&forsikring-hver=aar&forsyning=1.500&forsyning-hver=kvartal&mad=600&mad-hver=uge",
        );
        assert_eq!(budget.sum(BudgetGroup::Income), Amount::from_kroner(14_500));
        assert_eq!(
            budget.sum(BudgetGroup::Fixed),
            Amount::from_kroner(4_200 + 200 + 500)
        );
        assert_eq!(budget.sum(BudgetGroup::Variable), Amount::from_kroner(2_600));
        assert_eq!(budget.left(), Amount::from_kroner(7_000));
    }

    #[test]
    fn an_empty_budget_is_no_problem() {
        assert_eq!(Budget::read(&Entries::of_query("")), Err(Vec::new()));
        assert_eq!(Budget::read(&Entries::of_query("bolig=0&mad=")), Err(Vec::new()));
    }

    #[test]
    fn more_may_go_out_than_comes_in() {
        assert_eq!(budget("indkomst=100&bolig=150").left(), Amount::from_kroner(-50));
    }

    #[test]
    fn every_bad_field_is_named() {
        let problems = Budget::read(&Entries::of_query("bolig=meget&mad=1&mad-hver=dag")).unwrap_err();
        let named: Vec<_> = problems
            .iter()
            .map(|problem| (problem.field.as_str(), problem.reason))
            .collect();
        assert_eq!(
            named,
            [("bolig", Reason::NotANumber), ("mad-hver", Reason::NotAChoice)]
        );
    }

    #[test]
    fn every_post_has_a_field_of_its_own() {
        let mut fields: Vec<_> = BudgetPost::ALL.map(BudgetPost::field).into();
        fields.sort_unstable();
        fields.dedup();
        assert_eq!(fields.len(), BudgetPost::ALL.len());
        for post in BudgetPost::ALL {
            assert_eq!(BudgetPost::of_field(post.field()), Some(post));
            assert_eq!(BudgetPost::of_field(&post.period_field()), Some(post));
        }
        let posts: usize = BudgetGroup::ALL.map(|group| group.posts().count()).iter().sum();
        assert_eq!(posts, BudgetPost::ALL.len());
    }

    proptest! {
        #[test]
        fn income_is_spent_or_left(amounts in prop::collection::vec(0..Amount::LARGEST.ore(), 16)) {
            let lines = BudgetPost::ALL.into_iter().zip(amounts);
            let budget = Budget {
                lines: lines.map(|(post, ore)| BudgetLine { post, monthly: Amount::from_ore(ore) }).collect(),
            };
            let spent = budget.sum(BudgetGroup::Fixed) + budget.sum(BudgetGroup::Variable);
            prop_assert_eq!(budget.sum(BudgetGroup::Income), spent + budget.left());
        }
    }
}
