//! A question as it is kept.

use domain::cafe::{HelpLanguage, Room, Waiting};
use domain::homework::{Grade, Subject};
use domain::ids::{CafePictureId, CafeQuestionId, StaffId};
use jiff::Timestamp;

use crate::StoreError;
use crate::entities::{cafe_messages, cafe_questions};

/// A question, and the room in which it is talked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: CafeQuestionId,
    pub subject: Subject,
    pub grade: Grade,
    pub language: HelpLanguage,
    pub asked_at: Timestamp,
    /// Who has taken it; nobody any more when their account is gone.
    pub volunteer: Option<StaffId>,
    /// `None` while it waits.
    pub room: Option<Room>,
    pub replied_at: Option<Timestamp>,
    /// What whoever asked wants to try next.
    pub next_try: Option<String>,
    pub reported_at: Option<Timestamp>,
}

/// Who has written something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    Asker,
    Volunteer,
}

/// Something that was written in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CafeMessage {
    pub sender: Sender,
    /// Empty where it is a picture.
    pub text: String,
    pub picture: Option<CafePictureId>,
    pub at: Timestamp,
}

impl Sender {
    /// The word in the database.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Asker => "asker",
            Self::Volunteer => "volunteer",
        }
    }

    /// The sender of a word in the database.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let both = [Self::Asker, Self::Volunteer];
        both.into_iter().find(|sender| sender.as_str() == text)
    }
}

impl Question {
    /// The question as somebody in line.
    pub fn waiting(&self) -> Waiting {
        Waiting {
            id: self.id,
            subject: self.subject,
            language: self.language,
            asked_at: self.asked_at,
        }
    }
}

impl TryFrom<cafe_questions::Model> for Question {
    type Error = StoreError;

    fn try_from(row: cafe_questions::Model) -> Result<Self, StoreError> {
        let corrupt = |column: &str| StoreError::Corrupt {
            table: "cafe_questions",
            row: row.id,
            problem: column.to_owned(),
        };
        let moment = |second: i64, column| Timestamp::from_second(second).map_err(|_| corrupt(column));
        let maybe = |second: Option<i64>, column| second.map(|second| moment(second, column)).transpose();
        let ended_at = maybe(row.ended_at, "ended_at")?;
        let room = maybe(row.room_until, "room_until")?.map(|until| Room {
            until,
            extended: row.extended,
            ended_at,
        });
        Ok(Self {
            id: CafeQuestionId(row.id),
            subject: Subject::parse(&row.subject).ok_or_else(|| corrupt("subject"))?,
            grade: Grade::new(row.grade).ok_or_else(|| corrupt("grade"))?,
            language: HelpLanguage::parse(&row.language).ok_or_else(|| corrupt("language"))?,
            asked_at: moment(row.asked_at, "asked_at")?,
            volunteer: row.volunteer_id.map(StaffId),
            room,
            replied_at: maybe(row.replied_at, "replied_at")?,
            reported_at: maybe(row.reported_at, "reported_at")?,
            next_try: row.next_try,
        })
    }
}

impl TryFrom<cafe_messages::Model> for CafeMessage {
    type Error = StoreError;

    fn try_from(row: cafe_messages::Model) -> Result<Self, StoreError> {
        let corrupt = |column: &str| StoreError::Corrupt {
            table: "cafe_messages",
            row: row.id,
            problem: column.to_owned(),
        };
        Ok(Self {
            sender: Sender::parse(&row.sender).ok_or_else(|| corrupt("sender"))?,
            at: Timestamp::from_second(row.sent_at).map_err(|_| corrupt("sent_at"))?,
            text: row.body,
            picture: None,
        })
    }
}
