//! "Min uge": the plan for the week, reading and the homework café on one sheet of paper for the fridge.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{PlanEntry, SharedReading, Subject};
use crate::locale::Locale;
use crate::opening::{ClosingDay, OpeningDay, OpeningRules, WeeklyHours};

/// Tasks from which on they are printed closer together, so that the week still takes one side.
pub const FULL_WEEK: usize = 14;

/// Which week is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekChoice {
    This,
    Next,
}

/// The page of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyWeekPage {
    pub choice: WeekChoice,
    /// By ISO 8601, as Danish calendars count.
    pub number: i8,
    /// Monday to Sunday.
    pub days: Vec<MyDay>,
}

/// A day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyDay {
    /// 1 (Monday) to 7.
    pub weekday: i8,
    /// 1 to 31.
    pub day: i8,
    /// 1 to 12.
    pub month: i8,
    /// What is on the plan for it, as it was written.
    pub tasks: Vec<PlanEntry>,
    /// When there is help with what is on the plan.
    pub cafes: Vec<CafeOnDay>,
    /// Minutes that have been read together on it.
    pub read_minutes: i64,
}

/// When there is help on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeOnDay {
    /// Where; nothing for the online café.
    pub place: Option<String>,
    /// "15-17", in the reader's language.
    pub hours: String,
}

impl WeekChoice {
    /// The week that a family most likely prints: at the weekend the one that comes.
    pub fn usual(today: Date) -> Self {
        if today.weekday().to_monday_one_offset() >= 6 {
            Self::Next
        } else {
            Self::This
        }
    }

    /// The Monday of the week.
    pub fn monday(self, today: Date) -> Date {
        let monday = today.saturating_sub(i64::from(today.weekday().to_monday_zero_offset()).days());
        match self {
            Self::This => monday,
            Self::Next => monday.saturating_add(1.week()),
        }
    }

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::This => "denne",
            Self::Next => "naeste",
        }
    }

    /// The week of a word in an address.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::This, Self::Next]
            .into_iter()
            .find(|choice| choice.as_str() == text)
    }
}

impl MyWeekPage {
    /// Whether it is printed closer together.
    pub fn is_full(&self) -> bool {
        self.days.iter().map(|day| day.tasks.len()).sum::<usize>() >= FULL_WEEK
    }
}

/// Whether a café helps with something on a plan. One that says nothing of subjects may need any help.
pub fn helps_with(offered: &[Subject], plan: &[PlanEntry]) -> bool {
    let mut planned = plan.iter().filter_map(|entry| entry.subject).peekable();
    planned.peek().is_none() || planned.any(|subject| offered.contains(&subject))
}

/// The hours on a date as people read them: none on a day on which everything is closed.
pub fn hours_on(
    week: &[WeeklyHours],
    closing_days: &[ClosingDay],
    date: Date,
    locale: Locale,
) -> Vec<String> {
    match (OpeningRules { week, closing_days }).on(date, locale) {
        OpeningDay::Open(stretches) => stretches.iter().map(|stretch| stretch.text(locale)).collect(),
        OpeningDay::Closed | OpeningDay::ClosedFor(_) => Vec::new(),
    }
}

/// Minutes that have been read together on a date.
pub fn minutes_read_on(readings: &[SharedReading], date: Date) -> i64 {
    let on_date = readings.iter().filter(|shared| shared.date == date);
    on_date.map(|shared| shared.reading.minutes.get()).sum()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::homework::{PlanDay, PlanState, PlanTask};
    use crate::ids::PlanEntryId;
    use crate::recurrence::Recurrence;

    fn entry(subject: Option<Subject>) -> PlanEntry {
        PlanEntry {
            id: PlanEntryId(1),
            day: PlanDay::ALL[0],
            subject,
            task: PlanTask::parse("Læs").unwrap(),
            state: PlanState::Open,
        }
    }

    #[test]
    fn at_the_weekend_the_week_that_comes_is_printed() {
        let monday = |day| {
            let today = date(2026, 11, day);
            WeekChoice::usual(today).monday(today).day()
        };
        assert_eq!([23, 27].map(monday), [23, 23], "Monday and Friday");
        assert_eq!([28, 29].map(monday), [30, 30], "Saturday and Sunday");
        assert_eq!(WeekChoice::Next.monday(date(2026, 12, 31)), date(2027, 1, 4));
    }

    #[test]
    fn a_week_is_the_same_word_everywhere() {
        for choice in [WeekChoice::This, WeekChoice::Next] {
            assert_eq!(WeekChoice::parse(choice.as_str()), Some(choice));
        }
        assert_eq!(WeekChoice::parse("sidste"), None);
    }

    #[test]
    fn a_cafe_fits_that_helps_with_something_on_the_plan() {
        let maths = [Subject::Matematik];
        assert!(helps_with(&maths, &[]), "nothing is planned yet");
        assert!(helps_with(&maths, &[entry(None)]), "it may be maths");
        assert!(helps_with(
            &maths,
            &[entry(Some(Subject::Dansk)), entry(Some(Subject::Matematik))]
        ));
        assert!(!helps_with(&maths, &[entry(Some(Subject::Dansk)), entry(None)]));
    }

    #[test]
    fn nobody_is_sent_to_a_cafe_that_is_closed() {
        let week = [WeeklyHours {
            weekday: 4,
            opens: time(15, 0, 0, 0),
            closes: time(17, 30, 0, 0),
            when: Recurrence::default(),
        }];
        let on = |date| hours_on(&week, &[], date, Locale::Da);
        assert_eq!(on(date(2026, 11, 26)), ["15-17.30"]);
        assert!(on(date(2026, 11, 25)).is_empty());
        assert!(on(date(2026, 5, 14)).is_empty(), "Ascension Day is a Thursday");
    }
}
