//! Which of the cafés suits somebody.

use serde::{Deserialize, Serialize};

use super::document::{HomeworkCafe, HomeworkHelp};
use super::language::HelpLanguage;
use crate::homework::Subject;
use crate::ids::LocationId;
use crate::opening::WeeklyHours;

/// What somebody looks for. What is not said does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeFilter {
    pub place: Option<CafePlace>,
    pub language: Option<HelpLanguage>,
    pub subject: Option<Subject>,
    /// From 1, Monday.
    pub weekday: Option<i8>,
    pub seat: Option<SeatKind>,
}

/// Where a café is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CafePlace {
    Online,
    At(LocationId),
}

/// How one gets a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatKind {
    Booked,
    JustCome,
}

/// The cafés that suit somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCafes<'a> {
    /// Whether the online café is one of them.
    pub online: bool,
    pub tables: Vec<&'a HomeworkCafe>,
}

impl CafeFilter {
    /// What words of an address ask for: place, language, subject, weekday, seat. A word that is none asks for nothing.
    pub fn read([place, language, subject, weekday, seat]: [&str; 5]) -> Self {
        Self {
            place: CafePlace::parse(place),
            language: HelpLanguage::parse(language),
            subject: Subject::parse(subject),
            weekday: weekday.parse().ok().filter(|day| (1..=7).contains(day)),
            seat: SeatKind::parse(seat),
        }
    }

    /// The cafés that suit. Online one may ask in every subject and language, and books nothing; without hours there is none.
    pub fn find<'a>(&self, help: &'a HomeworkHelp) -> FoundCafes<'a> {
        let online = !help.online.is_empty()
            && self
                .place
                .as_ref()
                .is_none_or(|place| *place == CafePlace::Online)
            && self.seat != Some(SeatKind::Booked)
            && self.is_open_in(&help.online);
        let tables = help.cafes.iter().filter(|cafe| self.suits(cafe));
        FoundCafes {
            online,
            tables: tables.collect(),
        }
    }

    fn suits(&self, cafe: &HomeworkCafe) -> bool {
        let at = CafePlace::At(cafe.location.clone());
        let seat = match cafe.booked_as {
            Some(_) => SeatKind::Booked,
            None => SeatKind::JustCome,
        };
        self.place.as_ref().is_none_or(|place| *place == at)
            && self
                .language
                .is_none_or(|language| cafe.languages.contains(&language))
            && self
                .subject
                .is_none_or(|subject| cafe.subjects.contains(&subject))
            && self.seat.is_none_or(|wanted| wanted == seat)
            && self.is_open_in(&cafe.hours)
    }

    fn is_open_in(&self, hours: &[WeeklyHours]) -> bool {
        self.weekday
            .is_none_or(|weekday| hours.iter().any(|hours| hours.weekday == weekday))
    }
}

impl FoundCafes<'_> {
    /// How many there are.
    pub fn count(&self) -> i64 {
        crate::count(&self.tables) + i64::from(self.online)
    }
}

impl CafePlace {
    /// The word of the online café in addresses: no id of a place begins so.
    const ONLINE: &'static str = "_online";

    /// The word in addresses: the place's id.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Online => Self::ONLINE,
            Self::At(location) => location.as_str(),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        if text == Self::ONLINE {
            return Some(Self::Online);
        }
        LocationId::parse(text).ok().map(Self::At)
    }
}

impl SeatKind {
    /// Every kind, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::Booked, Self::JustCome];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Booked => "ja",
            Self::JustCome => "nej",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two cafés at a table, and the online one on Mondays.
    fn help() -> HomeworkHelp {
        let hours = |weekday| format!(r#"{{"weekday":{weekday},"opens":"15:00:00","closes":"17:00:00"}}"#);
        let json = format!(
            r#"{{"online":[{}],"cafes":[
                {{"location":"bibliotek","hours":[{}],"languages":["danish","arabic"],"subjects":["matematik"],"booked_as":"lektiecafe"}},
                {{"location":"hus","hours":[{}],"languages":["danish"],"subjects":["dansk","matematik"]}}]}}"#,
            hours(1),
            hours(2),
            hours(4),
        );
        serde_json::from_str(&json).unwrap()
    }

    fn found(words: [&str; 5]) -> (bool, Vec<String>) {
        let help = help();
        let found = CafeFilter::read(words).find(&help);
        let places = found.tables.iter().map(|cafe| cafe.location.to_string());
        (found.online, places.collect())
    }

    #[test]
    fn every_wish_narrows_what_is_found() {
        for (words, online, places) in [
            (["", "", "", "", ""], true, &["bibliotek", "hus"][..]),
            (["hus", "", "", "", ""], false, &["hus"]),
            (["_online", "", "", "", ""], true, &[]),
            (["", "ar", "", "", ""], true, &["bibliotek"]),
            (["", "", "dansk", "", ""], true, &["hus"]),
            (["", "", "", "4", ""], false, &["hus"]),
            (["", "", "", "1", ""], true, &[]),
            (["", "", "", "", "ja"], false, &["bibliotek"]),
            (["", "", "", "", "nej"], true, &["hus"]),
            (["", "ar", "dansk", "2", "ja"], false, &[]),
        ] {
            assert_eq!(
                found(words),
                (online, places.iter().map(ToString::to_string).collect()),
                "{words:?}"
            );
        }
    }

    #[test]
    fn a_word_that_is_none_asks_for_nothing() {
        let filter = CafeFilter::read(["<script>", "klingonsk", "x", "8", "måske"]);
        assert_eq!(filter, CafeFilter::default());
    }

    #[test]
    fn without_hours_there_is_no_online_cafe() {
        let help = HomeworkHelp::default();
        assert_eq!(CafeFilter::default().find(&help).count(), 0);
    }
}
