//! Figures that the law or the state sets, each with the day it holds from and the place it was read.
//!
//! They stand in one file of the content, so a new year is changed there alone: texts name them and the money tools count
//! with them.

use jiff::civil::Date;

use crate::decimal::{NumberError, decimals_needed, format_scaled, parse_scaled};
use crate::ids::FactId;
use crate::locale::Locale;
use crate::money::{Amount, Percent};
use crate::pages::Source;
use crate::time::short_date;

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub id: FactId,
    /// What it is, in Danish, for those who keep it up to date.
    pub title: String,
    pub value: FactValue,
    pub valid_from: Date,
    /// Where it was read.
    pub source: String,
    pub url: String,
    pub checked_on: Date,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactUnit {
    Percent,
    Kroner,
    KronerAMonth,
    Years,
    /// A bare number.
    None,
}

/// A figure, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactValue {
    Percent(Percent),
    Kroner(Amount),
    KronerAMonth(Amount),
    Years(i64),
    /// In thousandths.
    Number(i64),
}

/// Every figure there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(Vec<Fact>);

impl FactUnit {
    /// Every unit that is written in the file.
    pub const WRITTEN: [Self; 4] = [Self::Percent, Self::Kroner, Self::KronerAMonth, Self::Years];

    /// The unit as it stands in the file; a bare number has none.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Kroner => "kr.",
            Self::KronerAMonth => "kr. om måneden",
            Self::Years => "år",
            Self::None => "",
        }
    }

    /// The unit of a word in the file.
    pub fn parse(text: &str) -> Option<Self> {
        Self::WRITTEN.into_iter().find(|unit| unit.as_str() == text)
    }
}

impl FactValue {
    /// Reads a figure as Danes write it, "1.234,50".
    pub fn parse(written: &str, unit: FactUnit) -> Result<Self, NumberError> {
        Ok(match unit {
            FactUnit::Percent => Self::Percent(Percent::parse(written)?),
            FactUnit::Kroner => Self::Kroner(Amount::parse(written)?),
            FactUnit::KronerAMonth => Self::KronerAMonth(Amount::parse(written)?),
            FactUnit::Years => Self::Years(parse_scaled(written, 0)?),
            FactUnit::None => Self::Number(parse_scaled(written, 3)?),
        })
    }

    /// "8 %", "54.100 kr.", "15 år". The unit is not broken off at the end of a line.
    ///
    /// Numbers are Danish in every language, for that is how they stand on the letters and payslips people compare with.
    pub fn text(self, locale: Locale) -> String {
        match self {
            Self::Percent(rate) => rate.to_string(),
            Self::Kroner(amount) => amount.to_string(),
            Self::KronerAMonth(amount) => match locale {
                Locale::Da => format!("{amount} om måneden"),
                Locale::En => format!("{amount} a month"),
                Locale::Ar => format!("{amount} في الشهر"),
            },
            Self::Years(years) => match locale {
                Locale::Da => format!("{years}\u{a0}år"),
                Locale::En => format!("{years}\u{a0}years"),
                Locale::Ar => format!("{years}\u{a0}سنة"),
            },
            Self::Number(thousandths) => format_scaled(thousandths, 3, decimals_needed(thousandths, 3)),
        }
    }
}

impl Facts {
    /// The figures of a file, whose ids are all different.
    pub fn new(facts: Vec<Fact>) -> Self {
        Self(facts)
    }

    /// Every figure, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.0.iter()
    }

    /// The figure with an id.
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.0.iter().find(|fact| fact.id.as_str() == id)
    }

    /// The rate with an id; nothing where the figure is no rate.
    pub fn percent(&self, id: &str) -> Option<Percent> {
        match self.get(id)?.value {
            FactValue::Percent(rate) => Some(rate),
            _ => None,
        }
    }

    /// The amount with an id; nothing where the figure is no amount.
    pub fn kroner(&self, id: &str) -> Option<Amount> {
        match self.get(id)?.value {
            FactValue::Kroner(amount) => Some(amount),
            _ => None,
        }
    }

    /// Where the figures with these ids were read, each place once.
    pub fn sources(&self, ids: &[&str], locale: Locale) -> Vec<Source> {
        let mut sources = Vec::new();
        for fact in ids.iter().filter_map(|id| self.get(id)) {
            let source = Source {
                title: fact.source.clone(),
                url: fact.url.clone(),
                checked_on: short_date(fact.checked_on, locale),
            };
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn fact(id: &str, value: FactValue) -> Fact {
        Fact {
            id: FactId::parse(id).unwrap(),
            title: String::new(),
            value,
            valid_from: date(2026, 1, 1),
            source: "Skatteministeriet".into(),
            url: "https://skm.dk/".into(),
            checked_on: date(2026, 11, 1),
        }
    }

    #[test]
    fn a_figure_is_written_with_its_unit() {
        for (written, unit, danish, english) in [
            ("8", FactUnit::Percent, "8\u{a0}%", "8\u{a0}%"),
            ("54.100", FactUnit::Kroner, "54.100\u{a0}kr.", "54.100\u{a0}kr."),
            (
                "99",
                FactUnit::KronerAMonth,
                "99\u{a0}kr. om måneden",
                "99\u{a0}kr. a month",
            ),
            ("15", FactUnit::Years, "15\u{a0}år", "15\u{a0}years"),
            ("1,5", FactUnit::None, "1,5", "1,5"),
        ] {
            let value = FactValue::parse(written, unit).unwrap();
            assert_eq!(value.text(Locale::Da), danish);
            assert_eq!(value.text(Locale::En), english);
        }
        assert!(FactValue::parse("8,5", FactUnit::Years).is_err());
    }

    #[test]
    fn a_unit_is_found_by_its_word() {
        for unit in FactUnit::WRITTEN {
            assert_eq!(FactUnit::parse(unit.as_str()), Some(unit));
        }
        assert_eq!(FactUnit::parse(""), None);
    }

    #[test]
    fn figures_are_found_by_id_and_kind() {
        let facts = Facts::new(vec![
            fact("am-bidrag", FactValue::Percent(Percent::from_whole(8))),
            fact("personfradrag", FactValue::Kroner(Amount::from_kroner(54_100))),
        ]);
        assert_eq!(facts.percent("am-bidrag"), Some(Percent::from_whole(8)));
        assert_eq!(facts.kroner("am-bidrag"), None);
        assert_eq!(facts.kroner("personfradrag"), Some(Amount::from_kroner(54_100)));
        assert_eq!(facts.percent("bundskat"), None);
        let sources = facts.sources(&["am-bidrag", "personfradrag", "bundskat"], Locale::Da);
        assert_eq!(sources.len(), 1, "one place is named once");
        assert_eq!(sources[0].checked_on, "1. november 2026");
    }
}
