//! What a pupil practises is counted for the class. Somebody who is in no class practises for themself alone.

use domain::classroom::PractisedDrill;
use domain::drills::{Drill, PracticeCount};
use store::classroom::{note_practice, tell};
use tower_sessions::Session;

use super::api::pupil_here;
use crate::error::AppResult;
use crate::server_side::{PupilHere, context, today};

/// Counts an answer of the pupil who is signed in, if one is.
pub async fn count_practice(session: &Session, drill: Drill, count: PracticeCount) -> AppResult<()> {
    if count == PracticeCount::NONE {
        return Ok(());
    }
    if let Some(PupilHere { pupil, .. }) = pupil_here(session).await? {
        let practised = PractisedDrill {
            drill,
            day: today(),
            count,
        };
        let database = context().database;
        note_practice(database.write(), pupil.id, practised).await?;
        tell(&database, pupil.class).await;
    }
    Ok(())
}
