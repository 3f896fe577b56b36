//! What somebody needs of the adviser and the place. Only what must be known to help them, and nothing about why.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::adviser::Adviser;
use super::schedule::Location;
use super::service::{Service, Way};
use super::slot::Unit;

/// What a citizen needs. Nothing is needed unless it is said.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is needed or not, whatever the others are"
)]
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Needs {
    /// The language to be helped in, where it is not Danish and an adviser is to speak it.
    pub language: Option<Language>,
    /// The language that an interpreter is ordered for. Any adviser can be helped by one.
    pub interpreter: Option<Language>,
    /// Danish Sign Language.
    pub sign_language: bool,
    /// A way in without steps.
    pub step_free: bool,
    pub extra_time: ExtraTime,
    /// Somebody comes along, so there must be a chair more.
    pub companion: bool,
    /// The citizen acts for somebody else, so a power of attorney must be brought.
    pub acts_for_another: bool,
}

/// A language that an adviser speaks, as a BCP 47 tag in small letters: `ar`, `uk`, `dsl`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")))]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// A text is not shaped like a language tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a language is written as its tag: da, en, ar, or dsl for Danish Sign Language")]
pub struct NotALanguage;

/// Minutes that an appointment is longer than others of its service, for somebody who is not to be hurried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct ExtraTime(i64);

/// A number of minutes cannot be added to an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("extra time is a multiple of 5 minutes, at most 60")]
pub struct NotExtraTime;

impl Language {
    /// Danish Sign Language. Its tag is ISO 639-3's `dsl`; `dts`, as it is called in Danish, is a language of Mali.
    pub(super) const DANISH_SIGN_LANGUAGE: &str = "dsl";
    /// Spoken by every adviser, so that it need not be written.
    pub(super) const DANISH: &str = "da";

    /// Accepts a language of two or three letters, and parts of up to eight letters and digits after hyphens. Which languages
    /// there are is not asked.
    pub fn parse(text: &str) -> Result<Self, NotALanguage> {
        let tag = text.to_ascii_lowercase();
        let mut parts = tag.split('-');
        let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
        let language = parts
            .next()
            .is_some_and(|part| (2..=3).contains(&part.len()) && letters(part));
        let rest = parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        (language && rest).then_some(Self(tag)).ok_or(NotALanguage)
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this language is the one asked for, or a kind of it: `ar-sy` is `ar`, but not the other way round.
    /// Basic filtering, RFC 4647, section 3.3.1.
    fn is(&self, asked: &str) -> bool {
        self.0
            .strip_prefix(asked)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

impl ExtraTime {
    /// The longest, in minutes.
    const LONGEST: i64 = 60;

    /// What is offered to whoever asks for extra time with a service: half as long again, in whole units.
    pub fn offered(service: &Service) -> Self {
        let units = (service.duration_minutes / 2 + Unit::MINUTES - 1) / Unit::MINUTES;
        Self((units * Unit::MINUTES).min(Self::LONGEST))
    }

    /// The minutes, a multiple of 5.
    pub fn minutes(self) -> i64 {
        self.0
    }

    /// Whether there is none.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }
}

impl Needs {
    /// Whether nothing is needed.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an adviser can do what is needed.
    pub fn fit_adviser(&self, adviser: &Adviser) -> bool {
        let speaks = |asked: &str| adviser.languages.iter().any(|language| language.is(asked));
        let language = self
            .language
            .as_ref()
            .is_none_or(|asked| asked.as_str() == Language::DANISH || speaks(asked.as_str()));
        language && (!self.sign_language || speaks(Language::DANISH_SIGN_LANGUAGE))
    }

    /// Whether not every adviser can do what is needed, so that whoever was booked is to help.
    pub fn choose_adviser(&self) -> bool {
        let language = self.language.as_ref();
        self.sign_language || language.is_some_and(|asked| asked.as_str() != Language::DANISH)
    }

    /// Whether somebody can be helped at a place in one of these ways. Steps stop nobody who is rung up or visited.
    pub fn fit_place(&self, location: &Location, ways: &[Way]) -> bool {
        !self.step_free || location.step_free || ways.iter().any(|way| *way != Way::InPerson)
    }
}

impl TryFrom<i64> for ExtraTime {
    type Error = NotExtraTime;

    fn try_from(minutes: i64) -> Result<Self, NotExtraTime> {
        let fits = (0..=Self::LONGEST).contains(&minutes) && minutes % Unit::MINUTES == 0;
        fits.then_some(Self(minutes)).ok_or(NotExtraTime)
    }
}

impl From<ExtraTime> for i64 {
    fn from(extra: ExtraTime) -> i64 {
        extra.0
    }
}

impl TryFrom<String> for Language {
    type Error = NotALanguage;

    fn try_from(text: String) -> Result<Self, NotALanguage> {
        Self::parse(&text)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_shaped_like_a_tag() {
        for text in ["da", "ar", "AR-sy", "dsl", "zh-Hant-TW"] {
            assert!(Language::parse(text).is_ok(), "{text}");
        }
        for text in ["", "d", "arabisk", "ar_SY", "ar-", "a1", "ar-syriskarabisk"] {
            assert_eq!(Language::parse(text), Err(NotALanguage), "{text}");
        }
    }

    #[test]
    fn a_kind_of_a_language_is_the_language() {
        let language = |tag| Language::parse(tag).unwrap();
        assert!(language("ar-SY").is("ar"));
        assert!(language("ar").is("ar"));
        assert!(!language("ar").is("ar-sy"));
        assert!(!language("ars").is("ar"));
    }

    #[test]
    fn extra_time_is_whole_units_and_has_an_end() {
        for minutes in [0, 5, 60] {
            assert_eq!(ExtraTime::try_from(minutes).unwrap().minutes(), minutes);
        }
        for minutes in [-5, 7, 65] {
            assert_eq!(ExtraTime::try_from(minutes), Err(NotExtraTime), "{minutes}");
        }
    }
}
