//! Pictures in a room: who may send and see them. The server's routes call these, for server functions take no files.

use domain::cafe::{PictureProblem, WriteProblem};
use domain::ids::{CafePictureId, CafeQuestionId};
use store::cafe::{self, PictureOutcome, Sender};

use super::access::{Seen, room_path, seen, sender};
use super::server_words::{Draft, kept_typed};
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, CAFE_DRAFT, Session, now, remember};

/// Somebody who may send pictures into a room.
pub struct PictureSender {
    room: CafeQuestionId,
    sender: Sender,
    /// Where the room stands, without a language.
    pub path: String,
}

/// Who sends a picture into a room, or into the browser's own. **Permissions**: whoever has asked; the volunteer who has taken
/// the question.
pub async fn picture_sender(
    context: &AppContext,
    session: &Session,
    room: Option<CafeQuestionId>,
) -> AppResult<PictureSender> {
    let seen = seen(&context.database, session, room).await?;
    Ok(PictureSender {
        room: seen.question.id,
        sender: sender(seen.seat)?,
        path: room_path(&seen),
    })
}

/// Sends a picture, or keeps why it cannot be sent. What was typed beside it is kept in any case.
pub async fn send_picture(
    context: &AppContext,
    session: &Session,
    from: &PictureSender,
    (picture, typed): (Result<Vec<u8>, PictureProblem>, &str),
) -> AppResult<()> {
    let problem = match picture {
        Ok(jpeg) => {
            let sent = cafe::send_picture(&context.database, from.room, from.sender, jpeg, now()).await?;
            (sent == PictureOutcome::TooMany).then_some(PictureProblem::TooMany)
        }
        Err(problem) => Some(problem),
    };
    let draft = Draft {
        room: from.room,
        text: kept_typed(typed),
        problem: problem.map(WriteProblem::Picture),
    };
    remember(session, CAFE_DRAFT, &draft).await
}

/// A picture, as JPEG. **Permissions**: whoever has asked; the volunteer who has taken the question; whoever runs the café.
pub async fn picture(
    context: &AppContext,
    session: &Session,
    room: Option<CafeQuestionId>,
    id: CafePictureId,
) -> AppResult<Vec<u8>> {
    let Seen { question, .. } = seen(&context.database, session, room).await?;
    let picture = cafe::picture(context.database.read(), question.id, id).await?;
    picture.ok_or(AppError::NotFound)
}
