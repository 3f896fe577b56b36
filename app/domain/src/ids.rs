//! Newtype ids. A slug names something written by people (a course, a service); a number names a row.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A text is not a slug: it is empty, longer than 64 bytes, or has other characters than `a-z`, `0-9` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an id is 1 to 64 of a-z, 0-9 and '-'")]
pub struct NotASlug;

fn is_slug(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

macro_rules! slug_id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[a-z0-9-]{1,64}$")))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Accepts 1 to 64 of `a-z`, `0-9` and `-`.
            pub fn parse(text: &str) -> Result<Self, NotASlug> {
                is_slug(text).then(|| Self(text.to_owned())).ok_or(NotASlug)
            }

            /// The id as it stands in addresses and files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotASlug;

            fn from_str(text: &str) -> Result<Self, NotASlug> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotASlug;

            fn try_from(text: String) -> Result<Self, NotASlug> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

slug_id! {
    /// A course, by its folder's name.
    CourseId,
    /// A lesson within a course, by its file's name without the number.
    LessonId,
    /// A step, unique within its course. People's progress is tied to it, so it is never used again.
    StepId,
    /// One possible answer to a question, unique within the question.
    OptionId,
    /// A pretend service to practise on.
    ScenarioId,
    /// A guide for parents.
    GuideId,
    /// A short text to read and understand.
    TextId,
    /// A page about the possibilities of one role.
    RolePageId,
    /// A page such as help or privacy.
    PageId,
    /// A figure that the law or the state sets.
    FactId,
    /// A service that can be booked.
    ServiceId,
    /// A place where people are helped.
    LocationId,
    /// A member of staff who can be booked. Never shown to citizens.
    AdviserId,
    /// Things of one kind at one place, such as its tablets.
    ResourceId,
    /// A kind of things that services need, such as a room.
    ResourceKind,
}

impl AdviserId {
    /// As people write a name, "Anne Marie": a schedule has ids only.
    pub fn name(&self) -> String {
        let parts: Vec<_> = self.as_str().split('-').map(with_capital).collect();
        parts.join(" ")
    }
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

macro_rules! row_id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )*};
}

row_id! {
    /// An anonymous visitor who has something worth keeping.
    VisitorId,
    /// A booked appointment.
    AppointmentId,
    /// A member of staff who can sign in.
    StaffId,
    /// One sign-in of a member of staff, on one device.
    SignInId,
    /// A line of a family's plan for the week.
    PlanEntryId,
    /// A time that a child and a parent have read together.
    SharedReadingId,
    /// That somebody follows a child's learning.
    FollowId,
    /// Somebody's place in the queue of a day.
    TicketId,
    /// Somebody who comes with citizens.
    SupportWorkerId,
    /// A message in the outbox.
    MessageId,
    /// A token of another system.
    TokenId,
    /// Somebody who waits for a time.
    WaitingId,
    /// Two who share a lesson.
    PairingId,
    /// A question in the homework café, and the room in which it is talked about.
    CafeQuestionId,
    /// A picture that was sent in the homework café.
    CafePictureId,
    /// A weekly shift of a volunteer.
    CafeShiftId,
    /// A class of pupils.
    ClassId,
    /// A pupil of a class.
    PupilId,
    /// Pupils of a class who get the same to do.
    GroupId,
    /// What a teacher has given to somebody of a class.
    AssignmentId,
    /// A question that a class answers together.
    DiscussionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_short_and_plain() {
        assert!(CourseId::parse("digital-post").is_ok());
        for bad in ["", "Digital", "a b", "../etc", "æ", &"a".repeat(65)] {
            assert_eq!(CourseId::parse(bad), Err(NotASlug), "{bad:?}");
        }
    }

    #[test]
    fn an_adviser_has_a_name_with_capitals() {
        let name = |id| AdviserId::parse(id).unwrap().name();
        assert_eq!(name("asta"), "Asta");
        assert_eq!(name("anne-marie"), "Anne Marie");
    }

    #[test]
    fn a_bad_slug_is_refused_on_the_wire() {
        assert!(serde_json::from_str::<ServiceId>("\"../x\"").is_err());
        assert_eq!(
            serde_json::to_string(&ServiceId::parse("mitid").unwrap()).unwrap(),
            "\"mitid\""
        );
    }
}
