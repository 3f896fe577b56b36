//! The second door: guides for parents who help their children.

mod my_week;
mod shared_reading;
mod story_questions;
mod week_plan;

pub use my_week::{
    CafeOnDay, FULL_WEEK, MyDay, MyWeekPage, WeekChoice, helps_with, hours_on, minutes_read_on,
};
pub use shared_reading::{
    BookTitle, MOST_READINGS, NewSharedReading, PageRange, ReadMinutes, ReadMonth, ReadRow, ReadTogetherPage,
    ReadingAttempt, ReadingClock, ReadingForm, ReadingProblem, ReadingSum, SharedReading,
};
pub use story_questions::{StoryAge, StoryMoment, StoryQuestion};
pub use week_plan::{
    LONGEST_PLAN, PlanAttempt, PlanDay, PlanEntry, PlanProblem, PlanState, PlanTask, WeekPlanPage,
};

use serde::{Deserialize, Serialize};

use crate::help_topic::HelpTopicView;
use crate::ids::GuideId;
use crate::learning::Reading;
use crate::locale::Locale;
use crate::pages::{Picture, QrCode, Source};
use crate::reading::Readability;

/// A school subject, or what surrounds them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    Dansk,
    Matematik,
    Engelsk,
    NaturTeknologi,
    /// Tools and daily life around school.
    Skole,
}

impl Subject {
    /// Every subject, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Dansk,
        Self::Matematik,
        Self::Engelsk,
        Self::NaturTeknologi,
        Self::Skole,
    ];

    /// The word in files and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dansk => "dansk",
            Self::Matematik => "matematik",
            Self::Engelsk => "engelsk",
            Self::NaturTeknologi => "natur-teknologi",
            Self::Skole => "skole",
        }
    }

    /// The subject of a word in an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.as_str() == text)
    }
}

/// A school grade: 0 (børnehaveklasse) to 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Grade(i64);

impl Grade {
    /// The grades that guides are written for.
    pub const RANGE: std::ops::RangeInclusive<i64> = 0..=9;

    /// Accepts 0 to 9.
    pub fn new(number: i64) -> Option<Self> {
        Self::RANGE.contains(&number).then_some(Self(number))
    }

    /// The grade's number.
    pub fn number(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for Grade {
    type Error = &'static str;

    fn try_from(number: i64) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("a grade is 0 to 9")
    }
}

impl From<Grade> for i64 {
    fn from(grade: Grade) -> i64 {
        grade.0
    }
}

/// What a parent looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GuideFilter {
    pub subject: Option<Subject>,
    pub grade: Option<Grade>,
    /// The language to read in. Without it a guide that is not translated is shown in Danish.
    pub language: Option<Locale>,
}

/// A guide in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideCard {
    pub id: GuideId,
    pub title: String,
    pub summary: String,
    pub subject: Subject,
    pub grade_from: Grade,
    pub grade_to: Grade,
    /// Minutes the activity takes.
    pub minutes: i64,
    pub picture: Picture,
    pub locale: Locale,
}

impl GuideCard {
    /// Whether the guide is among what a parent looks for.
    pub fn fits(&self, filter: GuideFilter) -> bool {
        filter.subject.is_none_or(|subject| subject == self.subject)
            && filter
                .grade
                .is_none_or(|grade| self.grade_from <= grade && grade <= self.grade_to)
            && filter.language.is_none_or(|language| language == self.locale)
    }
}

/// The guides that fit what is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidesPage {
    pub guides: Vec<GuideCard>,
    /// The language that was asked for, in which the guides are opened.
    pub language: Option<Locale>,
    /// What the visitor is stuck on in a course.
    pub topic: Option<HelpTopicView>,
}

/// A guide's own page. Every part is HTML made by us from checked Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidePage {
    pub card: GuideCard,
    /// Which of the guide's two texts is shown; `None` where there is only one.
    pub reading: Option<Reading>,
    pub intro_html: String,
    pub now: GuideSection,
    /// The three questions to ask, shown as speech bubbles.
    pub ask: GuideSection,
    pub questions: Vec<String>,
    pub activity: GuideSection,
    pub words: GuideSection,
    pub pitfalls: GuideSection,
    pub stop: GuideSection,
    pub owner: String,
    /// As people write it: "21. november 2026".
    pub revised: String,
    pub sources: Vec<Source>,
}

impl GuidePage {
    /// The path of the text that is shown, without its language.
    pub fn path(&self) -> String {
        let text = self.reading.filter(|reading| *reading != Reading::default());
        let query = text.map(|text| format!("?tekst={}", text.in_address()));
        format!("/lektier/{}{}", self.card.id, query.unwrap_or_default())
    }
}

/// A guide, and the address that leads to the same text on another device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressedGuide {
    pub guide: GuidePage,
    pub address: String,
    pub code: QrCode,
}

/// A part of a guide with its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideSection {
    pub title: String,
    pub html: String,
}

/// What was found of a text that somebody wants measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasuredText {
    Found(Readability),
    NoWords,
    TooLong,
}

impl MeasuredText {
    /// The longest text that is measured, in characters: ten pages. A form carries no more.
    pub const LONGEST: usize = 20_000;

    /// Measures a text line by line: a heading without a full stop is a sentence too.
    pub fn of(text: &str) -> Self {
        if text.chars().nth(Self::LONGEST).is_some() {
            return Self::TooLong;
        }
        Readability::of(text.lines()).map_or(Self::NoWords, Self::Found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> GuideCard {
        GuideCard {
            id: GuideId::parse("broeker").unwrap(),
            title: String::new(),
            summary: String::new(),
            subject: Subject::Matematik,
            grade_from: Grade(4),
            grade_to: Grade(6),
            minutes: 5,
            picture: Picture {
                src: String::new(),
                alt: String::new(),
            },
            locale: Locale::Da,
        }
    }

    #[test]
    fn a_text_is_measured_unless_it_is_nothing_or_a_book() {
        assert_eq!(MeasuredText::of(" \n – "), MeasuredText::NoWords);
        let longest = "a ".repeat(MeasuredText::LONGEST / 2);
        assert!(matches!(MeasuredText::of(&longest), MeasuredText::Found(_)));
        assert_eq!(MeasuredText::of(&format!("{longest}a")), MeasuredText::TooLong);
    }

    #[test]
    fn a_guide_is_found_by_subject_and_any_of_its_grades() {
        let fits = |subject, grade: Option<i64>| {
            card().fits(GuideFilter {
                subject,
                grade: grade.and_then(Grade::new),
                language: None,
            })
        };
        assert!(fits(None, None));
        assert!(fits(Some(Subject::Matematik), Some(4)) && fits(None, Some(6)));
        assert!(!fits(Some(Subject::Dansk), None) && !fits(None, Some(3)) && !fits(None, Some(7)));
    }

    #[test]
    fn a_guide_is_found_by_the_language_it_is_in() {
        let fits = |language| {
            let filter = GuideFilter::default();
            card().fits(GuideFilter { language, ..filter })
        };
        assert!(fits(None) && fits(Some(Locale::Da)) && !fits(Some(Locale::Ar)));
    }

    #[test]
    fn grades_are_0_to_9() {
        assert!(Grade::new(0).is_some() && Grade::new(9).is_some());
        assert!(Grade::new(-1).is_none() && Grade::new(10).is_none());
    }
}
