//! Which question somebody may see, and from which seat.

use domain::cafe::Seat;
use domain::ids::CafeQuestionId;
use domain::staff::Right;
use serde::{Deserialize, Serialize};
use store::Database;
use store::cafe::{self, Question, Sender};

use crate::error::{AppError, AppResult};
use crate::server_side::{CAFE_ASKED, Session, recall, signed_in_with};

/// This browser's question, and the code by which it is read elsewhere.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asked {
    pub id: CafeQuestionId,
    pub code: String,
}

/// A question that somebody may see.
pub struct Seen {
    pub question: Question,
    pub seat: Seat,
}

/// The question of a room's address, or without one the browser's own. What is somebody else's is not found, so that nobody
/// learns which rooms there are.
pub async fn seen(database: &Database, session: &Session, room: Option<CafeQuestionId>) -> AppResult<Seen> {
    let Some(id) = room else {
        let asked: Option<Asked> = recall(session, CAFE_ASKED).await?;
        let id = asked.ok_or(AppError::NotFound)?.id;
        return found(database, id, Seat::Asker).await;
    };
    let staff = signed_in_with(session, Right::HelpInCafe).await?;
    let seen = found(database, id, Seat::Volunteer).await?;
    if seen.question.volunteer == Some(staff.id) {
        return Ok(seen);
    }
    if staff.staff.role.may(Right::RunCafe) {
        return Ok(Seen {
            seat: Seat::Coordinator,
            ..seen
        });
    }
    Err(AppError::NotFound)
}

/// The room that a form names: a number, or nothing for the browser's own.
pub fn named_room(room: &str) -> AppResult<Option<CafeQuestionId>> {
    if room.is_empty() {
        return Ok(None);
    }
    let id = room.parse().map_err(|_| AppError::NotFound)?;
    Ok(Some(CafeQuestionId(id)))
}

/// A room's number as its forms send it; nothing for the browser's own.
pub fn room_number(seen: &Seen) -> String {
    match seen.seat {
        Seat::Asker => String::new(),
        Seat::Volunteer | Seat::Coordinator => seen.question.id.0.to_string(),
    }
}

/// Where a room stands for whoever sits in a seat.
pub fn room_path(seen: &Seen) -> String {
    match seen.seat {
        Seat::Asker => "/lektier/cafe/rum".to_owned(),
        Seat::Volunteer => format!("/personale/cafe/rum/{}", seen.question.id.0),
        Seat::Coordinator => format!("/personale/cafe/log/{}", seen.question.id.0),
    }
}

/// As whom somebody writes; a coordinator looks on and does not.
pub fn sender(seat: Seat) -> AppResult<Sender> {
    match seat {
        Seat::Asker => Ok(Sender::Asker),
        Seat::Volunteer => Ok(Sender::Volunteer),
        Seat::Coordinator => Err(AppError::Forbidden),
    }
}

async fn found(database: &Database, id: CafeQuestionId, seat: Seat) -> AppResult<Seen> {
    let question = cafe::find(database.read(), id).await?;
    let question = question.ok_or(AppError::NotFound)?;
    Ok(Seen { question, seat })
}
