use domain::locale::Locale;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::access::{named_room, room_path, seen, sender},
    super::server_words::{Draft, kept_typed},
    crate::error::AppResult,
    crate::server_side::{CAFE_DRAFT, Session, context, forget, now, recall, redirect, remember, session},
    domain::cafe::{CafeText, WriteProblem},
    store::cafe::{self, RoomOutcome},
};

/// What is to become of what was typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteIntent {
    #[default]
    Send,
    /// It stays, and the page is loaded again with what the other has written: for browsers without scripts.
    Look,
}

/// Writes something in a room, or says why not and keeps what was typed. **Permissions**: whoever has asked; the volunteer
/// who has taken it.
#[server(prefix = "/api", endpoint = "cafe/write")]
pub async fn write_in_room(
    locale: Locale,
    #[server(default)] room: String,
    #[server(default)] text: String,
    #[server(default)] intent: WriteIntent,
) -> Result<(), AppError> {
    let session = session().await?;
    let database = context().database;
    let seen = seen(&database, &session, named_room(&room)?).await?;
    let (sender, id) = (sender(seen.seat)?, seen.question.id);
    let problem = match (intent, CafeText::parse(&text)) {
        (WriteIntent::Look, _) => Some(None),
        (WriteIntent::Send, Err(problem)) => Some(Some(WriteProblem::Text(problem))),
        (WriteIntent::Send, Ok(text)) => {
            let outcome = cafe::write(&database, id, sender, &text, now()).await?;
            (outcome == RoomOutcome::NotNow).then_some(None)
        }
    };
    match problem {
        None => forget_draft(&session).await?,
        Some(problem) => {
            let draft = Draft {
                room: id,
                text: kept_typed(&text),
                problem,
            };
            remember(&session, CAFE_DRAFT, &draft).await?;
        }
    }
    redirect(locale, &room_path(&seen));
    Ok(())
}

/// What was kept is sent now. Where there is none the session is left alone, for writing it costs as much as the message.
#[cfg(feature = "ssr")]
async fn forget_draft(session: &Session) -> AppResult<()> {
    let draft: Option<Draft> = recall(session, CAFE_DRAFT).await?;
    if draft.is_some() {
        forget(session, CAFE_DRAFT).await?;
    }
    Ok(())
}
