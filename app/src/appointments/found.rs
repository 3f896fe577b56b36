//! The booking that a visitor has found by its code and name.

use domain::appointments::AskedBy;
use domain::ids::AppointmentId;
use domain::oversight::SeenIn;
use domain::staff::Right;
use serde::{Deserialize, Serialize};
use store::appointments::{self, Appointment};
use tower_sessions::Session;

use crate::error::{AppError, AppResult};
use crate::oversight::note_shown;
use crate::server_side::{FOUND, context, recall, signed_in_with};

/// What the session keeps of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Found {
    pub appointment: AppointmentId,
    /// As it was typed, for the ticket of another time.
    pub code: String,
    /// Staff look bookings up by the code alone, and have the times that are kept.
    #[serde(default)]
    pub by: AskedBy,
}

impl Found {
    /// Where somebody is led when they have moved or cancelled it: staff back to what they looked up.
    pub fn afterwards<'a>(&self, citizens: &'a str) -> &'a str {
        match self.by {
            AskedBy::Citizen => citizens,
            AskedBy::Staff => "/skranke/book/tid",
        }
    }
}

/// Which booking the visitor has found. What staff have found they see while they are signed in, and it is noted that they do.
pub async fn found(session: &Session) -> AppResult<Found> {
    let found: Found = recall(session, FOUND).await?.ok_or(AppError::SessionLost)?;
    if found.by == AskedBy::Staff {
        let reader = signed_in_with(session, Right::ServeCitizens).await?;
        note_shown(reader.id, [found.appointment], SeenIn::LookUp).await?;
    }
    Ok(found)
}

/// The booking as it is now; it may be cancelled or past.
pub async fn found_appointment(found: &Found) -> AppResult<Appointment> {
    appointments::find(context().database.read(), found.appointment)
        .await?
        .ok_or(AppError::NotFound)
}
