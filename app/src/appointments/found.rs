//! The booking that a visitor has found by its code and name.

use domain::ids::AppointmentId;
use serde::{Deserialize, Serialize};
use store::appointments::{self, Appointment};
use tower_sessions::Session;

use crate::error::{AppError, AppResult};
use crate::server_side::{FOUND, context, recall};

/// What the session keeps of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Found {
    pub appointment: AppointmentId,
    /// As it was typed, for the ticket of another time.
    pub code: String,
}

/// Which booking the visitor has found.
pub async fn found(session: &Session) -> AppResult<Found> {
    recall(session, FOUND).await?.ok_or(AppError::SessionLost)
}

/// The booking as it is now; it may be cancelled or past.
pub async fn found_appointment(found: &Found) -> AppResult<Appointment> {
    appointments::find(context().database.read(), found.appointment)
        .await?
        .ok_or(AppError::NotFound)
}
